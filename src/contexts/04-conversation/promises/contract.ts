/** Who promised what to whom by when, and was it kept? (S2) */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { day, longText, moment, oneOf, reference, share, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const PromiseMade = record(
  'promises',
  { noun: 'promise', plural: 'promises', title: 'what', search: ['what'] },
  {
    evidenceId: reference('Evidence', 'evidence'),
    messageId: reference('Message', 'messages'),
    threadId: reference('Conversation', 'threads'),
    accountId: reference('Account', 'accounts').nullable(),
    what: longText('What was promised', 1000),
    dueOn: day('By').nullable(),
    ownerName: text('Who promised', 500),
    ownerPersonId: reference('Who promised', 'people').nullable(),
    side: oneOf('Side', 'customer', 'vendor'),
    state: oneOf('State', 'open', 'kept', 'late', 'broken', 'released', 'rejected'),
    saidAt: moment('Said'),
    confidence: share('How sure'),
    confirmedAt: moment('Confirmed').nullable(),
    closedAt: moment('Closed').nullable(),
    closedById: reference('Closed by', 'members').nullable(),
    closeReason: longText('Why', 1000).nullable(),
  },
)
export const PromiseClosed = event('promise.closed', z.object({ promiseId: z.uuid(), state: z.string() }))

export const PromiseShown = named(
  'promise',
  PromiseMade.schema.extend({
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    rule: z.string(),
    accountName: z.string().nullable(),
  }),
)
const id = { id: z.uuid() }
export const promises = operations({
  list: {
    route: 'GET /promises',
    summary: 'List promises, newest first',
    may: 'member',
    takes: z.object({
      ...pageAsked,
      accountId: z.uuid().optional(),
      side: PromiseMade.fields.side.optional(),
      state: PromiseMade.fields.state.optional(),
    }),
    returns: pageOf(PromiseShown),
  },
  due: {
    route: 'GET /promises/due',
    summary: 'Open promises that are late or fall due soon, the latest first',
    may: 'member',
    takes: z.object({ withinDays: z.int().min(0).max(90).default(7), limit: z.int().min(1).max(100).default(30) }),
    returns: z.array(PromiseShown),
  },
  get: { route: 'GET /promises/:id', summary: 'Show a promise', may: 'member', takes: z.object(id), returns: PromiseShown },
  close: {
    route: 'PUT /promises/:id/closure',
    summary: 'Say how a promise ended: kept, late, broken or released',
    may: 'member',
    takes: z.object({ ...id, state: z.enum(['kept', 'late', 'broken', 'released']), reason: z.string().max(1000).optional() }),
    returns: PromiseShown,
  },
  reopen: {
    route: 'DELETE /promises/:id/closure',
    summary: 'Open a promise again',
    may: 'member',
    takes: z.object(id),
    returns: PromiseShown,
  },
  confirm: {
    route: 'PUT /promises/:id/confirmation',
    summary: 'Yes, this was promised',
    may: 'member',
    takes: z.object(id),
    returns: PromiseShown,
  },
  correct: {
    route: 'PATCH /promises/:id',
    summary: 'Correct what was promised, by whom or by when',
    may: 'member',
    takes: PromiseMade.draft.pick({ what: true, dueOn: true, ownerName: true }).partial().extend(id),
    returns: PromiseShown,
  },
  reject: {
    route: 'PUT /promises/:id/rejection',
    summary: 'No, this is not a promise',
    may: 'member',
    takes: z.object(id),
    returns: PromiseShown,
  },
})
