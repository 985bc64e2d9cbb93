/** What does a field of a row read as? */
import type { RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import { formatMoney, formatNumber, formatShare } from './format-number.ts'
import { plainDay } from './relate-time.ts'

type ObjectField = RowObject['fields'][number]

/** The currency of a row's money. */
export const currencyOf = (field: ObjectField, row: ShownRow): string => {
  const code = field.currencyField === null ? field.currency : row.values[field.currencyField]
  return typeof code === 'string' && code !== '' ? code : 'EUR'
}

/** What a field of a row reads as. */
export function textOf(field: ObjectField, row: ShownRow, now: Date): string {
  const value = row.values[field.name]
  if (value === null || value === undefined) return ''
  switch (field.control) {
    case 'reference':
      return row.titles[field.name] ?? ''
    case 'choice':
      return field.choices.find((c) => c.value === value)?.label ?? String(value)
    case 'choices':
      return (Array.isArray(value) ? value : [])
        .map((one) => field.choices.find((c) => c.value === one)?.label ?? String(one))
        .join(', ')
    case 'money':
      return formatMoney(Number(value), currencyOf(field, row))
    case 'number':
      return formatNumber(Number(value), 6)
    case 'share':
      return formatShare(Number(value))
    case 'day':
      return plainDay(new Date(`${String(value)}T00:00:00Z`), now, 'UTC')
    case 'moment':
      return plainDay(new Date(String(value)), now)
    case 'yesNo':
      return value === true ? 'Yes' : 'No'
    default:
      return String(value)
  }
}
