/** What does one row of a table say, field by field, and which of its cells say nothing that can be kept? */
import { type DateOrder, decideDateOrder, decideDecimal } from './decide-date-order.ts'
import type { TableRecord } from './header-synonyms.ts'
import { type CellHints, readCell } from './read-cell.ts'
import { type Fillable, targetFields } from './target-fields.ts'

interface Column {
  at: number
  header: string
  field: Fillable
  hints: CellHints
}
export type Given = Record<string, unknown>
export interface RowRead {
  given: Given
  /** One sentence for each cell that was left out. */
  notes: string[]
}

/** How the columns of a table are read: its dates and numbers are decided by whole columns, not cell by cell. */
export function readColumns(
  record: TableRecord,
  headers: readonly string[],
  fields: Readonly<Record<string, string | null>>,
  sample: readonly (readonly string[])[],
  currency: string,
): Column[] {
  const days: string[] = []
  const cellsAt = (at: number) => sample.map((row) => row[at]?.trim() ?? '').filter(Boolean)
  const chosen = headers.flatMap((header, at) => {
    const field = targetFields[record].find((f) => f.name === fields[header])
    if (field?.kind === 'day') days.push(...cellsAt(at))
    return field ? [{ at, header, field }] : []
  })
  // A sum needs to know its currency: 1200 is 1,200.00 euros but 1,200 yen.
  chosen.sort((a, b) => Number(b.field.kind === 'currency') - Number(a.field.kind === 'currency'))
  // Dates of one table are written alike, so a column that does not tell follows the others.
  const whole = decideDateOrder(days)
  return chosen.map((column) => {
    const cells = cellsAt(column.at)
    const own = column.field.kind === 'day' ? decideDateOrder(cells) : null
    const dateOrder: DateOrder = own?.certain ? own.order : whole.order
    const hints = { dateOrder, decimal: decideDecimal(cells), currency, ...(column.field.max ? { max: column.field.max } : {}) }
    return { ...column, hints }
  })
}

/** Reads a row. A cell that cannot be read is left out, and said. */
export function readRow(columns: readonly Column[], cells: readonly string[]): RowRead {
  const given: Given = {}
  const notes: string[] = []
  for (const { at, header, field, hints } of columns) {
    const told = typeof given.currency === 'string' ? { ...hints, currency: given.currency } : hints
    const [cell = '', ...more] = valuesOf(field, header, (cells[at] ?? '').replace(asText, ''))
    if (more.length) notes.push(`${header} holds ${more.length + 1} values; the first was kept.`)
    const read = readCell(field.kind, cell, told)
    if ('problem' in read) notes.push(`${header} was left out: ${read.problem}`)
    else if (read.value !== null && typeof read.value === 'object') {
      given.amountMinor = read.value.amountMinor
      if (read.value.currency) given.currency ??= read.value.currency
    } else if (read.value !== null && outOfBounds(field, read.value))
      notes.push(`${header} was left out: ${String(read.value).slice(0, 60)} is out of range.`)
    else if (read.value !== null) given[field.name] = read.value
  }
  return { given, notes }
}

/** The apostrophe by which spreadsheets, and we, keep a cell from being taken for a formula. */
const asText = /^'(?=[=+\-@])/

/** Some cells list several values where we keep one: phones and domains, and what HubSpot says is associated. */
function valuesOf(field: Fillable, header: string, cell: string): string[] {
  const isList = field.kind === 'phone' || field.kind === 'domain' ? /[;,\n]/ : isAssociated(field, header) ? /;/ : null
  if (!isList?.test(cell)) return [cell]
  return cell
    .split(isList)
    .map((one) => one.trim())
    .filter(Boolean)
}

const isAssociated = ({ name }: Fillable, header: string): boolean =>
  name === 'accountExternalId' || (name === 'accountName' && /associated|assoziiert|verkn/i.test(header))

const outOfBounds = (field: Fillable, value: string | number | boolean): boolean =>
  typeof value === 'number'
    ? field.kind === 'integer' && (value < 0 || value > 2_147_483_647)
    : String(value).length > (field.max ?? 20_000)
