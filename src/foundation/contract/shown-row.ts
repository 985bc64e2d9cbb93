/** How do objects, rows and groups of rows of any record read, wherever they are shown? */
import { z } from 'zod'
import { FieldConflict } from './problem.ts'
import { named } from './record.ts'
import { RowField } from './row-field.ts'

/** An object that has rows: what it is called, and what can be done with its fields. */
export const RowObject = named(
  'object with rows',
  z.object({
    name: z.string(),
    noun: z.string(),
    plural: z.string(),
    /** The field that names a row. */
    title: z.string(),
    /** The sort when none is asked for. */
    sort: z.string(),
    /** Whether cards of a board keep the order that people give them; then "position" is a sort. */
    keepsOrder: z.boolean(),
    mayRemove: z.boolean(),
    fields: z.array(RowField.extend({ editable: z.boolean() })),
  }),
)
export type RowObject = z.output<typeof RowObject>

/** One row: its values by field, and the titles of the rows that it refers to, by field ({ accountId: "Acme" }). */
export const ShownRow = named(
  'row',
  z.object({
    id: z.uuid(),
    updatedAt: z.string(),
    values: z.record(z.string(), z.unknown()),
    titles: z.record(z.string(), z.string()),
  }),
)
export type ShownRow = z.output<typeof ShownRow>

/** A row that was left as it is, and why; with the field at fault where there is one. */
export const RefusedRow = named(
  'refused row',
  z.object({
    id: z.uuid(),
    field: z.string().nullable(),
    why: z.string(),
    /** Fields that somebody else changed in between, with both values. */
    conflicts: z.array(FieldConflict).optional(),
  }),
)
export type RefusedRow = z.output<typeof RefusedRow>

/** Rows that have the same value in a field: how many, and what their numbers add up to (money by its currency). */
export const RowGroup = named(
  'group of rows',
  z.object({
    /** A choice, an id, true or false, the first day of a span; null for rows without a value. */
    key: z.union([z.string(), z.boolean(), z.null()]),
    title: z.string().nullable(),
    count: z.int(),
    sums: z.array(z.object({ field: z.string(), currency: z.string().nullable(), sum: z.number() })),
  }),
)
export type RowGroup = z.output<typeof RowGroup>
