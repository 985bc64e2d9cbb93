/** What happens when promises are asked for, closed, confirmed, corrected or rejected? */
import { findPeople } from '#customers/people/actions.ts'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound } from '#foundation/contract/problem.ts'
import type { Row } from '#foundation/contract/record.ts'
import { demand } from '#foundation/contract/verdict.ts'
import { change, create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { planVerdict } from '../evidence/actions.ts'
import type { Evidence } from '../evidence/contract.ts'
import { PromiseClosed, PromiseMade, type promises } from './contract.ts'
import {
  mayClosePromise,
  mayConfirmPromise,
  mayCorrectPromise,
  mayRejectPromise,
  mayReopenPromise,
} from './rules/may-close-promise.ts'
import { planPromise } from './rules/plan-promise.ts'
import * as store from './store.ts'

async function need(ctx: Ctx, id: string): Promise<store.PromiseRow> {
  const row = await store.findPromise(ctx, id)
  if (!row) throw notFound('promise')
  return row
}

const closure = { late: 'kept late', kept: 'kept', broken: 'broken', released: 'released' } as const

export const promisesActions = {
  async list(ctx, { limit, after, ...asked }) {
    const [saidAt, id] = after ? readCursor(after, 2) : []
    const before = after ? { saidAt: String(saidAt), id: String(id) } : null
    const rows = await store.findPromises(ctx, { ...asked, before, limit: limit + 1 })
    return pageFrom(rows, limit, (row) => writeCursor(row.saidAt, row.id))
  },
  due: (ctx, { withinDays, limit }) => store.findDue(ctx, withinDays, limit),
  get: (ctx, { id }) => need(ctx, id),

  async close(ctx, { id, state, reason }) {
    const row = await need(ctx, id)
    demand(mayClosePromise(row.state))
    const set = { state, closedAt: ctx.now, closedById: ctx.actor.memberId, closeReason: reason?.trim() || null }
    await ctx.save({ why: `Said that a promise was ${closure[state]}`, changes: [change(PromiseMade, id, set, row.updatedAt)] })
    await ctx.announce(PromiseClosed, { promiseId: id, state })
    return need(ctx, id)
  },

  async reopen(ctx, { id }) {
    const row = await need(ctx, id)
    demand(mayReopenPromise(row.state))
    const set = { state: 'open', closedAt: null, closedById: null, closeReason: null } as const
    const evidence = row.state === 'rejected' ? await planVerdict(ctx, [row.evidenceId], ['rejected'], 'found') : []
    await ctx.save({ why: 'Opened a promise again', changes: [...evidence, change(PromiseMade, id, set)] })
    return need(ctx, id)
  },

  async confirm(ctx, { id }) {
    const row = await need(ctx, id)
    demand(mayConfirmPromise(row.state, row.confirmedAt))
    const evidence = await planVerdict(ctx, [row.evidenceId], ['found'], 'confirmed')
    await ctx.save({ why: 'Confirmed a promise', changes: [...evidence, change(PromiseMade, id, { confirmedAt: ctx.now })] })
    return need(ctx, id)
  },

  async correct(ctx, { id, ...given }) {
    const row = await need(ctx, id)
    demand(mayCorrectPromise(row.state))
    const owner = given.ownerName && given.ownerName !== row.ownerName ? await ownerNamed(ctx, given.ownerName) : {}
    await ctx.save({ why: 'Corrected a promise', changes: [change(PromiseMade, id, { ...given, ...owner })] })
    return need(ctx, id)
  },

  async reject(ctx, { id }) {
    const row = await need(ctx, id)
    demand(mayRejectPromise(row.state))
    const evidence = await planVerdict(ctx, [row.evidenceId], ['found', 'confirmed'], 'rejected')
    await ctx.save({
      why: 'Said that words are no promise',
      changes: [...evidence, change(PromiseMade, id, { state: 'rejected' })],
    })
    return need(ctx, id)
  },
} satisfies Actions<typeof promises, Ctx>

/** The one person of that name, with the side they are on; nobody, when several bear it. */
async function ownerNamed(ctx: Ctx, name: string) {
  const people = await findPeople.byName(ctx, [name])
  const [only] = people.length === 1 ? people : []
  return only ? { ownerPersonId: only.id, side: only.side } : { ownerPersonId: null }
}

/** Plans the promises that new evidence makes. */
export const planPromises = (said: readonly Row<typeof Evidence>[]): PlannedChange[] =>
  said.filter((one) => one.kind === 'promise').map((one) => create(PromiseMade, planPromise(one)))

/** Plans that promises fall with the evidence they stand on. */
export const planPromisesWithout = async (ctx: Ctx, evidenceIds: string[]): Promise<PlannedChange[]> =>
  (await store.findOnEvidence(ctx, evidenceIds))
    .filter((row) => row.state !== 'rejected')
    .map(({ id }) => change(PromiseMade, id, { state: 'rejected' }))

/** Plans that promises move with their conversation to another account. */
export const planPromisesMove = async (ctx: Ctx, threadId: string, accountId: string | null): Promise<PlannedChange[]> =>
  (await store.findElsewhere(ctx, threadId, accountId)).map(({ id }) => change(PromiseMade, id, { accountId }))
