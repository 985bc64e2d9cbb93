/** What is corpus M? 1,000 accounts, 25,000 people, 2,500 opportunities, 100,000 messages with their evidence, written through the one door. */
import { records } from '#apps/contracts.ts'
import { Evidence } from '#conversation/evidence/contract.ts'
import { Message, Participation, Thread } from '#conversation/messages/contract.ts'
import { PromiseMade } from '#conversation/promises/contract.ts'
import { Account } from '#customers/accounts/contract.ts'
import { Person } from '#customers/people/contract.ts'
import { Need, NeedSpan } from '#discovery/needs/contract.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { bytes, chance } from '#foundation/kernel/seed.ts'
import { create } from '#foundation/platform/changes/plan-changes.ts'
import type { Database } from '#foundation/platform/database.ts'
import { fileStore } from '#foundation/platform/file-store.ts'
import { makeContext } from '#foundation/platform/make-context.ts'
import { layOutPipelines } from '#pipeline/opportunities/actions-stages.ts'
import { Opportunity, Stage } from '#pipeline/opportunities/contract.ts'
import { makeWords } from './make-words.ts'

export interface Size {
  accounts: number
  people: number
  opportunities: number
  messages: number
  /** Rows of evidence per message. */
  evidencePer: number
}
export const sizeM: Size = { accounts: 1_000, people: 25_000, opportunities: 2_500, messages: 100_000, evidencePer: 0.2 }

type Fields = Record<string, unknown>
const batch = 2_000

