/** What may a column of a table say about itself? */
import type { ReactNode } from 'react'

export type SortValue = string | number | boolean | null | undefined

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** What it is sorted by; a column without it is not sortable unless `sortable` says that the server sorts. */
  value?: (row: Row) => SortValue
  sortable?: boolean
  /** Pixels; one column with `grow` takes what is left. */
  width?: number
  minWidth?: number
  grow?: boolean
  /** Numbers stand at the end, in tabular figures. */
  align?: 'start' | 'end'
  /** Where it goes in the phone's list: the title, the line under it, at the right, or nowhere. */
  phone?: 'title' | 'line' | 'aside' | 'hide'
}

export interface Sort {
  column: string
  descending: boolean
}

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Orders two sort values as a person expects: 2 before 10, "ä" beside "a", false before true. */
export function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'string' && typeof b === 'string') return order.compare(a, b)
  return Number(a) - Number(b)
}

/** The rows in the order of one column; rows without a value come last either way, equal ones keep their order. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort): readonly Row[] {
  const value = columns.find((c) => c.id === sort.column)?.value
  if (!value) return rows
  const way = sort.descending ? -1 : 1
  return rows
    .map((row) => ({ row, value: value(row) ?? null }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return way * compareValues(a.value, b.value)
    })
    .map((kept) => kept.row)
}

/** What a press on a head asks for: first the useful way (largest number, first letter), then the other, then none. */
export function nextSort(column: string, isNumber: boolean, now: Sort | null): Sort | null {
  if (now?.column !== column) return { column, descending: isNumber }
  return now.descending === isNumber ? { column, descending: !isNumber } : null
}

/** The widths of a row as a grid template; the growing column shares what is left unless a person has set it. */
export function templateOf(
  columns: readonly { id: string; width: number; grow: boolean }[],
  resized: Readonly<Record<string, number>>,
  selectable: boolean,
): string {
  const growing = columns.find((c) => c.grow && resized[c.id] === undefined) ?? columns[columns.length - 1]
  const tracks = columns.map((c) => {
    const width = `${resized[c.id] ?? c.width}px`
    return c === growing ? `minmax(${width}, 1fr)` : width
  })
  return [...(selectable ? ['36px'] : []), ...tracks].join(' ')
}

/** The new place in a list for a key that moves; null for any other key. */
export function stepTo(key: string, from: number, count: number, page: number): number | null {
  const clamp = (n: number) => Math.max(0, Math.min(count - 1, n))
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return clamp(from + 1)
    case 'k':
    case 'ArrowUp':
      return clamp(from < 0 ? 0 : from - 1)
    case 'PageDown':
      return clamp(from + page)
    case 'PageUp':
      return clamp(from - page)
    case 'Home':
      return clamp(0)
    case 'End':
      return clamp(count - 1)
    default:
      return null
  }
}
