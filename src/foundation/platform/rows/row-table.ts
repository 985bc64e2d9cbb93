/** How is any record's table spoken of in SQL? Its columns under one alias, the rows it refers to under others. */
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { snake } from '#foundation/contract/drift.ts'
import { fieldMeta } from '#foundation/contract/fields.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { type RowField, rowFieldsOf } from '#foundation/contract/row-field.ts'
import type { Ctx } from '../context.ts'

/** Where and when somebody asks: what "me", "today" and a moment's day mean. */
export interface Asker {
  workspaceId: string
  memberId: string | null
  /** YYYY-MM-DD in the workspace's time zone. */
  today: string
  timeZone: string
}

/** Rows of one record, as they may be asked for. */
export interface RowTable {
  record: AnyRecord
  fields: ReadonlyMap<string, RowField>
}
export const rowTable = (record: AnyRecord): RowTable => ({
  record,
  fields: new Map(rowFieldsOf(record).map((f) => [f.name, f])),
})

/** A column of the rows asked for. */
export const column = (name: string): RawBuilder<unknown> => sql.ref(`t.${snake(name)}`)

/** The PostgreSQL type of a field. */
export const typeOf = (record: AnyRecord, name: string): RawBuilder<unknown> =>
  sql.raw(fieldMeta(record.schema.shape[name] as z.ZodType).column)

/** What a row of a record is called under an alias: its title, with that of the row it stands in where another has the same title. */
export function titleSql(records: Ctx['records'], record: AnyRecord, alias: string): RawBuilder<string> {
  const at = (name: string, of = alias) => sql.ref(`${of}.${snake(name)}`)
  const title = record.title ?? 'id'
  const within = record.within && records.get(fieldMeta(record.fields[record.within] as z.ZodType).references ?? '')
  if (!within || !record.within) return sql<string>`${at(title)}`
  return sql<string>`case when exists (select 1 from ${sql.table(record.table)} as d where d.workspace_id = ${at('workspaceId')}
    and ${at(title, 'd')} = ${at(title)} and d.id <> ${at('id')}) then ${at(title)} || coalesce(' (' || (select ${at(within.title ?? 'id', 'w')}
    from ${sql.table(within.table)} as w where w.workspace_id = ${at('workspaceId')} and w.id = ${at(record.within)}) || ')', '') else ${at(title)} end`
}

/** What names a row that a field refers to, and in which order such rows stand; null when that is no record of ours. */
export function referred(ctx: Pick<Ctx, 'records'>, field: RowField): { record: AnyRecord; title: string; rank: string } | null {
  const record = field.references === null ? undefined : ctx.records.get(field.references)
  return record?.title ? { record, title: record.title, rank: record.rank ?? record.title } : null
}
