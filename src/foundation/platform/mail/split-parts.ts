/** Which parts does a message consist of, whatever its boundaries look like? */
import { decodeTransfer } from './decode-transfer.ts'
import { type HeaderLine, type HeaderValue, headerValues, readHeaders, readHeaderValue } from './read-headers.ts'

/** A leaf holds `body` as sent; a multipart holds `children`. Bodies are views into the message, not copies. */
export type Part = {
  headers: HeaderLine[]
  type: HeaderValue
  disposition: HeaderValue | null
  contentId: string | null
  encoding: string | null
  body: Buffer
  children: Part[] | null
}
export type SplitBudget = { parts: number; notes: Set<string> }

/** RFC 2046 sets no limit; nobody nests deeper than a few levels, and every level means reading the bytes once more. */
const MAX_DEPTH = 60
export const MAX_PARTS = 5000

/** Reads a body into its parts. Too deep or too many parts are kept whole as one leaf and noted. Never throws. */
export function splitParts(
  headers: HeaderLine[],
  body: Buffer,
  budget: SplitBudget,
  depth = 0,
  fallbackType = 'text/plain',
): Part {
  const type = readType(headerValues(headers, 'content-type'), fallbackType)
  const dispositions = headerValues(headers, 'content-disposition')
  const part: Part = {
    headers,
    type,
    disposition: dispositions[0] ? readHeaderValue(dispositions[0]) : null,
    contentId: headerValues(headers, 'content-id')[0]?.replace(/^\s*<|>\s*$/g, '') || null,
    encoding: headerValues(headers, 'content-transfer-encoding')[0] ?? null,
    body,
    children: null,
  }
  budget.parts++
  if (!type.value.startsWith('multipart/')) return part
  if (depth >= MAX_DEPTH || budget.parts >= MAX_PARTS) {
    budget.notes.add('The message is nested too deeply or has too many parts; the rest is kept as one attachment.')
    return { ...part, type: { value: 'application/octet-stream', params: { name: 'unread-parts.eml' } } }
  }
  const sections = findSections(part, budget)
  if (!sections) {
    budget.notes.add('The message says that it has parts but no boundary was found; it was read as one text.')
    return { ...part, type: { value: fallbackType, params: type.params } }
  }
  const childType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  part.children = []
  for (const section of sections) {
    const inner = readHeaders(section)
    // A part without any header, not even an empty line, is all text.
    const start = inner.lines.length === 0 && section[0] !== 0x0a && section[0] !== 0x0d ? 0 : inner.bodyStart
    part.children.push(splitParts(inner.lines, section.subarray(start), budget, depth + 1, childType))
    if (budget.parts >= MAX_PARTS) {
      const rest = section.byteOffset + section.length - body.byteOffset
      budget.notes.add('The message is nested too deeply or has too many parts; the rest is kept as one attachment.')
      if (rest < body.length)
        part.children.push({
          ...part,
          children: null,
          disposition: null,
          body: body.subarray(rest),
          type: { value: 'application/octet-stream', params: { name: 'unread-parts.eml' } },
        })
      break
    }
  }
  return part
}

function readType(stated: string[], fallback: string): HeaderValue {
  for (const line of stated) {
    const type = readHeaderValue(line)
    if (/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(type.value)) return type
    const found = /^[a-z]+\/[a-z0-9.+-]+/.exec(type.value)
    if (found) return { value: found[0], params: type.params }
  }
  const params = stated[0] ? readHeaderValue(stated[0]).params : {}
  return { value: params.boundary ? 'multipart/mixed' : fallback, params }
}

function findSections(part: Part, budget: SplitBudget): Buffer[] | null {
  const stated = part.type.params.boundary
  const found = stated ? cutAt(part.body, stated, budget) : null
  if (found) return found
  const guessed = guessBoundary(part.body)
  if (guessed && guessed !== stated) {
    budget.notes.add('The boundary of the message is missing or wrong; it was found in the text.')
    return cutAt(part.body, guessed, budget)
  }
  // Some senders encode the whole multipart, which the standard forbids.
  const decoded = decodeTransfer(part.body, part.encoding)
  return decoded === part.body || !stated ? null : cutAt(decoded, stated, budget)
}

function guessBoundary(body: Buffer): string | null {
  for (const match of body
    .toString('latin1', 0, 200_000)
    .matchAll(/^--([^\r\n]{1,200}?)[ \t]*\r?\n(?=[!-9;-~]+[ \t]*:|\r?\n)/gm)) {
    if (match[1] && match[1] !== ' ') return Buffer.from(match[1], 'latin1').toString('utf8')
  }
  return null
}

function cutAt(body: Buffer, boundary: string, budget: SplitBudget): Buffer[] | null {
  const mark = Buffer.from(`--${boundary}`, 'utf8')
  const sections: Buffer[] = []
  let open = -1
  let at = body.indexOf(mark)
  for (; at !== -1; at = body.indexOf(mark, at + 1)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue
    let end = at + mark.length
    const closing = body[end] === 0x2d && body[end + 1] === 0x2d
    if (closing) end += 2
    while (body[end] === 0x20 || body[end] === 0x09 || body[end] === 0x0d) end++
    if (end < body.length && body[end] !== 0x0a) continue
    if (open !== -1) sections.push(body.subarray(open, Math.max(open, lineEndBefore(body, at))))
    open = Math.min(end + 1, body.length)
    if (closing) {
      // Digests and list footers put text after the end, and some mailers close too early: what follows may hold more parts.
      if (body.indexOf(mark, end) === -1) {
        if (body.length - open > 2 && body.toString('latin1', open, open + 4000).trim() !== '') {
          budget.notes.add('Text after the last part of the message was left out.')
        }
        return sections
      }
      open = -1
    }
    if (sections.length > MAX_PARTS) break
  }
  if (open !== -1 && open <= body.length) {
    sections.push(body.subarray(open))
    budget.notes.add('The message ends without its closing boundary.')
  }
  return sections.length > 0 ? sections : null
}

function lineEndBefore(body: Buffer, at: number): number {
  if (at > 1 && body[at - 1] === 0x0a) return body[at - 2] === 0x0d ? at - 2 : at - 1
  return at
}
