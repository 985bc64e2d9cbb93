/** Which fields of a record can a table show, sort, filter, group and sum? */
import { z } from 'zod'
import { bare, fieldMeta, isNullable } from './fields.ts'
import { operatorNames, operatorsOf } from './filter-operators.ts'
import type { AnyRecord } from './record.ts'

const controls = [
  'text',
  'longText',
  'choice',
  'number',
  'share',
  'day',
  'moment',
  'reference',
  'money',
  'yesNo',
  'choices',
] as const

/** One field, as a table of rows needs to know it. */
export const RowField = z.object({
  name: z.string(),
  label: z.string(),
  control: z.enum(controls),
  /** Whether a row may be without it. */
  empty: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  /** The table that a reference points to: "accounts", "members", "stages". */
  references: z.string().nullable(),
  /** For money: the field of the same row that says its currency. */
  currencyField: z.string().nullable(),
  /** For money with the same currency in every row. */
  currency: z.string().nullable(),
  /** A web address. */
  link: z.boolean(),
  /** A field that the workspace added; `required` is asked for in forms, `hidden` is not shown unless asked for. */
  own: z.object({ required: z.boolean(), hidden: z.boolean(), derived: z.boolean() }).nullable(),
  max: z.int().nullable(),
  sortable: z.boolean(),
  /** What may be asked of it in a filter; none when it cannot be filtered. */
  operators: z.array(z.enum(operatorNames)),
  groupable: z.boolean(),
  summable: z.boolean(),
})
export type RowField = z.output<typeof RowField>

/** A value of a choice as people read it: "inPerson" is "In person". */
export function labelOf(value: string): string {
  const spaced = value.replace(/[_.-]+/g, ' ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const shown = (control: string): control is RowField['control'] => (controls as readonly string[]).includes(control)
const groups: readonly string[] = ['choice', 'reference', 'yesNo', 'day', 'moment']

/** The fields of a record that a table can show, in the contract's order, then when a row was made and last changed. */
export function rowFieldsOf(record: AnyRecord): RowField[] {
  const { id: _, createdAt, updatedAt, ...own } = record.schema.shape
  return Object.entries({ ...own, createdAt, updatedAt }).flatMap(([name, check]) => {
    const field = check as z.ZodType
    const { control, label, references, max, labels, currency, link, own: place } = fieldMeta(field)
    if (!shown(control) || name === record.place || place?.isArchived) return []
    const kind = bare(field)
    const empty = isNullable(field)
    return [
      {
        name,
        label,
        control,
        empty,
        choices: labels
          ? labels.map(({ value, label: called }) => ({ value, label: called }))
          : kind instanceof z.ZodEnum
            ? kind.options.map((value) => ({ value: `${value}`, label: labelOf(`${value}`) }))
            : [],
        references: references ?? null,
        currencyField: control === 'money' && !currency && 'currency' in own ? 'currency' : null,
        currency: currency ?? null,
        link: link ?? false,
        own: place ? { required: place.isRequired, hidden: place.isHidden, derived: place.isDerived } : null,
        max: max ?? null,
        sortable: control !== 'longText' && control !== 'choices',
        operators: operatorsOf(control, { empty, references: references ?? null }),
        groupable: groups.includes(control),
        summable: control === 'money' || control === 'number',
      },
    ]
  })
}
