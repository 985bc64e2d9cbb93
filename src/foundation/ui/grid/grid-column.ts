/** What may a column of a record grid say about itself? A contract field, read as a spreadsheet's column. */
import type { ReactNode } from 'react'
import type { FormField } from '../form-values.ts'

export interface GridColumn<Row> {
  id: string
  header: string
  control: FormField['control']
  /** What is stored: typed as the control says. */
  value: (row: Row) => unknown
  /** What it reads as, and what is copied. */
  text: (row: Row) => string
  /** A richer look than its text. */
  look?: ((row: Row) => ReactNode) | undefined
  choices?: readonly { value: string; label: string }[] | undefined
  /** False for what follows from other fields or is written elsewhere. */
  editable: boolean
  required?: boolean | undefined
  max?: number | undefined
  /** Three letters, for money. */
  currency?: ((row: Row) => string) | undefined
  sortable: boolean
  width: number
  grow?: boolean | undefined
  phone: 'title' | 'line' | 'aside' | 'hide'
}

/** Numbers stand at the end, in tabular figures. */
export const standsAtEnd = (control: FormField['control']): boolean =>
  control === 'number' || control === 'money' || control === 'share'

/** One cell to write. */
export interface CellEdit<Row> {
  row: Row
  column: GridColumn<Row>
  value: unknown
  /** What it reads as until the server has answered. */
  text: string
}

/** A cell by its place: the line in the grid, and the column (-1 is the edge where rows are chosen). */
export interface CellPlace {
  line: number
  column: number
}
