import { describe, expect, it } from 'vitest'
import { planEvidence, quoteMessage, readSources } from '#conversation/evidence/actions.ts'
import { type Arrived, receiveMessages } from '#conversation/messages/actions.ts'
import { undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { planPromises, promisesActions } from './actions.ts'

const house = await freshHouse()
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A message by Olga with promises of some things by some days; their ids in order. */
async function promise(ws: TestWorkspace, ...made: { what: string; due: string | null }[]): Promise<string[]> {
  const text = made.map((one) => `I will ${one.what}.`).join('\n')
  const mail: Arrived = {
    ...{ source: 'mail', sourceKey: text, sentAt: '2026-03-02T09:00:00Z', sentAtFrom: 'date', subject: 'Promises', text },
    from: { name: 'Olga Owner', email: 'olga@vendor.example' },
    recipients: [{ role: 'to', name: 'Nora Lind', email: 'nora@harbor.example' }],
    ...{ inReplyTo: null, references: [], automatic: false, warnings: [], attachments: [], importId: null },
  }
  return ws.act(async (ctx) => {
    const [received] = await receiveMessages(ctx, [mail])
    const [source] = await readSources(ctx, [received?.messageId ?? ''])
    if (!source) throw new Error('not stored')
    const said = quoteMessage(
      ctx,
      source,
      made.map(({ what, due }) => {
        const quote = `I will ${what}.`
        const start = text.indexOf(quote)
        const by = {
          who: 'Olga Owner',
          side: 'vendor',
          personId: null,
          confidence: 0.9,
          rule: 'test',
          origin: 'rule',
          state: 'found',
        } as const
        return {
          kind: 'promise' as const,
          start,
          end: start + quote.length,
          quote,
          detail: { what, due, owner: 'Olga Owner' },
          ...by,
        }
      }),
    )
    const { ids } = await ctx.save({ why: 'test', changes: [...planEvidence(said), ...planPromises(said)] })
    return ids.slice(said.length)
  })
}
const get = (ws: TestWorkspace, id: string) => ws.act((ctx) => promisesActions.get(ctx, { id }))
const stateOfEvidence = async (id: string) =>
  (await house.owner.query('select state from evidence where id = $1', [id])).rows[0]?.state
const undoLast = async (ws: TestWorkspace) => {
  const last = await house.owner.query('select id from change_sets where workspace_id = $1 order by id desc limit 1', [ws.id])
  await ws.act((ctx) => undoChangeSet(ctx, last.rows[0].id, 'refuse'))
}

describe('a promise', () => {
  it('is shown with the sentence that made it', async () => {
    const ws = await house.makeWorkspace()
    const [id = ''] = await promise(ws, { what: 'send the plan', due: '2026-03-06' })
    expect(await get(ws, id)).toMatchObject({
      ...{ what: 'send the plan', dueOn: '2026-03-06', side: 'vendor', state: 'open', ownerName: 'Olga Owner' },
      ...{ quote: 'I will send the plan.', start: 0, end: 21, rule: 'test', accountName: 'Harbor' },
    })
  })

  it('is closed with who, when and why, and opened again', async () => {
    const ws = await house.makeWorkspace()
    const [id = ''] = await promise(ws, { what: 'send the plan', due: null })
    const closed = await ws.act((ctx) => promisesActions.close(ctx, { id, state: 'kept', reason: 'Sent on Tuesday' }))
    expect(closed).toMatchObject({
      state: 'kept',
      closedById: ws.memberId,
      closeReason: 'Sent on Tuesday',
      closedAt: expect.any(String),
    })
    expect(house.announced.at(-1)).toMatchObject({ event: 'promise.closed', carries: { promiseId: id, state: 'kept' } })
    await expect(ws.act((ctx) => promisesActions.close(ctx, { id, state: 'broken' }))).rejects.toMatchObject({ status: 409 })
    expect(await ws.act((ctx) => promisesActions.reopen(ctx, { id }))).toMatchObject({
      state: 'open',
      closedAt: null,
      closedById: null,
    })
  })

  it('is confirmed once, corrected with its owner found by name, and every step can be undone', async () => {
    const ws = await house.makeWorkspace()
    const [id = ''] = await promise(ws, { what: 'send the plan', due: null })
    expect((await ws.act((ctx) => promisesActions.confirm(ctx, { id }))).confirmedAt).not.toBeNull()
    await expect(ws.act((ctx) => promisesActions.confirm(ctx, { id }))).rejects.toMatchObject({ status: 409 })
    const corrected = await ws.act((ctx) => promisesActions.correct(ctx, { id, ownerName: 'Nora Lind', dueOn: '2026-04-01' }))
    expect(corrected).toMatchObject({ ownerName: 'Nora Lind', side: 'customer', dueOn: '2026-04-01', what: 'send the plan' })
    await undoLast(ws)
    expect(await get(ws, id)).toMatchObject({ ownerName: 'Olga Owner', side: 'vendor', dueOn: null })
  })

  it('that is none takes its words with it, and one undo brings both back', async () => {
    const ws = await house.makeWorkspace()
    const [id = ''] = await promise(ws, { what: 'joke', due: null })
    const rejected = await ws.act((ctx) => promisesActions.reject(ctx, { id }))
    expect([rejected.state, await stateOfEvidence(rejected.evidenceId)]).toEqual(['rejected', 'rejected'])
    await expect(ws.act((ctx) => promisesActions.correct(ctx, { id, what: 'x' }))).rejects.toMatchObject({ status: 409 })
    await undoLast(ws)
    expect([(await get(ws, id)).state, await stateOfEvidence(rejected.evidenceId)]).toEqual(['open', 'found'])
  })

  it('that is due is listed with the latest first, and closed or distant ones are not', async () => {
    const ws = await house.makeWorkspace()
    const ids = await promise(
      ws,
      { what: 'do the near', due: daysFromNow(3) },
      { what: 'do the late', due: daysFromNow(-30) },
      { what: 'do the later', due: daysFromNow(-2) },
      { what: 'do the far', due: daysFromNow(40) },
      { what: 'do the undated', due: null },
      { what: 'do the done', due: daysFromNow(-9) },
    )
    await ws.act((ctx) => promisesActions.close(ctx, { id: ids[5] ?? '', state: 'late' }))
    const due = await ws.act((ctx) => promisesActions.due(ctx, { withinDays: 7, limit: 30 }))
    expect(due.map((one) => one.what)).toEqual(['do the late', 'do the later', 'do the near'])
  })

  it('is listed in pages by account, side and state, and seen in no other workspace', async () => {
    const [ws, other] = [await house.makeWorkspace(), await house.makeWorkspace()]
    const ids = await promise(ws, ...Array.from({ length: 5 }, (_, n) => ({ what: `do thing ${n}`, due: null })))
    const first = await ws.act((ctx) => promisesActions.list(ctx, { limit: 3 }))
    const second = await ws.act((ctx) => promisesActions.list(ctx, { limit: 3, after: first.next ?? '' }))
    expect([...first.rows, ...second.rows].map((one) => one.id).toSorted()).toEqual(ids.toSorted())
    expect(second.next).toBeNull()
    const side = (given: 'customer' | 'vendor') => ws.act((ctx) => promisesActions.list(ctx, { limit: 50, side: given }))
    expect([(await side('vendor')).rows.length, (await side('customer')).rows.length]).toEqual([5, 0])
    expect((await other.act((ctx) => promisesActions.list(ctx, { limit: 50 }))).rows).toEqual([])
    for (const ask of [promisesActions.get, promisesActions.reject, promisesActions.confirm, promisesActions.reopen])
      await expect(other.act((ctx) => ask(ctx, { id: ids[0] ?? '' }))).rejects.toMatchObject({ status: 404 })
  })
})
