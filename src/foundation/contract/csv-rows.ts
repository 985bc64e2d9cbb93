/** How do rows stand in a table file? Names instead of ids, money in its own units with its currency beside it, the id last. */
import type { RowField } from './row-field.ts'
import type { ShownRow } from './shown-row.ts'

export interface CsvRows {
  header: string[]
  cellsOf: (row: ShownRow) => unknown[]
}

/** How many digits stand behind the point: 2 for EUR, none for JPY, 3 for KWD. */
function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** 1250050 and "EUR" is "12500.50"; exact, since it only moves the point. */
function unitsOf(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const at = text.length - digits
  return `${minor < 0 ? '-' : ''}${text.slice(0, at)}${digits ? `.${text.slice(at)}` : ''}`
}

const choicesOf = (field: RowField, value: unknown): string | null => {
  if (value === null || value === undefined) return null
  const called = (one: unknown) => field.choices.find((c) => c.value === one)?.label ?? String(one)
  return Array.isArray(value) ? value.map(called).join('; ') : called(value)
}

/** The columns of these fields, in order. */
export function csvRows(fields: readonly RowField[]): CsvRows {
  const columns = fields.flatMap((field): { label: string; cell: (row: ShownRow) => unknown }[] => {
    const own = (row: ShownRow) => row.values[field.name]
    if (field.control === 'reference') return [{ label: field.label, cell: (row) => row.titles[field.name] ?? own(row) }]
    if (field.control === 'choices' || (field.own && field.control === 'choice'))
      return [{ label: field.label, cell: (row) => choicesOf(field, own(row)) }]
    const { currencyField, currency } = field
    // Money with one currency in every row says it in its heading.
    if (currency !== null)
      return [
        {
          label: `${field.label} (${currency})`,
          cell: (row) => (typeof own(row) === 'number' ? unitsOf(Number(own(row)), currency) : null),
        },
      ]
    if (!currencyField) return [{ label: field.label, cell: own }]
    const currencyOf = (row: ShownRow) => String(row.values[currencyField] ?? '')
    const amount = (row: ShownRow) => (typeof own(row) === 'number' ? unitsOf(Number(own(row)), currencyOf(row)) : null)
    const label = fields.filter((f) => f.currencyField).length > 1 ? `${field.label} currency` : 'Currency'
    return [
      { label: field.label, cell: amount },
      { label, cell: (row) => (typeof own(row) === 'number' ? currencyOf(row) : null) },
    ]
  })
  return {
    header: [...columns.map((c) => c.label), 'Id'],
    cellsOf: (row) => [...columns.map((c) => c.cell(row)), row.id],
  }
}
