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

/** The accounts written since a moment: what a long undertaking must learn anew. */
export const accountsSince = (ctx: Ctx, since: string | null): Promise<AccountRow[]> =>
  ofWorkspace(ctx)
    .$if(since !== null, (q) => q.where('a.updatedAt', '>=', since ?? ''))
    .orderBy('a.id')
    .execute()

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
