/** What happens when the pipeline is asked for, or an opportunity is added, changed, moved or removed? */

import { type AccountBook, type OwnerOf, resolveAccounts } from '#customers/accounts/actions.ts'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Draft, Row } from '#foundation/contract/record.ts'
import type { RecentRows } from '#foundation/kernel/recent-rows.ts'
import { change, changeFrom, create, remove } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessBlocked, saveUnlessReferred } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { ownGiven } from '#foundation/platform/own-fields/own-given.ts'
import type { Ended } from '#workspace/imports/contract.ts'
import { layOutStages, needStage, stagesOfRows } from './actions-stages.ts'
import { Opportunity, OpportunityMoved, type opportunities } from './contract.ts'
import { mayRemove } from './rules/may.ts'
import { moveToStage } from './rules/move-to-stage.ts'
import {
  type KnownOpportunities,
  keysOfOpportunity,
  learnOpportunity,
  nameOfOpportunity,
  type OpportunityGiven,
  planOpportunityRow,
  readOutcome,
} from './rules/plan-opportunity-row.ts'
import {
  allStages,
  houseRules,
  listOpportunities,
  type OpportunityWithNames,
  opportunitiesByExternalId,
  opportunitiesByName,
  opportunityById,
  slippingBefore,
  sumStages,
} from './store.ts'

async function need(ctx: Ctx, id: string): Promise<OpportunityWithNames> {
  const row = await opportunityById(ctx, id)
  if (!row) throw notFound('opportunity')
  return row
}

const standsInTheWay = () =>
  new Problem(
    409,
    'The account or the owner is not there any more, or another opportunity has this id elsewhere. Look at it again.',
  )

export const opportunitiesActions = {
  stages: (ctx) => layOutStages(ctx),
  async list(ctx, { limit, after, sort, ...asked }) {
    const [key, id] = after ? readCursor(after, 2) : [null, null]
    const rows = await listOpportunities(ctx, {
      sort,
      pipelineId: asked.pipelineId ?? null,
      stageId: asked.stageId ?? null,
      accountId: asked.accountId ?? null,
      outcome: asked.outcome ?? null,
      words: asked.words?.trim() ? asked.words : null,
      after: after ? { key: key === null ? null : String(key), id: String(id) } : null,
      most: limit + 1,
    })
    return pageFrom(rows, limit, (row) => writeCursor(sort === 'name' ? row.name : row.closeOn, row.id))
  },
  async totals(ctx) {
    const sums = await sumStages(ctx)
    const holds = new Set(sums.map((s) => s.stageId))
    const used = new Set((await layOutStages(ctx)).map((s) => s.id))
    return (await allStages(ctx)).flatMap(({ id }) => {
      const own = sums.filter((s) => s.stageId === id)
      if (!used.has(id) && !holds.has(id)) return []
      return {
        stageId: id,
        count: own.reduce((sum, s) => sum + s.count, 0),
        amounts: own.map(({ currency, amountMinor }) => ({ currency, amountMinor })),
      }
    })
  },
  async slipping(ctx, { limit }) {
    return slippingBefore(ctx, (await houseRules(ctx)).today, limit)
  },
  get: (ctx, { id }) => need(ctx, id),
  async create(ctx, { custom, ...given }) {
    const own = await ownGiven(ctx, Opportunity, custom, true)
    const [stage, { currency, today }] = [await needStage(ctx, given), await houseRules(ctx)]
    const row = {
      accountId: null,
      amountMinor: null,
      currency,
      openedOn: today,
      closeOn: stage.kind === 'open' ? null : today,
      ownerId: null,
      ownerName: null,
      product: null,
      externalId: null,
      closeReason: null,
      ...given,
      pipelineId: stage.pipelineId,
      stageId: stage.id,
      outcome: stage.kind,
      stageSince: ctx.now,
      ...own,
    }
    const saved = await saveUnlessBlocked(ctx, {
      why: `Added the opportunity ${given.name}`,
      changes: [create(Opportunity, row)],
    })
    if (!saved) throw standsInTheWay()
    return need(ctx, saved.ids[0] ?? '')
  },
  async change(ctx, { id, base, custom, ...given }) {
    const row = await need(ctx, id)
    const set = { ...given, ...(await ownGiven(ctx, Opportunity, custom, false)) }
    const saved = await saveUnlessBlocked(ctx, {
      why: `Changed the opportunity ${row.name}`,
      changes: [changeFrom(Opportunity, id, set, base)],
    })
    if (!saved) throw standsInTheWay()
    return need(ctx, id)
  },
  /**
   * Two moves at once are both carried out and both remembered, in the order in which they reach the row; the last one stands.
   * A move says where an opportunity is now, so it is not refused because somebody else moved it a moment before.
   */
  async move(ctx, { id, stageId, pipelineId, reason }) {
    if (!stageId && !pipelineId)
      throw new Problem(422, 'Say to which stage, or to which pipeline.', [{ path: 'stageId', message: 'name a stage' }])
    const row = await need(ctx, id)
    // A pipeline alone says nothing new about an opportunity that is in it.
    if (!stageId && pipelineId === row.pipelineId) return row
    const stage = await needStage(ctx, { stageId, pipelineId })
    const { today } = await houseRules(ctx)
    const said = reason?.trim() || null
    const move = moveToStage(row, stage, { now: ctx.now, today, reason: said })
    if (!move) return row
    const why = `Moved ${row.name} to ${stage.name}${said ? `: ${said}` : ''}`.slice(0, 1000)
    await ctx.save({ why, changes: [change(Opportunity, id, { ...move, pipelineId: stage.pipelineId })] })
    await ctx.announce(OpportunityMoved, { opportunityId: id, outcome: stage.kind })
    return need(ctx, id)
  },
  async remove(ctx, { id }) {
    const refusal = mayRemove(ctx.actor.role)
    if (refusal) throw new Problem(403, refusal)
    const row = await need(ctx, id)
    const saved = await saveUnlessReferred(ctx, {
      why: `Removed the opportunity ${row.name}`,
      changes: [remove(Opportunity, id)],
    })
    if (!saved?.changeSetId) throw new Problem(409, 'Something still refers to this opportunity. Remove that first.')
    return { changeSetId: saved.changeSetId }
  },
} satisfies Actions<typeof opportunities, Ctx>

