/** Which tables does an Excel workbook hold: one for each sheet, its title passed over, its merged heading joined? */
import { cleanText } from '../mail/clean-text.ts'
import { joinHead } from '../workbook/merge-cells.ts'
import { openWorkbook, type Sheet } from '../workbook/open-workbook.ts'
import type { ReadRow } from '../workbook/read-sheet.ts'
import { type OpenTable, openRows } from './open-table.ts'
import type { TableRow } from './read-table.ts'
import { findHead, nameColumns } from './sniff-table.ts'

export interface SheetTable {
  path: string
  /** Null for a sheet that holds no table, with the reason. */
  open: (() => Promise<OpenTable>) | null
  reason: string
}

const looked = 60
const widest = 500

/** The sheets of the workbook at a place on disk, in its order; `path` is the workbook's, and the name of the sheet behind it. */
export async function openSheets(place: string, path: string): Promise<{ tables: SheetTable[]; close: () => void }> {
  const { sheets, close } = await openWorkbook(place)
  const names = new Set<string>()
  const tables = sheets.map((sheet, at): SheetTable => {
    const plain = sheet.name.replace(/[/\\]/g, '-').trim() || `Sheet ${at + 1}`
    const name = names.has(plain) ? `${plain} (${at + 1})` : plain
    names.add(name)
    const own = sheets.length === 1 ? path : `${path}/${name}`
    if (sheet.isHidden) return { path: own, open: null, reason: 'The sheet is hidden in the workbook, and was left out.' }
    return { path: own, open: () => openSheet(sheet), reason: '' }
  })
  return { tables, close }
}

async function openSheet(sheet: Sheet): Promise<OpenTable> {
  let read = 0
  const source = sheet.rows((bytes) => {
    read = bytes
  })
  const first: ReadRow[] = []
  while (first.length < looked) {
    const step = await source.next()
    if (step.done) break
    first.push(step.value)
  }
  const width = Math.min(widest, Math.max(0, ...first.map((row) => row.cells.length)))
  const padded = first.map(({ line, cells }) => ({ line, cells: padTo(cells, width) }))
  const head = findHead(padded)
  const merges = head && !head.isData ? await sheet.merges() : []
  const { headers, line } =
    head && !head.isData ? joinHead(padded, head.row, merges, width) : { headers: Array<string>(width).fill(''), line: 0 }
  async function* below(): AsyncGenerator<TableRow> {
    for (const row of first) if (row.line > line) yield rowOf(row, width)
    for await (const row of source) if (row.line > line) yield rowOf(row, width)
  }
  return openRows(nameColumns(headers), below(), () => read)
}

const padTo = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '')

const rowOf = ({ line, cells }: ReadRow, width: number): TableRow => ({
  line,
  cells: padTo(cells, width).map((cell) => cleanText(cell).text),
  ragged: Math.max(0, cells.length - width),
})
