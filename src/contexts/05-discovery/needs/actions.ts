/** What happens when needs are asked for, written down, corrected, confirmed, rejected or settled? */
import type { z } from 'zod'
import { evidenceByIds, planVerdict } from '#conversation/evidence/actions.ts'
import type { Evidence } from '#conversation/evidence/contract.ts'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Draft, Row } from '#foundation/contract/record.ts'
import { demand } from '#foundation/contract/verdict.ts'
import { groupRows } from '#foundation/kernel/group-rows.ts'
import { change, create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Need, NeedConfirmed, type NeedShown, NeedSpan, type needs } from './contract.ts'
import { type FoundNeed, growNeed, makeNeed } from './rules/grow-need.ts'
import { joinNeeds } from './rules/join-needs.ts'
import { mayConfirmNeed, mayCorrectNeed, mayRejectNeed, maySettleNeed } from './rules/may-settle-need.ts'
import { sumSpans } from './rules/sum-spans.ts'
import * as store from './store.ts'

type Shown = z.output<typeof NeedShown>

/** The rows with their spans: one more query, however many rows. Words that somebody rejected show no need but a rejected one. */
async function show(ctx: Ctx, rows: store.NeedRow[]): Promise<Shown[]> {
  const spans = groupRows(
    await store.findSpans(
      ctx,
      rows.map((row) => row.id),
    ),
    (span) => span.needId,
  )
  return rows.map((row) => ({
    ...row,
    spans: (spans.get(row.id) ?? [])
      .filter((span) => span.state !== 'rejected' || row.state === 'rejected')
      .map(({ needId: _, state: __, ...span }) => span),
  }))
}

async function need(ctx: Ctx, id: string): Promise<Shown> {
  const row = await store.findNeed(ctx, id)
  const [shown] = row ? await show(ctx, [row]) : []
  if (!shown) throw notFound('need')
  return shown
}

const evidenceOf = async (ctx: Ctx, id: string): Promise<string[]> =>
  (await store.findSpans(ctx, [id])).map((span) => span.evidenceId)

const said = { found: 'open again', met: 'met', withdrawn: 'withdrawn' } as const

export const needsActions = {
  async list(ctx, { limit, after, ...asked }) {
    const [lastSaidAt, id] = after ? readCursor(after, 2) : []
    const before = after ? { lastSaidAt: String(lastSaidAt), id: String(id) } : null
    const rows = await store.findNeeds(ctx, { ...asked, before, limit: limit + 1 })
    const page = pageFrom(rows, limit, (row) => writeCursor(row.lastSaidAt, row.id))
    return { rows: await show(ctx, page.rows), next: page.next }
  },
  toConfirm: async (ctx, { limit }) => show(ctx, await store.findToConfirm(ctx, limit)),
  get: (ctx, { id }) => need(ctx, id),
  async ofEvidence(ctx, { evidenceId }) {
    const row = await store.findNeedOfEvidence(ctx, evidenceId)
    return row ? need(ctx, row.id) : null
  },

  async add(ctx, { evidenceIds, because, ...given }) {
    const shows = await evidenceByIds(ctx, [...new Set(evidenceIds)])
    if (shows.length < new Set(evidenceIds).size) throw notFound('piece of evidence')
    if (shows.some((one) => one.state === 'rejected'))
      throw new Problem(409, 'Somebody said that these words do not say that. Mark other words, or confirm them first.')
    const sums = sumSpans(shows)
    if (!sums) throw new Problem(422, 'A need rests on words: mark some first.', [{ path: 'evidenceIds', message: 'empty' }])
    const id = ctx.id()
    // A person wrote it: it is as sure as a person is.
    const row = { ...given, ...sums, because: because ?? null, confidence: 1, state: 'confirmed' as const, stateReason: null }
    const spans = shows.map((one) => create(NeedSpan, { needId: id, evidenceId: one.id }))
    await ctx.save({ why: 'Wrote down a need', changes: [create(Need, { id, ...row }), ...spans] })
    await ctx.announce(NeedConfirmed, { needId: id })
    return need(ctx, id)
  },

  async correct(ctx, { id, ...given }) {
    demand(mayCorrectNeed((await need(ctx, id)).state))
    await ctx.save({ why: 'Corrected a need', changes: [change(Need, id, given)] })
    return need(ctx, id)
  },

  async confirm(ctx, { id }) {
    const row = await need(ctx, id)
    demand(mayConfirmNeed(row.state))
    const evidence = row.state === 'rejected' ? await planVerdict(ctx, await evidenceOf(ctx, id), ['rejected'], 'found') : []
    const set = { state: 'confirmed', stateReason: null } as const
    await ctx.save({ why: 'Confirmed a need', changes: [...evidence, change(Need, id, set)] })
    await ctx.announce(NeedConfirmed, { needId: id })
    return need(ctx, id)
  },

  async reject(ctx, { id, reason }) {
    demand(mayRejectNeed((await need(ctx, id)).state))
    const evidence = await planVerdict(ctx, await evidenceOf(ctx, id), ['found', 'confirmed'], 'rejected')
    const set = { state: 'rejected', stateReason: reason?.trim() || null } as const
    await ctx.save({ why: 'Said that this is no need', changes: [...evidence, change(Need, id, set)] })
    return need(ctx, id)
  },

  async settle(ctx, { id, state, reason }) {
    const row = await need(ctx, id)
    demand(maySettleNeed(row.state, state))
    const evidence = row.state === 'rejected' ? await planVerdict(ctx, await evidenceOf(ctx, id), ['rejected'], 'found') : []
    const set = { state, stateReason: reason?.trim() || null }
    await ctx.save({ why: `Said that a need is ${said[state]}`, changes: [...evidence, change(Need, id, set)] })
    return need(ctx, id)
  },
} satisfies Actions<typeof needs, Ctx>

