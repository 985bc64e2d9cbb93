/** What are the cells of one table row, quotes and all, when some of the quotes are wrong? */

export type ScannedRecord = {
  cells: string[]
  /** Where the next record begins. */
  next: number
  /** Line ends passed, inside quotes too. */
  lines: number
}

/** A quote that is not closed within this many characters was never meant to be one. */
export const MAX_RECORD = 1_000_000
const [QUOTE, FEED, RETURN] = [34, 10, 13]

/**
 * Reads the record that begins at `from`. Answers null when the text ends before the record does and more may come (`atEnd` false).
 * Quotes count at the start of a cell (blanks before are allowed), `""` is one quote; a quote inside that no delimiter follows is text; a
 * quote that is never closed, or not before the next cell opens with one on a later line, is text too: one wrong sign cannot swallow a file. LF, CRLF and CR end lines.
 */
export function scanRecord(text: string, from: number, delimiter: string, atEnd: boolean): ScannedRecord | null {
  const separator = delimiter.charCodeAt(0)
  const cells: string[] = []
  let at = from
  let lines = 0
  while (true) {
    const quoted =
      text.charCodeAt(at) === QUOTE || isSpacedQuote(text, at) ? scanQuoted(text, at, separator, atEnd, from) : undefined
    if (quoted === null) return null
    if (quoted) {
      cells.push(quoted.cell)
      lines += quoted.lines
      at = quoted.end
    } else {
      let end = at
      while (end < text.length) {
        const sign = text.charCodeAt(end)
        if (sign === separator || sign === FEED || sign === RETURN) break
        end++
      }
      if (end === text.length && !atEnd) return null
      cells.push(text.slice(at, end))
      at = end
    }
    if (at >= text.length) return atEnd ? { cells, next: at, lines } : null
    const sign = text.charCodeAt(at)
    if (sign === separator) {
      at++
      if (at >= text.length && !atEnd) return null
      continue
    }
    if (sign === RETURN) {
      if (at + 1 >= text.length && !atEnd) return null
      if (text.charCodeAt(at + 1) === FEED) at++
    }
    return { cells, next: at + 1, lines: lines + 1 }
  }
}

/** `a, "b"`: one blank before a quote is how people type lists. */
function isSpacedQuote(text: string, at: number): boolean {
  return text.charCodeAt(at) === 32 && text.charCodeAt(at + 1) === QUOTE
}

/** The quoted cell at `at`; undefined when the quote is not one, null when more text is needed to tell. */
function scanQuoted(
  text: string,
  at: number,
  separator: number,
  atEnd: boolean,
  recordStart: number,
): { cell: string; end: number; lines: number } | null | undefined {
  const open = text.charCodeAt(at) === QUOTE ? at + 1 : at + 2
  let close = text.indexOf('"', open)
  while (close !== -1) {
    let after = close + 1
    if (after >= text.length) break
    if (text.charCodeAt(after) === QUOTE) {
      close = text.indexOf('"', after + 1)
      continue
    }
    while (text.charCodeAt(after) === 32) after++
    if (after >= text.length) break
    const sign = text.charCodeAt(after)
    if (sign === separator || sign === FEED || sign === RETURN) return finish(text, open, close, after)
    if (opensCell(text, close, separator) && isOnLaterLine(text, open, close)) return undefined
    close = text.indexOf('"', close + 1)
  }
  if (close !== -1 && atEnd && text.slice(close + 1).trim() === '') return finish(text, open, close, text.length)
  if (!atEnd && text.length - recordStart < MAX_RECORD) return null
  return undefined
}

/** Inside a real quoted cell no lone quote stands where a cell begins; on a later line it is the next cell's, so ours was never closed. */
function opensCell(text: string, at: number, separator: number): boolean {
  const before = text.charCodeAt(at - 1)
  return before === separator || before === FEED || before === RETURN
}

function isOnLaterLine(text: string, open: number, at: number): boolean {
  const feed = text.indexOf('\n', open)
  return (feed !== -1 && feed < at) || text.slice(open, at).includes('\r')
}

function finish(text: string, open: number, close: number, end: number): { cell: string; end: number; lines: number } {
  const inside = text.slice(open, close)
  const lines = inside.match(/\r\n?|\n/g)?.length ?? 0
  return { cell: inside.includes('""') ? inside.replaceAll('""', '"') : inside, end, lines }
}
