/** How is the trash read out of the change history? SQL in, rows out. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'

export interface RemovedRow {
  id: string
  rowId: string
  record: string
  title: string | null
  removedAt: string
  actorName: string
  reason: string
  changeSetId: string
}
export interface TrashAsked {
  records: readonly AnyRecord[]
  words: string | null
  before: string | null
  most: number
  /** Only what was removed before this moment. */
  until: string | null
  rowIds: readonly string[] | null
}

const titleOf = (records: readonly AnyRecord[]) =>
  sql`case c.record ${sql.join(
    records.map((r) => sql`when ${r.table} then c.before ->> ${r.title ?? 'name'}`),
    sql` `,
  )} end`
const like = (words: string) => `%${words.replace(/[\\%_]/g, (c) => `\\${c}`)}%`

/**
 * Rows whose last change is their removal by a person, newest first. Not those that went along: rows that pointed at another row which
 * the same change set removed; and not what an import or a rule took away.
 */
export async function findRemoved(ctx: Ctx, { records, words, before, most, until, rowIds }: TrashAsked): Promise<RemovedRow[]> {
  const ws = ctx.actor.workspaceId
  const title = titleOf(records)
  const { rows } = await sql<RemovedRow>`
    select c.id, c.row_id as "rowId", c.record, ${title} as title, c.created_at as "removedAt",
      s.actor_name as "actorName", s.reason, c.change_set_id as "changeSetId"
    from changes c join change_sets s on s.workspace_id = c.workspace_id and s.id = c.change_set_id
    where c.workspace_id = ${ws}::uuid and s.workspace_id = ${ws}::uuid and c.deed = 'removed' and c.before is not null and s.cause_kind is null
      and c.record = any(${records.map((r) => r.table)}::text[])
      ${before ? sql`and c.id < ${before}::uuid` : sql``}
      ${until ? sql`and c.created_at < ${until}::timestamptz` : sql``}
      ${rowIds ? sql`and c.row_id = any(${[...rowIds]}::uuid[])` : sql``}
      ${words ? sql`and ${title} ilike ${like(words)}` : sql``}
      and not exists (select 1 from changes l where l.workspace_id = ${ws}::uuid and l.row_id = c.row_id and l.id > c.id)
      and not exists (select 1 from jsonb_each_text(c.before) f
        join changes p on p.workspace_id = ${ws}::uuid and p.deed = 'removed'
          and p.row_id = case when f.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then f.value::uuid end
        where f.key <> 'id' and p.change_set_id = c.change_set_id and p.row_id <> c.row_id)
    order by c.id desc limit ${most}`.execute(ctx.db.withoutPlugins())
  return rows
}

/** How many rows of each record some change sets removed. */
export async function countRemoved(
  ctx: Ctx,
  setIds: string[],
): Promise<{ changeSetId: string; record: string; count: number }[]> {
  const { rows } = await sql<{ changeSetId: string; record: string; count: number }>`
    select change_set_id as "changeSetId", record, count(*)::int as count from changes
    where workspace_id = ${ctx.actor.workspaceId}::uuid and change_set_id = any(${setIds}::uuid[]) and deed = 'removed'
    group by 1, 2`.execute(ctx.db.withoutPlugins())
  return rows
}

export interface SetRow {
  record: string
  rowId: string
  deed: 'created' | 'changed' | 'removed'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** Everything a change set did, in order. */
export async function rowsOfSet(ctx: Ctx, setId: string): Promise<SetRow[]> {
  const { rows } = await sql<SetRow>`select record, row_id as "rowId", deed, before, after from changes
    where workspace_id = ${ctx.actor.workspaceId}::uuid and change_set_id = ${setId}::uuid order by position`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows
}

/** One field of some rows, as it is now. */
export async function valuesNow(
  ctx: Ctx,
  table: string,
  field: string,
  ids: string[],
): Promise<{ id: string; value: unknown }[]> {
  const { rows } = await sql<{ id: string; value: unknown }>`select id, ${sql.id(snake(field))} as value from ${sql.table(table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(ctx.db.withoutPlugins())
  return rows
}

/** How a row is called. */
export async function titleNow(ctx: Ctx, record: AnyRecord, id: string): Promise<string | null> {
  const { rows } = await sql<{
    title: string
  }>`select ${sql.id(snake(record.title ?? 'id'))}::text as title from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = ${id}::uuid`.execute(ctx.db.withoutPlugins())
  return rows[0]?.title ?? null
}

/** For how many days the trash is kept by the workspace's own rule; nothing when it has none. */
export async function trashRule(ctx: Ctx): Promise<{ days: number; isOn: boolean } | undefined> {
  const { rows } = await sql<{ days: number; isOn: boolean }>`select days, is_on as "isOn" from retention_rules
    where workspace_id = ${ctx.actor.workspaceId}::uuid and kind = 'trash'`.execute(ctx.db.withoutPlugins())
  return rows[0]
}
