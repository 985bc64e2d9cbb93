/** Which needs does the database hold, and which words show them? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Evidence } from '#conversation/evidence/contract.ts'
import type { Message } from '#conversation/messages/contract.ts'
import type { Account } from '#customers/accounts/contract.ts'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Need, type NeedSpan, type Span } from './contract.ts'

type Tables = {
  accounts: TableOf<typeof Account>
  messages: TableOf<typeof Message>
  evidence: TableOf<typeof Evidence>
  needs: TableOf<typeof Need>
  need_spans: TableOf<typeof NeedSpan>
}
type Asked = Pick<Ctx, 'db' | 'actor'>
const tables = (ctx: Asked) => ctx.db.withTables<Tables>()
const columns = (Object.keys(Need.schema.shape) as (keyof Row<typeof Need>)[]).map((c) => `n.${c}` as const)

export type NeedRow = Row<typeof Need> & { accountName: string | null }
export type SpanRow = z.output<typeof Span> & { needId: string; state: string }

const shown = (ctx: Asked) =>
  tables(ctx)
    .selectFrom('needs as n')
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 'n.workspaceId').onRef('a.id', '=', 'n.accountId'))
    .select([...columns, 'a.name as accountName'])
    .where('n.workspaceId', '=', ctx.actor.workspaceId)

export type NeedsAsked = {
  limit: number
  before: { lastSaidAt: string; id: string } | null
  accountId?: string | undefined
  state?: NeedRow['state'] | undefined
  kind?: NeedRow['kind'] | undefined
}

/** One page of needs, last said first. */
export async function findNeeds(ctx: Asked, { limit, before, accountId, state, kind }: NeedsAsked): Promise<NeedRow[]> {
  let query = shown(ctx)
  if (accountId) query = query.where('n.accountId', '=', accountId)
  if (state) query = query.where('n.state', '=', state)
  if (kind) query = query.where('n.kind', '=', kind)
  if (before) query = query.where(sql<SqlBool>`(n.last_said_at, n.id) < (${before.lastSaidAt}::timestamptz, ${before.id}::uuid)`)
  return query.orderBy('n.lastSaidAt', 'desc').orderBy('n.id', 'desc').limit(limit).execute()
}