/** A need found in one message: what it says, and the stored evidence that shows it. */
export type NeedFound = FoundNeed & { accountId: string | null; threadId: string; shows: Row<typeof Evidence>[] }

/**
 * Plans the needs that new evidence shows: joined to needs the account is known to have, so that one need said five times is
 * one need with five spans; else made. What people wrote stays as they wrote it. Three queries, however many are found.
 */
export async function planNeeds(ctx: Ctx, found: readonly NeedFound[]): Promise<PlannedChange[]> {
  if (!found.length) return []
  const accountIds = [...new Set(found.flatMap((one) => one.accountId ?? []))]
  const threadIds = [...new Set(found.flatMap((one) => (one.accountId ? [] : one.threadId)))]
  const known = await store.findKnownNeeds(ctx, accountIds, threadIds)
  const corrected = groupRows(
    await store.findCorrected(
      ctx,
      known.map((one) => one.id),
    ),
    (one) => one.needId,
  )
  const [made, grown, spans] = [new Map<string, Draft<typeof Need>>(), new Map<string, Row<typeof Need>>(), [] as PlannedChange[]]
  for (const [, group] of groupRows(found, (one) => one.accountId ?? one.threadId)) {
    const [first] = group
    if (!first) continue
    const there = known.filter((one) =>
      first.accountId ? one.accountId === first.accountId : !one.accountId && one.threadIds.includes(first.threadId),
    )
    const joined = joinNeeds(
      group.map((one) => ({ category: one.category, wordings: [one.statement, ...one.shows.map((shows) => shows.quote)] })),
      there.map((one) => ({ category: one.category, wordings: [one.statement, ...one.wordings] })),
    )
    const ids: string[] = []
    for (const [nth, one] of group.entries()) {
      const to = joined[nth]
      const id = to ? ('known' in to ? there[to.known]?.id : ids[to.found]) : undefined
      const fresh = id === undefined ? undefined : made.get(id)
      const old = id === undefined ? undefined : (grown.get(id) ?? there.find((row) => row.id === id))
      const needId = id ?? ctx.id()
      ids.push(needId)
      if (fresh) made.set(needId, { ...fresh, ...growNeed(fresh, one, one.shows, new Set()) })
      else if (old) {
        const theirs = new Set((corrected.get(needId) ?? []).map((row) => row.field))
        grown.set(needId, { ...old, ...growNeed(old, one, one.shows, theirs) })
      } else made.set(needId, makeNeed(one, one.accountId, one.shows))
      for (const shows of one.shows) spans.push(create(NeedSpan, { needId, evidenceId: shows.id }))
    }
  }
  const sums = ({ priority, kind, confidence, spanCount, firstSaidAt, lastSaidAt, who }: Row<typeof Need>) => ({
    ...{ priority, kind, confidence, spanCount, firstSaidAt, lastSaidAt, who },
  })
  return [
    ...[...made].map(([id, row]) => create(Need, { id, ...row })),
    ...[...grown].map(([id, row]) => change(Need, id, sums(row))),
    ...spans,
  ]
}

/** Plans that needs fall with the evidence they stand on alone; the others are counted again without it. */
export async function planNeedsWithout(ctx: Ctx, evidenceIds: string[]): Promise<PlannedChange[]> {
  const ids = await store.findNeedIds(ctx, evidenceIds)
  const rows = await store.findNeedsByIds(ctx, ids)
  const spans = groupRows(await store.findSpans(ctx, ids), (span) => span.needId)
  const gone = new Set(evidenceIds)
  return rows.flatMap((row) => {
    if (row.state === 'rejected') return []
    const sums = sumSpans((spans.get(row.id) ?? []).filter((span) => span.state !== 'rejected' && !gone.has(span.evidenceId)))
    if (sums) return [change(Need, row.id, sums)]
    return [change(Need, row.id, { state: 'rejected', stateReason: 'The only words it rested on were rejected' })]
  })
}

/** Plans that the needs of a conversation move with it to another account; one that is also told elsewhere stays. */
export async function planNeedsMove(
  ctx: Ctx,
  threadId: string,
  evidenceIds: string[],
  accountId: string | null,
): Promise<PlannedChange[]> {
  const ids = await store.findNeedIds(ctx, evidenceIds)
  const told = new Set((await store.findSpans(ctx, ids)).filter((span) => span.threadId !== threadId).map((span) => span.needId))
  const rows = await store.findNeedsByIds(ctx, ids)
  return rows.filter((row) => row.accountId !== accountId && !told.has(row.id)).map(({ id }) => change(Need, id, { accountId }))
}
