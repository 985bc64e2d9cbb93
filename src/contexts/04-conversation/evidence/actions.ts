/** What happens when evidence is asked for, judged, marked by hand, or found by the analysis? */
import type { z } from 'zod'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Draft, Row } from '#foundation/contract/record.ts'
import { demand } from '#foundation/contract/verdict.ts'
import { change, create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { leadMerged } from '#workspace/duplicates/actions-merge.ts'
import { Evidence, type evidence, Reading } from './contract.ts'
import { checkQuote } from './rules/evidence-span.ts'
import { findSpeaker } from './rules/find-speaker.ts'
import { mayConfirmEvidence, mayRejectEvidence } from './rules/may-reject-evidence.ts'
import * as store from './store.ts'

async function need(ctx: Ctx, id: string): Promise<store.EvidenceRow> {
  const row = await store.findEvidence(ctx, id)
  if (!row) throw notFound('piece of evidence')
  return row
}

export const evidenceActions = {
  ofThread: (ctx, { threadId }) => store.findOfThread(ctx, threadId),
  ofAccount: (ctx, asked) => store.findOfAccount(ctx, asked),
  get: (ctx, { id }) => need(ctx, id),

  async confirm(ctx, { id }) {
    const row = await need(ctx, id)
    demand(mayConfirmEvidence(row.state))
    await ctx.save({ why: 'Confirmed what words say', changes: [change(Evidence, id, { state: 'confirmed' })] })
    return need(ctx, id)
  },

  async reject(ctx, { id }) {
    demand(mayRejectEvidence((await need(ctx, id)).state))
    await ctx.save({ why: 'Rejected what words were said to say', changes: [change(Evidence, id, { state: 'rejected' })] })
    return need(ctx, id)
  },

  async add(ctx, input) {
    const row = await markWords(ctx, input)
    await ctx.save({ why: 'Marked words as evidence', changes: planEvidence([row]) })
    return need(ctx, row.id)
  },
} satisfies Actions<typeof evidence, Ctx>

export type Marked = Pick<
  Draft<typeof Evidence>,
  'kind' | 'start' | 'end' | 'quote' | 'detail' | 'who' | 'side' | 'personId' | 'confidence' | 'rule' | 'origin' | 'state'
>

const faults = {
  'not-a-range': 'The range does not lie in the text of the message.',
  empty: 'The quote is empty.',
  'quote-differs': 'The quote is not what stands in the message at that place.',
} as const

/**
 * Evidence of one stored message. Nothing enters otherwise: every quote is compared with the stored text, for machine, human and model alike.
 * @throws Problem 422 for a quote that does not stand there
 */
export function quoteMessage(ctx: Ctx, source: store.Source, marked: readonly Marked[]): Row<typeof Evidence>[] {
  return marked.map((one) => {
    const fault = checkQuote(source.text, one)
    if (fault) throw new Problem(422, faults[fault], [{ path: 'quote', message: faults[fault] }])
    const { id: messageId, threadId, accountId, sentAt } = source
    const born = { id: ctx.id(), createdAt: ctx.now, updatedAt: ctx.now }
    return { ...born, ...one, messageId, threadId, accountId, saidAt: sentAt }
  })
}

/** Evidence that a person marks in a message, confirmed as it is made. @throws Problem 404, 422 */
export async function markWords(ctx: Ctx, input: z.output<(typeof evidence)['add']['takes']>): Promise<Row<typeof Evidence>> {
  const { messageId, kind, start, end, quote, detail } = input
  const [source] = await readSources(ctx, [messageId])
  if (!source) throw notFound('message')
  const { who, side, personId } = findSpeaker(source, start)
  const by = { confidence: 1, rule: 'person.marked', origin: 'person', state: 'confirmed' } as const
  const [row] = quoteMessage(ctx, source, [{ kind, start, end, quote, detail, who, side, personId, ...by }])
  if (!row) throw notFound('message')
  return row
}

/** Plans that evidence is kept. */
export const planEvidence = (rows: readonly Row<typeof Evidence>[]): PlannedChange[] => rows.map((row) => create(Evidence, row))

/** Plans that messages are remembered as read by some rules. */
export const planReadings = (
  before: readonly { id: string; messageId: string }[],
  read: readonly { messageId: string; rules: string; foundCount: number }[],
): PlannedChange[] => {
  const known = new Map(before.map((one) => [one.messageId, one.id]))
  const plan = read.map(({ messageId, ...set }) => {
    const id = known.get(messageId)
    return id ? change(Reading, id, set) : create(Reading, { messageId, ...set })
  })
  return plan.toSorted((a, b) => a.deed.localeCompare(b.deed))
}

/** Stored messages as quotes are checked against them, and the evidence that stands in them already. */
export async function readSources(ctx: Ctx, messageIds: string[]): Promise<store.Source[]> {
  const sources = await store.findSources(ctx, messageIds)
  // The turns of a stored call name people by the ids they had when it came in; some were merged since.
  const led = await leadMerged(ctx, [...new Set(sources.flatMap((one) => one.parts.flatMap((part) => part.personId ?? [])))])
  if (!led.size) return sources
  const now = (id: string | undefined) => (id === undefined ? {} : { personId: led.get(id) ?? id })
  return sources.map((one) => ({ ...one, parts: one.parts.map((part) => ({ ...part, ...now(part.personId) })) }))
}
export const evidenceOfMessages = (ctx: Ctx, messageIds: string[]): Promise<Row<typeof Evidence>[]> =>
  store.findOfMessages(ctx, messageIds)
export const evidenceOfThread = (ctx: Ctx, threadId: string): Promise<Row<typeof Evidence>[]> => store.findOfThread(ctx, threadId)
export const evidenceByIds = (ctx: Ctx, ids: string[]): Promise<Row<typeof Evidence>[]> => store.findByIds(ctx, ids)
/** By which rules messages were last read. */
export const readingsOf = (ctx: Ctx, messageIds: string[]) => store.findReadings(ctx, messageIds)

/** Plans that evidence moves with its conversation to another account. */
export const planEvidenceMove = async (ctx: Ctx, threadId: string, accountId: string | null): Promise<PlannedChange[]> =>
  (await store.findElsewhere(ctx, threadId, accountId)).map(({ id }) => change(Evidence, id, { accountId }))

/** Plans a verdict on evidence that a conclusion rests on; what has that state already is left alone. */
export const planVerdict = async (
  ctx: Ctx,
  ids: string[],
  from: readonly Row<typeof Evidence>['state'][],
  state: Row<typeof Evidence>['state'],
): Promise<PlannedChange[]> =>
  (await store.findByIds(ctx, ids)).filter((row) => from.includes(row.state)).map(({ id }) => change(Evidence, id, { state }))
