/** Which columns does a record have in a table file, and how is one row written? (RFC 4180) */
import type { z } from 'zod'
import { fieldMeta } from './fields.ts'
import type { AnyRecord } from './record.ts'

export interface CsvColumn {
  name: string
  label: string
}
/** The columns of a record in a table file; structured fields stay out. */
export const csvColumns = (r: AnyRecord): CsvColumn[] =>
  Object.entries(r.schema.shape)
    .map(([name, field]) => ({ name, meta: fieldMeta(field as z.ZodType) }))
    .filter(({ meta }) => meta.column !== 'jsonb')
    .map(({ name, meta }) => ({ name, label: meta.label }))

const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value)
  // A cell that a spreadsheet would run as a formula is quoted with a leading apostrophe (OWASP CSV injection).
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[-+]?[\d.,]+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a table file, without its line end. */
export const csvLine = (cells: readonly unknown[]): string => cells.map(cell).join(',')
