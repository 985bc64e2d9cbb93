/** Which rows stand in a group, and what is the group called? */
import type { Filter } from '#foundation/contract/filter.ts'
import type { RowGroup, RowObject } from '#foundation/contract/shown-row.ts'
import { formatMoney, formatNumber } from '#foundation/ui/format-number.ts'
import { dayAfter } from '#foundation/ui/grid/read-day.ts'
import type { ObjectField } from './row-columns.ts'

export const keyOf = (key: RowGroup['key']): string => (key === null ? 'none' : String(key))

/** Both filters at once. */
export const both = (one: Filter | null | undefined, other: Filter | null | undefined): Filter | null =>
  one && other ? { all: [one, other] } : (one ?? other ?? null)

/** The rows of a group, as a filter. Days are grouped by months. */
export function filterOfGroup(field: ObjectField, key: RowGroup['key']): Filter {
  if (key === null) return { field: field.name, is: 'isEmpty' }
  if (field.control === 'yesNo') return { field: field.name, is: 'is', value: key === true || key === 'true' }
  if (field.control === 'day' || field.control === 'moment') {
    const first = String(key)
    return { field: field.name, is: 'between', value: [first, lastOfMonth(first)] }
  }
  return { field: field.name, is: 'isAnyOf', value: [String(key)] }
}

/** The last day of a day's month. */
export function lastOfMonth(day: string): string {
  const [year = 1970, month = 1] = day.split('-').map(Number)
  return dayAfter(`${month === 12 ? year + 1 : year}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}-01`, -1)
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export function titleOfGroup(field: ObjectField, group: Pick<RowGroup, 'key' | 'title'>): string {
  const { key, title } = group
  if (key === null) return `No ${field.label.toLowerCase()}`
  if (field.control === 'yesNo') return key === true || key === 'true' ? 'Yes' : 'No'
  if (field.control === 'choice') return field.choices.find((c) => c.value === key)?.label ?? String(key)
  if (field.control === 'day' || field.control === 'moment')
    return monthName.format(new Date(`${String(key).slice(0, 10)}T00:00:00Z`))
  return title ?? 'One that is not shown'
}

type Sums = RowGroup['sums']

/** "€1.2M + $30,000": the money of some rows, in each currency; plain numbers by their name. */
export function saySums(object: RowObject, sums: Sums, shown: ReadonlySet<string>): string[] {
  return object.fields
    .filter(({ name, summable }) => summable && shown.has(name))
    .flatMap((field) => {
      const own = sums.filter((sum) => sum.field === field.name && sum.sum !== 0)
      if (own.length === 0) return []
      if (field.control !== 'money')
        return [
          `${field.label} ${formatNumber(
            own.reduce((all, one) => all + one.sum, 0),
            0,
          )}`,
        ]
      return [own.map(({ sum, currency }) => formatMoney(sum, currency ?? 'EUR', true)).join(' + ')]
    })
}

/** The sums of several groups together. */
export function addSums(all: readonly Sums[]): Sums {
  const totals = new Map<string, Sums[number]>()
  for (const one of all.flat()) {
    const key = `${one.field} ${one.currency}`
    const before = totals.get(key)
    totals.set(key, before ? { ...before, sum: before.sum + one.sum } : one)
  }
  return [...totals.values()]
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
