/** How is any record's table spoken of in SQL? Its columns under one alias, the rows it refers to under others. */
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { snake } from '#foundation/contract/drift.ts'
import { fieldMeta, type OwnPlace } from '#foundation/contract/fields.ts'
import { isOwnName } from '#foundation/contract/own-field.ts'
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

/** A column of the rows asked for; of a field that the workspace added, the one of its values (`joinOwn` brings them). */
export function column({ record }: RowTable, name: string): RawBuilder<unknown> {
  const own = isOwnName(name) ? ownPlaceOf(record, name) : undefined
  return own ? sql`${sql.id(`o:${name}`)}.${sql.id(snake(own.column))}` : sql.ref(`t.${snake(name)}`)
}

const ownPlaceOf = (record: AnyRecord, name: string): OwnPlace | undefined => {
  const field = record.fields[name]
  return field ? fieldMeta(field as z.ZodType).own : undefined
}

/** The values of own fields, each joined under a name of its own: an index by field and value then finds and sorts rows. */
export function joinOwn({ record }: RowTable, workspaceId: string, names: Iterable<string>): RawBuilder<unknown> {
  const joins = [...new Set(names)].flatMap((name) => {
    const own = isOwnName(name) ? ownPlaceOf(record, name) : undefined
    if (!own) return []
    const as = sql.id(`o:${name}`)
    return [
      sql`left join ${sql.table(own.table)} as ${as} on ${as}.workspace_id = ${workspaceId}::uuid and ${as}.field_id = ${own.id}::uuid and ${as}.row_id = t.id`,
    ]
  })
  return joins.length ? sql.join(joins, sql` `) : sql``
}

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
