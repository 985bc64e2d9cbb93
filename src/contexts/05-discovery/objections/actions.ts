/** What happens when objections are asked for, or said to stand somewhere else? */
import { planVerdict } from '#conversation/evidence/actions.ts'
import type { Evidence } from '#conversation/evidence/contract.ts'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound } from '#foundation/contract/problem.ts'
import type { Row } from '#foundation/contract/record.ts'
import { demand } from '#foundation/contract/verdict.ts'
import { change, create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Objection, type objections } from './contract.ts'
import { maySettleObjection } from './rules/may-settle-objection.ts'
import { planObjection } from './rules/plan-objection.ts'
import * as store from './store.ts'

async function need(ctx: Ctx, id: string): Promise<store.ObjectionRow> {
  const row = await store.findObjection(ctx, id)
  if (!row) throw notFound('objection')
  return row
}

const said = {
  open: 'is open',
  acknowledged: 'is acknowledged',
  answered: 'is answered',
  confirmed: 'is settled in their words',
  rejected: 'is none',
} as const

export const objectionsActions = {
  async list(ctx, { limit, after, ...asked }) {
    const [saidAt, id] = after ? readCursor(after, 2) : []
    const before = after ? { saidAt: String(saidAt), id: String(id) } : null
    const rows = await store.findObjections(ctx, { ...asked, before, limit: limit + 1 })
    return pageFrom(rows, limit, (row) => writeCursor(row.saidAt, row.id))
  },
  get: (ctx, { id }) => need(ctx, id),

  async settle(ctx, { id, state, reason }) {
    const row = await need(ctx, id)
    demand(maySettleObjection(row.state, state))
    const evidence =
      state === 'rejected'
        ? await planVerdict(ctx, [row.evidenceId], ['found', 'confirmed'], 'rejected')
        : await planVerdict(ctx, [row.evidenceId], ['rejected'], 'found')
    const set = { state, stateReason: reason?.trim() || null }
    await ctx.save({ why: `Said that an objection ${said[state]}`, changes: [...evidence, change(Objection, id, set)] })
    return need(ctx, id)
  },
} satisfies Actions<typeof objections, Ctx>

/** Plans the objections that new evidence shows. */
export const planObjections = (found: readonly Row<typeof Evidence>[]): PlannedChange[] =>
  found.filter((one) => one.kind === 'objection').map((one) => create(Objection, planObjection(one)))

/** Plans that objections fall with the evidence they stand on. */
export const planObjectionsWithout = async (ctx: Ctx, evidenceIds: string[]): Promise<PlannedChange[]> =>
  (await store.findOnEvidence(ctx, evidenceIds))
    .filter((row) => row.state !== 'rejected')
    .map(({ id }) => change(Objection, id, { state: 'rejected', stateReason: 'The words it rested on were rejected' }))

/** Plans that objections move with their words to another account. */
export const planObjectionsMove = async (ctx: Ctx, evidenceIds: string[], accountId: string | null): Promise<PlannedChange[]> =>
  (await store.findOnEvidence(ctx, evidenceIds))
    .filter((row) => row.accountId !== accountId)
    .map(({ id }) => change(Objection, id, { accountId }))
