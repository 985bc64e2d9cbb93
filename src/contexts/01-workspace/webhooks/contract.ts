/** Which other programs are told what changed here, and what became of each telling? */
import { z } from 'zod'
import { bigInteger, integer, listOf, longText, moment, oneOf, reference, sourceText, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

/** "accounts.created", "accounts.*" or "*". */
const EventChoice = z.string().regex(/^(\*|[a-z_]+\.(\*|created|changed|removed))$/, 'Write an event such as accounts.created')

export const Webhook = record(
  'webhooks',
  { noun: 'webhook', plural: 'webhooks', title: 'name', undo: 'never' },
  {
    name: text('Name', 100),
    url: text('Address', 2000),
    events: listOf('Events', EventChoice),
    memberId: reference('Made by', 'members').nullable(),
    pausedAt: moment('Paused').nullable(),
    pausedBecause: longText('Paused because', 500).nullable(),
    removedAt: moment('Removed').nullable(),
    failingSince: moment('Failing since').nullable(),
    failureCount: integer('Failures in a row', 0),
  },
)

/** What a webhook signs with, sealed. A new one replaces it; both sign for a day. */
export const WebhookSecret = record(
  'webhook_secrets',
  { noun: 'secret of a webhook', plural: 'secrets of webhooks', heavy: ['sealed'], undo: 'never' },
  { webhookId: reference('Webhook', 'webhooks'), sealed: sourceText('Secret'), endsAt: moment('Signs until').nullable() },
)

/** The outbox: a change set that webhooks may want, in the order of commits. */
export const WebhookEvent = record(
  'webhook_events',
  { noun: 'event', plural: 'events', history: 'none' },
  {
    changeSetId: reference('Change', 'change_sets'),
    position: bigInteger('Position'),
    expandedAt: moment('Handed out').nullable(),
  },
)

export const WebhookDelivery = record(
  'webhook_deliveries',
  { noun: 'delivery', plural: 'deliveries', history: 'none' },
  {
    webhookId: reference('Webhook', 'webhooks'),
    event: text('Event', 200),
    changeId: reference('Change', 'changes').nullable(),
    record: text('Record').nullable(),
    rowId: reference('Row', 'change_sets').nullable(),
    position: bigInteger('Position'),
    state: oneOf('State', 'waiting', 'delivered', 'given up'),
    tries: integer('Tries', 0),
    nextTryAt: moment('Next try'),
    leaseUntil: moment('Being sent until').nullable(),
    lastTriedAt: moment('Last try').nullable(),
    lastStatus: integer('Answered').nullable(),
    lastResponse: longText('Answer').nullable(),
    problem: longText('Problem').nullable(),
    tookMs: integer('Took (ms)', 0).nullable(),
    settledAt: moment('Ended').nullable(),
  },
)

const id = { id: z.uuid() }
const Shown = named('webhook', Webhook.schema.extend({ waitingCount: z.int(), givenUpCount: z.int() }))
const WithSecret = z.object({ webhook: Shown, secret: z.string() })
const given = Webhook.draft.pick({ name: true, url: true, events: true })

/** What is posted, as JSON. */
export const WebhookPayload = z.object({
  type: z.string(),
  timestamp: z.string(),
  data: z.record(z.string(), z.unknown()),
})

export const webhooks = operations({
  list: {
    route: 'GET /webhooks',
    summary: 'List the webhooks and how they fare',
    may: 'owner',
    takes: z.object({}),
    returns: z.array(Shown),
  },
  events: {
    route: 'GET /webhooks/events',
    summary: 'List the events that a webhook can be told, each with an example of what is sent',
    may: 'member',
    takes: z.object({}),
    returns: z.array(
      z.object({
        event: z.string(),
        record: z.string(),
        noun: z.string(),
        plural: z.string(),
        deed: z.enum(['created', 'changed', 'removed']),
        example: WebhookPayload,
      }),
    ),
  },
  get: { route: 'GET /webhooks/:id', summary: 'Show a webhook', may: 'owner', takes: z.object(id), returns: Shown },
  create: {
    route: 'POST /webhooks',
    summary: 'Tell another program what changes; the secret that signs is shown once',
    may: 'owner',
    takes: given,
    returns: WithSecret,
  },
  change: {
    route: 'PATCH /webhooks/:id',
    summary: 'Change the name, the address or the events of a webhook',
    may: 'owner',
    takes: given.partial().extend(id),
    returns: Shown,
  },
  remove: { route: 'DELETE /webhooks/:id', summary: 'Remove a webhook', may: 'owner', takes: z.object(id), returns: Shown },
  pause: {
    route: 'PUT /webhooks/:id/pause',
    summary: 'Stop telling for a while',
    may: 'owner',
    takes: z.object(id),
    returns: Shown,
  },
  resume: {
    route: 'DELETE /webhooks/:id/pause',
    summary: 'Tell again, what happened during the pause first',
    may: 'owner',
    takes: z.object({ ...id, missed: z.boolean().default(true) }),
    returns: Shown,
  },
  newSecret: {
    route: 'POST /webhooks/:id/secrets',
    summary: 'Make a new secret, shown once; the former signs along for one more day',
    may: 'owner',
    takes: z.object(id),
    returns: WithSecret,
  },
  test: {
    route: 'POST /webhooks/:id/test',
    summary: 'Send a test event, to see whether it arrives',
    may: 'owner',
    takes: z.object(id),
    returns: WebhookDelivery.schema,
  },
  deliveries: {
    route: 'GET /webhooks/:id/deliveries',
    summary: 'List what was sent or waits to be, the newest first',
    may: 'owner',
    takes: z.object({ ...id, ...pageAsked, state: WebhookDelivery.fields.state.optional() }),
    returns: pageOf(WebhookDelivery.schema),
  },
  delivery: {
    route: 'GET /webhook-deliveries/:id',
    summary: 'Show one delivery with what is sent',
    may: 'owner',
    takes: z.object(id),
    returns: z.object({ delivery: WebhookDelivery.schema, payload: WebhookPayload.nullable() }),
  },
  replay: {
    route: 'POST /webhook-deliveries/:id/replay',
    summary: 'Send one delivery again, under the same id',
    may: 'owner',
    takes: z.object(id),
    returns: WebhookDelivery.schema,
  },
  replaySince: {
    route: 'POST /webhooks/:id/replay',
    summary: 'Send everything since a moment again, also what was missed during a pause',
    may: 'owner',
    takes: z.object({ ...id, since: z.iso.datetime({ offset: true }) }),
    returns: z.object({ count: z.int() }),
  },
})
