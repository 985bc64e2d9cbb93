import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { type Arrived, messagesActions, receiveMessages } from './actions.ts'

const house = await freshHouse()
const ask = { limit: 50 }

const mail = (given: Partial<Arrived> & { sourceKey: string }): Arrived => ({
  source: 'mail',
  sentAt: '2026-03-02T09:00:00.000Z',
  sentAtFrom: 'date',
  subject: 'Rollout',
  from: { name: 'Nora Lind', email: 'nora@harbor.example' },
  recipients: [{ role: 'to', name: 'Olga Owner', email: 'olga@vendor.example' }],
  text: 'Hello Olga,\n\nwe must host this in the EU.\n\nBest\nNora\n\n> quoted before\n',
  inReplyTo: null,
  references: [],
  automatic: false,
  warnings: [],
  attachments: [],
  importId: null,
  ...given,
})
const receive = (ws: TestWorkspace, ...batch: Arrived[]) => ws.act((ctx) => receiveMessages(ctx, batch))
const threads = (ws: TestWorkspace, asked = {}) => ws.act((ctx) => messagesActions.threads(ctx, { ...ask, ...asked }))
const count = async (ws: TestWorkspace, table: string) =>
  Number((await house.owner.query(`select count(*) as n from ${table} where workspace_id = $1`, [ws.id])).rows[0]?.n)

/** Statements sent while something runs, over all connections of the program. */
async function countStatements<T>(run: () => Promise<T>): Promise<{ answer: T; statements: number }> {
  let statements = 0
  const seen = new WeakSet<object>()
  const watch = (client: pg.PoolClient) => {
    if (seen.has(client)) return
    seen.add(client)
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    Object.assign(client, {
      query: (...given: unknown[]) => {
        statements++
        return query(...given)
      },
    })
  }
  house.database.pool.on('acquire', watch)
  const answer = await run()
  house.database.pool.off('acquire', watch)
  return { answer, statements }
}

