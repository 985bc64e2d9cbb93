/** How does the change history forget rows that are gone? The one write past the door: it takes values away and leaves who did what when. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import type { Family } from './find-family.ts'
import { forgetWords } from './index-words.ts'
import { deleteRows, updateRows } from './write-rows.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

/** Deletes a family for good: out of its tables, out of search, and its values out of the history. Rows that pointed at it point at nothing. */
export async function deleteForGood(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, family: Family): Promise<void> {
  const ws = ctx.actor.workspaceId
  for (const { record, field, ids } of family.pointers)
    await updateRows(
      ctx.db,
      record,
      ws,
      [field, 'updatedAt'],
      ids.map((id) => ({ id, [field]: null, updatedAt: ctx.now })),
    )
  for (const { record, ids } of family.members) {
    await deleteRows(ctx.db, record, ws, ids)
    await forgetWords(ctx.db, record, ws, ids)
    await forgetValues(ctx, ids)
  }
}

/** The different values of a field of some rows. */
export async function valuesOf(ctx: Reader, record: AnyRecord, field: string, ids: readonly string[]): Promise<string[]> {
  const column = sql.id(snake(field))
  const { rows } = await sql<{ value: string }>`select distinct ${column}::text as value from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${[...ids]}::uuid[]) and ${column} is not null`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows.map((row) => row.value)
}

/** Empties the values of every change of these rows. */
export async function forgetValues(ctx: Reader, rowIds: readonly string[]): Promise<void> {
  if (!rowIds.length) return
  await sql`update changes set before = null, after = null where workspace_id = ${ctx.actor.workspaceId}::uuid
    and row_id = any(${[...rowIds]}::uuid[]) and (before is not null or after is not null)`.execute(ctx.db.withoutPlugins())
}

/** Takes a name out of the reasons of the change sets that touched these rows: "Removed the account Acme". */
export async function forgetReasons(ctx: Reader, rowIds: readonly string[], name: string): Promise<void> {
  if (!rowIds.length || name.length < 2) return
  await sql`update change_sets s set reason = replace(s.reason, ${name}, '…') where s.workspace_id = ${ctx.actor.workspaceId}::uuid
    and strpos(s.reason, ${name}) > 0
    and s.id in (select c.change_set_id from changes c where c.workspace_id = ${ctx.actor.workspaceId}::uuid and c.row_id = any(${[...rowIds]}::uuid[]))`.execute(
    ctx.db.withoutPlugins(),
  )
}
