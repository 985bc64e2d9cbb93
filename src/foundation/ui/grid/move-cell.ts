/** Where does a key lead from this cell? */
import type { CellPlace } from './grid-column.ts'

export interface GridSize {
  lines: number
  columns: number
  /** Lines in one screenful. */
  page: number
}

export interface Keyed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
}

/** The new place for a key that moves; null for any other. Column -1 is the edge where rows are chosen. */
export function moveCell(at: CellPlace, { key, ctrlKey, metaKey }: Keyed, { lines, columns, page }: GridSize): CellPlace | null {
  const far = ctrlKey || metaKey
  const line = (n: number) => ({ line: Math.max(0, Math.min(lines - 1, n)), column: at.column })
  const column = (n: number) => ({ line: Math.max(0, at.line), column: Math.max(-1, Math.min(columns - 1, n)) })
  switch (key) {
    case 'ArrowDown':
      return line(far ? lines - 1 : at.line + 1)
    case 'ArrowUp':
      return line(far ? 0 : at.line - 1)
    case 'ArrowRight':
      return column(far ? columns - 1 : at.column + 1)
    case 'ArrowLeft':
      return column(far ? 0 : at.column - 1)
    case 'PageDown':
      return line(at.line + page)
    case 'PageUp':
      return line(at.line - page)
    // On the edge a line is meant, in a cell its row: as in lists and as in spreadsheets.
    case 'Home':
      return far ? { line: 0, column: 0 } : at.column < 0 ? line(0) : column(0)
    case 'End':
      return far ? { line: lines - 1, column: columns - 1 } : at.column < 0 ? line(lines - 1) : column(columns - 1)
    default:
      return null
  }
}

/** Tab goes on in the row and breaks into the next; Enter goes down. Null: out of the grid. */
export function afterEdit(at: CellPlace, key: 'Enter' | 'Tab', back: boolean, { lines, columns }: GridSize): CellPlace | null {
  if (key === 'Enter') return { line: Math.max(0, Math.min(lines - 1, at.line + (back ? -1 : 1))), column: at.column }
  const flat = at.line * columns + at.column + (back ? -1 : 1)
  return flat < 0 || flat >= lines * columns ? null : { line: Math.floor(flat / columns), column: flat % columns }
}

export interface CellRange {
  top: number
  bottom: number
  left: number
  right: number
}

/** The rectangle between two cells. */
export const rangeOf = (a: CellPlace, b: CellPlace): CellRange => ({
  top: Math.min(a.line, b.line),
  bottom: Math.max(a.line, b.line),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
})
