/** How long is each kind of thing kept, and what did the daily run do? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { day, integer, moment, oneOf, structured, yesNo } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const kinds = ['trash', 'messages', 'history', 'ledgers', 'files'] as const
const kind = oneOf('What', ...kinds)

export const Retention = record(
  'retention_rules',
  { noun: 'retention rule', plural: 'retention rules', title: 'kind', undo: 'never' },
  { kind, days: integer('Days', 1, 36_500), isOn: yesNo('On') },
)

/** What a daily run did for one kind. */
export const RetentionRun = record(
  'retention_runs',
  { noun: 'retention run', plural: 'retention runs', history: 'none' },
  {
    day: day('Day'),
    kind,
    days: integer('Days', 1),
    removedCount: integer('Removed', 0),
    counts: structured('Counts', z.array(z.object({ what: z.string(), count: z.int() }))),
    finishedAt: moment('Finished').nullable(),
  },
)

export const RetentionDue = event('retention.due', z.object({ day: z.string() }))

export const RuleShown = named('retention rule', z.object({ kind: z.enum(kinds), days: z.int(), isOn: z.boolean() }))

export const retention = operations({
  list: {
    route: 'GET /retention',
    summary: 'How long each kind of thing is kept',
    may: 'member',
    takes: z.object({}),
    returns: z.array(RuleShown),
  },
  preview: {
    route: 'GET /retention/preview',
    summary: 'How much a rule would remove today; counting stops at a hundred thousand',
    may: 'owner',
    takes: z.object({ kind: z.enum(kinds), days: z.int().min(1).max(36_500) }),
    returns: z.object({ count: z.int(), isMore: z.boolean() }),
  },
  set: {
    route: 'PUT /retention/:kind',
    summary: 'Say how long a kind of thing is kept, or that it is kept for ever',
    may: 'owner',
    takes: z.object({ kind: z.enum(kinds), days: Retention.fields.days, isOn: z.boolean() }),
    returns: RuleShown,
  },
  runs: {
    route: 'GET /retention/runs',
    summary: 'What the daily runs removed, newest first',
    may: 'owner',
    takes: z.object(pageAsked),
    returns: pageOf(RetentionRun.schema),
  },
})
