import { describe, expect, it } from 'vitest'
import { evidenceActions, planEvidence, quoteMessage, readSources } from '#conversation/evidence/actions.ts'
import { type Arrived, receiveMessages } from '#conversation/messages/actions.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { objectionsActions, planObjections, planObjectionsWithout } from './actions.ts'
import { maySettleObjection, objectionStates } from './rules/may-settle-objection.ts'

const house = await freshHouse()

/** A mail in which Nora objects, once a line; the ids of the objections, in order. */
async function object(ws: TestWorkspace, ...lines: string[]): Promise<string[]> {
  const text = lines.join('\n')
  const mail: Arrived = {
    source: 'mail',
    sourceKey: text,
    sentAt: '2026-03-02T09:00:00Z',
    sentAtFrom: 'date',
    subject: 'Doubts',
    text,
    from: { name: 'Nora Lind', email: 'nora@harbor.example' },
    recipients: [{ role: 'to', name: 'Olga Owner', email: 'olga@vendor.example' }],
    inReplyTo: null,
    references: [],
    automatic: false,
    warnings: [],
    attachments: [],
    importId: null,
  }
  return ws.act(async (ctx) => {
    const [received] = await receiveMessages(ctx, [mail])
    const [source] = await readSources(ctx, [received?.messageId ?? ''])
    if (!source) throw new Error('not stored')
    const said = quoteMessage(
      ctx,
      source,
      lines.map((quote) => ({
        kind: 'objection' as const,
        start: text.indexOf(quote),
        end: text.indexOf(quote) + quote.length,
        quote,
        detail: { type: 'price', concern: `Says: ${quote}` },
        who: 'Nora Lind',
        side: 'customer' as const,
        personId: null,
        confidence: 0.7,
        rule: 'test',
        origin: 'rule' as const,
        state: 'found' as const,
      })),
    )
    const { ids } = await ctx.save({ why: 'test', changes: [...planEvidence(said), ...planObjections(said)] })
    return ids.slice(said.length)
  })
}
const settle = (ws: TestWorkspace, id: string, state: (typeof objectionStates)[number], reason?: string) =>
  ws.act((ctx) => objectionsActions.settle(ctx, { id, state, reason }))

describe('objections', () => {
  it('are listed in pages with the words that show them', async () => {
    const ws = await house.makeWorkspace()
    const ids = await object(ws, 'That is too expensive.', 'Our budget is gone.', 'No money until May.')
    const first = await ws.act((ctx) => objectionsActions.list(ctx, { limit: 2 }))
    const second = await ws.act((ctx) => objectionsActions.list(ctx, { limit: 2, after: first.next ?? '' }))
    expect([...first.rows, ...second.rows].map((one) => one.id).toSorted()).toEqual(ids.toSorted())
    expect(second.rows[0]).toMatchObject({ type: 'price', rule: 'test', accountName: 'Harbor', threadId: expect.any(String) })
    expect((await ws.act((ctx) => objectionsActions.list(ctx, { limit: 9, state: 'answered' }))).rows).toEqual([])
  })

  it('go from open to confirmed and back, with the reason; what the state does not allow is refused with why', async () => {
    const ws = await house.makeWorkspace()
    const [id = ''] = await object(ws, 'That is too expensive.')
    await settle(ws, id, 'acknowledged')
    expect(await settle(ws, id, 'answered', 'Sent the yearly price')).toMatchObject({
      state: 'answered',
      stateReason: 'Sent the yearly price',
    })
    await settle(ws, id, 'confirmed')
    await expect(settle(ws, id, 'answered')).rejects.toMatchObject({ status: 409 })
    expect((await settle(ws, id, 'open', 'Came back')).state).toBe('open')
  })

  it('that are none take their words along, and bring them back when opened again', async () => {
    const ws = await house.makeWorkspace()
    const [id = ''] = await object(ws, 'That is too expensive.')
    const { evidenceId } = await settle(ws, id, 'rejected')
    const evidence = () => ws.act((ctx) => evidenceActions.get(ctx, { id: evidenceId }))
    expect((await evidence()).state).toBe('rejected')
    await settle(ws, id, 'open')
    expect((await evidence()).state).toBe('found')
    await ws.act(async (ctx) => ctx.save({ why: 'test', changes: await planObjectionsWithout(ctx, [evidenceId]) }))
    expect((await ws.act((ctx) => objectionsActions.get(ctx, { id }))).state).toBe('rejected')
  })

  it('of another workspace are not there', async () => {
    const [ours, theirs] = [await house.makeWorkspace(), await house.makeWorkspace()]
    const [id = ''] = await object(ours, 'That is too expensive.')
    await expect(settle(theirs, id, 'open')).rejects.toMatchObject({ status: 404 })
    expect((await theirs.act((ctx) => objectionsActions.list(ctx, { limit: 9 }))).rows).toEqual([])
  })

  it('never stay where they stand, and can always be opened again', () => {
    for (const state of objectionStates) {
      expect(maySettleObjection(state, state).may).toBe(false)
      expect(maySettleObjection(state, 'open').may).toBe(state !== 'open')
    }
  })
})