/** Fills a workspace; answers ids worth asking for. The moments end at `now`. */
export async function buildCorpus(
  database: Database,
  workspaceId: string,
  size: Size,
  now: number,
  tell: (line: string) => void,
) {
  const words = makeWords(7)
  const stream = chance(11)
  const house = {
    records,
    files: fileStore('/nonexistent'),
    publicUrl: '',
    post: async () => false,
    announce: async () => {},
    clock: () => now,
    random: () => bytes(stream, 10),
  }
  const actor = { workspaceId, memberId: null, userId: null, name: 'Corpus', role: 'owner' as const, via: 'system' as const }
  const act = <T>(run: (ctx: ReturnType<typeof makeContext>) => Promise<T>) =>
    database.inWorkspace(workspaceId, (db) => run(makeContext(house, db, actor)), { timeoutMs: 600_000 })
  const ids = await act(async (ctx) => Array.from({ length: size.accounts + size.people + size.messages }, () => ctx.id()))
  const take = (from: number, count: number) => ids.slice(from, from + count)
  const accountIds = take(0, size.accounts)
  const personIds = take(size.accounts, size.people)
  const messageIds = take(size.accounts + size.people, size.messages)
  const at = (i: number, of: number) => new Date(now - 330 * 86_400_000 * (1 - i / of)).toISOString()
  const write = async (what: string, record: AnyRecord, count: number, row: (i: number) => Fields | null) => {
    let written = 0
    for (let from = 0; from < count; from += batch) {
      const rows = Array.from({ length: Math.min(batch, count - from) }, (_, i) => row(from + i)).filter((r) => r !== null)
      await act((ctx) => ctx.save({ why: `Corpus: ${what}`, changes: rows.map((r) => create(record, r as never)) }))
      written += rows.length
    }
    tell(`  ${written} ${what}`)
  }
  const accountOf = (i: number) => accountIds[i % size.accounts] ?? ''
  await write('accounts', Account, size.accounts, (i) => ({
    id: accountIds[i],
    name: words.account(i),
    domain: `a${i}.example`,
    website: null,
    industry: null,
    country: null,
    employeeCount: null,
    standing: i % 3 ? 'prospect' : 'customer',
    ownerId: null,
    foundFrom: 'mail',
    externalId: null,
    note: null,
  }))
  await write('people', Person, size.people, (i) => ({
    id: personIds[i],
    name: words.person(),
    email: `p${i}@a${i % size.accounts}.example`,
    accountId: accountOf(i),
    title: null,
    phone: null,
    side: 'customer',
    foundFrom: 'mail',
    externalId: null,
  }))
  const pipelineId = await act(async (ctx) => (await layOutPipelines(ctx)).pipelines[0].id)
  const stages = await act(
    async (ctx) =>
      (
        await ctx.save({
          why: 'Stages',
          changes: ['First', 'Second', 'Third', 'Won', 'Lost'].map((name, position) =>
            create(Stage, {
              name: `Corpus ${name}`,
              position: position + 10,
              kind: name === 'Won' ? 'won' : name === 'Lost' ? 'lost' : 'open',
              pipelineId,
              probability: name === 'Won' ? 1 : name === 'Lost' ? 0 : 0.2 * (position + 1),
              normalDays: null,
              archivedAt: null,
            }),
          ),
        })
      ).ids,
  )
  await write('opportunities', Opportunity, size.opportunities, (i) => ({
    name: `${words.pick(['Fleet', 'Renewal', 'Pilot', 'Rollout'])} ${i}`,
    accountId: accountOf(i),
    pipelineId,
    stageId: stages[i % 5],
    outcome: i % 5 === 3 ? 'won' : i % 5 === 4 ? 'lost' : 'open',
    amountMinor: 100 * words.below(90_000),
    currency: 'EUR',
    openedOn: null,
    closeOn: new Date(now + (words.below(200) - 100) * 86_400_000).toISOString().slice(0, 10),
    stageSince: at(i, size.opportunities),
    ownerId: null,
    ownerName: null,
    product: null,
    externalId: null,
    closeReason: null,
  }))
  const threads = Math.ceil(size.messages / 4)
  const threadIds = await act(async (ctx) => Array.from({ length: threads }, () => ctx.id()))
  await write('threads', Thread, threads, (i) => ({
    id: threadIds[i],
    subject: words.sentence().slice(0, 50),
    subjectKey: `s${i}`,
    source: 'mail',
    accountId: accountOf(i),
    firstAt: at(i, threads),
    lastAt: at(i, threads),
    lastSide: i % 2 ? 'customer' : 'vendor',
    messageCount: 4,
    snippet: words.sentence(),
  }))
  const texts = new Map<string, string>()
  const evidenceCount = Math.floor(size.messages * size.evidencePer)
  /** The message that a row of evidence lies in. */
  const messageOf = (n: number) => Math.floor(n / size.evidencePer)
  const speaking = new Set(Array.from({ length: evidenceCount }, (_, n) => messageOf(n)))
  /** One row in so many bears a conclusion: as many needs and promises, however much evidence there is. */
  const stride = Math.max(1, Math.round(size.evidencePer * 5))
  await write('messages', Message, size.messages, (i) => {
    const text = words.text()
    if (speaking.has(i)) texts.set(messageIds[i] ?? '', text)
    return {
      id: messageIds[i],
      threadId: threadIds[i >> 2],
      source: 'mail',
      sourceKey: `m${i}@corpus.example`,
      sentAt: at(i, size.messages),
      sentAtFrom: 'date',
      subject: 'About the rollout',
      fromName: words.person(),
      fromEmail: null,
      fromPersonId: personIds[i % size.people],
      side: i % 2 ? 'customer' : 'vendor',
      accountId: accountOf(i >> 2),
      text,
      parts: [{ kind: 'written', start: 0, end: text.length }],
      recipients: [],
      inReplyTo: null,
      warnings: [],
      automatic: false,
      language: 'en',
      importId: null,
    }
  })
  await write('participations', Participation, size.messages, (i) => ({
    messageId: messageIds[i],
    threadId: threadIds[i >> 2],
    personId: personIds[i % size.people],
    role: 'from',
    sentAt: at(i, size.messages),
  }))
  const evidenceIds = await act(async (ctx) => Array.from({ length: evidenceCount }, () => ctx.id()))
  const spanOf = (n: number) => {
    const text = texts.get(messageIds[messageOf(n)] ?? '') ?? ''
    const end = text.search(/[.?]/) + 1
    return { quote: text.slice(0, end), start: 0, end }
  }
  await write('evidence', Evidence, evidenceCount, (n) => ({
    id: evidenceIds[n],
    messageId: messageIds[messageOf(n)],
    threadId: threadIds[messageOf(n) >> 2],
    accountId: accountOf(messageOf(n) >> 2),
    personId: null,
    kind: n % 3 ? 'need.explicit' : 'promise',
    side: 'customer',
    who: 'Anna Brandt',
    ...spanOf(n),
    confidence: 0.5 + words.draw() / 2,
    rule: 'corpus',
    origin: 'rule',
    state: 'found',
    detail: {},
    saidAt: at(n, evidenceCount),
  }))
  const needing = evidenceIds.map((_, n) => n).filter((n) => n % 3 !== 0 && Math.floor(n / 3) % stride === 0)
  const needIds = await act(async (ctx) => needing.map(() => ctx.id()))
  await write('needs', Need, needing.length, (k) => ({
    id: needIds[k],
    accountId: accountOf(messageOf(needing[k] ?? 0) >> 2),
    statement: spanOf(needing[k] ?? 0).quote || 'a report',
    category: 'reporting',
    priority: 'should',
    kind: 'explicit',
    state: k % 4 ? 'found' : 'confirmed',
    confidence: 0.5 + words.draw() / 2,
    because: null,
    who: 'Anna Brandt',
    spanCount: 1,
    firstSaidAt: at(k, needing.length),
    lastSaidAt: at(k, needing.length),
    stateReason: null,
  }))
  await write('need spans', NeedSpan, needing.length, (k) => ({ needId: needIds[k], evidenceId: evidenceIds[needing[k] ?? 0] }))
  await write('promises', PromiseMade, evidenceCount, (n) =>
    n % 3 || Math.floor(n / 3) % stride
      ? null
      : {
          evidenceId: evidenceIds[n],
          messageId: messageIds[messageOf(n)],
          threadId: threadIds[messageOf(n) >> 2],
          accountId: accountOf(messageOf(n) >> 2),
          what: spanOf(n).quote || 'send it',
          dueOn: new Date(now + (words.below(120) - 90) * 86_400_000).toISOString().slice(0, 10),
          ownerName: 'Anna Brandt',
          ownerPersonId: null,
          side: n % 2 ? 'vendor' : 'customer',
          state: n % 5 ? 'kept' : 'open',
          saidAt: at(n, evidenceCount),
          confidence: 0.8,
          confirmedAt: null,
          closedAt: null,
          closedById: null,
          closeReason: null,
        },
  )
  return {
    accountId: accountIds[17] ?? '',
    personId: personIds[17] ?? '',
    threadId: threadIds[threads - 9] ?? '',
    needId: needIds[5] ?? '',
  }
}
