/** What is a need, and what can be asked of needs? */
import { z } from 'zod'
import { NEED_CATEGORIES, NEED_PRIORITIES } from '#conversation/evidence/rules/evidence-span.ts'
import { event } from '#foundation/contract/event.ts'
import { integer, longText, moment, oneOf, reference, share, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const Need = record(
  'needs',
  { noun: 'need', plural: 'needs', title: 'statement', search: ['statement'] },
  {
    accountId: reference('Account', 'accounts').nullable(),
    statement: longText('What they need', 500),
    category: oneOf('Category', ...NEED_CATEGORIES),
    priority: oneOf('Priority', ...NEED_PRIORITIES),
    kind: oneOf('Kind', 'explicit', 'implicit'),
    state: oneOf('State', 'found', 'confirmed', 'rejected', 'withdrawn', 'met'),
    confidence: share('How sure'),
    because: longText('Why it follows', 1000).nullable(),
    who: text('Who said it', 500),
    spanCount: integer('Times said', 0),
    firstSaidAt: moment('First said'),
    lastSaidAt: moment('Last said'),
    stateReason: longText('Why', 1000).nullable(),
  },
)

/** Ties a need to the words that show it. */
export const NeedSpan = record(
  'need_spans',
  { noun: 'need span', plural: 'need spans' },
  { needId: reference('Need', 'needs'), evidenceId: reference('Evidence', 'evidence') },
)

export const NeedConfirmed = event('need.confirmed', z.object({ needId: z.uuid() }))

export const Span = z.object({
  evidenceId: z.uuid(),
  messageId: z.uuid(),
  threadId: z.uuid(),
  kind: z.string(),
  who: z.string(),
  saidAt: z.string(),
  subject: z.string(),
  source: z.enum(['mail', 'call']),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  confidence: z.number(),
  rule: z.string(),
})
export const NeedShown = named('need', Need.schema.extend({ accountName: z.string().nullable(), spans: z.array(Span) }))
const id = { id: z.uuid() }

export const needs = operations({
  list: {
    route: 'GET /needs',
    summary: 'List needs, last said first',
    may: 'member',
    takes: z.object({
      ...pageAsked,
      accountId: z.uuid().optional(),
      state: Need.fields.state.optional(),
      kind: Need.fields.kind.optional(),
    }),
    returns: pageOf(NeedShown),
  },
  toConfirm: {
    route: 'GET /needs/to-confirm',
    summary: 'Needs found that nobody has looked at, the surest first',
    may: 'member',
    takes: z.object({ limit: z.int().min(1).max(100).default(20) }),
    returns: z.array(NeedShown),
  },
  get: {
    route: 'GET /needs/:id',
    summary: 'Show a need with every time it was said',
    may: 'member',
    takes: z.object(id),
    returns: NeedShown,
  },
  ofEvidence: {
    route: 'GET /evidence/:evidenceId/need',
    summary: 'The need that a piece of evidence shows',
    may: 'member',
    takes: z.object({ evidenceId: z.uuid() }),
    returns: NeedShown.nullable(),
  },
  add: {
    route: 'POST /needs',
    summary: 'Write down a need; it points at evidence already marked',
    may: 'member',
    takes: Need.draft
      .pick({ accountId: true, statement: true, category: true, priority: true, kind: true })
      .extend({ because: Need.fields.because.optional(), evidenceIds: z.array(z.uuid()).min(1) }),
    returns: NeedShown,
  },
  correct: {
    route: 'PATCH /needs/:id',
    summary: 'Correct a need: its words, category, priority, kind or reason',
    may: 'member',
    takes: Need.draft
      .omit({ state: true, spanCount: true, firstSaidAt: true, lastSaidAt: true, who: true, confidence: true, stateReason: true })
      .partial()
      .extend(id),
    returns: NeedShown,
  },
  confirm: {
    route: 'PUT /needs/:id/confirmation',
    summary: 'Yes, they need this',
    may: 'member',
    takes: z.object(id),
    returns: NeedShown,
  },
  reject: {
    route: 'PUT /needs/:id/rejection',
    summary: 'No, this is not a need',
    may: 'member',
    takes: z.object({ ...id, reason: z.string().max(1000).optional() }),
    returns: NeedShown,
  },
  settle: {
    route: 'PUT /needs/:id/state',
    summary: 'Say that a need is met, withdrawn, or open again',
    may: 'member',
    takes: z.object({ ...id, state: z.enum(['found', 'met', 'withdrawn']), reason: z.string().max(1000).optional() }),
    returns: NeedShown,
  },
})
