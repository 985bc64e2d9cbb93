import { describe, expect, it } from 'vitest'
import { type Arrived, receiveMessages } from '#conversation/messages/actions.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { evidenceActions } from './actions.ts'
import { tellNews } from './rules/tell-news.ts'

const house = await freshHouse()
const text = 'Nora: We need it in the EU, and soon.\nOlga: I will send the plan on Friday.\n'

/** A stored call between Nora, who buys, and Olga, who sells. */
async function call(ws: TestWorkspace): Promise<{ messageId: string; threadId: string }> {
  const olga = text.indexOf('Olga:')
  const arrived: Arrived = {
    source: 'call',
    sourceKey: 'call',
    sentAt: '2026-03-02T09:00:00Z',
    sentAtFrom: 'file',
    subject: 'Kick-off',
    text,
    from: null,
    recipients: [
      { role: 'speaker', name: 'Nora', email: 'nora@harbor.example' },
      { role: 'speaker', name: 'Olga', email: 'olga@vendor.example' },
    ],
    inReplyTo: null,
    references: [],
    automatic: false,
    warnings: [],
    attachments: [],
    parts: [
      { kind: 'header', start: 0, end: 6 },
      { kind: 'written', start: 6, end: olga, speaker: 'Nora' },
      { kind: 'header', start: olga, end: olga + 6 },
      { kind: 'written', start: olga + 6, end: text.length, speaker: 'Olga' },
    ],
    importId: null,
  }
  const [received] = await ws.act((ctx) => receiveMessages(ctx, [arrived]))
  return { messageId: received?.messageId ?? '', threadId: received?.threadId ?? '' }
}
const mark = (ws: TestWorkspace, messageId: string, quote: string, kind: 'need.explicit' | 'promise' = 'need.explicit') => {
  const start = text.indexOf(quote)
  return ws.act((ctx) => evidenceActions.add(ctx, { messageId, kind, start, end: start + quote.length, quote, detail: {} }))
}

describe('evidence', () => {
  it('marked by hand knows who said it, on which side', async () => {
    const ws = await house.makeWorkspace()
    const { messageId } = await call(ws)
    expect(await mark(ws, messageId, 'We need it in the EU')).toMatchObject({
      who: 'Nora',
      side: 'customer',
      personId: expect.any(String),
    })
    expect(await mark(ws, messageId, 'I will send the plan on Friday', 'promise')).toMatchObject({
      who: 'Olga',
      side: 'vendor',
      subject: 'Kick-off',
      source: 'call',
      origin: 'person',
      state: 'confirmed',
      confidence: 1,
    })
  })

  it('stands in the order of the text in its conversation, and newest first under its account without what was rejected', async () => {
    const ws = await house.makeWorkspace()
    const { messageId, threadId } = await call(ws)
    const second = await mark(ws, messageId, 'I will send the plan on Friday', 'promise')
    const first = await mark(ws, messageId, 'We need it in the EU')
    const ofThread = await ws.act((ctx) => evidenceActions.ofThread(ctx, { threadId }))
    expect(ofThread.map((one) => one.id)).toEqual([first.id, second.id])
    const ofAccount = (kind?: 'promise') =>
      ws.act((ctx) => evidenceActions.ofAccount(ctx, { accountId: first.accountId ?? '', kind, limit: 9 }))
    expect(await ofAccount()).toHaveLength(2)
    await ws.act((ctx) => evidenceActions.reject(ctx, { id: first.id }))
    expect((await ofAccount()).map((one) => one.id)).toEqual([second.id])
    expect(await ofAccount('promise')).toHaveLength(1)
    await expect(ws.act((ctx) => evidenceActions.reject(ctx, { id: first.id }))).rejects.toMatchObject({ status: 409 })
    expect((await ws.act((ctx) => evidenceActions.confirm(ctx, { id: first.id }))).state).toBe('confirmed')
  })

  it('of another workspace can be neither seen, judged nor made', async () => {
    const [ours, theirs] = [await house.makeWorkspace(), await house.makeWorkspace()]
    const { messageId, threadId } = await call(ours)
    const { id } = await mark(ours, messageId, 'We need it in the EU')
    expect(await theirs.act((ctx) => evidenceActions.ofThread(ctx, { threadId }))).toEqual([])
    for (const ask of [evidenceActions.get, evidenceActions.confirm, evidenceActions.reject])
      await expect(theirs.act((ctx) => ask(ctx, { id }))).rejects.toMatchObject({ status: 404 })
    await expect(mark(theirs, messageId, 'We need it in the EU')).rejects.toMatchObject({ status: 404 })
  })

  it('found again is no news, whichever kind of need it is read as', () => {
    const there = [{ kind: 'need.explicit', start: 10, end: 30 }]
    const found = (kind: string, start: number, end: number) => tellNews([{ kind, start, end }], there).length
    expect(found('need.implicit', 12, 30)).toBe(0)
    expect(found('need.explicit', 0, 19)).toBe(1)
    expect(found('need.explicit', 0, 20)).toBe(0)
    expect(found('promise', 10, 30)).toBe(1)
  })
})
