/** What is an objection, and what can be asked of objections? */
import { z } from 'zod'
import { OBJECTION_TYPES } from '#conversation/evidence/rules/evidence-span.ts'
import { longText, moment, oneOf, reference, share, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const Objection = record(
  'objections',
  { noun: 'objection', plural: 'objections', title: 'concern', search: ['concern'] },
  {
    accountId: reference('Account', 'accounts').nullable(),
    evidenceId: reference('Evidence', 'evidence'),
    type: oneOf('Type', ...OBJECTION_TYPES),
    concern: longText('Concern', 1000),
    who: text('Who', 500),
    state: oneOf('State', 'open', 'acknowledged', 'answered', 'confirmed', 'rejected'),
    confidence: share('How sure'),
    saidAt: moment('Said'),
    stateReason: longText('Why', 1000).nullable(),
  },
)
export const ObjectionShown = named(
  'objection',
  Objection.schema.extend({
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    messageId: z.uuid(),
    threadId: z.uuid(),
    rule: z.string(),
    accountName: z.string().nullable(),
  }),
)
const id = { id: z.uuid() }
export const objections = operations({
  list: {
    route: 'GET /objections',
    summary: 'List objections, newest first',
    may: 'member',
    takes: z.object({ ...pageAsked, accountId: z.uuid().optional(), state: Objection.fields.state.optional() }),
    returns: pageOf(ObjectionShown),
  },
  get: {
    route: 'GET /objections/:id',
    summary: 'Show an objection',
    may: 'member',
    takes: z.object(id),
    returns: ObjectionShown,
  },
  settle: {
    route: 'PUT /objections/:id/state',
    summary: 'Say where an objection stands',
    may: 'member',
    takes: z.object({ ...id, state: Objection.fields.state, reason: z.string().max(1000).optional() }),
    returns: ObjectionShown,
  },
})
