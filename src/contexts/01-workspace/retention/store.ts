/** Which rules hold, and which rows are due under them? SQL in, rows out. */
import { sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { Retention, RetentionRun } from './contract.ts'

export type RuleRow = Row<typeof Retention>
export type RunRow = Row<typeof RetentionRun>
const tables = (ctx: Ctx) =>
  ctx.db.withTables<{ retentionRules: TableOf<typeof Retention>; retentionRuns: TableOf<typeof RetentionRun> }>()

export const listRules = (ctx: Ctx): Promise<RuleRow[]> =>
  tables(ctx)
    .selectFrom('retentionRules as r')
    .select(pickColumns(Retention, 'r'))
    .where('r.workspaceId', '=', ctx.actor.workspaceId)
    .execute()

export const listRuns = (ctx: Ctx, before: string | null, most: number): Promise<RunRow[]> =>
  tables(ctx)
    .selectFrom('retentionRuns as r')
    .select(pickColumns(RetentionRun, 'r'))
    .where('r.workspaceId', '=', ctx.actor.workspaceId)
    .$if(before !== null, (q) => q.where('r.id', '<', before ?? ''))
    .orderBy('r.id', 'desc')
    .limit(most)
    .execute()

export const runOf = (ctx: Ctx, day: string, kind: RunRow['kind']): Promise<RunRow | undefined> =>
  tables(ctx)
    .selectFrom('retentionRuns as r')
    .select(pickColumns(RetentionRun, 'r'))
    .where('r.workspaceId', '=', ctx.actor.workspaceId)
    .where('r.day', '=', day)
    .where('r.kind', '=', kind)
    .executeTakeFirst()

const idsOf = async (ctx: Ctx, found: ReturnType<typeof sql<{ id: string }>>): Promise<string[]> =>
  (await found.execute(ctx.db.withoutPlugins())).rows.map((row) => row.id)

/** Old messages of conversations with nobody who is a customer. */
export const oldMessages = (ctx: Ctx, before: string, most: number): Promise<string[]> =>
  idsOf(
    ctx,
    sql<{
      id: string
    }>`select m.id from messages m where m.workspace_id = ${ctx.actor.workspaceId}::uuid and m.sent_at < ${before}::timestamptz
    and not exists (select 1 from accounts a where a.workspace_id = m.workspace_id and a.id = m.account_id and a.standing = 'customer')
    order by m.sent_at, m.id limit ${most}`,
  )

/** Rows that are gone, whose last change is old and still holds values. */
export const oldHistory = (ctx: Ctx, before: string, most: number): Promise<string[]> =>
  idsOf(
    ctx,
    sql<{
      id: string
    }>`select c.row_id as id from changes c where c.workspace_id = ${ctx.actor.workspaceId}::uuid and c.deed = 'removed'
    and c.before is not null and c.created_at < ${before}::timestamptz and not exists (select 1 from changes l
      where l.workspace_id = c.workspace_id and l.row_id = c.row_id and l.id > c.id) order by c.id limit ${most}`,
  )

/** Lines of ledgers of imports that ended long ago. */
export const oldLedgerLines = (ctx: Ctx, before: string, most: number): Promise<string[]> =>
  idsOf(
    ctx,
    sql<{ id: string }>`select e.id from import_entries e join imports i on i.workspace_id = e.workspace_id and i.id = e.import_id
    where e.workspace_id = ${ctx.actor.workspaceId}::uuid and i.finished_at < ${before}::timestamptz order by e.id limit ${most}`,
  )

/** Files that were sent up for imports that ended long ago. */
export const oldSources = (ctx: Ctx, before: string, most: number): Promise<string[]> =>
  idsOf(
    ctx,
    sql<{ id: string }>`select s.id from import_sources s join imports i on i.workspace_id = s.workspace_id and i.id = s.import_id
    where s.workspace_id = ${ctx.actor.workspaceId}::uuid and i.state in ('finished', 'undone') and i.finished_at < ${before}::timestamptz
    order by s.id limit ${most}`,
  )

export const deleteLines = async (ctx: Ctx, ids: string[]): Promise<void> => {
  await sql`delete from import_entries where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(
    ctx.db.withoutPlugins(),
  )
}
/** Forgets files of imports, and answers their hashes. */
export async function deleteSources(ctx: Ctx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`delete from import_sources where workspace_id = ${ctx.actor.workspaceId}::uuid
    and id = any(${ids}::uuid[]) returning sha256`.execute(ctx.db.withoutPlugins())
  return rows.map((row) => row.sha256)
}
