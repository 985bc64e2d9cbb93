/** What is evidence? A span of stored source text with a kind: `quote === text.slice(start, end)`. (S1) */
import { z } from 'zod'
import { integer, moment, oneOf, reference, share, sourceText, structured, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, record } from '#foundation/contract/record.ts'

export const evidenceKinds = [
  'need.explicit',
  'need.implicit',
  'objection',
  'objection.answer',
  'objection.confirmed',
  'competitor',
  'promise',
  'feedback',
  'signal',
  'decision',
  'preference',
  'risk',
] as const

/** What a kind says beside its quote; the words are those of the annotation guideline. */
export const Detail = z.object({
  need: z.string().optional(),
  category: z.string().optional(),
  priority: z.enum(['must', 'should', 'could']).optional(),
  because: z.string().optional(),
  withdrawn: z.boolean().optional(),
  type: z.string().optional(),
  concern: z.string().optional(),
  name: z.string().optional(),
  polarity: z.enum(['better', 'worse', 'neutral', 'using-now']).optional(),
  what: z.string().optional(),
  due: z.string().nullable().optional(),
  owner: z.string().optional(),
})

export const Evidence = record(
  'evidence',
  { noun: 'piece of evidence', plural: 'evidence', title: 'quote' },
  {
    messageId: reference('Message', 'messages'),
    threadId: reference('Thread', 'threads'),
    accountId: reference('Account', 'accounts').nullable(),
    personId: reference('Person', 'people').nullable(),
    kind: oneOf('Kind', ...evidenceKinds),
    side: oneOf('Side', 'customer', 'vendor'),
    who: text('Who', 500),
    start: integer('Start', 0),
    end: integer('End', 1),
    quote: sourceText('Quote'),
    confidence: share('How sure'),
    rule: text('Rule'),
    origin: oneOf('Found by', 'rule', 'person', 'model'),
    state: oneOf('State', 'found', 'confirmed', 'rejected'),
    detail: structured('Detail', Detail),
    saidAt: moment('Said'),
  },
)

/** By which rules a message was read for evidence, so that it is not read by the same ones twice. */
export const Reading = record(
  'readings',
  { noun: 'reading', plural: 'readings', history: 'none' },
  { messageId: reference('Message', 'messages'), rules: text('Rules'), foundCount: integer('Found', 0) },
)

export const EvidenceShown = named('evidence', Evidence.schema.extend({ subject: z.string(), source: z.enum(['mail', 'call']) }))

export const evidence = operations({
  ofThread: {
    route: 'GET /threads/:threadId/evidence',
    summary: 'All evidence in a conversation',
    may: 'member',
    takes: z.object({ threadId: z.uuid() }),
    returns: z.array(EvidenceShown),
  },
  ofAccount: {
    route: 'GET /accounts/:accountId/evidence',
    summary: 'The evidence of an account, newest first',
    may: 'member',
    takes: z.object({ accountId: z.uuid(), kind: Evidence.fields.kind.optional(), limit: z.int().min(1).max(500).default(100) }),
    returns: z.array(EvidenceShown),
  },
  get: {
    route: 'GET /evidence/:id',
    summary: 'Show a piece of evidence',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: EvidenceShown,
  },
  confirm: {
    route: 'PUT /evidence/:id/confirmation',
    summary: 'Yes, these words say that',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: EvidenceShown,
  },
  reject: {
    route: 'PUT /evidence/:id/rejection',
    summary: 'No, these words do not say that',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: EvidenceShown,
  },
  add: {
    route: 'POST /messages/:messageId/evidence',
    summary: 'Mark words in a message as evidence; the quote is checked against the stored text',
    may: 'member',
    takes: z.object({
      messageId: z.uuid(),
      kind: Evidence.fields.kind,
      start: z.int().min(0),
      end: z.int().min(1),
      quote: z.string(),
      detail: Detail.default({}),
    }),
    returns: EvidenceShown,
  },
})