describe('messages that arrive', () => {
  it('are stored with their people, account, thread and parts, and announced', async () => {
    const ws = await house.makeWorkspace()
    const importId = randomUUID()
    const [one] = await receive(ws, mail({ sourceKey: 'a1@harbor', importId: null }))
    expect(one?.outcome).toBe('stored')
    const { rows } = await threads(ws)
    expect(rows).toMatchObject([
      {
        subject: 'Rollout',
        accountName: 'Harbor',
        lastSide: 'customer',
        messageCount: 1,
        snippet: expect.stringContaining('EU'),
      },
    ])
    expect(rows[0]?.people.toSorted()).toEqual(['Nora Lind', 'Olga Owner'])
    const shown = await ws.act((ctx) => messagesActions.thread(ctx, { id: rows[0]?.id ?? '' }))
    const [message] = shown.messages
    expect(message).toMatchObject({ side: 'customer', fromName: 'Nora Lind', sentAt: '2026-03-02T09:00:00.000Z' })
    expect(message?.parts.map((part) => part.kind)).toContain('quoted')
    expect(message?.parts.at(-1)?.end).toBe(message?.text.length)
    expect(house.announced.at(-1)).toMatchObject({
      event: 'messages.received',
      carries: { messageIds: [one?.messageId], importId: null },
    })
    expect(importId).toBeTruthy()
  })

  it('are stored once, however often they come', async () => {
    const ws = await house.makeWorkspace()
    const batch = [mail({ sourceKey: 'b1@harbor' }), mail({ sourceKey: 'b2@harbor' }), mail({ sourceKey: 'b1@harbor' })]
    const first = await receive(ws, ...batch)
    expect(first.map((one) => one.outcome)).toEqual(['stored', 'stored', 'already'])
    expect(first[2]?.messageId).toBe(first[0]?.messageId)
    const second = await receive(ws, ...batch)
    expect(second.map((one) => one.outcome)).toEqual(['already', 'already', 'already'])
    expect(second.map((one) => one.messageId)).toEqual(first.map((one) => one.messageId))
    expect(await count(ws, 'messages')).toBe(2)
    expect(await count(ws, 'people')).toBe(2)
  })

  it('under one Message-ID are all kept when they say different things, and copies are not', async () => {
    const ws = await house.makeWorkspace()
    const batch = [
      mail({ sourceKey: 'same@harbor', text: 'We must host this in the EU.' }),
      mail({ sourceKey: 'same@harbor', text: 'The crane is broken again.' }),
      mail({ sourceKey: 'same@harbor', text: 'We must host this in the EU.\n--\nThe harbour list' }),
    ]
    expect((await receive(ws, ...batch)).map((one) => one.outcome)).toEqual(['stored', 'stored', 'already'])
    expect((await receive(ws, ...batch)).map((one) => one.outcome)).toEqual(['already', 'already', 'already'])
    expect(await count(ws, 'messages')).toBe(2)
  })

  it('are stored once when two imports bring them at the same time', async () => {
    const ws = await house.makeWorkspace()
    const batch = Array.from({ length: 20 }, (_, n) => mail({ sourceKey: `race-${n}@harbor` }))
    const both = await Promise.all([receive(ws, ...batch), receive(ws, ...batch.toReversed())])
    expect(both.flat().filter((one) => one.outcome === 'stored')).toHaveLength(20)
    expect(await count(ws, 'messages')).toBe(20)
  })

  it('join their conversation by reference, before and after it is stored, and by subject among the same people', async () => {
    const ws = await house.makeWorkspace()
    const [root, late] = await receive(
      ws,
      mail({ sourceKey: 'root@harbor' }),
      // Answers a message that comes later.
      mail({
        sourceKey: 'reply-2@harbor',
        inReplyTo: 'reply-1@harbor',
        subject: 'Something else',
        sentAt: '2026-03-05T09:00:00Z',
      }),
    )
    const [middle] = await receive(
      ws,
      mail({ sourceKey: 'reply-1@harbor', subject: 'Something else', sentAt: '2026-03-04T09:00:00Z' }),
    )
    expect(middle?.threadId).toBe(late?.threadId)
    const [bySubject, stranger, tooLate] = await receive(
      ws,
      mail({ sourceKey: 's1@harbor', subject: 'AW: Re: Rollout', sentAt: '2026-03-20T09:00:00Z' }),
      mail({
        sourceKey: 's2@other',
        subject: 'Re: Rollout',
        from: { name: 'Zed', email: 'zed@elsewhere.example' },
        recipients: [{ role: 'to', name: '', email: 'new@vendor.example' }],
      }),
      mail({ sourceKey: 's3@harbor', subject: 'Re: Rollout', sentAt: '2027-03-20T09:00:00Z' }),
    )
    expect(bySubject?.threadId).toBe(root?.threadId)
    expect(stranger?.threadId).not.toBe(root?.threadId)
    expect(tooLate?.threadId).not.toBe(root?.threadId)
    const { rows } = await threads(ws)
    expect(rows.find((row) => row.id === root?.threadId)).toMatchObject({ messageCount: 2, lastAt: '2026-03-20T09:00:00.000Z' })
  })

  it('say honestly where a missing date was taken from', async () => {
    const ws = await house.makeWorkspace()
    await receive(
      ws,
      mail({ sourceKey: 'd1@harbor' }),
      mail({ sourceKey: 'd2@harbor', sentAt: null, sentAtFrom: 'none', subject: 'No date' }),
      mail({ sourceKey: 'd3@harbor', sentAt: 'in spring', sentAtFrom: 'date', subject: 'Broken date' }),
    )
    const found = await house.owner.query(
      'select sent_at_from, sent_at from messages where workspace_id = $1 order by source_key',
      [ws.id],
    )
    expect(found.rows).toEqual([
      { sent_at_from: 'date', sent_at: '2026-03-02T09:00:00.000Z' },
      { sent_at_from: 'neighbour', sent_at: '2026-03-02T09:00:00.000Z' },
      { sent_at_from: 'neighbour', sent_at: '2026-03-02T09:00:00.000Z' },
    ])
  })

  it('keep their attachments, and what no database can hold', async () => {
    const ws = await house.makeWorkspace()
    const kept = await house.files.keep(Buffer.from('%PDF kept before'))
    const [one, empty] = await receive(
      ws,
      mail({
        sourceKey: `x${'y'.repeat(3_000)}@harbor`,
        subject: 'Half a pair \ud83d and a NUL \0',
        text: 'A NUL \0 and half a pair \udc00 here.',
        attachments: [
          { name: 'offer.pdf', mediaType: 'application/pdf', bytes: kept, inline: false },
          { name: null, mediaType: '', bytes: Buffer.from('plain'), inline: true },
        ],
      }),
      mail({ sourceKey: 'empty', from: null, recipients: [], subject: '', text: '' }),
    )
    expect(empty).toMatchObject({ outcome: 'skipped', messageId: null, reason: expect.stringContaining('nothing in it') })
    const { messages } = await ws.act((ctx) => messagesActions.thread(ctx, { id: one?.threadId ?? '' }))
    expect(messages[0]?.text).toBe('A NUL \uFFFD and half a pair \uFFFD here.')
    expect(messages[0]?.attachments.map((a) => [a.name, a.mediaType, a.byteCount])).toEqual([
      ['offer.pdf', 'application/pdf', 16],
      ['attachment', 'application/octet-stream', 5],
    ])
  })

  it('may be of five million characters', async () => {
    const ws = await house.makeWorkspace()
    const text = 'We need a report of every shipment, in a file.\n'.repeat(110_000)
    const [one] = await receive(ws, mail({ sourceKey: 'big@harbor', text }), mail({ sourceKey: 'big2@harbor', text }))
    const { messages } = await ws.act((ctx) => messagesActions.thread(ctx, { id: one?.threadId ?? '' }))
    expect(messages[0]?.text.length).toBe(text.length)
  })

  it('of a call seat every speaker, by address or by a name that one person bears', async () => {
    const ws = await house.makeWorkspace()
    await receive(ws, mail({ sourceKey: 'before@harbor' }))
    const text = 'Nora Lind: We need it by May.\nOlga: I will send the plan.\n'
    const [call] = await receive(
      ws,
      mail({
        source: 'call',
        sourceKey: 'call-1',
        subject: 'Kick-off',
        from: null,
        text,
        recipients: [{ role: 'speaker', name: 'Olga', email: 'olga@vendor.example' }],
        parts: [
          { kind: 'header', start: 0, end: 11 },
          { kind: 'written', start: 11, end: 30, speaker: 'Nora Lind' },
          { kind: 'header', start: 30, end: 36 },
          { kind: 'written', start: 36, end: text.length, speaker: 'Olga', atSeconds: 12 },
        ],
      }),
    )
    const { thread, messages } = await ws.act((ctx) => messagesActions.thread(ctx, { id: call?.threadId ?? '' }))
    expect(thread).toMatchObject({ source: 'call', accountName: 'Harbor', people: ['Nora Lind', 'Olga Owner'] })
    expect(messages[0]?.parts.filter((part) => part.kind === 'written')).toMatchObject([
      { speaker: 'Nora Lind', side: 'customer', personId: expect.any(String) },
      { speaker: 'Olga', side: 'vendor', personId: expect.any(String), atSeconds: 12 },
    ])
  })

  it('come by thousands in a handful of statements', async () => {
    const ws = await house.makeWorkspace()
    const batch = (size: number, name: string) =>
      Array.from({ length: size }, (_, n) =>
        mail({
          sourceKey: `${name}-${n}@x`,
          subject: `${n % 3 ? 'Re: ' : ''}Topic ${Math.floor(n / 3)}`,
          from: { name: `P ${n % 300}`, email: `p${n % 300}@company-${n % 50}.example` },
        }),
      )
    await receive(ws, mail({ sourceKey: 'warm' }))
    const small = await countStatements(() => receive(ws, ...batch(50, 'small')))
    const large = await countStatements(() => receive(ws, ...batch(5_000, 'large')))
    expect(large.answer.filter((one) => one.outcome === 'stored')).toHaveLength(5_000)
    expect(large.statements).toBeLessThan(60)
    expect(large.statements - small.statements).toBeLessThan(12)
  })
})

