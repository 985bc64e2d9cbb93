/** How is every text of every table read through, and what else holds a person? SQL in, rows out. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import type { AnyRecord, Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { Erasure } from './contract.ts'

export type ErasureRow = Row<typeof Erasure>
type Fields = Record<string, unknown>

const erasuresOf = (ctx: Ctx) =>
  ctx.db
    .withTables<{ erasures: TableOf<typeof Erasure> }>()
    .selectFrom('erasures as e')
    .select(pickColumns(Erasure, 'e'))
    .where('e.workspaceId', '=', ctx.actor.workspaceId)

export const listErasures = (ctx: Ctx, before: string | null, most: number): Promise<ErasureRow[]> =>
  erasuresOf(ctx)
    .$if(before !== null, (q) => q.where('e.id', '<', before ?? ''))
    .orderBy('e.id', 'desc')
    .limit(most)
    .execute()
export const erasureById = (ctx: Ctx, id: string): Promise<ErasureRow | undefined> =>
  erasuresOf(ctx).where('e.id', '=', id).executeTakeFirst()
/** The erasure, held until the transaction ends. */
export const lockErasure = (ctx: Ctx, id: string): Promise<ErasureRow | undefined> =>
  erasuresOf(ctx).where('e.id', '=', id).forUpdate().executeTakeFirst()
export const erasureOfPerson = (ctx: Ctx, personId: string): Promise<ErasureRow | undefined> =>
  erasuresOf(ctx).where('e.personId', '=', personId).executeTakeFirst()
