/** Which properties does an address card or a calendar hold, line by line? (RFC 2426, 6350, 5545, and vCard 2.1) */
import iconv from 'iconv-lite'
import { cleanText } from '../mail/clean-text.ts'
import { decodeCharset } from '../mail/decode-charset.ts'
import { peekStream } from './peek-stream.ts'
import { sniffEncoding } from './sniff-table.ts'

export interface ContentLine {
  /** The line of the file where it begins, from 1. */
  line: number
  /** In capitals, without its group. */
  name: string
  params: Record<string, string[]>
  /** As it stands in the file: not unescaped. */
  value: string
}

/** Longer values are pictures and keys; what lies behind is dropped. */
const longest = 256 * 1024
const pictures = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|ATTACH|IMAGE)[;:]/i

/** Streams the properties: folded lines joined, quoted-printable and old character sets decoded. Lines that are none are passed over. */
export async function* readContentLines(source: AsyncIterable<Buffer>): AsyncGenerator<ContentLine> {
  let folded: { line: number; text: string } | null = null
  const flush = (): ContentLine | null => (folded ? propertyOf(folded.line, folded.text) : null)
  for await (const { line, text } of plainLines(source)) {
    if (folded && continues(folded.text, text)) {
      const more: string = softly(folded.text) ? `\n${text}` : text.slice(1)
      if (folded.text.length < longest && !pictures.test(folded.text)) folded.text += more
      else if (softly(text) !== softly(folded.text)) folded.text = folded.text.replace(/=$/, '')
      continue
    }
    const property = flush()
    if (property) yield property
    folded = { line, text }
  }
  const property = flush()
  if (property) yield property
}

const isQuoted = (text: string): boolean => /^[^:]*[;=]QUOTED-PRINTABLE/i.test(text)
/** A line of quoted-printable that ends in "=" goes on in the next. */
const softly = (text: string): boolean => text.endsWith('=') && isQuoted(text)
const continues = (before: string, text: string): boolean => /^[ \t]/.test(text) || softly(before)

/** Lines as bytes in the guise of characters, since each value may have a character set of its own. */
async function* plainLines(source: AsyncIterable<Buffer>): AsyncGenerator<{ line: number; text: string }> {
  const { head, rest, close } = await peekStream(source, 4096)
  const encoding = sniffEncoding(head)
  const decoder = encoding.startsWith('utf-16') ? iconv.getDecoder(encoding) : null
  let [text, line] = ['', 0]
  try {
    for await (const piece of rest) {
      text += decoder ? Buffer.from(decoder.write(piece)).toString('latin1') : piece.toString('latin1')
      const lines = text.split(/\r\n|\n|\r(?!$)/)
      text = lines.pop() ?? ''
      for (const one of lines) {
        line++
        yield { line, text: line === 1 ? one.replace(/^\u00ef\u00bb\u00bf/, '') : one }
      }
    }
    if (text) yield { line: line + 1, text: text.replace(/\r$/, '') }
  } finally {
    await close()
  }
}

const HEAD = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):/

function propertyOf(line: number, text: string): ContentLine | null {
  const found = HEAD.exec(text)
  if (!found) return null
  const params: Record<string, string[]> = {}
  for (const [, key = '', said = ''] of (found[2] ?? '').matchAll(/;([\w-]+)(?:=((?:[^";]|"[^"]*")*))?/g)) {
    // vCard 2.1 writes "TEL;WORK;PREF" for what later versions write as "TYPE=work,pref".
    const isBare = !found[2]?.includes(`;${key}=`)
    const name = isBare ? (/^(?:quoted-printable|base64|8bit)$/i.test(key) ? 'ENCODING' : 'TYPE') : key.toUpperCase()
    const values = isBare ? [key] : [...said.matchAll(/"([^"]*)"|([^",]+)/g)].map((m) => m[1] ?? m[2] ?? '')
    params[name] = [...(params[name] ?? []), ...values.map((v) => decoded(v, undefined))]
  }
  const raw = text.slice(found[0].length)
  const isQuotedValue = params.ENCODING?.some((e) => /^quoted-printable$/i.test(e)) === true
  const bytes = isQuotedValue ? unquoted(raw) : raw
  return { line, name: (found[1] ?? '').toUpperCase(), params, value: decoded(bytes, params.CHARSET?.[0]) }
}

const decoded = (bytes: string, charset: string | undefined): string =>
  cleanText(decodeCharset(Buffer.from(bytes, 'latin1'), charset ?? null).text).text

const unquoted = (text: string): string =>
  text.replace(/=[ \t]*\n/g, '').replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** A value, or a list, cut at a sign that is not escaped, each piece unescaped. */
export function splitValue(value: string, sign: ';' | ','): string[] {
  const pieces = ['']
  for (let at = 0; at < value.length; at++) {
    const one = value[at] ?? ''
    const next = value[at + 1]
    if (one === '\\' && next !== undefined) {
      pieces[pieces.length - 1] += /n/i.test(next) ? '\n' : next
      at++
    } else if (one === sign) pieces.push('')
    else pieces[pieces.length - 1] += one
  }
  return pieces.map((piece) => piece.trim())
}

/** A single text, unescaped. */
export const plainValue = (value: string): string =>
  value.replace(/\\([\\;,nN:])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c)).trim()
