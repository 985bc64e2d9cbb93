/** Which rows come back, without what reference, and what keeps them from coming back? */

import type { z } from 'zod'
import { isNullable } from '#foundation/contract/fields.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'

type Fields = Record<string, unknown>
export interface Returning {
  record: AnyRecord
  rowId: string
  row: Fields
}
export interface Reference {
  table: string
  field: string
  id: string
}

/** The references of a row that its record declares, to tables that are kept. */
export const referencesOf = (
  record: AnyRecord,
  row: Fields,
  pointing: (record: AnyRecord, field: string) => string | undefined,
): Reference[] =>
  Object.keys(record.fields).flatMap((field) => {
    const [table, id] = [pointing(record, field), row[field]]
    return table && typeof id === 'string' ? [{ table, field, id }] : []
  })

/**
 * Rows as they can come back: what may point at nothing and points at what is gone, comes back pointing at nothing.
 * `missing` names the references that must be there and are not.
 */
export function planReturn(
  rows: readonly Returning[],
  isGone: (row: Returning) => Reference[],
): {
  rows: Returning[]
  missing: { row: Returning; reference: Reference }[]
  loosened: { row: Returning; reference: Reference }[]
} {
  const [missing, loosened]: [{ row: Returning; reference: Reference }[], { row: Returning; reference: Reference }[]] = [[], []]
  const planned = rows.map((row) => {
    const set: Fields = {}
    for (const reference of isGone(row)) {
      if (isNullable(row.record.fields[reference.field] as z.ZodType)) {
        set[reference.field] = null
        loosened.push({ row, reference })
      } else missing.push({ row, reference })
    }
    return { ...row, row: { ...row.row, ...set } }
  })
  return { rows: planned, missing, loosened }
}