/** Needs that nobody has looked at, the surest first. */
export const findToConfirm = (ctx: Asked, limit: number): Promise<NeedRow[]> =>
  shown(ctx)
    .where('n.state', '=', sql.lit('found'))
    .orderBy('n.confidence', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute()

/** One need. */
export const findNeed = (ctx: Asked, id: string): Promise<NeedRow | undefined> =>
  shown(ctx).where('n.id', '=', id).executeTakeFirst()

/** The need that a piece of evidence shows; the first, should there be several. */
export const findNeedOfEvidence = (ctx: Asked, evidenceId: string): Promise<NeedRow | undefined> =>
  shown(ctx)
    .innerJoin('need_spans as s', (on) => on.onRef('s.workspaceId', '=', 'n.workspaceId').onRef('s.needId', '=', 'n.id'))
    .where('s.workspaceId', '=', ctx.actor.workspaceId)
    .where('s.evidenceId', '=', evidenceId)
    .orderBy('s.id')
    .limit(1)
    .executeTakeFirst()

/** Every time each of some needs was said, oldest first, with the state of the words. */
export async function findSpans(ctx: Asked, needIds: string[]): Promise<SpanRow[]> {
  if (!needIds.length) return []
  return tables(ctx)
    .selectFrom('need_spans as s')
    .innerJoin('evidence as e', (on) => on.onRef('e.workspaceId', '=', 's.workspaceId').onRef('e.id', '=', 's.evidenceId'))
    .innerJoin('messages as m', (on) => on.onRef('m.workspaceId', '=', 'e.workspaceId').onRef('m.id', '=', 'e.messageId'))
    .select([
      's.needId',
      'e.id as evidenceId',
      'e.messageId',
      'e.threadId',
      'e.kind',
      'e.who',
      'e.saidAt',
      'm.subject',
      'm.source',
    ])
    .select(['e.quote', 'e.start', 'e.end', 'e.confidence', 'e.rule', 'e.state'])
    .where('s.workspaceId', '=', ctx.actor.workspaceId)
    .where('e.workspaceId', '=', ctx.actor.workspaceId)
    .where('m.workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`s.need_id = any(${needIds}::uuid[])`)
    .orderBy('e.saidAt')
    .orderBy('e.messageId')
    .orderBy('e.start')
    .execute()
}

/** The ids of the needs that some pieces of evidence show. */
export async function findNeedIds(ctx: Asked, evidenceIds: string[]): Promise<string[]> {
  if (!evidenceIds.length) return []
  const rows = await tables(ctx)
    .selectFrom('need_spans')
    .select('needId')
    .distinct()
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`evidence_id = any(${evidenceIds}::uuid[])`)
    .execute()
  return rows.map((row) => row.needId)
}

/** Some needs. */
export async function findNeedsByIds(ctx: Asked, ids: string[]): Promise<Row<typeof Need>[]> {
  if (!ids.length) return []
  return tables(ctx)
    .selectFrom('needs as n')
    .select(columns)
    .where('n.workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`n.id = any(${ids}::uuid[])`)
    .execute()
}

export type KnownNeed = Row<typeof Need> & { threadIds: string[]; wordings: string[] }

/** The needs of some accounts, and those without an account in some threads, with up to a dozen wordings they are known by. */
export async function findKnownNeeds(ctx: Asked, accountIds: string[], threadIds: string[]): Promise<KnownNeed[]> {
  const ws = ctx.actor.workspaceId
  const picked = sql.join(
    columns.map((c) => sql`${sql.ref(c.replace(/[A-Z]/g, (x) => `_${x.toLowerCase()}`))} as ${sql.id(c.slice(2))}`),
  )
  const found = await sql<KnownNeed>`
    with wanted as (
      select id from needs where workspace_id = ${ws}::uuid and account_id = any(${accountIds}::uuid[])
      union
      select s.need_id from evidence e join need_spans s on s.workspace_id = e.workspace_id and s.evidence_id = e.id
      where e.workspace_id = ${ws}::uuid and s.workspace_id = ${ws}::uuid and e.thread_id = any(${threadIds}::uuid[]) and e.account_id is null)
    select ${picked}, array_agg(distinct e.thread_id::text) as "threadIds",
      (array_agg(distinct e.quote))[1:6] || (array_agg(distinct coalesce(e.detail ->> 'need', '')))[1:6] as wordings
    from wanted w join needs n on n.workspace_id = ${ws}::uuid and n.id = w.id
    join need_spans s on s.workspace_id = ${ws}::uuid and s.need_id = n.id
    join evidence e on e.workspace_id = ${ws}::uuid and e.id = s.evidence_id
    group by n.workspace_id, n.id order by n.id`.execute(ctx.db.withoutPlugins())
  return found.rows
}

/** Which fields of some needs people have ever written: those are theirs, whatever the analysis finds later. */
export async function findCorrected(ctx: Asked, needIds: string[]): Promise<{ needId: string; field: string }[]> {
  if (!needIds.length) return []
  const ws = ctx.actor.workspaceId
  const found = await sql<{ needId: string; field: string }>`
    select distinct c.row_id as "needId", k.field from changes c
    join change_sets s on s.workspace_id = c.workspace_id and s.id = c.change_set_id
    cross join lateral jsonb_object_keys(c.after) as k(field)
    where c.workspace_id = ${ws}::uuid and s.workspace_id = ${ws}::uuid and c.row_id = any(${needIds}::uuid[])
      and c.deed = 'changed' and s.cause_kind is null`.execute(ctx.db.withoutPlugins())
  return found.rows
}
