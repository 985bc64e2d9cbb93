/** Where do the migrated database and the contracts disagree? Empty = one truth. */
import type { z } from 'zod'
import { fieldMeta, isNullable } from './fields.ts'
import type { AnyRecord } from './record.ts'

export interface Column {
  table: string
  column: string
  type: string
  nullable: boolean
}
/** camelCase as a column is named. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** A column as a field is named. */
export const camel = (column: string): string => column.replace(/_([a-z])/g, (_, c: string) => c.toUpperCase())

/** The columns that a record's contract asks for; every tenant row also says its workspace. */
export const columnsOf = (r: AnyRecord): Column[] => [
  { table: r.table, column: 'workspace_id', type: 'uuid', nullable: false },
  ...Object.entries(r.schema.shape).map(([name, field]) => ({
    table: r.table,
    column: snake(name),
    type: fieldMeta(field as z.ZodType).column,
    nullable: isNullable(field as z.ZodType),
  })),
]

/** Says each column that stands in one and not in the other. */
export function drift(records: AnyRecord[], columns: Column[]): string[] {
  const tables = new Set(records.map((r) => r.table))
  const show = (c: Column) => `${c.table}.${c.column} ${c.type}${c.nullable ? '' : ' not null'}`
  const asked = new Set(records.flatMap(columnsOf).map(show))
  const found = new Set(columns.filter((c) => tables.has(c.table)).map(show))
  return [
    ...[...asked].filter((c) => !found.has(c)).map((c) => `missing in the database: ${c}`),
    ...[...found].filter((c) => !asked.has(c)).map((c) => `unknown to the contracts: ${c}`),
  ]
}
