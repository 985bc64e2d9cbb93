/** How are keys, pairs and merges read, and rows of any record by their contract? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import type { AnyRecord, Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { type DuplicateKey, DuplicatePair, Merge } from './contract.ts'

export type PairRow = Row<typeof DuplicatePair>
type KeyRow = Row<typeof DuplicateKey>
type MergeRow = Row<typeof Merge>
const tables = (ctx: Ctx) =>
  ctx.db.withTables<{
    duplicateKeys: TableOf<typeof DuplicateKey>
    duplicatePairs: TableOf<typeof DuplicatePair>
    merges: TableOf<typeof Merge>
  }>()

/** Whole rows of any record by id. */
export async function rowsOf(ctx: Ctx, record: AnyRecord, ids: readonly string[]): Promise<Record<string, unknown>[]> {
  if (!ids.length) return []
  const picked = sql.join(Object.keys(record.schema.shape).map((name) => sql`${sql.id(snake(name))} as ${sql.id(name)}`))
  const { rows } = await sql<Record<string, unknown>>`select ${picked} from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${[...ids]}::uuid[]) order by id`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows
}

/** The ids of a record's rows after one, in order, and how many rows there are in all. */
export async function idsAfter(ctx: Ctx, record: AnyRecord, after: string | null, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by id limit ${most}`.execute(ctx.db.withoutPlugins())
  return rows.map((row) => row.id)
}
export async function countOf(ctx: Ctx, table: string, column?: string, value?: string): Promise<number> {
  const where = column ? sql`and ${sql.id(column)} = ${value}::uuid` : sql``
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid ${where}`.execute(ctx.db.withoutPlugins())
  return rows[0]?.n ?? 0
}
/** What rows of a record are called. */
export async function namesOf(ctx: Ctx, record: AnyRecord, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length || !record.title) return new Map()
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, ${sql.id(snake(record.title))} as name from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(ctx.db.withoutPlugins())
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const keysOfRows = (ctx: Ctx, rowIds: string[]): Promise<Pick<KeyRow, 'id' | 'rowId' | 'key'>[]> =>
  tables(ctx)
    .selectFrom('duplicateKeys')
    .select(['id', 'rowId', 'key'])
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`row_id = any(${rowIds}::uuid[])`)
    .execute()

/** The rows under each of these keys, at most so many of each: an oversized block is seen to be one, not read. */
export async function rowsUnder(ctx: Ctx, record: string, keys: string[], most: number): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ key: string; ids: string[] }>`select a.key, array(
      select k.row_id from duplicate_keys k where k.workspace_id = ${ctx.actor.workspaceId}::uuid and k.record = ${record} and k.key = a.key limit ${most}
    )::text[] as ids from unnest(${keys}::text[]) as a(key)`.execute(ctx.db.withoutPlugins())
  return new Map(rows.map((row) => [row.key, row.ids]))
}

/** How many rows stand under each of these keys, counted no further than `most`. */
export async function countsUnder(ctx: Ctx, record: string, keys: string[], most: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; n: number }>`select a.key, (select count(*)::int from (
      select 1 from duplicate_keys k where k.workspace_id = ${ctx.actor.workspaceId}::uuid and k.record = ${record} and k.key = a.key limit ${most}
    ) as counted) as n from unnest(${keys}::text[]) as a(key)`.execute(ctx.db.withoutPlugins())
  return new Map(rows.map((row) => [row.key, row.n]))
}

/** Pairs in which one of these rows stands. */
export const pairsOfRows = (ctx: Ctx, rowIds: string[]): Promise<PairRow[]> => {
  const ofSide = (side: 'leftId' | 'rightId') =>
    tables(ctx)
      .selectFrom('duplicatePairs as d')
      .select(pickColumns(DuplicatePair, 'd'))
      .where('d.workspaceId', '=', ctx.actor.workspaceId)
      .where(`d.${side}`, '=', sql<string>`any(${rowIds}::uuid[])`)
  return ofSide('leftId').union(ofSide('rightId')).execute()
}
export const pairById = (ctx: Ctx, id: string): Promise<PairRow | undefined> =>
  tables(ctx)
    .selectFrom('duplicatePairs as d')
    .select(pickColumns(DuplicatePair, 'd'))
    .where('d.workspaceId', '=', ctx.actor.workspaceId)
    .where('d.id', '=', id)
    .executeTakeFirst()

