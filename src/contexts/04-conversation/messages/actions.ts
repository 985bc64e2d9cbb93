/** What happens when conversations are asked for, assigned, or arrive? */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { findOrCreatePeople, findPeople } from '#customers/people/actions.ts'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound } from '#foundation/contract/problem.ts'
import type { Draft, Row } from '#foundation/contract/record.ts'
import { dayIn } from '#foundation/kernel/day-in.ts'
import { groupRows } from '#foundation/kernel/group-rows.ts'
import { change, create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Kept } from '#foundation/platform/file-store.ts'
import { mask } from '#workspace/personal-data/rules/mask-text.ts'
import { keepAttachments } from './actions-attachments.ts'
import { shieldErased } from './actions-shield.ts'
import { Message, MessagesReceived, type messages, Participation, Thread, ThreadAssigned, type ThreadShown } from './contract.ts'
import { cutExcerptOf } from './rules/cut-excerpt.ts'
import { type Described, describeMessage, type House } from './rules/describe-message.ts'
import { growThread } from './rules/grow-thread.ts'
import { isSameMail } from './rules/is-same-mail.ts'
import { joinThreads, subjectKeyOf, subjectReachDays } from './rules/join-threads.ts'
import { type ArrivedItem, type Prepared, prepareArrivals } from './rules/prepare-arrivals.ts'
import type { Known } from './rules/seat-speakers.ts'
import * as store from './store.ts'

/** The rows with what a list shows beside them: two more queries, however many rows. */
async function showThreads(ctx: Ctx, rows: store.ThreadRow[]): Promise<z.output<typeof ThreadShown>[]> {
  const ids = rows.map((row) => row.id)
  const people = groupRows(await store.findNames(ctx, ids), (one) => one.threadId)
  const kinds = groupRows(await store.findKinds(ctx, ids), (one) => one.threadId)
  return rows.map((row) => ({
    ...row,
    people: (people.get(row.id) ?? []).map((one) => one.name),
    evidenceKinds: (kinds.get(row.id) ?? []).map((one) => one.kind),
  }))
}

async function needThread(ctx: Ctx, id: string) {
  const row = await store.findThread(ctx, id)
  const [shown] = row ? await showThreads(ctx, [row]) : []
  if (!shown) throw notFound('conversation')
  return shown
}

