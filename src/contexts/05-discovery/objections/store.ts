/** Which objections does the database hold? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Evidence } from '#conversation/evidence/contract.ts'
import type { Account } from '#customers/accounts/contract.ts'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Objection } from './contract.ts'

type Tables = { accounts: TableOf<typeof Account>; evidence: TableOf<typeof Evidence>; objections: TableOf<typeof Objection> }
type Asked = Pick<Ctx, 'db' | 'actor'>
const tables = (ctx: Asked) => ctx.db.withTables<Tables>()
const columns = (Object.keys(Objection.schema.shape) as (keyof Row<typeof Objection>)[]).map((c) => `o.${c}` as const)

export type ObjectionRow = Row<typeof Objection> &
  Pick<Row<typeof Evidence>, 'quote' | 'start' | 'end' | 'messageId' | 'threadId' | 'rule'> & { accountName: string | null }

const shown = (ctx: Asked) =>
  tables(ctx)
    .selectFrom('objections as o')
    .innerJoin('evidence as e', (on) => on.onRef('e.workspaceId', '=', 'o.workspaceId').onRef('e.id', '=', 'o.evidenceId'))
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 'o.workspaceId').onRef('a.id', '=', 'o.accountId'))
    .select([...columns, 'e.quote', 'e.start', 'e.end', 'e.messageId', 'e.threadId', 'e.rule', 'a.name as accountName'])
    .where('o.workspaceId', '=', ctx.actor.workspaceId)
    .where('e.workspaceId', '=', ctx.actor.workspaceId)

export type ObjectionsAsked = {
  limit: number
  before: { saidAt: string; id: string } | null
  accountId?: string | undefined
  state?: ObjectionRow['state'] | undefined
}

/** One page of objections, newest first. */
export async function findObjections(ctx: Asked, { limit, before, accountId, state }: ObjectionsAsked): Promise<ObjectionRow[]> {
  let query = shown(ctx)
  if (accountId) query = query.where('o.accountId', '=', accountId)
  if (state) query = query.where('o.state', '=', state)
  if (before) query = query.where(sql<SqlBool>`(o.said_at, o.id) < (${before.saidAt}::timestamptz, ${before.id}::uuid)`)
  return query.orderBy('o.saidAt', 'desc').orderBy('o.id', 'desc').limit(limit).execute()
}

/** One objection. */
export const findObjection = (ctx: Asked, id: string): Promise<ObjectionRow | undefined> =>
  shown(ctx).where('o.id', '=', id).executeTakeFirst()

/** The objections that stand on some pieces of evidence. */
export async function findOnEvidence(ctx: Asked, evidenceIds: string[]): Promise<Row<typeof Objection>[]> {
  if (!evidenceIds.length) return []
  return tables(ctx)
    .selectFrom('objections as o')
    .select(columns)
    .where('o.workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`o.evidence_id = any(${evidenceIds}::uuid[])`)
    .execute()
}