describe('conversations', () => {
  it('are paged, and found by account, person, words and kind', async () => {
    const ws = await house.makeWorkspace()
    await receive(
      ws,
      ...Array.from({ length: 7 }, (_, n) =>
        mail({ sourceKey: `l${n}@harbor`, subject: `Topic ${n}`, sentAt: `2026-03-0${1 + (n >> 1)}T09:00:00Z` }),
      ),
    )
    const seen: string[] = []
    for (let after: string | undefined, n = 0; n < 9; n++) {
      const page = await threads(ws, { limit: 2, after })
      seen.push(...page.rows.map((row) => row.subject))
      if (!page.next) break
      after = page.next
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    const accountId = (await threads(ws)).rows[0]?.accountId ?? ''
    expect((await threads(ws, { accountId })).rows).toHaveLength(7)
    expect((await threads(ws, { accountId: randomUUID() })).rows).toHaveLength(0)
    expect((await threads(ws, { words: 'topic 3' })).rows.map((row) => row.subject)).toEqual(['Topic 3'])
    expect((await threads(ws, { words: 'nora' })).rows).toHaveLength(7)
    expect((await threads(ws, { words: '100%' })).rows).toHaveLength(0)
    expect((await threads(ws, { kind: 'promise' })).rows).toHaveLength(0)
    const person = await house.owner.query('select id from people where workspace_id = $1 and side = $2', [ws.id, 'customer'])
    expect((await threads(ws, { personId: person.rows[0]?.id })).rows).toHaveLength(7)
  })

  it('wait for an answer only when a person of the customer wrote last', async () => {
    const ws = await house.makeWorkspace()
    const recently = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    await receive(
      ws,
      mail({ sourceKey: 'u1', subject: 'Old question', sentAt: recently(9) }),
      mail({ sourceKey: 'u2', subject: 'Newer question', sentAt: recently(4) }),
      mail({ sourceKey: 'u3', subject: 'Out of office', sentAt: recently(5), automatic: true }),
      mail({ sourceKey: 'u4', subject: 'Answered', sentAt: recently(8) }),
      mail({
        sourceKey: 'u5',
        subject: 'Re: Answered',
        sentAt: recently(7),
        inReplyTo: 'u4',
        from: { name: 'Olga Owner', email: 'olga@vendor.example' },
        recipients: [{ role: 'to', name: 'Nora', email: 'nora@harbor.example' }],
      }),
      mail({
        sourceKey: 'u6',
        subject: 'Automatic reply: Re: Answered',
        inReplyTo: 'u5',
        sentAt: recently(6.9),
        automatic: true,
      }),
      mail({ sourceKey: 'u8', subject: 'Buy now', from: { name: 'Shop', email: 'noreply@shop.example' }, sentAt: recently(4) }),
      mail({ sourceKey: 'u7', subject: 'Today', sentAt: recently(0.1) }),
    )
    const waiting = await ws.act((ctx) => messagesActions.unanswered(ctx, { sinceDays: 60, quietDays: 2, limit: 20 }))
    expect(waiting.map((row) => row.subject)).toEqual(['Old question', 'Newer question'])
  })

  it('move to another account with all their messages, and stay there', async () => {
    const ws = await house.makeWorkspace()
    const [one] = await receive(ws, mail({ sourceKey: 'm1' }))
    await receive(ws, mail({ sourceKey: 'm2', subject: 'Other', from: { name: 'K', email: 'k@kiln.example' } }))
    const kiln = (await house.owner.query("select id from accounts where workspace_id = $1 and domain = 'kiln.example'", [ws.id]))
      .rows[0]
    const moved = await ws.act((ctx) => messagesActions.assign(ctx, { id: one?.threadId ?? '', accountId: kiln.id }))
    expect(moved.accountName).toBe('Kiln')
    await receive(ws, mail({ sourceKey: 'm3', inReplyTo: 'm1', subject: 'Re: Rollout', sentAt: '2026-03-09T09:00:00Z' }))
    const { messages } = await ws.act((ctx) => messagesActions.thread(ctx, { id: one?.threadId ?? '' }))
    expect(messages.map((message) => message.accountId)).toEqual([kiln.id, kiln.id])
    expect(house.announced.map((one) => one.event)).toContain('thread.assigned')
  })

  it('of another workspace are not there', async () => {
    const [ours, theirs] = [await house.makeWorkspace(), await house.makeWorkspace()]
    const [one] = await receive(ours, mail({ sourceKey: 'secret' }))
    expect((await threads(theirs)).rows).toEqual([])
    await expect(theirs.act((ctx) => messagesActions.thread(ctx, { id: one?.threadId ?? '' }))).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      theirs.act((ctx) => messagesActions.assign(ctx, { id: one?.threadId ?? '', accountId: null })),
    ).rejects.toMatchObject({ status: 404 })
    expect((await receive(theirs, mail({ sourceKey: 'secret' })))[0]?.outcome).toBe('stored')
  })
})
