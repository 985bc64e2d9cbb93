/** Is this line of a mailbox file the start of a message, or only text that looks so? */

const DATED =
  /^From (?:.*\s)?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s.*\d{1,2}:\d{2}.*$/i
const LOOSE = /^From (?:\S+@\S+|-|"[^"]*"\S*|MAILER-DAEMON)\s+.*(?:\b(?:19|20)\d{2}\b|\d{1,2}:\d{2}).*$/
const HEADER = /^(?:[!-9;-~]+[ \t]*:|>From )/

/** Headers longer than this are not searched for a Content-Length. */
const MAX_HEAD = 64_000

/**
 * Whether the From_ line at `at` begins a message. It does when a header follows and it carries a date the way mail programs write it;
 * a less regular line must also stand behind an empty one. Prose such as "From the start of 2024 we saw" never passes.
 */
export function isSeparator(bytes: Buffer, at: number, messageStart: number): boolean {
  const end = lineEnd(bytes, at)
  if (end === -1 || end - at > 1000) return false
  const line = bytes.toString('latin1', at, end).trimEnd()
  const nextEnd = lineEnd(bytes, end + 1)
  const next = bytes.toString('latin1', end + 1, Math.min(nextEnd === -1 ? bytes.length : nextEnd, end + 400))
  if (!HEADER.test(next)) return false
  if (DATED.test(line)) return true
  return LOOSE.test(line) && isAfterEmptyLine(bytes, at, messageStart)
}

function lineEnd(bytes: Buffer, at: number): number {
  return bytes.indexOf(0x0a, at)
}

function isAfterEmptyLine(bytes: Buffer, at: number, messageStart: number): boolean {
  if (at <= messageStart) return true
  const before = bytes.toString('latin1', Math.max(messageStart, at - 4), at)
  return before.endsWith('\n\n') || before.endsWith('\n\r\n')
}

/**
 * Where the message that begins at 0 ends when its Content-Length is to be believed: exactly there, after at most two empty lines, the next
 * From_ line or the end of the file stands. null when there is no such header or it is wrong; 'more' when that cannot be told yet.
 */
export function endOfStatedLength(bytes: Buffer, atEnd: boolean, maxBytes: number): number | null | 'more' {
  const headEnd = endOfHead(bytes)
  if (headEnd === null) return bytes.length < MAX_HEAD && !atEnd ? 'more' : null
  const stated = /^content-length:[ \t]*(\d{1,12})[ \t]*\r?$/im.exec(bytes.toString('latin1', 0, headEnd))
  if (!stated) return null
  const bodyEnd = headEnd + Number(stated[1])
  if (bodyEnd > maxBytes) return null
  if (bodyEnd + 1000 > bytes.length && !atEnd) return 'more'
  if (bodyEnd > bytes.length) return null
  const behind = /^(?:\r?\n){0,2}/.exec(bytes.toString('latin1', bodyEnd, bodyEnd + 4))?.[0].length ?? 0
  const next = bodyEnd + behind
  if (next >= bytes.length) return atEnd ? bytes.length : null
  const startsLine = bytes[next - 1] === 0x0a
  return startsLine && bytes.toString('latin1', next, next + 5) === 'From ' && isSeparator(bytes, next, 0) ? next : null
}

function endOfHead(bytes: Buffer): number | null {
  const lf = bytes.subarray(0, MAX_HEAD).indexOf('\n\n')
  const crlf = bytes.subarray(0, lf === -1 ? MAX_HEAD : lf).indexOf('\n\r\n')
  if (crlf !== -1) return crlf + 3
  return lf === -1 ? null : lf + 2
}

const QUOTED = Buffer.from('\n>From ')
const QUOTED_TWICE = Buffer.from('\n>>')
const BARE = Buffer.from('\nFrom ')

/**
 * Undoes the quoting of From_ lines: one `>` goes from every `>From `, `>>From `. A body that holds a bare From_ line was not quoted at all
 * (mboxcl2) and stays as it is. Always answers a copy, since the reader's window is used again.
 */
export function unescapeFrom(message: Buffer): Buffer {
  const mayHold = message.indexOf(QUOTED) !== -1 || message.indexOf(QUOTED_TWICE) !== -1
  if (!mayHold || message.indexOf(BARE) !== -1) return Buffer.from(message)
  const pieces: Buffer[] = []
  let from = 0
  for (let at = message.indexOf('\n>'); at !== -1; at = message.indexOf('\n>', at + 1)) {
    let end = at + 1
    while (message[end] === 0x3e) end++
    if (message.toString('latin1', end, end + 5) === 'From ') {
      pieces.push(message.subarray(from, at + 1))
      from = at + 2
    }
  }
  pieces.push(message.subarray(from))
  return Buffer.concat(pieces)
}
