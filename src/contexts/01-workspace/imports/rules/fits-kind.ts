/** Do these cells look like what a field of this kind holds? */
import { decideDateOrder, decideDecimal } from './decide-date-order.ts'
import { type CellKind, readCell } from './read-cell.ts'

const SYSTEM_ID = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[0-9a-zA-Z]{15}(?:[0-9a-zA-Z]{3})?$/

/** The share of cells, 0..1, that a field of the kind can take. Cells must not be empty. Text takes all but numbers and keys. */
export function fitsKind(cells: readonly string[], kind: CellKind): number {
  if (kind === 'text' || kind === 'longText') {
    // Names and titles are words; a column of keys or of sums under such a header is another thing, though an id may be digits.
    return (
      share(cells, (cell) => !SYSTEM_ID.test(cell)) * 0.7 + 0.3 * share(cells, (cell) => /\p{L}/u.test(cell) || cell.length < 12)
    )
  }
  const hints = { dateOrder: decideDateOrder(cells).order, decimal: decideDecimal(cells) }
  return share(cells, (cell) => 'value' in readCell(kind, cell, hints) && !(kind === 'url' && !/[./]/.test(cell)))
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
}
