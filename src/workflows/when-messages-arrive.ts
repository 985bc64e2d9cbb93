/** What do messages that arrived tell of needs, promises and objections? Read in a thread of its own, written once. */
import {
  evidenceOfMessages,
  type Marked,
  planEvidence,
  planReadings,
  quoteMessage,
  readingsOf,
  readSources,
} from '#conversation/evidence/actions.ts'
import type { Evidence } from '#conversation/evidence/contract.ts'
import { checkQuote, type EvidenceSpan } from '#conversation/evidence/rules/evidence-span.ts'
import { findSpeaker } from '#conversation/evidence/rules/find-speaker.ts'
import { tellNews } from '#conversation/evidence/rules/tell-news.ts'
import { importStands, messagesToRead } from '#conversation/messages/actions.ts'
import { MessagesReceived } from '#conversation/messages/contract.ts'
import { planPromises } from '#conversation/promises/actions.ts'
import { type NeedFound, planNeeds } from '#discovery/needs/actions.ts'
import type { AnalysisInput } from '#discovery/needs/rules/analysis-input.ts'
import { readMessage } from '#discovery/needs/rules/read-message.ts'
import { planObjections } from '#discovery/objections/actions.ts'
import type { Row } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { type Work, when } from '#foundation/platform/workflow.ts'
import { type ReadDocument, type Reader, readInThread } from './read-in-thread.ts'

/** The rules as they are now. A new number has every message read again when it is next announced; what people corrected stays. */
export const rulesNow = 'rules 1'
const messagesAtOnce = 50

/** What reading did: how many messages were read, had been read before, and could not be read. */
export type Reading = { read: number; before: number; unreadable: number; evidence: number; needs: number }

/**
 * Reads messages for evidence and writes what they tell, fifty at a time. A message read by the same rules before is left alone, so that
 * it does nothing the second time. Written with the import as its cause: undoing the import takes it back.
 */
export async function readMessages(
  work: Work,
  { messageIds, importId }: { messageIds: readonly string[]; importId: string | null },
  read: Reader = readInThread,
): Promise<Reading> {
  const sum: Reading = { read: 0, before: 0, unreadable: 0, evidence: 0, needs: 0 }
  // The next fifty are read while the last fifty are written.
  let writing: Promise<void> = Promise.resolve()
  for (let from = 0; from < messageIds.length; from += messagesAtOnce) {
    const ids = messageIds.slice(from, from + messagesAtOnce)
    const inputs = await work.act((ctx) => inputsOf(ctx, ids))
    sum.before += ids.length - inputs.length
    if (!inputs.length) continue
    const documents: (ReadDocument | null)[] = []
    for (const input of inputs) documents.push(await read(input))
    const cause = importId ? { kind: 'import', id: importId } : { kind: 'reading', id: inputs[0]?.id ?? '' }
    await writing
    writing = work
      .act((ctx) => writeDown(ctx, inputs, documents, importId), cause)
      .then((done) => {
        sum.read += inputs.length
        sum.unreadable += documents.filter((document) => !document).length
        sum.evidence += done.evidence
        sum.needs += done.needs
      })
    // Its fault is met where it is awaited, and must not count as met by nobody until then.
    writing.catch(() => undefined)
  }
  await writing
  return sum
}

/** The messages that these rules have not read, as the analysis takes them. */
async function inputsOf(ctx: Ctx, ids: string[]): Promise<AnalysisInput[]> {
  const before = new Map((await readingsOf(ctx, ids)).map((one) => [one.messageId, one.rules]))
  const messages = await messagesToRead(
    ctx,
    ids.filter((id) => before.get(id) !== rulesNow),
  )
  return messages.map(({ message, present, day }) => readMessage(message, present, day))
}

async function writeDown(
  ctx: Ctx,
  inputs: readonly AnalysisInput[],
  documents: readonly (ReadDocument | null)[],
  importId: string | null,
) {
  if (importId && !(await importStands(ctx, importId))) return { evidence: 0, needs: 0 }
  const ids = inputs.map((input) => input.id)
  const sources = new Map((await readSources(ctx, ids)).map((source) => [source.id, source]))
  const standing = await evidenceOfMessages(ctx, ids)
  const found = documents.flatMap((document) => {
    const source = document ? sources.get(document.id) : undefined
    if (!document || !source) return []
    // Whatever the analysis says, words that do not stand in the stored text are dropped.
    const spans = document.evidence.filter((span) => checkQuote(source.text, span) === null)
    const news = tellNews(
      spans,
      standing.filter((one) => one.messageId === source.id),
    )
    const rows = quoteMessage(
      ctx,
      source,
      news.map((span) => markedOf(span, source)),
    )
    return [{ source, document, rows: new Map(news.map((span, nth) => [span.id, rows[nth]])) }]
  })
  const said = found.flatMap(({ rows }) => [...rows.values()].flatMap((row) => row ?? []))
  const needs = found.flatMap(({ source, document, rows }) => needsOf(document, rows, source))
  // A message that was taken back in between is not remembered as read.
  const read = documents.flatMap((document, nth) => {
    const messageId = inputs[nth]?.id ?? ''
    const foundCount = document?.evidence.length ?? 0
    return sources.has(messageId) ? [{ messageId, rules: rulesNow, foundCount }] : []
  })
  await ctx.save({
    why: `Found evidence in ${read.length === 1 ? 'a message' : `${read.length} messages`}`,
    changes: [
      ...planEvidence(said),
      ...planPromises(said),
      ...planObjections(said),
      ...(await planNeeds(ctx, needs)),
      ...planReadings(await readingsOf(ctx, ids), read),
    ],
  })
  return { evidence: said.length, needs: needs.length }
}

/** A found span as it is stored: what it says beside the quote is its detail. */
function markedOf(span: EvidenceSpan, source: Parameters<typeof findSpeaker>[0]): Marked {
  const { id: _, kind, start, end, quote, side, who, confidence, rule, ...detail } = span
  const { personId } = findSpeaker(source, start)
  return {
    kind,
    start,
    end,
    quote,
    side,
    who: who.slice(0, 500) || 'Unknown sender',
    personId,
    confidence,
    rule,
    detail,
    origin: 'rule',
    state: 'found',
  }
}

/** The needs of a document that new words show; a need whose words all stood there before is no news. */
function needsOf(
  document: ReadDocument,
  rows: ReadonlyMap<string, Row<typeof Evidence> | undefined>,
  source: { accountId: string | null; threadId: string },
): NeedFound[] {
  return document.needs.flatMap((need): NeedFound[] => {
    const shows = need.evidence.flatMap((id) => rows.get(id) ?? [])
    if (!shows.length) return []
    const because = shows.map((one) => one.detail.because).find((why) => why) ?? null
    return [
      {
        accountId: source.accountId,
        threadId: source.threadId,
        statement: need.need,
        category: need.category,
        priority: need.priority,
        kind: need.explicit ? 'explicit' : 'implicit',
        because,
        shows,
      },
    ]
  })
}

export const whenMessagesArrive = when(MessagesReceived, 'analyse-messages', async (work, carries) => {
  await readMessages(work, carries)
})
