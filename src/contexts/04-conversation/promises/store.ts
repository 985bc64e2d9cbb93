/** Which promises does the database hold? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Account } from '#customers/accounts/contract.ts'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Workspace } from '#workspace/members/contract.ts'
import type { Evidence } from '../evidence/contract.ts'
import { PromiseMade } from './contract.ts'

type Tables = {
  workspaces: TableOf<typeof Workspace>
  accounts: TableOf<typeof Account>
  evidence: TableOf<typeof Evidence>
  promises: TableOf<typeof PromiseMade>
}
type Asked = Pick<Ctx, 'db' | 'actor' | 'now'>
const tables = (ctx: Asked) => ctx.db.withTables<Tables>()
const columns = (Object.keys(PromiseMade.schema.shape) as (keyof Row<typeof PromiseMade>)[]).map((c) => `p.${c}` as const)

export type PromiseRow = Row<typeof PromiseMade> & {
  quote: string
  start: number
  end: number
  rule: string
  accountName: string | null
}

const shown = (ctx: Asked) =>
  tables(ctx)
    .selectFrom('promises as p')
    .innerJoin('evidence as e', (on) => on.onRef('e.workspaceId', '=', 'p.workspaceId').onRef('e.id', '=', 'p.evidenceId'))
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 'p.workspaceId').onRef('a.id', '=', 'p.accountId'))
    .select([...columns, 'e.quote', 'e.start', 'e.end', 'e.rule', 'a.name as accountName'])
    .where('p.workspaceId', '=', ctx.actor.workspaceId)
    .where('e.workspaceId', '=', ctx.actor.workspaceId)

export type PromisesAsked = {
  limit: number
  before: { saidAt: string; id: string } | null
  accountId?: string | undefined
  side?: PromiseRow['side'] | undefined
  state?: PromiseRow['state'] | undefined
}

/** One page of promises, newest first. */
export async function findPromises(ctx: Asked, { limit, before, accountId, side, state }: PromisesAsked): Promise<PromiseRow[]> {
  let query = shown(ctx)
  if (accountId) query = query.where('p.accountId', '=', accountId)
  if (side) query = query.where('p.side', '=', side)
  if (state) query = query.where('p.state', '=', state)
  if (before) query = query.where(sql<SqlBool>`(p.said_at, p.id) < (${before.saidAt}::timestamptz, ${before.id}::uuid)`)
  return query.orderBy('p.saidAt', 'desc').orderBy('p.id', 'desc').limit(limit).execute()
}

/** Open promises that fall due within some days of today in the workspace's own time zone, those that are late by most first. */
export const findDue = (ctx: Asked, withinDays: number, limit: number): Promise<PromiseRow[]> =>
  shown(ctx)
    .where('p.state', '=', sql.lit('open'))
    .where(
      sql<SqlBool>`p.due_on <= (select (${ctx.now}::timestamptz at time zone w.time_zone)::date from workspaces w
        where w.workspace_id = ${ctx.actor.workspaceId}::uuid and w.id = ${ctx.actor.workspaceId}::uuid) + ${withinDays}::int`,
    )
    .orderBy('p.dueOn')
    .orderBy('p.id')
    .limit(limit)
    .execute()

/** One promise. */
export const findPromise = (ctx: Asked, id: string): Promise<PromiseRow | undefined> =>
  shown(ctx).where('p.id', '=', id).executeTakeFirst()

/** The promises that stand on some pieces of evidence. */
export async function findOnEvidence(ctx: Asked, evidenceIds: string[]): Promise<Row<typeof PromiseMade>[]> {
  if (!evidenceIds.length) return []
  return tables(ctx)
    .selectFrom('promises as p')
    .select(columns)
    .where('p.workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`p.evidence_id = any(${evidenceIds}::uuid[])`)
    .execute()
}

/** The ids of the promises of a thread that stand under another account. */
export const findElsewhere = (ctx: Asked, threadId: string, accountId: string | null): Promise<{ id: string }[]> =>
  tables(ctx)
    .selectFrom('promises')
    .select('id')
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where('threadId', '=', threadId)
    .where('accountId', 'is distinct from', accountId)
    .orderBy('id')
    .execute()