const daysBefore = (now: string, days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()

export const messagesActions = {
  async threads(ctx, { limit, after, words, ...asked }) {
    const [lastAt, id] = after ? readCursor(after, 2) : []
    const before = after ? { lastAt: String(lastAt), id: String(id) } : null
    const rows = await store.findThreads(ctx, { ...asked, words: words?.trim() || undefined, before, limit: limit + 1 })
    const page = pageFrom(rows, limit, (row) => writeCursor(row.lastAt, row.id))
    return { rows: await showThreads(ctx, page.rows), next: page.next }
  },

  async thread(ctx, { id }) {
    const thread = await needThread(ctx, id)
    const attachments = groupRows(await store.findAttachments(ctx, id), (one) => one.messageId)
    const rows = await store.findMessages(ctx, id)
    return { thread, messages: rows.map((row) => ({ ...row, attachments: attachments.get(row.id) ?? [] })) }
  },

  async unanswered(ctx, { sinceDays, quietDays, limit }) {
    const rows = await store.findUnanswered(ctx, daysBefore(ctx.now, sinceDays), daysBefore(ctx.now, quietDays), limit)
    return showThreads(ctx, rows)
  },

  async assign(ctx, { id, accountId }) {
    const thread = await needThread(ctx, id)
    if (accountId && !(await store.hasAccount(ctx, accountId))) throw notFound('account')
    const elsewhere = await store.findMessagesElsewhere(ctx, id, accountId)
    const { changeSetId } = await ctx.save({
      why: accountId ? 'Said which account a conversation belongs to' : 'Said that a conversation belongs to no account',
      changes: [change(Thread, thread.id, { accountId }), ...elsewhere.map((one) => change(Message, one.id, { accountId }))],
    })
    if (changeSetId) await ctx.announce(ThreadAssigned, { threadId: id, accountId })
    return needThread(ctx, id)
  },
} satisfies Actions<typeof messages, Ctx>

/** A message as the analysis reads it: who is on it, and its day where the workspace is. */
export type MessageToRead = { message: Row<typeof Message>; present: store.Present[]; day: string }

/** Some messages whole, in the order of time. */
export async function messagesToRead(ctx: Ctx, ids: string[]): Promise<MessageToRead[]> {
  const present = groupRows(await store.findPresent(ctx, ids), (one) => one.messageId)
  const timeZone = await store.findTimeZone(ctx)
  const rows = await store.findMessagesByIds(ctx, ids)
  return rows.map((message) => ({
    message,
    present: present.get(message.id) ?? [],
    day: dayIn(message.sentAt, timeZone),
  }))
}

type Excerpt = { says: string; saidBy: Row<typeof Message>['side'] }

/** The words of messages around what was searched, by message; of a long one only its first 100,000 characters are looked through. */
export async function excerptsOf(ctx: Ctx, ids: string[], words: string): Promise<Map<string, Excerpt>> {
  if (!ids.length) return new Map()
  const found = await store.findBeginnings(ctx, ids, 100_000)
  return new Map(found.map(({ id, side, ...said }) => [id, { says: cutExcerptOf(said, words), saidBy: side }]))
}

/** Whether an import is not being taken back; it cannot begin to be, until the transaction ends. */
export const importStands = async (ctx: Ctx, importId: string): Promise<boolean> => {
  const state = await store.holdImport(ctx, importId)
  return state !== undefined && state !== 'undoing' && state !== 'undone'
}

/** A mail or a call to be stored. Attachments are given as bytes, or as what ctx.files kept of them already. */
export type Arrived = ArrivedItem<Buffer | Kept>
/** Where an arrived message ended: the ledger's line. */
export type Received = {
  outcome: 'stored' | 'already' | 'skipped'
  messageId: string | null
  threadId: string | null
  reason: string | null
}

type Fresh = { at: number; id: string; item: Prepared<Buffer | Kept>; described: Described; threadId: string }

/** PostgreSQL refuses texts near a gigabyte, and JSON strings of a quarter of it. */
const longestText = 60_000_000
/** Texts of one statement, in characters, so that a batch of large mails stays within memory. */
const textsPerStatement = 8_000_000

/**
 * Stores a batch of messages and calls, in any order; answers for each, in order. The same message given twice, in this batch or
 * ever before, is stored once. The number of statements does not depend on the size of the batch (500 .. 5,000 is a good one), as long
 * as its texts fit into one statement.
 * Announces `messages.received`. Takes `ctx.cause` as it is: give it the import, so that undoing the import takes the messages back.
 */
export async function receiveMessages(ctx: Ctx, batch: readonly Arrived[]): Promise<Received[]> {
  if (!batch.length) return []
  const held = await store.holdHouse(ctx)
  const house: House = { ownDomains: held.ownDomains, ownAddresses: new Set(held.ownAddresses) }
  const shielded = await shieldErased(ctx, prepareArrivals(batch, ctx.now))
  const prepared = await tellApart(ctx, shielded.items)
  const keys = prepared.map((item) => item.sourceKey)
  const related = prepared.flatMap((item) => [...item.references, ...(item.inReplyTo ? [item.inReplyTo] : [])])
  const known = await store.findKnownMessages(ctx, unique([...keys, ...related]), unique([...keys, ...related]))
  const stored = new Map(known.filter((one) => one.inReplyTo === null).map((one) => [one.sourceKey, one]))

  const received: Received[] = prepared.map((item) => {
    const reason = shielded.isBarred(item) ? 'Its sender was erased, and stays so' : unstorable(item)
    const there = stored.get(item.sourceKey)
    if (there) return { outcome: 'already', messageId: there.id, threadId: there.threadId, reason: 'Stored before' }
    return { outcome: reason ? 'skipped' : 'stored', messageId: null, threadId: null, reason }
  })
  const firstOf = new Map<string, number>()
  const news = prepared.flatMap((item, at) => {
    if (received[at]?.outcome !== 'stored' || firstOf.has(item.sourceKey)) return []
    firstOf.set(item.sourceKey, at)
    return [{ at, item }]
  })
  const fresh = await describeAll(ctx, news, house, known)
  await storeAll(ctx, fresh)
  for (const one of fresh) received[one.at] = { outcome: 'stored', messageId: one.id, threadId: one.threadId, reason: null }
  for (const [importId, some] of groupRows(fresh, (one) => one.item.importId))
    await ctx.announce(MessagesReceived, { messageIds: some.map((one) => one.id), importId })
  return received.map((one, at) => {
    const first = firstOf.get(prepared[at]?.sourceKey ?? '')
    const there = first === undefined || first === at ? undefined : received[first]
    return there && one.outcome === 'stored' ? { ...there, outcome: 'already', reason: 'Twice in this import' } : one
  })
}

/** Another mail under an id that is taken gets a key of its own, the same one every time it comes. */
async function tellApart(ctx: Ctx, prepared: Prepared<Buffer | Kept>[]): Promise<Prepared<Buffer | Kept>[]> {
  const marks = new Map(
    (await store.findTextMarks(ctx, unique(prepared.map((item) => item.sourceKey)))).map((m) => [m.sourceKey, m.mark]),
  )
  const texts = new Map<string, string>()
  const told: Prepared<Buffer | Kept>[] = []
  for (const item of prepared) {
    const mark = createHash('md5').update(item.text).digest('hex')
    const stored = marks.get(item.sourceKey)
    if (stored === mark) {
      told.push(item)
      continue
    }
    const first = texts.get(item.sourceKey) ?? (stored ? await store.findText(ctx, item.sourceKey) : item.text)
    texts.set(item.sourceKey, first)
    // A text in which somebody was masked is not told apart from the same mail before that.
    const isSame = item.sourceKey === '' || first.includes(mask) || isSameMail(first, item.text)
    told.push(isSame ? item : { ...item, sourceKey: `${item.sourceKey}#${mark}` })
  }
  return told
}

const unique = (keys: string[]) => [...new Set(keys.filter((key) => key !== ''))]

function unstorable(item: Prepared<unknown>): string | null {
  if (item.sourceKey === '') return 'It carries no key by which it could be told from others'
  if (item.text.length > longestText) return `Its text is longer than ${longestText / 1_000_000} million characters`
  if (item.text === '' && item.subject === '' && !item.attachments.length && !item.from?.email)
    return 'There is nothing in it: no sender, no subject, no text'
  return null
}

/** People, accounts, sides, parts and threads of what is new. */
async function describeAll(
  ctx: Ctx,
  news: { at: number; item: Prepared<Buffer | Kept> }[],
  house: House,
  known: store.KnownMessage[],
): Promise<Fresh[]> {
  const named = news.flatMap(({ item }) => [...(item.from ? [item.from] : []), ...item.recipients])
  const met = named.flatMap(({ name, email }) => (email ? [{ name, email }] : []))
  const byEmail = await findOrCreatePeople(ctx, met, { ownDomains: house.ownDomains, at: ctx.now })
  const speakers = news.flatMap(({ item }) =>
    item.source === 'call'
      ? [...(item.parts ?? []).flatMap((part) => part.speaker ?? []), ...item.recipients.map((r) => r.name)]
      : [],
  )
  const byName: Known[] = speakers.length ? await findPeople.byName(ctx, unique(speakers)) : []
  const threadOf = await findThreadsFor(ctx, news, known)
  const made = new Map<string, string>()
  const fresh: Fresh[] = []
  for (const [nth, { at, item }] of news.entries()) {
    // A batch is a second of work: others get their turn in between.
    if (nth % 20 === 19) await new Promise((resolve) => setImmediate(resolve))
    const name = threadOf[nth] ?? ''
    const threadId = name.startsWith('new:') ? (made.get(name) ?? ctx.id()) : name
    made.set(name, threadId)
    fresh.push({ at, id: ctx.id(), item, described: describeMessage(item, byEmail, byName, house), threadId })
  }
  return fresh
}

async function findThreadsFor(ctx: Ctx, news: { item: Prepared<unknown> }[], known: store.KnownMessage[]): Promise<string[]> {
  const joining = news.map(({ item }) => ({
    ...item,
    emails: [item.from?.email, ...item.recipients.map((r) => r.email)].flatMap((email) => email ?? []),
  }))
  const reachMs = subjectReachDays * 86_400_000
  const spans = new Map<string, { from: number; to: number }>()
  for (const { source, subject, sentAt } of joining) {
    const key = subjectKeyOf(subject)
    if (source !== 'mail' || key === '') continue
    const at = Date.parse(sentAt)
    const span = spans.get(key) ?? { from: at, to: at }
    spans.set(key, { from: Math.min(span.from, at), to: Math.max(span.to, at) })
  }
  const asked = [...spans].map(([subjectKey, span]) => ({
    subjectKey,
    from: new Date(span.from - reachMs).toISOString(),
    to: new Date(span.to + reachMs).toISOString(),
  }))
  const sameSubject = await store.findThreadsAlike(ctx, asked)
  const byKey = new Map<string, string>()
  for (const one of known) byKey.set(one.inReplyTo ?? one.sourceKey, one.threadId)
  for (const one of known) if (one.inReplyTo === null) byKey.set(one.sourceKey, one.threadId)
  return joinThreads(joining, { byKey, sameSubject })
}

async function storeAll(ctx: Ctx, fresh: Fresh[]): Promise<void> {
  const threads = await growThreads(ctx, fresh)
  const accountOf = new Map(threads.map((thread) => [thread.id, thread.accountId]))
  const files = await keepAttachments(
    ctx,
    fresh.map(({ id, item }) => ({ messageId: id, attachments: item.attachments })),
  )
  const slices = sliceByText(fresh)
  // Loaded with the first messages: its tables would cost every start half a second.
  const { detectLanguage } = await import('#foundation/language/detect-language.ts')
  for (const [nth, slice] of slices.entries()) {
    const changes = [
      ...(nth === 0 ? threads.map((thread) => thread.planned) : []),
      ...slice.flatMap((one) => files.get(one.id)?.map((file) => file.file) ?? []),
      ...slice.map((one) =>
        create(Message, { id: one.id, ...messageRow(one, accountOf.get(one.threadId) ?? null, detectLanguage) }),
      ),
      ...slice.flatMap((one) => files.get(one.id)?.map((file) => file.attachment) ?? []),
      ...slice.flatMap((one) =>
        one.described.took.map(({ personId, role }) =>
          create(Participation, { messageId: one.id, threadId: one.threadId, personId, role, sentAt: one.item.sentAt }),
        ),
      ),
    ]
    await ctx.save({ why: slice.length === 1 ? 'Received a message' : `Received ${slice.length} messages`, changes })
  }
}

/** The threads of the batch, new ones first, as they are after it. */
async function growThreads(
  ctx: Ctx,
  fresh: Fresh[],
): Promise<{ id: string; accountId: string | null; planned: PlannedChange }[]> {
  const ids = [...new Set(fresh.map((one) => one.threadId))]
  const before = new Map((await store.findThreadsByIds(ctx, ids)).map((row) => [row.id, row]))
  const added = groupRows(fresh, (one) => one.threadId)
  const grown = ids.map((id) => {
    const list = added.get(id) ?? []
    const row = before.get(id) ?? null
    const sums = growThread(
      row,
      list.map(({ item, described }) => ({ ...described, sentAt: item.sentAt, automatic: item.automatic })),
    )
    const first = list.toSorted((a, b) => (a.item.sentAt < b.item.sentAt ? -1 : 1))[0]?.item
    const { accountId, firstAt, lastAt, lastSide, messageCount, snippet } = sums
    const set: Partial<Row<typeof Thread>> = { accountId, firstAt, lastAt, lastSide, messageCount, snippet }
    if (row) return { id, accountId, isNew: false, planned: change(Thread, id, set) }
    const subject = first?.subject ?? ''
    const made: Draft<typeof Thread> = {
      subject: subject || '(no subject)',
      subjectKey: subjectKeyOf(subject),
      source: first?.source ?? 'mail',
      accountId,
      firstAt,
      lastAt,
      lastSide,
      messageCount,
      snippet,
    }
    return { id, accountId, isNew: true, planned: create(Thread, { id, ...made }) }
  })
  return [...grown.filter((one) => one.isNew), ...grown.filter((one) => !one.isNew)]
}

function messageRow(
  { item, described, threadId }: Fresh,
  accountId: string | null,
  detectLanguage: (text: string) => string | null,
): Draft<typeof Message> {
  const { source, sourceKey, sentAt, sentAtFrom, subject, text, inReplyTo, warnings, automatic, importId } = item
  const written = described.parts.find((part) => part.kind === 'written' && part.end - part.start > 20)
  return {
    threadId,
    source,
    sourceKey,
    sentAt,
    sentAtFrom,
    subject,
    fromName: described.fromName,
    fromEmail: described.fromEmail,
    fromPersonId: described.fromPersonId,
    side: described.side,
    // One conversation, one account: what a person said of the thread holds for what comes later.
    accountId: accountId ?? described.accountId,
    text,
    parts: described.parts,
    recipients: described.recipients,
    inReplyTo,
    warnings,
    automatic,
    language: written ? detectLanguage(text.slice(written.start, Math.min(written.end, written.start + 2_000))) : null,
    importId,
  }
}

function sliceByText(fresh: Fresh[]): Fresh[][] {
  const slices: Fresh[][] = []
  let room = 0
  for (const one of fresh) {
    const size = one.item.text.length
    if (size > room || !slices.length) {
      slices.push([])
      room = textsPerStatement
    }
    slices.at(-1)?.push(one)
    room -= size
  }
  return slices
}