export const unfinishedErasures = (ctx: Ctx): Promise<ErasureRow[]> => erasuresOf(ctx).where('e.state', '=', 'running').execute()
export const memberNames = async (ctx: Ctx): Promise<Map<string, string>> => {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from members where workspace_id = ${ctx.actor.workspaceId}::uuid`.execute(ctx.db.withoutPlugins())
  return new Map(rows.map((row) => [row.id, row.name]))
}

export interface TextTable {
  table: string
  columns: { name: string; isJson: boolean }[]
  hasThread: boolean
}

/** Every tenant table with its columns of text and documents, as the catalogue tells: a new table is read through by itself. */
export async function textTables(ctx: Ctx): Promise<TextTable[]> {
  const { rows } = await sql<TextTable>`
    select c.table_name as "table", jsonb_agg(jsonb_build_object('name', c.column_name, 'isJson', c.data_type like 'json%') order by c.ordinal_position) as columns,
      exists (select 1 from information_schema.columns t where t.table_schema = 'public' and t.table_name = c.table_name and t.column_name = 'thread_id') as "hasThread"
    from information_schema.columns c join information_schema.tables b on b.table_schema = c.table_schema and b.table_name = c.table_name
    where c.table_schema = 'public' and b.table_type = 'BASE TABLE' and c.data_type in ('text', 'character varying', 'jsonb', 'json')
      and exists (select 1 from information_schema.columns w where w.table_schema = 'public' and w.table_name = c.table_name and w.column_name = 'workspace_id')
      and exists (select 1 from information_schema.columns w where w.table_schema = 'public' and w.table_name = c.table_name and w.column_name = 'id')
    group by c.table_name order by c.table_name`.execute(ctx.db.withoutPlugins())
  return rows
}

/** A batch of a table's rows: id, the row or conversation that they are about, and their texts. */
export async function readTexts(
  ctx: Ctx,
  { table, columns, hasThread }: TextTable,
  after: string | null,
  most: number,
): Promise<Fields[]> {
  const picked = sql.join(columns.map(({ name }) => sql`${sql.id(name)}`))
  const { rows } =
    await sql<Fields>`select id, ${sql.id(hasThread ? 'thread_id' : table === 'changes' ? 'row_id' : 'id')} as "near#", ${picked} from ${sql.table(table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid ${after ? sql`and id > ${after}::uuid` : sql``} order by id limit ${most}`.execute(
      ctx.db.withoutPlugins(),
    )
  return rows
}

/** Writes changed texts back, past the history. */
export async function writeTexts(ctx: Ctx, { table, columns }: TextTable, rows: Fields[]): Promise<void> {
  const sets = sql.join(columns.map(({ name }) => sql`${sql.id(name)} = r.${sql.id(name)}`))
  const types = sql.join(columns.map(({ name, isJson }) => sql`${sql.id(name)} ${sql.raw(isJson ? 'jsonb' : 'text')}`))
  await sql`update ${sql.table(table)} as t set ${sets} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, ${types})
    where t.workspace_id = ${ctx.actor.workspaceId}::uuid and t.id = r.id`.execute(ctx.db.withoutPlugins())
}

/** What a workspace knows that stands in the way of an erasure, or makes a name ambiguous. */
export async function findObstacles(ctx: Ctx, person: { id: string; name: string; email: string | null }) {
  const ws = ctx.actor.workspaceId
  const { rows } = await sql<{ isMember: boolean; importsUnderWay: number; namesakes: number }>`select
    exists (select 1 from members where workspace_id = ${ws}::uuid and deactivated_at is null and lower(email) = lower(${person.email ?? ''})) as "isMember",
    (select count(*)::int from imports where workspace_id = ${ws}::uuid and state in ('waiting', 'running', 'undoing')) as "importsUnderWay",
    (select count(*)::int from people where workspace_id = ${ws}::uuid and id <> ${person.id}::uuid and lower(name) = lower(${person.name}))
      + (select count(*)::int from members where workspace_id = ${ws}::uuid and lower(name) = lower(${person.name})
        and lower(email) <> lower(${person.email ?? ''})) as namesakes`.execute(ctx.db.withoutPlugins())
  return rows[0] ?? { isMember: false, importsUnderWay: 0, namesakes: 0 }
}

/** Takes the labels off the lines of import ledgers that tell of these rows; answers the imports. */
export async function forgetLedger(ctx: Ctx, rowIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ importId: string }>`update import_entries set label = 'Erased', source_key = null, reason = null
    where workspace_id = ${ctx.actor.workspaceId}::uuid and row_id = any(${rowIds}::uuid[]) returning import_id as "importId"`.execute(
    ctx.db.withoutPlugins(),
  )
  return [...new Set(rows.map((row) => row.importId))]
}

export interface Held {
  id: string
  name: string
  sha256: string
  byteCount: number
  importId: string | null
}
/** Every file whose bytes the workspace keeps: sent up for imports, attached, added. */
export async function heldFiles(ctx: Ctx): Promise<{ sources: Held[]; files: Held[] }> {
  const ws = ctx.actor.workspaceId
  const sources =
    await sql<Held>`select id, path as name, sha256, byte_count as "byteCount", import_id as "importId" from import_sources
    where workspace_id = ${ws}::uuid order by id`.execute(ctx.db.withoutPlugins())
  const files = await sql<Held>`select id, name, sha256, byte_count as "byteCount", null as "importId" from files
    where workspace_id = ${ws}::uuid order by id`.execute(ctx.db.withoutPlugins())
  return { sources: sources.rows, files: files.rows }
}

export const deleteSources = async (ctx: Ctx, ids: string[]): Promise<void> => {
  await sql`delete from import_sources where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(
    ctx.db.withoutPlugins(),
  )
}

/** Whole rows of a record. */
export async function wholeRows(ctx: Ctx, record: AnyRecord, ids: string[]): Promise<Fields[]> {
  const picked = sql.join(Object.keys(record.schema.shape).map((n) => sql`${sql.id(snake(n))} as ${sql.id(n)}`))
  const { rows } = await sql<Fields>`select ${picked} from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${ids}::uuid[]) order by id`.execute(ctx.db.withoutPlugins())
  return rows
}

/** What was changed in some rows, when, by whom and why. */
export async function pastOf(ctx: Ctx, rowIds: string[]): Promise<Fields[]> {
  const { rows } =
    await sql<Fields>`select c.created_at as at, s.actor_name as "by", s.reason, c.deed, c.record, c.before, c.after
    from changes c join change_sets s on s.workspace_id = c.workspace_id and s.id = c.change_set_id
    where c.workspace_id = ${ctx.actor.workspaceId}::uuid and c.row_id = any(${rowIds}::uuid[]) order by c.id`.execute(
      ctx.db.withoutPlugins(),
    )
  return rows
}

/** By which marks everybody is known, for comparing with hashes. */
export async function allAddresses(
  ctx: Ctx,
): Promise<{ id: string; email: string | null; phone: string | null; externalId: string | null }[]> {
  const { rows } = await sql<{
    id: string
    email: string | null
    phone: string | null
    externalId: string | null
  }>`select id, email, phone,
    external_id as "externalId" from people where workspace_id = ${ctx.actor.workspaceId}::uuid order by id`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows
}
