/** What is an opportunity, its stage, and what can be asked of the pipeline? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { currency, day, integer, longText, minorUnits, moment, oneOf, reference, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { customGiven } from '#foundation/contract/own-field.ts'
import { baseAsked, named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const Stage = record(
  'stages',
  { noun: 'stage', plural: 'stages', title: 'name', rank: 'position' },
  { name: text('Name', 100), position: integer('Position', 0), kind: oneOf('Kind', 'open', 'won', 'lost') },
)

export const Opportunity = record(
  'opportunities',
  { noun: 'opportunity', plural: 'opportunities', title: 'name', search: ['name'], place: 'position', own: 'opportunity_values' },
  {
    name: text('Name', 300),
    accountId: reference('Account', 'accounts').nullable(),
    stageId: reference('Stage', 'stages'),
    outcome: oneOf('Outcome', 'open', 'won', 'lost'),
    amountMinor: minorUnits('Amount').nullable(),
    currency: currency(),
    openedOn: day('Opened').nullable(),
    closeOn: day('Closes').nullable(),
    stageSince: moment('In stage since'),
    ownerId: reference('Owner', 'members').nullable(),
    ownerName: text('Owner elsewhere').nullable(),
    product: text('Product').nullable(),
    externalId: text('Id elsewhere').nullable(),
    closeReason: longText('Why it ended so', 1000).nullable(),
    position: text('Place on the board', 500).nullable().optional(),
  },
)
export const OpportunityMoved = event('opportunity.moved', z.object({ opportunityId: z.uuid(), outcome: z.string() }))

export const OpportunityShown = named(
  'opportunity',
  Opportunity.schema.extend({ accountName: z.string().nullable(), stageName: z.string() }),
)
const Total = z.object({
  stageId: z.uuid(),
  count: z.int(),
  amounts: z.array(z.object({ currency: z.string(), amountMinor: z.int() })),
})
const writable = Opportunity.draft.omit({ outcome: true, stageSince: true, position: true }).partial().required({ name: true })

export const opportunities = operations({
  stages: {
    route: 'GET /stages',
    summary: 'List the stages in order',
    may: 'member',
    takes: z.object({}),
    returns: z.array(Stage.schema),
  },
  list: {
    route: 'GET /opportunities',
    summary: 'List opportunities by close date or name',
    may: 'member',
    takes: z.object({
      ...pageAsked,
      sort: z.enum(['closeOn', '-closeOn', 'name']).default('-closeOn'),
      stageId: z.uuid().optional(),
      accountId: z.uuid().optional(),
      outcome: Opportunity.fields.outcome.optional(),
      words: z.string().max(200).optional(),
    }),
    returns: pageOf(OpportunityShown),
  },
  totals: {
    route: 'GET /opportunities/totals',
    summary: 'Exact count and sum of every stage',
    may: 'member',
    takes: z.object({}),
    returns: z.array(Total),
  },
  slipping: {
    route: 'GET /opportunities/slipping',
    summary: 'Open opportunities whose close date has passed',
    may: 'member',
    takes: z.object({ limit: z.int().min(1).max(100).default(20) }),
    returns: z.array(OpportunityShown),
  },
  get: {
    route: 'GET /opportunities/:id',
    summary: 'Show an opportunity',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: OpportunityShown,
  },
  create: {
    route: 'POST /opportunities',
    summary: 'Add an opportunity; without a stage it starts in the first',
    may: 'member',
    takes: writable.extend(customGiven),
    returns: OpportunityShown,
  },
  change: {
    route: 'PATCH /opportunities/:id',
    summary: 'Change an opportunity',
    may: 'member',
    takes: writable
      .partial()
      .omit({ stageId: true })
      .extend({ ...customGiven, id: z.uuid(), ...baseAsked }),
    returns: OpportunityShown,
  },
  move: {
    route: 'PUT /opportunities/:id/stage',
    summary: 'Move an opportunity to another stage',
    may: 'member',
    takes: z.object({ id: z.uuid(), stageId: z.uuid(), reason: z.string().max(1000).optional() }),
    returns: OpportunityShown,
  },
  remove: {
    route: 'DELETE /opportunities/:id',
    summary: 'Remove an opportunity',
    may: 'manager',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ changeSetId: z.uuid() }),
  },
})
