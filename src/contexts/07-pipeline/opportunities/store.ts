/** How are stages and opportunities read? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Account } from '#customers/accounts/contract.ts'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import { matchesWords } from '#foundation/platform/changes/match-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import type { Workspace } from '#workspace/members/contract.ts'
import { Opportunity, Pipeline, Stage } from './contract.ts'

export type StageRow = Row<typeof Stage>
export type PipelineRow = Row<typeof Pipeline>
export type OpportunityRow = Row<typeof Opportunity>
export type OpportunityWithNames = OpportunityRow & { accountName: string | null; stageName: string }

const tables = (ctx: Ctx) =>
  ctx.db.withTables<{
    pipelines: TableOf<typeof Pipeline>
    stages: TableOf<typeof Stage>
    opportunities: TableOf<typeof Opportunity>
    accounts: TableOf<typeof Account>
    workspaces: TableOf<typeof Workspace>
  }>()

/** All pipelines in order, archived ones too. */
export const allPipelines = (ctx: Ctx): Promise<PipelineRow[]> =>
  tables(ctx)
    .selectFrom('pipelines as p')
    .select(pickColumns(Pipeline, 'p'))
    .where('p.workspaceId', '=', ctx.actor.workspaceId)
    .orderBy('p.position')
    .orderBy('p.id')
    .execute()

/** All stages in order, archived ones too. */
export const allStages = (ctx: Ctx): Promise<StageRow[]> =>
  tables(ctx)
    .selectFrom('stages as s')
    .select(pickColumns(Stage, 's'))
    .where('s.workspaceId', '=', ctx.actor.workspaceId)
    .orderBy('s.position')
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()

/** The workspace's currency and its present day. */
export const houseRules = (ctx: Ctx): Promise<{ currency: string; today: string }> =>
  tables(ctx)
    .selectFrom('workspaces as w')
    .select(['w.currency', sql<string>`(${ctx.now}::timestamptz at time zone w.time_zone)::date`.as('today')])
    .where('w.workspaceId', '=', ctx.actor.workspaceId)
    .executeTakeFirstOrThrow()

const ofWorkspace = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('opportunities as o')
    .innerJoin('stages as s', (on) => on.onRef('s.workspaceId', '=', 'o.workspaceId').onRef('s.id', '=', 'o.stageId'))
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 'o.workspaceId').onRef('a.id', '=', 'o.accountId'))
    .select(pickColumns(Opportunity, 'o'))
    .select(['s.name as stageName', 'a.name as accountName'])
    .where('o.workspaceId', '=', ctx.actor.workspaceId)

export interface OpportunitiesAsked {
  sort: 'closeOn' | '-closeOn' | 'name'
  pipelineId: string | null
  stageId: string | null
  accountId: string | null
  outcome: OpportunityRow['outcome'] | null
  words: string | null
  after: { key: string | null; id: string } | null
  most: number
}

/** What lies behind a row in each order. Undated ones come first in the latest-first order, last in the other: one index serves both. */
function behind(sort: OpportunitiesAsked['sort'], key: string | null, id: string) {
  if (sort === 'name') return sql<boolean>`(o.name, o.id) > (${key}, ${id}::uuid)`
  if (sort === '-closeOn')
    return key === null
      ? sql<boolean>`(o.close_on is not null or o.id < ${id}::uuid)`
      : sql<boolean>`(o.close_on, o.id) < (${key}::date, ${id}::uuid)`
  return key === null
    ? sql<boolean>`(o.close_on is null and o.id > ${id}::uuid)`
    : sql<boolean>`((o.close_on, o.id) > (${key}::date, ${id}::uuid) or o.close_on is null)`
}

/** Opportunities in one of three orders, those behind a given one. */
export async function listOpportunities(ctx: Ctx, asked: OpportunitiesAsked): Promise<OpportunityWithNames[]> {
  const { sort, pipelineId, stageId, accountId, outcome, words, after, most } = asked
  const said = words === null ? null : await matchesWords(ctx, sql.ref('o.id'), 'opportunities', words)
  return ofWorkspace(ctx)
    .$if(pipelineId !== null, (q) => q.where('o.pipelineId', '=', pipelineId ?? ''))
    .$if(stageId !== null, (q) => q.where('o.stageId', '=', stageId ?? ''))
    .$if(accountId !== null, (q) => q.where('o.accountId', '=', accountId))
    .$if(outcome !== null, (q) => q.where('o.outcome', '=', outcome ?? 'open'))
    .$if(said !== null, (q) => q.where(said ?? sql<SqlBool>`true`))
    .$if(after !== null, (q) => q.where(behind(sort, after?.key ?? null, after?.id ?? '')))
    .orderBy(sort === 'name' ? 'o.name' : 'o.closeOn', (way) =>
      sort === '-closeOn' ? way.desc().nullsFirst() : way.asc().nullsLast(),
    )
    .orderBy('o.id', sort === '-closeOn' ? 'desc' : 'asc')
    .limit(most)
    .execute()
}

export const opportunityById = (ctx: Ctx, id: string): Promise<OpportunityWithNames | undefined> =>
  ofWorkspace(ctx).where('o.id', '=', id).executeTakeFirst()

export const opportunitiesByExternalId = (ctx: Ctx, ids: string[]): Promise<OpportunityWithNames[]> =>
  ofWorkspace(ctx).where('o.externalId', '=', sql<string>`any(${ids}::text[])`).execute()

/** Opportunities of these names. */
export const opportunitiesByName = (ctx: Ctx, names: string[]): Promise<OpportunityWithNames[]> =>
  ofWorkspace(ctx).where('o.name', '=', sql<string>`any(${names}::text[])`).execute()

/** Open ones whose day has passed, the longest ago first. */
export const slippingBefore = (ctx: Ctx, today: string, most: number): Promise<OpportunityWithNames[]> =>
  ofWorkspace(ctx)
    .where('o.outcome', '=', 'open')
    .where('o.closeOn', '<', today)
    .orderBy('o.closeOn')
    .orderBy('o.id')
    .limit(most)
    .execute()

/** Count and sum by stage and currency. */
export const sumStages = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('opportunities as o')
    .select(['o.stageId', 'o.currency'])
    .select([sql<number>`count(*)`.as('count'), sql<number>`coalesce(sum(o.amount_minor), 0)::bigint`.as('amountMinor')])
    .where('o.workspaceId', '=', ctx.actor.workspaceId)
    .groupBy(['o.stageId', 'o.currency'])
    .orderBy('o.currency')
    .execute()
