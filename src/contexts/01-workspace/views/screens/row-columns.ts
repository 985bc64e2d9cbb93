/** How does a field of an object become a column of the grid? */
import { createElement, type ReactNode } from 'react'
import type { RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import type { GridColumn } from '#foundation/ui/grid/grid-column.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { relateDay, relateTime } from '#foundation/ui/relate-time.ts'
import { currencyOf, textOf } from '#foundation/ui/text-of-field.ts'
import type { ShownColumn } from './view-state.ts'

export type ObjectField = RowObject['fields'][number]
/** Richer looks of single fields, given by the page that knows what they mean. */
export type FieldLooks = Readonly<Record<string, (row: ShownRow) => ReactNode>>

const widths: Readonly<Partial<Record<ObjectField['control'], number>>> = {
  longText: 260,
  reference: 200,
  number: 110,
  share: 100,
  money: 130,
  day: 140,
  moment: 160,
  yesNo: 90,
  choice: 140,
}

function lookOf(field: ObjectField, now: Date): ((row: ShownRow) => ReactNode) | undefined {
  if (field.link)
    return (row) => {
      const value = row.values[field.name]
      const isSafe = typeof value === 'string' && /^https?:/.test(value)
      return (
        isSafe &&
        createElement(Link, { href: value, target: '_blank', rel: 'noreferrer', tabIndex: -1 }, value.replace(/^https?:\/\//, ''))
      )
    }
  if (field.control !== 'day' && field.control !== 'moment') return undefined
  return (row) => {
    const value = row.values[field.name]
    if (typeof value !== 'string') return null
    return field.control === 'day' ? relateDay(value, now) : relateTime(new Date(value), now)
  }
}

/** The columns that are shown, in their order. */
export function columnsOf(
  object: RowObject,
  shown: readonly ShownColumn[],
  now: Date,
  looks: FieldLooks,
): GridColumn<ShownRow>[] {
  const fields = new Map(object.fields.map((field) => [field.name, field]))
  // The title leads to the record: it is always the first.
  const names = [object.title, ...shown.map(({ field }) => field).filter((name) => name !== object.title)]
  return names.flatMap((name, i) => {
    const field = fields.get(name)
    if (!field) return []
    return [
      {
        id: name,
        header: field.label,
        control: field.control,
        value: (row: ShownRow) => row.values[name] ?? null,
        text: (row: ShownRow) => textOf(field, row, now),
        look: looks[name] ?? lookOf(field, now),
        choices: field.choices,
        editable: field.editable,
        required: !field.empty,
        max: field.max ?? undefined,
        currency: (row: ShownRow) => currencyOf(field, row),
        sortable: field.sortable,
        width: i === 0 ? 240 : (widths[field.control] ?? 180),
        grow: i === 0,
        phone: i === 0 ? 'title' : i === 1 ? 'aside' : i < 4 ? 'line' : 'hide',
      } satisfies GridColumn<ShownRow>,
    ]
  })
}
