/** What is a table told, and what does it tell? */
import type { ReactNode } from 'react'
import type { Column, Sort } from './table-column.ts'

export interface DataTableProps<Row extends object> {
  /** Named for screen readers: "Accounts". */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Enter, a click, or a new tab with Ctrl: the address of the record. */
  hrefOf?: (row: Row) => string
  /** In place of an address. */
  onOpen?: (row: Row) => void
  /** How many there are in all, when not all are loaded. */
  total?: number | null
  /** One and many, for the line at the foot: ["account", "accounts"]. */
  noun?: readonly [string, string]
  state?: 'ready' | 'loading' | 'error'
  error?: unknown
  onRetry?: () => void
  /** Shown when there are no rows. */
  empty?: ReactNode
  hasMore?: boolean
  onMore?: () => void
  loadingMore?: boolean
  /** Given together, the server sorts; otherwise the table does. */
  sort?: Sort | null
  onSort?: (sort: Sort | null) => void
  defaultSort?: Sort
  selected?: ReadonlySet<string>
  onSelect?: (ids: Set<string>) => void
  /** What can be done with the chosen rows. */
  selectedActions?: ReactNode
  density?: 'normal' | 'compact'
  /** Keeps the scroll position under this name. */
  place?: string
  /** j, k and Enter work without clicking into the table first. One table per page. */
  keys?: boolean
}

export interface TableGridProps<Row extends object> extends DataTableProps<Row> {
  sort: Sort | null
  onSort: (sort: Sort | null) => void
  /** Widths that a person has set, by column. */
  sizes: Readonly<Record<string, number>>
  setSizes: (sizes: Readonly<Record<string, number>>) => void
}