export interface PairsAsked {
  record: string | null
  state: PairRow['state']
  /** Leaves out what is put off until after this moment. */
  now: string | null
  after: { chance: number; id: string } | null
  most: number
}
/** Pairs, the surest first. */
export const listPairs = (ctx: Ctx, { record, state, now, after, most }: PairsAsked): Promise<PairRow[]> =>
  tables(ctx)
    .selectFrom('duplicatePairs as d')
    .select(pickColumns(DuplicatePair, 'd'))
    .where('d.workspaceId', '=', ctx.actor.workspaceId)
    .where('d.state', '=', state)
    .$if(record !== null, (q) => q.where('d.record', '=', record ?? ''))
    .$if(now !== null, (q) => q.where((eb) => eb.or([eb('d.laterAt', 'is', null), eb('d.laterAt', '<=', now)])))
    .$if(after !== null, (q) => q.where(sql<SqlBool>`(d.chance, d.id) < (${after?.chance}, ${after?.id}::uuid)`))
    .orderBy('d.chance', 'desc')
    .orderBy('d.id', 'desc')
    .limit(most)
    .execute()

export const mergesInto = (ctx: Ctx, keptId: string): Promise<MergeRow[]> =>
  tables(ctx)
    .selectFrom('merges as m')
    .select(pickColumns(Merge, 'm'))
    .where('m.workspaceId', '=', ctx.actor.workspaceId)
    .where('m.keptId', '=', keptId)
    .orderBy('m.id', 'desc')
    .limit(100)
    .execute()
export const mergeById = (ctx: Ctx, id: string): Promise<MergeRow | undefined> =>
  tables(ctx)
    .selectFrom('merges as m')
    .select(pickColumns(Merge, 'm'))
    .where('m.workspaceId', '=', ctx.actor.workspaceId)
    .where('m.id', '=', id)
    .executeTakeFirst()
export const mergesByAlias = (ctx: Ctx, record: string, aliases: string[]): Promise<MergeRow[]> =>
  tables(ctx)
    .selectFrom('merges as m')
    .select(pickColumns(Merge, 'm'))
    .where('m.workspaceId', '=', ctx.actor.workspaceId)
    .where('m.record', '=', record)
    .where('m.alias', '=', sql<string>`any(${aliases}::text[])`)
    .orderBy('m.id')
    .execute()

/** Where merged ids lead, through as many merges as there were. */
export async function ledFrom(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const ws = ctx.actor.workspaceId
  const { rows } = await sql<{ asked: string; kept: string }>`with recursive led as (
      select merged_id as asked, kept_id as kept, 1 as step from merges where workspace_id = ${ws}::uuid and merged_id = any(${ids}::uuid[])
      union all
      select l.asked, m.kept_id, l.step + 1 from led l join merges m on m.workspace_id = ${ws}::uuid and m.merged_id = l.kept where l.step < 50)
    select distinct on (asked) asked, kept from led order by asked, step desc`.execute(ctx.db.withoutPlugins())
  return new Map(rows.map((row) => [row.asked, row.kept]))
}

/** The change set that made a row. */
export async function makerOf(
  ctx: Ctx,
  rowId: string,
): Promise<{ id: string; memberId: string | null; causeKind: string | null } | null> {
  const { rows } = await sql<{ id: string; memberId: string | null; causeKind: string | null }>`
    select s.id, s.member_id as "memberId", s.cause_kind as "causeKind" from changes c join change_sets s on s.workspace_id = c.workspace_id and s.id = c.change_set_id
    where c.workspace_id = ${ctx.actor.workspaceId}::uuid and c.row_id = ${rowId}::uuid and c.deed = 'created' order by c.id desc limit 1`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows[0] ?? null
}

/** Drops the keys of rows and the pairs they were in, past the history. */
export async function deleteMatched(ctx: Ctx, rowIds: string[]): Promise<void> {
  const db = ctx.db.withoutPlugins()
  await sql`delete from duplicate_keys where workspace_id = ${ctx.actor.workspaceId}::uuid and row_id = any(${rowIds}::uuid[])`.execute(
    db,
  )
  await sql`delete from duplicate_pairs where workspace_id = ${ctx.actor.workspaceId}::uuid
    and (left_id = any(${rowIds}::uuid[]) or right_id = any(${rowIds}::uuid[]))`.execute(db)
}
