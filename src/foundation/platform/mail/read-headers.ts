/** Where do the header lines of a message or part end, and what do they say? */
import { isAscii } from 'node:buffer'
import { decodeCharset } from './decode-charset.ts'
import { decodeBase64, decodeQuotedPrintable } from './decode-transfer.ts'

/** Lower-case name, unfolded value; encoded words still encoded. */
export type HeaderLine = { name: string; value: string }
/** `bodyStart` is the offset of the first body byte inside the buffer that was read. */
export type Headers = { lines: HeaderLine[]; bodyStart: number; notes: string[] }
/** A value such as `text/plain; charset=utf-8`. Parameter names are lower-case. */
export type HeaderValue = { value: string; params: Record<string, string> }

const HEADER_LINE = /^([!-9;-~]+)[ \t]*:/
const MAX_HEADER_BYTES = 4_000_000

/** Reads headers leniently: a broken line between headers is skipped, a missing empty line before the body is forgiven. Never throws. */
export function readHeaders(raw: Buffer): Headers {
  const lines: HeaderLine[] = []
  const notes = new Set<string>()
  let at = 0
  let current: { name: string; pieces: string[] } | null = null
  const close = () => {
    if (current) lines.push({ name: current.name, value: current.pieces.join(' ').trim() })
    current = null
  }
  while (at < raw.length) {
    const [end, next] = lineAt(raw, at)
    if (end === at) {
      at = next
      break
    }
    if (at > MAX_HEADER_BYTES) {
      notes.add('The headers are larger than 4 MB; the rest was read as body.')
      break
    }
    const bytes = raw.subarray(at, end)
    const line = isAscii(bytes) ? bytes.toString('latin1') : decodeCharset(bytes).text
    const head = HEADER_LINE.exec(line)
    if (/^[ \t]/.test(line)) {
      if (line.trim() === '' && !continues(raw, next)) {
        at = next
        break
      }
      current?.pieces.push(line.trim())
    } else if (head?.[1]) {
      close()
      current = { name: head[1].toLowerCase(), pieces: [line.slice(head[0].length).trim()] }
    } else if (/^>?From /.test(line)) {
      close()
    } else if (continues(raw, next)) {
      notes.add('A line among the headers is not a header; it was skipped.')
    } else {
      if (lines.length + (current ? 1 : 0) > 0) notes.add('The empty line between headers and text is missing.')
      break
    }
    at = next
  }
  close()
  return { lines, bodyStart: Math.min(at, raw.length), notes: [...notes] }
}

function lineAt(raw: Buffer, at: number): [end: number, next: number] {
  const feed = raw.indexOf(0x0a, at)
  if (feed === -1) return [raw.length, raw.length]
  return [feed > at && raw[feed - 1] === 0x0d ? feed - 1 : feed, feed + 1]
}

/** Whether the headers go on here: a header line, perhaps after a few folded ones. */
function continues(raw: Buffer, from: number): boolean {
  let at = from
  for (let folded = 0; folded < 20 && at < raw.length; folded++) {
    const [end, next] = lineAt(raw, at)
    const line = raw.toString('latin1', at, Math.min(end, at + 200))
    if (HEADER_LINE.test(line)) return true
    if (!/^[ \t]+\S/.test(line)) return false
    at = next
  }
  return false
}

const ENCODED_WORD = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?]*?)\?=/g

/** Decodes RFC 2047 words. Neighbouring words are joined first, since mailers cut them in the middle of a character. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value
  let out = ''
  let from = 0
  let held: { charset: string; parts: Buffer[] } | null = null
  const flush = () => {
    if (held) out += decodeCharset(Buffer.concat(held.parts), held.charset).text
    held = null
  }
  for (const match of value.matchAll(ENCODED_WORD)) {
    const [whole, charset = '', kind = '', body = ''] = match
    const between = value.slice(from, match.index)
    if (between.trim() !== '' || from === 0) {
      flush()
      out += between
    }
    const raw = Buffer.from(body, 'latin1')
    const bytes: Buffer =
      kind.toLowerCase() === 'b' ? decodeBase64(raw) : decodeQuotedPrintable(Buffer.from(body.replaceAll('_', '=20'), 'utf8'))
    const open = held as { charset: string; parts: Buffer[] } | null
    if (open && open.charset === charset.toLowerCase()) open.parts.push(bytes)
    else {
      flush()
      held = { charset: charset.toLowerCase(), parts: [bytes] }
    }
    from = match.index + whole.length
  }
  flush()
  return out + value.slice(from)
}

const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g

/** Splits a structured value. RFC 2231 continuations and charsets are put together; encoded words inside are decoded. */
export function readHeaderValue(line: string): HeaderValue {
  const cut = line.indexOf(';')
  const params: Record<string, string> = {}
  const pieces = new Map<string, { order: number; text: string; encoded: boolean }[]>()
  if (cut !== -1) {
    for (const match of line.slice(cut).slice(0, 100_000).matchAll(PARAMETER)) {
      const name = (match[1] ?? '').toLowerCase()
      const text = match[2] === undefined ? (match[3] ?? '').trim() : match[2].replace(/\\(["\\])/g, '$1')
      const [, base = name, order, star] = /^(.+?)(?:\*(\d+))?(\*)?$/.exec(name) ?? []
      if (order === undefined && !star) params[base] ??= decodeWords(text)
      else pieces.set(base, [...(pieces.get(base) ?? []), { order: Number(order ?? 0), text, encoded: star !== undefined }])
    }
  }
  for (const [name, parts] of pieces) {
    params[name] = joinPieces(parts.sort((a, b) => a.order - b.order))
  }
  return { value: (cut === -1 ? line : line.slice(0, cut)).trim().toLowerCase(), params }
}

function joinPieces(parts: { text: string; encoded: boolean }[]): string {
  let charset = ''
  const bytes = parts.map(({ text, encoded }, order) => {
    if (!encoded) return Buffer.from(text, 'utf8')
    const told = order === 0 ? /^([^']*)'[^']*'(.*)$/s.exec(text) : null
    if (told?.[1]) charset = told[1]
    return decodeQuotedPrintable(Buffer.from((told?.[2] ?? text).replaceAll('=', '=3D').replaceAll('%', '='), 'utf8'))
  })
  return decodeWords(decodeCharset(Buffer.concat(bytes), charset).text)
}

/** All values of one header, in order. */
export function headerValues(lines: HeaderLine[], name: string): string[] {
  return lines.filter((line) => line.name === name).map((line) => line.value)
}
