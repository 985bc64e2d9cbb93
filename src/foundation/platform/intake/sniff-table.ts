/** In which encoding and dialect is this table written, and what are its columns? */
import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { cleanLine } from '../mail/clean-text.ts'
import { scanRecord } from './scan-record.ts'

export type TableDialect = {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  delimiter: string /** Line of the header, 0 when the table has none. */
  headerLine: number
}
export type SniffedTable = TableDialect & {
  /** Unique and never empty: a repeated header gets " (2)", an empty one "Column 3". */
  headers: string[]
  sampleRows: string[][]
}

const DELIMITERS = [',', ';', '\t', '|', '\u001f'] as const
/** How many rows a look at a table takes. */
export const SAMPLE = 200

/** Tells the encoding of a table by its byte-order mark, then by its bytes. The last bytes may be half a character. */
export function sniffEncoding(head: Buffer): TableDialect['encoding'] {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const sample = head.subarray(0, 4000)
  let [even, odd] = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) at % 2 === 0 ? even++ : odd++
  if (odd > sample.length / 5 && even === 0) return 'utf-16le'
  if (even > sample.length / 5 && odd === 0) return 'utf-16be'
  for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return 'utf-8'
  return 'windows-1252'
}

/**
 * Reads the first bytes of a table (64 kB are plenty). `wholeFile` says that nothing follows. Lines of a title above the header are passed
 * over; a first row that holds data (an address, a date, mostly numbers) is taken for a row and the columns are numbered.
 */
export function sniffTable(head: Buffer, wholeFile = false): SniffedTable {
  const encoding = sniffEncoding(head)
  const text = iconv.decode(head, encoding)
  const hint = /^sep=(.)\r?\n/i.exec(text)
  const delimiter = hint?.[1] ?? sniffDelimiter(text, wholeFile)
  const rows = readSample(text, delimiter, wholeFile).filter(
    (row) => row.cells.some((cell) => cell.trim() !== '') && !(hint && row.line === 1),
  )
  const found = findHead(rows)
  if (!found) return { encoding, delimiter, headerLine: 0, headers: [], sampleRows: [] }
  const { row, at, isData } = found
  return {
    encoding,
    delimiter,
    headerLine: isData ? 0 : row.line,
    headers: nameColumns(isData ? row.cells.map(() => '') : row.cells),
    sampleRows: rows
      .slice(isData ? at : at + 1)
      .slice(0, SAMPLE)
      .map((r) => r.cells.map((cell) => cell.trim())),
  }
}

/** The row of column names behind lines of a title; `isData` when the table begins without one. Null without any row. */
export function findHead<R extends { cells: readonly string[] }>(
  rows: readonly R[],
): { row: R; at: number; isData: boolean } | null {
  const width = usualWidth(rows.map((row) => row.cells))
  const at = Math.max(
    0,
    rows.findIndex((row) => width < 2 || row.cells.filter((cell) => cell.trim() !== '').length > Math.min(1, width - 1)),
  )
  const row = rows[at]
  return row ? { row, at, isData: looksLikeData(row.cells) } : null
}

function readSample(text: string, delimiter: string, wholeFile: boolean): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  let at = 0
  let line = 1
  while (at < text.length && rows.length < SAMPLE + 20) {
    const record =
      scanRecord(text, at, delimiter, wholeFile) ?? (rows.length === 0 ? scanRecord(text, at, delimiter, true) : null)
    if (!record) break
    rows.push({ line, cells: record.cells })
    line += record.lines
    at = record.next
  }
  return rows
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** The sign that cuts most rows into equally many cells; among equals more cells win, then the order of the list. */
function sniffDelimiter(text: string, wholeFile: boolean): string {
  let best = { sign: ',', score: 0, width: 1 }
  for (const sign of DELIMITERS) {
    const rows = readSample(text, sign, wholeFile)
      .map((row) => row.cells)
      .filter((row) => row.some((cell) => cell.trim() !== ''))
    const width = usualWidth(rows)
    if (width < 2) continue
    const score = rows.filter((row) => row.length === width).length / rows.length
    if (score > best.score + 0.05 || (score > best.score - 0.05 && width > best.width)) best = { sign, score, width }
  }
  return best.sign
}

const DATA_CELL =
  /^(?:[^\s@]+@[^\s@]+\.[a-z]{2,}|https?:\/\/\S+|\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|[$€£]\s?[\d.,]+)$/i

function looksLikeData(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const numbers = filled.filter((cell) => /^[-+]?[\d.,]+$/.test(cell)).length
  return filled.some((cell) => DATA_CELL.test(cell)) || (filled.length > 1 && numbers > filled.length / 2)
}

/** Column names that are unique and never empty. */
export function nameColumns(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, at) => {
    const name = cleanLine(cell.replace(/^\uFEFF/, ''), 200).replace(/\s+/g, ' ') || `Column ${at + 1}`
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1
    seen.set(name.toLowerCase(), times)
    return times === 1 ? name : `${name} (${times})`
  })
}
