/** What may a formula of a record speak of, and how does a value of a row read in it? */
import type { z } from 'zod'
import { type FieldMeta, fieldMeta } from '../fields.ts'
import { isOwnName, ownName } from '../own-field.ts'
import type { AnyRecord } from '../record.ts'
import { labelOf } from '../row-field.ts'
import type { Kind, Value } from './functions.ts'

export interface FormulaField {
  /** The field of the row. */
  name: string
  label: string
  kind: Kind
  meta: FieldMeta
}

const kinds: Readonly<Record<string, Kind>> = {
  text: 'text',
  longText: 'text',
  choice: 'text',
  choices: 'text',
  number: 'number',
  share: 'number',
  money: 'money',
  day: 'day',
  moment: 'day',
  yesNo: 'yesNo',
}

/** By the words that a formula uses: money is in whole units, so amountMinor is amount too; own fields go by their key, by custom.key where a field of the record is called the same. */
export function formulaFields(record: AnyRecord): Map<string, FormulaField> {
  const found = new Map<string, FormulaField>()
  const { createdAt, updatedAt } = record.schema.shape
  const all = Object.entries({ ...record.fields, createdAt, updatedAt }).flatMap(([name, field]) => {
    const meta = fieldMeta(field as z.ZodType)
    const kind = kinds[meta.control]
    return kind && !meta.own?.isArchived && name !== record.place ? [{ name, label: meta.label, kind, meta }] : []
  })
  for (const field of all) found.set(field.name, field)
  for (const field of all) {
    const short = isOwnName(field.name) ? field.name.slice(ownName('').length) : field.name.replace(/Minor$/, '')
    if (!found.has(short)) found.set(short, field)
  }
  return found
}

const digits = new Map<string, number>()
/** How many digits a currency has behind the point. */
export function minorDigits(currency: string): number {
  const known = digits.get(currency)
  if (known !== undefined) return known
  let found = 2
  try {
    found = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    // A code that no standard knows has two, as most have.
  }
  digits.set(currency, found)
  return found
}

/** The currency of a row's money in a field. */
export const currencyIn = (meta: FieldMeta, row: Readonly<Record<string, unknown>>): string =>
  meta.currency ?? (typeof row.currency === 'string' ? row.currency : 'EUR')

/** A value as a formula reads it: money in whole units, choices by what they are called, a moment by its day in UTC. */
export function formulaValue({ name, meta }: FormulaField, row: Readonly<Record<string, unknown>>): Value {
  const value = row[name]
  if (value === null || value === undefined) return null
  const called = (one: unknown) => meta.labels?.find((c) => c.value === one)?.label ?? labelOf(String(one))
  switch (meta.control) {
    case 'money':
      return Number(value) / 10 ** minorDigits(currencyIn(meta, row))
    case 'moment':
      return new Date(String(value)).toISOString().slice(0, 10)
    case 'choice':
      return called(value)
    case 'choices':
      return (value as unknown[]).map(called).join(', ')
    default:
      return value as Value
  }
}
