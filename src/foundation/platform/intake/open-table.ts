/** How is a table looked at and then read to its end, whatever kind of file holds it? */
import { peekStream } from './peek-stream.ts'
import { readTable, type TableRow } from './read-table.ts'
import { SAMPLE, sniffTable } from './sniff-table.ts'
import type { SourceFile } from './source-file.ts'

export interface OpenTable {
  headers: string[]
  sampleRows: string[][]
  /** Every row below the header, once, in constant memory. */
  rows: AsyncGenerator<TableRow>
  /** How far reading is, in bytes of the file that holds the table. */
  readBytes: () => number
  close: () => Promise<void>
}

const HEAD = 256 * 1024

/** The bytes of a file, or of what is being read of it, with how many were read: of a packed file, as it takes them in its archive. */
export async function countBytes(file: SourceFile, source?: AsyncIterable<Buffer>) {
  const given = source ?? (await file.open())
  const scale = file.size ? file.size.packed / Math.max(1, file.size.unpacked) : 1
  let read = 0
  async function* bytes(): AsyncGenerator<Buffer> {
    for await (const piece of given) {
      read += piece.length
      yield piece
    }
  }
  return { bytes: bytes(), readBytes: () => Math.round(read * scale) }
}

/** Opens a table of delimited text. */
export async function openText(file: SourceFile, source?: AsyncIterable<Buffer>): Promise<OpenTable> {
  const { bytes, readBytes } = await countBytes(file, source)
  const { head, rest, close } = await peekStream(bytes, HEAD)
  const table = sniffTable(head, head.length < HEAD)
  return {
    headers: table.headers,
    sampleRows: table.sampleRows,
    rows: readTable(rest, table),
    readBytes,
    close,
  }
}

/** A table whose rows are made by a reader of its own: the first are looked at, and come again. */
export async function openRows(headers: string[], rows: AsyncGenerator<TableRow>, readBytes: () => number): Promise<OpenTable> {
  const first: TableRow[] = []
  while (first.length < SAMPLE) {
    const step = await rows.next()
    if (step.done) break
    first.push(step.value)
  }
  async function* again(): AsyncGenerator<TableRow> {
    yield* first.splice(0)
    yield* rows
  }
  return {
    headers,
    sampleRows: first.filter((row) => !row.refusal).map((row) => row.cells.map((cell) => cell.trim())),
    rows: again(),
    readBytes,
    close: async () => {
      await rows.return(undefined)
    },
  }
}
