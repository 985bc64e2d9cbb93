/** How are many cells written at once: pasted, filled down, emptied? All of them or none, with every fault named by its cell. */
import { useState } from 'react'
import { toast, toastProblem } from '../Toasts.tsx'
import { asTyped } from './as-typed.ts'
import { readBlock } from './cell-block.ts'
import type { CellEdit, CellPlace, GridColumn } from './grid-column.ts'
import type { GridLines } from './grid-lines.ts'
import type { RecordGridProps } from './grid-props.ts'
import { matchTitles } from './match-titles.ts'
import type { CellRange } from './move-cell.ts'
import { readTyped } from './read-typed.ts'

/** A cell that cannot be written so, and why. */
export interface CellFault {
  place: CellPlace
  cell: string
  wrong: string
}
interface Wanted<Row> {
  place: CellPlace
  row: Row
  column: GridColumn<Row>
  text: string
}
/** As many cells as are pasted at once: the server takes five thousand rows. */
const mostCells = 50_000

/** Spreadsheets repeat what is pasted over a larger block. */
function spread(block: readonly (readonly string[])[], over: CellRange): readonly (readonly string[])[] {
  const [tall, wide] = [over.bottom - over.top + 1, over.right - over.left + 1]
  const [rows, columns] = [block.length, block[0]?.length ?? 0]
  if (tall % rows !== 0 || wide % columns !== 0) return block
  return Array.from({ length: tall }, (_, i) => Array.from({ length: wide }, (_, j) => block[i % rows]?.[j % columns] ?? ''))
}

const readsAsWords = ['choice', 'reference', 'yesNo', 'text', 'longText']
/** What a spreadsheet can work with: numbers and days without their dress. */
const copied = <Row>(column: GridColumn<Row>, row: Row): string =>
  readsAsWords.includes(column.control) ? column.text(row) : asTyped(column, column.value(row), column.currency?.(row) ?? 'EUR')

export function useGridEdits<Row extends object>(
  { columns, rowName, onEdit, ask, today }: RecordGridProps<Row>,
  lines: GridLines<Row>,
) {
  const [faults, setFaults] = useState<readonly CellFault[]>([])
  const [busy, setBusy] = useState(false)

  const write = async (edits: readonly CellEdit<Row>[]) => {
    if (edits.length === 0) return
    setBusy(edits.length > 1)
    try {
      await onEdit(edits)
      setFaults([])
    } catch (error) {
      toastProblem(error)
    } finally {
      setBusy(false)
    }
  }

  /** Reads every cell before any is written. */
  const writeTexts = async (wanted: readonly Wanted<Row>[], found: CellFault[]) => {
    setBusy(true)
    const edits: CellEdit<Row>[] = []
    try {
      const titles = await matchTitles(
        wanted.filter(({ column, text }) => column.control === 'reference' && text.trim() !== ''),
        ask,
      )
      for (const { place, row, column, text } of wanted) {
        const fault = (wrong: string) => found.push({ place, cell: `${rowName(row)}, ${column.header}`, wrong })
        if (!column.editable) {
          if (text.trim() !== copied(column, row)) fault('cannot be written here.')
        } else if (column.control === 'reference' && text.trim() !== '') {
          const match = titles(column, text)
          if ('wrong' in match) fault(match.wrong)
          else edits.push({ row, column, value: match.value, text: match.label })
        } else {
          const read = readTyped(column, text, { currency: column.currency?.(row) ?? 'EUR', today })
          if ('wrong' in read) fault(read.wrong)
          else edits.push({ row, column, value: read.value, text })
        }
      }
    } catch (error) {
      toastProblem(error)
      return
    } finally {
      setBusy(false)
    }
    if (found.length > 0) setFaults(found)
    else
      await write(
        edits.filter(({ row, column, value }) => JSON.stringify(column.value(row) ?? null) !== JSON.stringify(value ?? null)),
      )
  }

  /** The rows from a line on, heads of groups left out. */
  const rowsFrom = (line: number, count: number, until = lines.count) => {
    const rows: { line: number; row: Row | undefined }[] = []
    for (let at = line; rows.length < count && at < until; at++) {
      const here = lines.at(at)
      if (here?.kind === 'row') rows.push({ line: at, row: here.row })
    }
    return rows
  }

  return {
    faults,
    forget: () => setFaults([]),
    busy,
    write,
    paste: async (text: string, over: CellRange): Promise<CellRange | null> => {
      const block = spread(readBlock(text.replace(/\u00a0/g, ' ')), over)
      const wide = block[0]?.length ?? 0
      const rows = rowsFrom(over.top, block.length)
      const last = columns[columns.length - 1]
      if (rows.length < block.length || rows.some(({ row }) => row === undefined)) {
        toast(
          `Nothing was pasted: the block has ${block.length} rows, and only ${rows.filter(({ row }) => row).length} are loaded from here on.`,
          {
            tone: 'failed',
          },
        )
        return null
      }
      if (over.left + wide > columns.length || block.length * wide > mostCells) {
        const says = over.left + wide > columns.length ? `it reaches beyond ${last?.header}, the last column` : 'it is too large'
        toast(`Nothing was pasted: the block is ${wide} columns wide and ${block.length} rows long, and ${says}.`, {
          tone: 'failed',
        })
        return null
      }
      const wanted = rows.flatMap(({ line, row }, i) =>
        (block[i] ?? []).flatMap((cell, j) => {
          const column = columns[over.left + j]
          return row && column ? [{ place: { line, column: over.left + j }, row, column, text: cell }] : []
        }),
      )
      await writeTexts(wanted, [])
      return { top: over.top, bottom: rows.at(-1)?.line ?? over.top, left: over.left, right: over.left + wide - 1 }
    },
    empty: (range: CellRange) =>
      writeTexts(
        rowsFrom(range.top, Number.POSITIVE_INFINITY, range.bottom + 1).flatMap(({ line, row }) =>
          columns
            .slice(range.left, range.right + 1)
            .flatMap((column, j) => (row ? [{ place: { line, column: range.left + j }, row, column, text: '' }] : [])),
        ),
        [],
      ),
    fillDown: (range: CellRange) => {
      const [first, ...rest] = rowsFrom(range.top, Number.POSITIVE_INFINITY, range.bottom + 1)
      const from = first?.row
      if (!from) return
      void write(
        rest.flatMap(({ row }) =>
          columns
            .slice(range.left, range.right + 1)
            .flatMap((column) =>
              row && column.editable ? [{ row, column, value: column.value(from), text: column.text(from) }] : [],
            ),
        ),
      )
    },
    /** The texts of a block; null when some of its rows are not here. */
    read: (range: CellRange): string[][] | null => {
      const rows = rowsFrom(range.top, Number.POSITIVE_INFINITY, range.bottom + 1)
      if (rows.some(({ row }) => row === undefined)) return null
      return rows.flatMap(({ row }) =>
        row ? [columns.slice(range.left, range.right + 1).map((column) => copied(column, row))] : [],
      )
    },
  }
}
