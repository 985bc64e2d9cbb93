/** What is an opportunity, its stage, its pipeline, and what can be asked of them? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { exampleId } from '#foundation/contract/example.ts'
import {
  currency,
  day,
  integer,
  longText,
  minorUnits,
  moment,
  oneOf,
  reference,
  share,
  text,
} from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { customGiven } from '#foundation/contract/own-field.ts'
import { baseAsked, named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

/** Stages that follow each other; the first in order is the one that new opportunities and tables go into. */
export const Pipeline = record(
  'pipelines',
  { noun: 'pipeline', plural: 'pipelines', title: 'name', rank: 'position', leftAt: 'archivedAt' },
  { name: text('Name', 100), position: integer('Position', 0), archivedAt: moment('Archived').nullable() },
)

export const Stage = record(
  'stages',
  { noun: 'stage', plural: 'stages', title: 'name', rank: 'position', leftAt: 'archivedAt', within: 'pipelineId' },
  {
    name: text('Name', 100),
    pipelineId: reference('Pipeline', 'pipelines'),
    // Counted through all pipelines of the workspace, so that rows of several stand in order too.
    position: integer('Position', 0),
    kind: oneOf('Kind', 'open', 'won', 'lost'),
    probability: share('Usual probability'),
    normalDays: integer('Days that are normal here', 1, 3650).nullable(),
    archivedAt: moment('Archived').nullable(),
  },
)

export const Opportunity = record(
  'opportunities',
  { noun: 'opportunity', plural: 'opportunities', title: 'name', search: ['name'], place: 'position', own: 'opportunity_values' },
  {
    name: text('Name', 300),
    accountId: reference('Account', 'accounts').nullable(),
    pipelineId: reference('Pipeline', 'pipelines'),
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
    summary: 'List the stages in order, pipeline after pipeline',
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
      pipelineId: z.uuid().optional(),
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
    summary:
      'Add an opportunity; without a stage it starts in the first of its pipeline, without a pipeline in the first of these',
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
      .omit({ stageId: true, pipelineId: true })
      .extend({ ...customGiven, id: z.uuid(), ...baseAsked }),
    returns: OpportunityShown,
  },
  move: {
    route: 'PUT /opportunities/:id/stage',
    summary: 'Move an opportunity to another stage, of this pipeline or another; a pipeline alone means its first stage',
    may: 'member',
    takes: z.object({
      id: z.uuid(),
      stageId: z.uuid().optional(),
      pipelineId: z.uuid().optional(),
      reason: z.string().max(1000).optional(),
    }),
    example: { stageId: exampleId('stage') },
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
