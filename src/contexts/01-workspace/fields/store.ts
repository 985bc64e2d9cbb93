/** How are the values of one field found? SQL in, rows out. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import { type FieldRow, keptType, valueColumn } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'

export interface ValueRow {
  rowId: string
  /** What the row is called that has the value. */
  title: string
  value: unknown
  /** What the row is called that the value refers to. */
  refersTo: string | null
}

const referredTable: Readonly<Record<string, string>> = {
  account: 'accounts',
  person: 'people',
  opportunity: 'opportunities',
  member: 'members',
}

/** The values of a field, at most so many. */
export async function valuesOfField(ctx: Ctx, record: AnyRecord, field: FieldRow, most: number): Promise<ValueRow[]> {
  const type = keptType(field)
  const to = ctx.records.get(referredTable[type] ?? '')
  const at = sql`v.${sql.id(snake(valueColumn(type)))}`
  const refers = to
    ? sql`(select r.${sql.id(snake(to.title ?? 'id'))} from ${sql.table(to.table)} r where r.workspace_id = ${ctx.actor.workspaceId}::uuid and r.id = ${at})`
    : sql`null::text`
  const { rows } =
    await sql<ValueRow>`select v.row_id as "rowId", t.${sql.id(snake(record.title ?? 'id'))} as title, ${at} as value, ${refers} as "refersTo"
    from ${sql.table(record.own ?? '')} v join ${sql.table(record.table)} t on t.workspace_id = ${ctx.actor.workspaceId}::uuid and t.id = v.row_id
    where v.workspace_id = ${ctx.actor.workspaceId}::uuid and v.field_id = ${field.id}::uuid and ${at} is not null
    order by v.row_id limit ${most}`.execute(ctx.db.withoutPlugins())
  return rows
}
