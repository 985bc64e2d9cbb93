import { describe, expect, it } from 'vitest'
import { evidenceActions } from '#conversation/evidence/actions.ts'
import { type Arrived, messagesActions, receiveMessages } from '#conversation/messages/actions.ts'
import { promisesActions } from '#conversation/promises/actions.ts'
import { needsActions } from '#discovery/needs/actions.ts'
import { objectionsActions } from '#discovery/objections/actions.ts'
import { undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import type { Work } from '#foundation/platform/workflow.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { importsActions } from '#workspace/imports/actions.ts'
import { evidenceOperations } from './conclude-from-words.ts'
import type { Reader } from './read-in-thread.ts'
import { whenAThreadIsAssigned } from './when-a-thread-is-assigned.ts'
import { readMessages } from './when-messages-arrive.ts'

const house = await freshHouse()
const page = { limit: 100 }

const mail = (given: Partial<Arrived> & { sourceKey: string; text: string }): Arrived => ({
  source: 'mail',
  sentAt: '2026-03-02T09:00:00.000Z',
  sentAtFrom: 'date',
  subject: 'Rollout',
  from: { name: 'Nora Lind', email: 'nora@harbor.example' },
  recipients: [{ role: 'to', name: 'Olga Owner', email: 'olga@vendor.example' }],
  inReplyTo: null,
  references: [],
  automatic: false,
  warnings: [],
  attachments: [],
  importId: null,
  ...given,
})
const workOf = (ws: TestWorkspace): Work => ({
  workspaceId: ws.id,
  act: (run, cause) => ws.act(run, { actor: { via: 'system' }, cause: cause ?? null }),
})
const receive = (ws: TestWorkspace, ...batch: Arrived[]) => ws.act((ctx) => receiveMessages(ctx, batch))
/** A reader that finds what it is told to find, word for word. */
const readerOf =
  (finds: readonly { words: string; need: string; kind?: 'need.explicit' | 'need.implicit'; quote?: string }[]): Reader =>
  async ({ id, text, utterances }) => {
    const hits = finds.flatMap((find, nth) => {
      const start = text.indexOf(find.words)
      const { words: quote, kind = 'need.explicit' } = find
      const said = { id: `e${nth}`, side: 'customer' as const, who: utterances[0]?.who ?? '?', confidence: 0.8, rule: 'test' }
      const detail = { need: find.need, category: 'data' as const, priority: 'should' as const, because: 'so' }
      return start < 0 ? [] : [{ ...said, ...detail, kind, start, end: start + quote.length, quote: find.quote ?? quote }]
    })
    const needs = hits.map(({ id: e, need, category, priority, kind, confidence }) => ({
      ...{ need, category, priority, confidence },
      explicit: kind === 'need.explicit',
      evidence: [e],
    }))
    return { id, evidence: hits, needs }
  }
async function arrive(ws: TestWorkspace, reader: Reader | undefined, ...batch: Arrived[]) {
  const received = await receive(ws, ...batch)
  const messageIds = received.flatMap((one) => one.messageId ?? [])
  return { messageIds, done: await readMessages(workOf(ws), { messageIds, importId: null }, reader) }
}
const needsOf = async (ws: TestWorkspace) => (await ws.act((ctx) => needsActions.list(ctx, page))).rows
const count = async (ws: TestWorkspace, table: string) =>
  Number((await house.owner.query(`select count(*) as n from ${table} where workspace_id = $1`, [ws.id])).rows[0]?.n)

describe('messages that arrived', () => {
  it('tell needs, promises and objections, each with the words that show it', async () => {
    const ws = await house.makeWorkspace()
    await arrive(
      ws,
      undefined,
      mail({
        sourceKey: 'r1',
        text: 'Hello Olga,\n\nWe must have all data hosted in the EU.\n\nThe price is too high for us this year.\n\nBest\nNora\n',
      }),
      mail({
        sourceKey: 'r2',
        from: { name: 'Olga Owner', email: 'olga@vendor.example' },
        recipients: [{ role: 'to', name: 'Nora Lind', email: 'nora@harbor.example' }],
        inReplyTo: 'r1',
        text: "Hello Nora,\n\nI'll send you the signed DPA by Friday.\n\nBest\nOlga\n",
      }),
    )
    const [need] = await needsOf(ws)
    expect(need).toMatchObject({ kind: 'explicit', state: 'found', accountName: 'Harbor', who: 'Nora Lind', spanCount: 1 })
    expect(need?.spans[0]?.quote).toContain('hosted in the EU')
    const promises = await ws.act((ctx) => promisesActions.list(ctx, page))
    expect(promises.rows[0]).toMatchObject({ side: 'vendor', dueOn: '2026-03-06', ownerName: 'Olga Owner', state: 'open' })
    const objections = await ws.act((ctx) => objectionsActions.list(ctx, page))
    expect(objections.rows[0]).toMatchObject({ type: 'price', state: 'open', who: 'Nora Lind' })
    const thread = (await ws.act((ctx) => messagesActions.threads(ctx, page))).rows[0]
    expect(thread?.evidenceKinds).toEqual(expect.arrayContaining(['need.explicit', 'objection', 'promise']))
    for (const one of await ws.act((ctx) => evidenceActions.ofThread(ctx, { threadId: thread?.id ?? '' }))) {
      const { messages } = await ws.act((ctx) => messagesActions.thread(ctx, { id: one.threadId }))
      expect(messages.find((message) => message.id === one.messageId)?.text.slice(one.start, one.end)).toBe(one.quote)
    }
  })

  it('are read once, however often they are delivered', async () => {
    const ws = await house.makeWorkspace()
    const reader = readerOf([{ words: 'export of all orders', need: 'Export orders' }])
    const { messageIds, done } = await arrive(ws, reader, mail({ sourceKey: 'o1', text: 'We need an export of all orders.' }))
    expect(done).toMatchObject({ read: 1, evidence: 1, needs: 1 })
    const again = await readMessages(workOf(ws), { messageIds, importId: null }, reader)
    expect(again).toMatchObject({ read: 0, before: 1 })
    expect(await count(ws, 'evidence')).toBe(1)
  })

  it('tell one need with five spans when they say it five times, and the strongest wording counts', async () => {
    const ws = await house.makeWorkspace()
    const words = [
      'export of all orders to our warehouse system',
      'orders exported to the warehouse system',
      'warehouse system export of orders',
      'export the orders into the warehouse system every night',
      'an export of orders for the warehouse system',
    ]
    const reader = readerOf(
      words.map((said, nth) => ({
        words: said,
        need: 'Export orders to the warehouse system',
        kind: nth ? 'need.explicit' : 'need.implicit',
      })),
    )
    await arrive(
      ws,
      reader,
      ...words.slice(0, 3).map((said, n) => mail({ sourceKey: `f${n}`, text: said, sentAt: `2026-03-0${n + 1}T09:00:00Z` })),
    )
    await arrive(
      ws,
      reader,
      ...words.slice(3).map((said, n) => mail({ sourceKey: `g${n}`, text: said, sentAt: `2026-04-0${n + 1}T09:00:00Z` })),
    )
    const needs = await needsOf(ws)
    expect(needs).toHaveLength(1)
    expect(needs[0]).toMatchObject({
      spanCount: 5,
      kind: 'explicit',
      firstSaidAt: '2026-03-01T09:00:00.000Z',
      lastSaidAt: '2026-04-02T09:00:00.000Z',
    })
    expect(needs[0]?.spans).toHaveLength(5)
    expect(needs[0]?.confidence).toBeGreaterThan(0.99)
  })

  it('leave alone what people corrected, rejected or wrote, also when other rules read them again', async () => {
    const ws = await house.makeWorkspace()
    const reader = readerOf([
      { words: 'export of all orders', need: 'Export orders', kind: 'need.implicit' },
      { words: 'call us on Mondays', need: 'Call on Mondays' },
    ])
    const text = 'We need an export of all orders. Please call us on Mondays.'
    const { messageIds } = await arrive(ws, reader, mail({ sourceKey: 'c1', text }))
    const [first, second] = (await needsOf(ws)).toSorted((a, b) => b.statement.localeCompare(a.statement))
    const corrected = { id: first?.id ?? '', statement: 'Nightly CSV of orders', priority: 'could', kind: 'implicit' } as const
    await ws.act((ctx) => needsActions.correct(ctx, corrected))
    await ws.act((ctx) => needsActions.reject(ctx, { id: second?.id ?? '' }))
    await house.owner.query("update readings set rules = 'rules 0' where workspace_id = $1", [ws.id])
    expect(await readMessages(workOf(ws), { messageIds, importId: null }, reader)).toMatchObject({
      read: 1,
      evidence: 0,
      needs: 0,
    })
    await arrive(ws, reader, mail({ sourceKey: 'c2', text: 'Again: the export of all orders.', sentAt: '2026-05-01T09:00:00Z' }))
    const after = await needsOf(ws)
    expect(after).toHaveLength(2)
    expect(after.find((one) => one.id === first?.id)).toMatchObject({
      statement: 'Nightly CSV of orders',
      priority: 'could',
      spanCount: 2,
    })
    expect(after.find((one) => one.id === second?.id)).toMatchObject({ state: 'rejected', spanCount: 1 })
  })

  it('never let in a quote that does not stand there', async () => {
    const ws = await house.makeWorkspace()
    const invented = readerOf([{ words: 'export of orders', need: 'Import', quote: 'import of orders' }])
    const { messageIds, done } = await arrive(ws, invented, mail({ sourceKey: 'i1', text: 'We need an export of orders.' }))
    expect(done).toMatchObject({ evidence: 0, needs: 0 })
    const mark = (quote: string, start = 11) =>
      ws.act((ctx) =>
        evidenceOperations.add(ctx, {
          messageId: messageIds[0] ?? '',
          kind: 'need.explicit',
          start,
          end: start + quote.length,
          quote,
          detail: { need: 'Export orders' },
        }),
      )
    await expect(mark('import of orders')).rejects.toMatchObject({ status: 422, errors: [{ path: 'quote' }] })
    await expect(mark('export of orders', 400)).rejects.toMatchObject({ status: 422 })
    expect(await mark('export of orders', 11)).toMatchObject({
      origin: 'person',
      state: 'confirmed',
      who: 'Nora Lind',
      side: 'customer',
    })
    expect(await needsOf(ws)).toMatchObject([{ statement: 'Export orders', spanCount: 1 }])
  })

  it('that cannot be read are remembered as read, and tell nothing', async () => {
    const ws = await house.makeWorkspace()
    const { messageIds, done } = await arrive(ws, async () => null, mail({ sourceKey: 'x1', text: 'We need more.' }))
    expect(done).toMatchObject({ read: 1, unreadable: 1 })
    expect(await readMessages(workOf(ws), { messageIds, importId: null }, async () => null)).toMatchObject({ read: 0, before: 1 })
  })

  it('of an import that is taken back are not read, and what was read goes with it', async () => {
    const ws = await house.makeWorkspace()
    const { id: importId } = await ws.act((ctx) => importsActions.create(ctx, { name: 'Mailbox' }))
    const cause = { kind: 'import', id: importId }
    const reader = readerOf([{ words: 'export of orders', need: 'Export orders' }])
    const [first] = await ws.act(
      (ctx) => receiveMessages(ctx, [mail({ sourceKey: 'u1', text: 'We need an export of orders.', importId })]),
      { cause },
    )
    await readMessages(workOf(ws), { messageIds: [first?.messageId ?? ''], importId }, reader)
    const [second] = await ws.act(
      (ctx) =>
        receiveMessages(ctx, [
          mail({
            sourceKey: 'u2',
            text: 'An export of orders, please.',
            importId,
            attachments: [{ name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('a'), inline: false }],
          }),
        ]),
      { cause },
    )
    await house.owner.query("update imports set state = 'undoing' where workspace_id = $1", [ws.id])
    await readMessages(workOf(ws), { messageIds: [second?.messageId ?? ''], importId }, reader)
    expect(await count(ws, 'evidence')).toBe(1)
    const sets = await house.owner.query(
      'select id from change_sets where workspace_id = $1 and cause_id = $2 order by id desc',
      [ws.id, importId],
    )
    for (const { id } of sets.rows) await ws.act((ctx) => undoChangeSet(ctx, id, 'refuse'))
    for (const table of [
      'messages',
      'threads',
      'people',
      'accounts',
      'evidence',
      'needs',
      'need_spans',
      'readings',
      'participations',
    ])
      expect([table, await count(ws, table)]).toEqual([table, 0])
  })
})

describe('words that somebody rejects', () => {
  it('take with them what stands on them alone, in one change that one undo takes back', async () => {
    const ws = await house.makeWorkspace()
    const reader = readerOf([{ words: 'export of all orders', need: 'Export orders' }])
    await arrive(
      ws,
      reader,
      mail({ sourceKey: 'j1', text: 'The export of all orders.' }),
      mail({ sourceKey: 'j2', text: 'Please, the export of all orders.' }),
    )
    const [need] = await needsOf(ws)
    expect(need?.spanCount).toBe(2)
    const reject = (nth: number) => ws.act((ctx) => evidenceOperations.reject(ctx, { id: need?.spans[nth]?.evidenceId ?? '' }))
    await reject(0)
    expect((await needsOf(ws))[0]).toMatchObject({ state: 'found', spanCount: 1, confidence: 0.8 })
    expect((await needsOf(ws))[0]?.spans).toHaveLength(1)
    await reject(1)
    expect((await needsOf(ws))[0]).toMatchObject({ state: 'rejected' })
    await expect(reject(1)).rejects.toMatchObject({ status: 409 })
    const last = await house.owner.query('select id from change_sets where workspace_id = $1 order by id desc limit 1', [ws.id])
    await ws.act((ctx) => undoChangeSet(ctx, last.rows[0].id, 'refuse'))
    expect((await needsOf(ws))[0]).toMatchObject({ state: 'found', spanCount: 1 })
  })
})

describe('a conversation that is given another account', () => {
  it('takes its needs, promises and evidence along', async () => {
    const ws = await house.makeWorkspace()
    const reader = readerOf([{ words: 'export of all orders', need: 'Export orders' }])
    await arrive(ws, reader, mail({ sourceKey: 'k1', text: 'The export of all orders.' }))
    await receive(ws, mail({ sourceKey: 'k2', text: 'Hi', subject: 'Other', from: { name: 'K', email: 'k@kiln.example' } }))
    const kiln = await house.owner.query("select id from accounts where workspace_id = $1 and domain = 'kiln.example'", [ws.id])
    const [need] = await needsOf(ws)
    const threadId = need?.spans[0]?.threadId ?? ''
    await ws.act((ctx) => messagesActions.assign(ctx, { id: threadId, accountId: kiln.rows[0].id }))
    const delivery = house.announced.findLast((one) => one.event === 'thread.assigned')
    for (const _ of [1, 2]) await whenAThreadIsAssigned.run(workOf(ws), delivery?.carries)
    expect((await needsOf(ws))[0]?.accountName).toBe('Kiln')
    const evidence = await ws.act((ctx) => evidenceActions.ofAccount(ctx, { accountId: kiln.rows[0].id, limit: 10 }))
    expect(evidence).toHaveLength(1)
  })
})
