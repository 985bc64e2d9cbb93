/** Which messages does a mailbox file hold, read as a stream and in constant memory? */
import type { Readable } from 'node:stream'
import { endOfStatedLength, isSeparator, unescapeFrom } from './mbox-lines.ts'

/** `offset` is the byte where the message begins in the file, its From_ line included; `position` counts from 1. */
export type MboxMessage = { position: number; offset: number; raw: Buffer; fromLine: string | null }
export type MboxTooLarge = { position: number; offset: number; tooLarge: number }
export type MboxOptions = {
  /** Where in the file the stream's first byte lies: resume by opening the file at the `offset` of a message. Default 0. */
  startOffset?: number
  /** The position of the first message in the stream. Default 1. */
  startPosition?: number
  /** Messages above this many bytes are reported as `tooLarge` and not held in memory. Default 64 MB. */
  maxBytes?: number
}

const MARK = Buffer.from('\nFrom ')
const START = Buffer.from('From ')
/** A From_ line and the line after it must fit here to be judged. */
const LOOK_AHEAD = 2000
const SMALL = 1 << 20

type Window = { bytes: Buffer; start: number; end: number; offset: number }

/**
 * Splits an mbox stream (mboxo, mboxrd, mboxcl, mboxcl2; LF or CRLF) into messages without their From_ lines, undoing `>From ` quoting.
 * Text before the first From_ line is a message of its own. A From_ line counts only where a message can begin: it carries a date and a
 * header follows. Stream errors are thrown; nothing in the content throws. Memory stays at twice the largest message.
 */
export async function* readMbox(
  stream: Readable | AsyncIterable<Buffer>,
  options: MboxOptions = {},
): AsyncGenerator<MboxMessage | MboxTooLarge> {
  const maxBytes = options.maxBytes ?? 64 * 1024 * 1024
  const window: Window = { bytes: Buffer.allocUnsafe(SMALL), start: 0, end: 0, offset: options.startOffset ?? 0 }
  let position = options.startPosition ?? 1
  let searched = 0
  let dropped = 0

  const advance = (to: number) => {
    window.offset += to - window.start
    window.start = to
    searched = to
  }

  const take = (end: number): MboxMessage | MboxTooLarge | null => {
    const { start, offset } = window
    const size = dropped + end - start
    const wasDropped = dropped
    dropped = 0
    advance(end)
    if (wasDropped > 0 || size > maxBytes) return { position: position++, offset: offset - wasDropped, tooLarge: size }
    const whole = window.bytes.subarray(start, end)
    const line =
      whole.subarray(0, 5).equals(START) &&
      !whole
        .subarray(0, 200)
        .toString('latin1')
        .match(/^From\s*:/)
        ? whole.indexOf(0x0a) + 1 || whole.length
        : 0
    const body = whole.subarray(line)
    if (line === 0 && body.toString('latin1', 0, 4000).trim() === '' && body.length < 4000) return null
    const fromLine = line === 0 ? null : whole.toString('latin1', 0, line).trimEnd()
    return { position: position++, offset, raw: unescapeFrom(trimSeparator(body)), fromLine }
  }

  const next = (atEnd: boolean): MboxMessage | MboxTooLarge | null | 'more' => {
    if (searched <= window.start && window.end - window.start < LOOK_AHEAD && !atEnd) return 'more'
    const stated = dropped === 0 ? endOfStatedLength(window.bytes.subarray(window.start, window.end), atEnd, maxBytes) : null
    if (stated === 'more') return 'more'
    if (stated !== null) return take(window.start + stated)
    let from = Math.max(searched, window.start)
    while (true) {
      const found = window.bytes.subarray(0, window.end).indexOf(MARK, from)
      if (found === -1) break
      if (!atEnd && window.end - found < LOOK_AHEAD) {
        searched = found
        return 'more'
      }
      if (isSeparator(window.bytes.subarray(0, window.end), found + 1, window.start)) return take(found + 1)
      from = found + 1
    }
    searched = Math.max(window.start, window.end - MARK.length)
    if (atEnd) return window.end > window.start || dropped > 0 ? take(window.end) : null
    return 'more'
  }

  for await (const piece of stream) {
    const chunk: Buffer = Buffer.isBuffer(piece) ? piece : Buffer.from(piece)
    for (let at = 0; at < chunk.length; at += SMALL) {
      const shift = append(window, chunk.subarray(at, at + SMALL))
      searched -= shift
      while (true) {
        const message = next(false)
        if (message === 'more') break
        if (message) yield message
      }
      if (dropped + window.end - window.start > maxBytes + LOOK_AHEAD) {
        // The rest of a too large message is only searched for its end.
        const keep = Math.max(window.start, Math.min(searched, window.end - MARK.length) - 4)
        dropped += keep - window.start
        const until = searched
        advance(keep)
        searched = Math.max(keep, until)
      }
    }
  }
  while (window.end > window.start || dropped > 0) {
    const message = next(true)
    if (message === 'more') break
    if (message) yield message
  }
}

/** Adds bytes behind the window, moving or growing it as needed; answers how far the contents moved to the front. */
function append(window: Window, chunk: Buffer): number {
  const used = window.end - window.start
  const needed = used + chunk.length
  const shift = window.start
  const tooBig = window.bytes.length > 8 * SMALL && needed < SMALL
  if (needed > window.bytes.length || tooBig) {
    const size = tooBig ? 2 * SMALL : Math.max(needed, Math.min(window.bytes.length * 2, window.bytes.length + 16 * SMALL))
    const grown = Buffer.allocUnsafeSlow(size)
    window.bytes.copy(grown, 0, window.start, window.end)
    window.bytes = grown
  } else if (window.end + chunk.length > window.bytes.length) {
    window.bytes.copyWithin(0, window.start, window.end)
  } else {
    chunk.copy(window.bytes, window.end)
    window.end += chunk.length
    return 0
  }
  window.start = 0
  window.end = used
  chunk.copy(window.bytes, window.end)
  window.end += chunk.length
  return shift
}

/** The empty line before the next From_ line belongs to the file, not to the message. */
function trimSeparator(body: Buffer): Buffer {
  const text = body.subarray(-4).toString('latin1')
  if (text.endsWith('\r\n\r\n')) return body.subarray(0, -2)
  return text.endsWith('\n\n') ? body.subarray(0, -1) : body
}
