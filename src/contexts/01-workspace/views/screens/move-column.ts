/** In what order do columns stand after one of them has moved? */
import type { ShownColumn } from './view-state.ts'

/** The columns with one of them a step further. */
export function moveColumn(columns: readonly ShownColumn[], field: string, step: 1 | -1): readonly ShownColumn[] {
  const at = columns.findIndex((column) => column.field === field)
  const [from, to] = [columns[at], columns[at + step]]
  if (!from || !to) return columns
  return columns.map((column, i) => (i === at ? to : i === at + step ? from : column))
}