interface OpportunitiesAround {
  book: AccountBook
  ownerId: OwnerOf
  /** When the import began, ISO. */
  begun: string
  /** By what a row is taken for one that is there. */
  by?: ReadonlySet<string>
  /** What was met lately, where what is planned is not written. */
  ahead?: RecentRows<Row<typeof Opportunity>>
}

/**
 * Takes rows of a table in: finds the opportunity that each means or makes it, with its account and stage, and fills in what the row
 * tells. Stages that are not there yet are made. Answers for each, in order. A constant number of statements.
 */
export async function takeOpportunityRows(
  ctx: Ctx,
  rows: readonly OpportunityGiven[],
  { book, ownerId, begun, by, ahead }: OpportunitiesAround,
): Promise<Ended[]> {
  const named = rows.map((r) => ({ externalId: r.accountExternalId ?? null, name: r.accountName ?? null }))
  const accountIds = await resolveAccounts(ctx, named, book)
  const outcomes = rows.map((r) => (r.outcome ? readOutcome(r.outcome) : null))
  const stages = await stagesOfRows(ctx, rows, outcomes)
  const { currency } = await houseRules(ctx)
  const known = await opportunitiesOfRows(ctx, rows, by)
  const called = rows.map((row) => ({ externalId: row.externalId ?? null, name: nameOfOpportunity(row) }))
  for (const row of ahead?.recall(called.flatMap(keysOfOpportunity)) ?? []) learnOpportunity(known, row)
  const learn = (row: Row<typeof Opportunity>) => {
    learnOpportunity(known, row)
    ahead?.remember(row.id, row, keysOfOpportunity(row))
  }
  const created = new Map<string, Draft<typeof Opportunity>>()
  const changed = new Map<string, Partial<Row<typeof Opportunity>>>()
  const ended = rows.map((given, at): Ended => {
    const meantStage = stages[at]
    if (!meantStage) throw new Error('A row without a stage')
    const about = {
      accountId: accountIds[at] ?? null,
      stage: meantStage.stage,
      ownerId: given.ownerName ? ownerId(given.ownerName) : null,
      currency: given.currency ?? currency,
      now: ctx.now,
    }
    const plan = planOpportunityRow(given, about, known, begun, by)
    const notes = [...(meantStage.note ? [meantStage.note] : []), ...plan.notes]
    if (plan.deed === 'skip') return { outcome: 'skipped', rowId: null, notes }
    if (plan.deed === 'none') return { outcome: 'already', rowId: plan.row.id, notes }
    if (plan.deed === 'create') {
      const id = ctx.id()
      created.set(id, plan.draft)
      learn({ ...plan.draft, id, createdAt: ctx.now, updatedAt: ctx.now })
      return { outcome: 'stored', rowId: id, notes }
    }
    const { id } = plan.row
    const draft = created.get(id)
    if (draft) created.set(id, { ...draft, ...plan.set })
    else changed.set(id, { ...changed.get(id), ...plan.set })
    learn({ ...plan.row, ...plan.set })
    return { outcome: 'changed', rowId: id, notes }
  })
  const changes = [
    ...[...created].map(([id, draft]) => create(Opportunity, { id, ...draft })),
    ...[...changed].map(([id, fields]) => change(Opportunity, id, fields)),
  ]
  const saved = await saveUnlessBlocked(ctx, { why: `Took ${rows.length} rows of opportunities from a table`, changes })
  if (!saved) throw new Problem(503, 'Others are changing the same opportunities at this moment. Try again.')
  return ended
}

async function opportunitiesOfRows(
  ctx: Ctx,
  rows: readonly OpportunityGiven[],
  by?: ReadonlySet<string>,
): Promise<KnownOpportunities> {
  const known: KnownOpportunities = { byExternalId: new Map(), byName: new Map() }
  const ids = [...new Set(rows.flatMap((r) => r.externalId ?? []))]
  const names = [
    ...new Set(rows.flatMap((r) => (r.externalId && by?.has('externalId') !== false ? [] : (nameOfOpportunity(r) ?? [])))),
  ]
  const found = [
    ...(ids.length ? await opportunitiesByExternalId(ctx, ids) : []),
    ...(names.length ? await opportunitiesByName(ctx, names) : []),
  ]
  for (const { accountName: _a, stageName: _s, ...row } of found) learnOpportunity(known, row)
  return known
}
