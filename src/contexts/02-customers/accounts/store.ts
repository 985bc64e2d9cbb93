/** How are accounts read? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import { matchesWords } from '#foundation/platform/changes/match-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { Account } from './contract.ts'

type AccountRow = Row<typeof Account>
const tables = (ctx: Ctx) => ctx.db.withTables<{ accounts: TableOf<typeof Account> }>()
const columns = pickColumns(Account, 'a')
const ofWorkspace = (ctx: Ctx) =>
  tables(ctx).selectFrom('accounts as a').select(columns).where('a.workspaceId', '=', ctx.actor.workspaceId)

export interface AccountsAsked {
  words: string | null
  standing: AccountRow['standing'] | null
  after: { name: string; id: string } | null
  most: number
}

/** Accounts by name, those after a given one. */
export async function listAccounts(ctx: Ctx, asked: AccountsAsked): Promise<AccountRow[]> {
  const { words, standing, after, most } = asked
  const said = words === null ? null : await matchesWords(ctx, sql.ref('a.id'), 'accounts', words)
  return ofWorkspace(ctx)
    .$if(standing !== null, (q) => q.where('a.standing', '=', standing as AccountRow['standing']))
    .$if(said !== null, (q) => q.where(said ?? sql<SqlBool>`true`))
    .$if(after !== null, (q) => q.where(sql<boolean>`(a.name, a.id) > (${after?.name}, ${after?.id}::uuid)`))
    .orderBy('a.name')
    .orderBy('a.id')
    .limit(most)
    .execute()
}

export const accountById = (ctx: Ctx, id: string): Promise<AccountRow | undefined> =>
  ofWorkspace(ctx).where('a.id', '=', id).executeTakeFirst()

export const accountsByDomain = (ctx: Ctx, domains: string[]): Promise<AccountRow[]> =>
  ofWorkspace(ctx).where('a.domain', '=', sql<string>`any(${domains}::text[])`).execute()

export const accountsByIds = (ctx: Ctx, ids: string[]): Promise<AccountRow[]> =>
  ofWorkspace(ctx).where('a.id', '=', sql<string>`any(${ids}::uuid[])`).execute()

export const accountsByExternalId = (ctx: Ctx, ids: string[]): Promise<AccountRow[]> =>
  ofWorkspace(ctx).where('a.externalId', '=', sql<string>`any(${ids}::text[])`).execute()

/** Accounts by their names without legal form. Of many of one name the two oldest that another system knows by an id, and two that none does. */
export const accountsByNameKey = (ctx: Ctx, keys: string[]): Promise<AccountRow[]> => {
  const some = (known: boolean) => sql`(select n.id from search_entries as e
    join accounts as n on n.workspace_id = e.workspace_id and n.id = e.id and n.external_id is ${known ? sql`not null` : sql`null`}
    where e.workspace_id = ${ctx.actor.workspaceId}::uuid and e.record = 'accounts' and e.key = k.key order by e.id limit 2)`
  return ofWorkspace(ctx)
    .where(
      'a.id',
      'in',
      sql<string>`(select f.id from unnest(${keys}::text[]) as k(key) cross join lateral (${some(true)} union all ${some(false)}) as f)`,
    )
    .orderBy('a.id')
    .execute()
}

/** Names that have no key yet, at most so many. */
export const namesWithoutKey = async (ctx: Ctx, most: number): Promise<{ id: string; title: string }[]> => {
  const { rows } = await sql<{ id: string; title: string }>`select id, title from search_entries
    where workspace_id = ${ctx.actor.workspaceId}::uuid and key is null and record = 'accounts' limit ${most}`.execute(ctx.db)
  return rows
}

export const keepNameKeys = async (ctx: Ctx, keys: readonly { id: string; key: string }[]): Promise<void> => {
  await sql`update search_entries as e set key = k.key from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(id uuid, key text)
    where e.workspace_id = ${ctx.actor.workspaceId}::uuid and e.id = k.id and e.key is null`.execute(ctx.db.withoutPlugins())
}

/** The accounts that a person and an opportunity belong to, of those that are named and there. */
export async function accountsBehind(ctx: Ctx, personId: string | null, opportunityId: string | null) {
  const { rows } = await sql<{ of: 'person' | 'opportunity'; accountId: string | null }>`
    select 'opportunity' as of, account_id as "accountId" from opportunities
      where workspace_id = ${ctx.actor.workspaceId}::uuid and id = ${opportunityId}::uuid
    union all
    select 'person', account_id from people where workspace_id = ${ctx.actor.workspaceId}::uuid and id = ${personId}::uuid`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows
}
