/** What are the rows of this table, one by one, whatever program wrote it? */
import iconv from 'iconv-lite'
import { cleanText } from '../mail/clean-text.ts'
import { peekStream } from './peek-stream.ts'
import { scanRecord } from './scan-record.ts'
import { type SniffedTable, sniffTable, type TableDialect } from './sniff-table.ts'

/** `line` is the line of the file where the row begins, from 1. `ragged` tells by how many cells it is longer (+) or shorter (-). */
export type TableRow = {
  line: number
  cells: string[]
  ragged: number
  /** Why whoever read it says that this row is not to be taken. */
  refusal?: string
}

const HEAD = 256 * 1024

/** The dialect, headers and first rows of a table, by the first 256 kB of it. Ends the stream. */
export async function inspectTable(source: AsyncIterable<Buffer>): Promise<SniffedTable> {
  const { head, close } = await peekStream(source, HEAD)
  await close()
  return sniffTable(head, head.length < HEAD)
}

/**
 * Streams the rows below the header in constant memory. Short rows are filled up with empty cells, cells beyond the header are kept, rows
 * without any content are passed over. Cells are storable text with LF line ends, not trimmed. `told` replaces what would be guessed.
 */
export async function* readTable(
  source: AsyncIterable<Buffer>,
  told: Partial<TableDialect & { headers: string[] }> = {},
): AsyncGenerator<TableRow> {
  const { head, rest, close } = await peekStream(source, HEAD)
  const sniffed = { ...sniffTable(head, head.length < HEAD), ...told }
  const decoder = iconv.getDecoder(sniffed.encoding)
  const width = sniffed.headers.length
  let text = ''
  let at = 0
  let line = 1

  function* take(atEnd: boolean): Generator<TableRow> {
    while (at < text.length) {
      const record = scanRecord(text, at, sniffed.delimiter, atEnd)
      if (!record) break
      const isRow =
        line > sniffed.headerLine &&
        !(line === 1 && /^sep=.$/i.test(record.cells[0] ?? '')) &&
        record.cells.some((cell) => cell.trim() !== '')
      if (isRow) yield { line, cells: fillUp(record.cells, width), ragged: record.cells.length - width }
      line += record.lines
      at = record.next
    }
  }

  try {
    let first = true
    for await (const piece of rest) {
      const more = decoder.write(piece)
      text = (at > 0 ? text.slice(at) : text) + (first && more.startsWith('\uFEFF') ? more.slice(1) : more)
      if (more !== '') first = false
      at = 0
      yield* take(false)
    }
    text = text.slice(at) + (decoder.end() ?? '')
    at = 0
    yield* take(true)
  } finally {
    await close()
  }
}

function fillUp(cells: string[], width: number): string[] {
  const clean = cells.map((cell) => cleanText(cell).text)
  while (clean.length < width) clean.push('')
  return clean
}
