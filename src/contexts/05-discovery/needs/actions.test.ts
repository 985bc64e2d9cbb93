import { describe, expect, it } from 'vitest'
import { planEvidence, quoteMessage, readSources } from '#conversation/evidence/actions.ts'
import { type Arrived, receiveMessages } from '#conversation/messages/actions.ts'
import { undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { needsActions, planNeeds } from './actions.ts'

const house = await freshHouse()

/** A mail by Nora that says some needs, one a line; the ids of its evidence, in order. */
async function say(ws: TestWorkspace, sentAt: string, ...needs: { words: string; sure?: number }[]): Promise<string[]> {
  const text = needs.map((one) => one.words).join('\n')
  const mail: Arrived = {
    ...{ source: 'mail', sourceKey: `${sentAt} ${text}`, sentAt, sentAtFrom: 'date', subject: 'Our wishes', text },
    from: { name: 'Nora Lind', email: 'nora@harbor.example' },
    recipients: [{ role: 'to', name: 'Olga Owner', email: 'olga@vendor.example' }],
    ...{ inReplyTo: null, references: [], automatic: false, warnings: [], attachments: [], importId: null },
  }
  return ws.act(async (ctx) => {
    const [received] = await receiveMessages(ctx, [mail])
    const [source] = await readSources(ctx, [received?.messageId ?? ''])
    if (!source) throw new Error('not stored')
    const by = { who: 'Nora Lind', side: 'customer', personId: null, rule: 'test', origin: 'rule', state: 'found' } as const
    const said = quoteMessage(
      ctx,
      source,
      needs.map(({ words: quote, sure = 0.8 }) => {
        const start = text.indexOf(quote)
        return {
          kind: 'need.explicit' as const,
          start,
          end: start + quote.length,
          quote,
          detail: { need: quote },
          confidence: sure,
          ...by,
        }
      }),
    )
    const found = said.map((one) => ({
      accountId: one.accountId,
      threadId: one.threadId,
      statement: one.quote,
      category: 'data' as const,
      priority: 'must' as const,
      kind: 'explicit' as const,
      because: null,
      shows: [one],
    }))
    await ctx.save({ why: 'test', changes: [...planEvidence(said), ...(await planNeeds(ctx, found))] })
    return said.map((one) => one.id)
  })
}
const list = async (ws: TestWorkspace, asked = {}) =>
  (await ws.act((ctx) => needsActions.list(ctx, { limit: 50, ...asked }))).rows
const undoLast = async (ws: TestWorkspace) => {
  const last = await house.owner.query('select id from change_sets where workspace_id = $1 order by id desc limit 1', [ws.id])
  await ws.act((ctx) => undoChangeSet(ctx, last.rows[0].id, 'refuse'))
}

describe('needs', () => {
  it('show every time they were said, with who, when, where, by which rule and how sure', async () => {
    const ws = await house.makeWorkspace()
    await say(ws, '2026-03-01T09:00:00Z', { words: 'Nightly export of warehouse orders' })
    const [evidenceId = ''] = await say(ws, '2026-03-02T09:00:00Z', { words: 'Warehouse orders: an export, nightly' })
    const [need] = await list(ws)
    const shown = await ws.act((ctx) => needsActions.get(ctx, { id: need?.id ?? '' }))
    expect(shown).toMatchObject({ spanCount: 2, confidence: 0.96, accountName: 'Harbor' })
    expect(shown.spans).toMatchObject([
      {
        quote: 'Nightly export of warehouse orders',
        who: 'Nora Lind',
        saidAt: '2026-03-01T09:00:00.000Z',
        subject: 'Our wishes',
        rule: 'test',
        confidence: 0.8,
      },
      { evidenceId, source: 'mail', start: 0 },
    ])
    expect((await ws.act((ctx) => needsActions.ofEvidence(ctx, { evidenceId })))?.id).toBe(need?.id)
    expect(await ws.act((ctx) => needsActions.ofEvidence(ctx, { evidenceId: ws.id }))).toBeNull()
  })

  it('are listed in pages, last said first, and by account, state and kind', async () => {
    const ws = await house.makeWorkspace()
    const words = ['Single sign-on', 'Nightly export', 'German manuals', 'Offline mode', 'Invoice approval']
    for (const [nth, one] of words.entries()) await say(ws, `2026-03-0${nth + 1}T09:00:00Z`, { words: one })
    const first = await ws.act((ctx) => needsActions.list(ctx, { limit: 3 }))
    const second = await ws.act((ctx) => needsActions.list(ctx, { limit: 3, after: first.next ?? '' }))
    expect([...first.rows, ...second.rows].map((row) => row.statement)).toEqual(words.toReversed())
    expect(await list(ws, { state: 'met' })).toEqual([])
    expect(await list(ws, { kind: 'implicit' })).toEqual([])
    expect(await list(ws, { accountId: first.rows[0]?.accountId })).toHaveLength(5)
    await expect(ws.act((ctx) => needsActions.list(ctx, { limit: 3, after: 'nonsense' }))).rejects.toMatchObject({ status: 400 })
  })

  it('that nobody has looked at wait with the surest first', async () => {
    const ws = await house.makeWorkspace()
    await say(
      ws,
      '2026-03-01T09:00:00Z',
      { words: 'Single sign-on', sure: 0.4 },
      { words: 'Nightly export', sure: 0.9 },
      { words: 'German manuals', sure: 0.7 },
    )
    const wait = () => ws.act((ctx) => needsActions.toConfirm(ctx, { limit: 20 }))
    expect((await wait()).map((one) => one.statement)).toEqual(['Nightly export', 'German manuals', 'Single sign-on'])
    await ws.act(async (ctx) => needsActions.confirm(ctx, { id: (await needsActions.toConfirm(ctx, { limit: 1 }))[0]?.id ?? '' }))
    expect((await wait()).map((one) => one.statement)).toEqual(['German manuals', 'Single sign-on'])
    expect(house.announced.at(-1)?.event).toBe('need.confirmed')
  })

  it('are corrected, settled and rejected with a reason, as their state allows; each step can be undone', async () => {
    const ws = await house.makeWorkspace()
    await say(ws, '2026-03-01T09:00:00Z', { words: 'Single sign-on' })
    const id = (await list(ws))[0]?.id ?? ''
    const corrected = await ws.act((ctx) =>
      needsActions.correct(ctx, { id, statement: 'Sign-on with Entra', category: 'security' }),
    )
    expect(corrected).toMatchObject({ statement: 'Sign-on with Entra', category: 'security', priority: 'must' })
    await undoLast(ws)
    expect((await list(ws))[0]).toMatchObject({ statement: 'Single sign-on', category: 'data' })
    expect(await ws.act((ctx) => needsActions.settle(ctx, { id, state: 'met', reason: 'Live since May' }))).toMatchObject({
      state: 'met',
      stateReason: 'Live since May',
    })
    await expect(ws.act((ctx) => needsActions.confirm(ctx, { id }))).rejects.toMatchObject({
      status: 409,
      message: 'This need is met.',
    })
    await ws.act((ctx) => needsActions.settle(ctx, { id, state: 'found' }))
    const rejected = await ws.act((ctx) => needsActions.reject(ctx, { id, reason: 'A joke' }))
    expect(rejected).toMatchObject({ state: 'rejected', stateReason: 'A joke', spans: [{ quote: 'Single sign-on' }] })
    const evidence = await house.owner.query('select state from evidence where workspace_id = $1', [ws.id])
    expect(evidence.rows).toEqual([{ state: 'rejected' }])
    await expect(ws.act((ctx) => needsActions.correct(ctx, { id, statement: 'x' }))).rejects.toMatchObject({ status: 409 })
    expect(await ws.act((ctx) => needsActions.settle(ctx, { id, state: 'found' }))).toMatchObject({ state: 'found', spans: [{}] })
  })

  it('are written down by hand only on words that stand', async () => {
    const ws = await house.makeWorkspace()
    const ids = await say(ws, '2026-03-01T09:00:00Z', { words: 'Single sign-on' }, { words: 'Nightly export' })
    const accountId = (await list(ws))[0]?.accountId ?? null
    const given = {
      accountId,
      statement: 'Everything in one',
      category: 'integration',
      priority: 'could',
      kind: 'implicit',
    } as const
    const add = (evidenceIds: string[]) => ws.act((ctx) => needsActions.add(ctx, { ...given, evidenceIds }))
    expect(await add(ids)).toMatchObject({ state: 'confirmed', confidence: 1, spanCount: 2, because: null, who: 'Nora Lind' })
    await expect(add([ws.id])).rejects.toMatchObject({ status: 404 })
    const other = await house.makeWorkspace()
    await expect(
      other.act((ctx) => needsActions.add(ctx, { ...given, accountId: null, evidenceIds: ids })),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('of another workspace are not there', async () => {
    const [ours, theirs] = [await house.makeWorkspace(), await house.makeWorkspace()]
    await say(ours, '2026-03-01T09:00:00Z', { words: 'Single sign-on' })
    const id = (await list(ours))[0]?.id ?? ''
    expect(await list(theirs)).toEqual([])
    for (const ask of [needsActions.get, needsActions.confirm, needsActions.reject, needsActions.correct])
      await expect(theirs.act((ctx) => ask(ctx, { id }))).rejects.toMatchObject({ status: 404 })
  })
})
