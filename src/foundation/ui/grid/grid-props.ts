/** What is a record grid told, and what does it tell? */
import type { ReactNode } from 'react'
import type { Option } from '../fit-options.ts'
import type { MenuItem } from '../MenuPopup.tsx'
import type { Sort } from '../table-column.ts'
import type { CellEdit, GridColumn } from './grid-column.ts'
import type { GridSegment } from './grid-lines.ts'

/** Chosen rows: these, or all that match but these. */
export interface Chosen {
  all: boolean
  ids: ReadonlySet<string>
}
export const nothingChosen: Chosen = { all: false, ids: new Set() }
export const isChosen = ({ all, ids }: Chosen, id: string): boolean => ids.has(id) !== all
export const countChosen = ({ all, ids }: Chosen, total: number | null): number =>
  all ? Math.max(0, (total ?? 0) - ids.size) : ids.size

export type CellMarks = ReadonlyMap<string, { by: string; columns: ReadonlySet<string> }>

export interface RecordGridProps<Row extends object> {
  /** Named for screen readers: "Accounts". */
  label: string
  columns: readonly GridColumn<Row>[]
  segments: readonly GridSegment<Row>[]
  rowId: (row: Row) => string
  /** What a row is called where one is spoken of. */
  rowName: (row: Row) => string
  hrefOf: (row: Row) => string
  /** How many there are in all; null until it is counted. */
  total: number | null
  noun: readonly [string, string]
  sort: Sort | null
  onSort: (sort: Sort | null) => void
  sizes: Readonly<Record<string, number>>
  onSize: (column: string, width: number | undefined) => void
  /** Puts a column before another; null is the end. */
  onOrder: (column: string, before: string | null) => void
  /** What else can be done with a column. */
  columnMenu?: (column: GridColumn<Row>) => readonly MenuItem[]
  onToggleGroup?: (segment: string) => void
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
  chosenActions?: ReactNode
  /** Writes all of them or none. */
  onEdit: (edits: readonly CellEdit<Row>[]) => Promise<void>
  onUndo?: () => void
  onRedo?: () => void
  /** Options of a reference as one types. */
  ask: (column: GridColumn<Row>, text: string) => Promise<readonly Option[]>
  /** Cells that somebody else has just changed: the columns by row, and who. */
  marks?: CellMarks | undefined
  /** Rows that are no longer there, or no longer among those meant; they keep their place until the list is asked again. */
  gone?: ReadonlySet<string> | undefined
  /** In the foot: what came while one looks. */
  news?: ReactNode
  /** At the right of the foot: sums. */
  totals?: ReactNode
  /** What is asked, as a name: the scroll position is kept under it, and another question begins at the top. */
  place: string
  /** Today in the reader's zone, YYYY-MM-DD. */
  today: string
}
