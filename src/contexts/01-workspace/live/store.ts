/** How are live events noted and read? SQL in, rows out. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import { makeId } from '#foundation/kernel/id.ts'
import type { Ctx } from '#foundation/platform/context.ts'

/** What listening processes are told on: the workspace in which something changed. */
export const liveChannel = 'rapport_live'
/** So long a browser may be away and still learn what it missed. */
export const keptMs = 86_400_000

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>
const firstId = (ms: number): string => makeId(ms, new Uint8Array(10))

/** Notes a change set for whoever listens, wakes them when it commits, and forgets two of the oldest: one statement. */
export async function noteLive(ctx: Ctx, changeSetId: string): Promise<void> {
  const ws = ctx.actor.workspaceId
  await sql`with old as (
      select id from live_events where workspace_id = ${ws}::uuid and id < ${firstId(Date.parse(ctx.now) - keptMs)}::uuid
      order by id limit 2 for update skip locked),
    gone as (delete from live_events e using old where e.workspace_id = ${ws}::uuid and e.id = old.id),
    noted as (insert into live_events (workspace_id, id, created_at, updated_at, change_set_id, xact)
      values (${ws}::uuid, ${ctx.id()}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${changeSetId}::uuid, pg_current_xact_id()::text::bigint))
    select pg_notify(${liveChannel}, ${ws})`.execute(ctx.db.withoutPlugins())
}

export interface ToldSet {
  id: string
  at: string
  memberId: string | null
  by: string
  rows: number
}

/**
 * The change sets of transactions from `after` on, and where the next reading begins: at the oldest transaction under way now.
 * @param after null: those of the last moments
 */
export async function setsSince(
  ctx: Reader,
  after: number | null,
  { recentMs, most }: { recentMs: number; most: number },
): Promise<{ low: number; high: number; sets: ToldSet[] }> {
  const ws = ctx.actor.workspaceId
  const from = after === null ? sql`e.id >= ${firstId(Date.parse(ctx.now) - recentMs)}::uuid` : sql`e.xact >= ${after}::bigint`
  const { rows } = await sql<ToldSet & { low: number; high: number }>`
    with now as materialized (select pg_snapshot_xmin(s)::text::bigint as low, pg_snapshot_xmax(s)::text::bigint as high from pg_current_snapshot() s)
    select now.low, now.high, told.* from now left join lateral (
      select s.id, s.created_at as at, s.member_id as "memberId", s.actor_name as "by", s.change_count as rows
      from live_events e join change_sets s on s.workspace_id = e.workspace_id and s.id = e.change_set_id
      where e.workspace_id = ${ws}::uuid and ${from} and e.xact < now.high order by e.xact, e.id limit ${most}) told on true`.execute(
    ctx.db.withoutPlugins(),
  )
  const { low = 0, high = 0 } = rows[0] ?? {}
  return { low, high, sets: rows.filter((row) => row.id !== null) }
}

export interface TouchedRows {
  setId: string
  record: string
  /** At most as many as asked for. */
  ids: string[]
  count: number
  removed: boolean
}

/** Which rows change sets touched, by record. */
export async function rowsTouched(ctx: Reader, setIds: readonly string[], most: number): Promise<TouchedRows[]> {
  const { rows } = await sql<TouchedRows>`select change_set_id as "setId", record, count(*)::int as count,
      coalesce(array_agg(row_id) filter (where nth <= ${most}), '{}')::text[] as ids, bool_or(deed = 'removed') as removed
    from (select change_set_id, record, row_id, deed, row_number() over (partition by change_set_id, record order by position) as nth
      from changes where workspace_id = ${ctx.actor.workspaceId}::uuid and change_set_id = any(${[...setIds]}::uuid[])) c
    group by change_set_id, record`.execute(ctx.db.withoutPlugins())
  return rows
}

/** Of these rows those that the asker can read: what stands behind row security is not there for them. */
export async function readableIds(ctx: Reader, table: string, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(snake(table))}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(ctx.db.withoutPlugins())
  return new Set(rows.map((row) => row.id))
}
