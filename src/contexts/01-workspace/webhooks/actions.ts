/** What happens when a webhook is made, changed, paused, tried or replayed? */

import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { refuseUrl } from '#foundation/platform/outbound/post-outside.ts'
import { makeSigningSecret } from '#foundation/platform/outbound/sign-webhook.ts'
import { payloadOf } from './actions-courier.ts'
import { Webhook, WebhookSecret, type webhooks } from './contract.ts'
import { exampleEvents } from './rules/example-events.ts'
import { offeredRecords, unknownEvents } from './rules/offered-records.ts'
import * as store from './store.ts'

const mostWebhooks = 50
const formerSignsMs = 86_400_000

async function need(ctx: Ctx, id: string): Promise<store.WebhookRow> {
  const found = await store.webhookById(ctx, id)
  if (!found) throw notFound('webhook')
  return found
}

async function needDelivery(ctx: Ctx, id: string): Promise<store.DeliveryRow> {
  const found = await store.deliveryById(ctx, id)
  if (!found) throw notFound('delivery')
  return found
}

/** A token with scopes must not carry out by a webhook what it may not read. */
function demandUnlimited(ctx: Ctx): void {
  if (ctx.actor.scopes)
    throw new Problem(403, 'A webhook tells everything, so a token with scopes cannot make or change one. Use Settings.')
}

function check(ctx: Ctx, given: { url?: string | undefined; events?: string[] | undefined }): void {
  const refused = given.url === undefined ? null : refuseUrl(given.url, ctx.mayReachPrivate)
  if (refused) throw new Problem(422, refused, [{ path: 'url', message: refused }])
  if (given.events?.length === 0)
    throw new Problem(422, 'Choose at least one event.', [{ path: 'events', message: 'choose at least one' }])
  const unknown = unknownEvents(ctx.records, given.events ?? [])
  if (unknown.length)
    throw new Problem(422, `There is no event ${unknown.join(', ')}.`, [
      { path: 'events', message: `no such event: ${unknown.join(', ')}` },
    ])
}

const offered = (ctx: Ctx): string[] => offeredRecords(ctx.records).map((r) => r.table)

export const webhooksActions = {
  list: (ctx) => store.listWebhooks(ctx),
  events: async (ctx) => exampleEvents(ctx.records),
  get: (ctx, { id }) => need(ctx, id),
  async create(ctx, given) {
    demandUnlimited(ctx)
    check(ctx, given)
    if ((await store.listWebhooks(ctx)).length >= mostWebhooks)
      throw new Problem(409, `A workspace has ${mostWebhooks} webhooks at most. Remove one that is no longer needed.`)
    const [id, secret] = [ctx.id(), makeSigningSecret()]
    await ctx.save({
      why: `Made the webhook ${given.name}`,
      changes: [
        create(Webhook, {
          ...given,
          id,
          memberId: ctx.actor.memberId,
          pausedAt: null,
          pausedBecause: null,
          removedAt: null,
          failingSince: null,
          failureCount: 0,
        }),
        create(WebhookSecret, { webhookId: id, sealed: ctx.seal(secret), endsAt: null }),
      ],
    })
    return { webhook: await need(ctx, id), secret }
  },
  async change(ctx, { id, ...given }) {
    demandUnlimited(ctx)
    const { name } = await need(ctx, id)
    check(ctx, given)
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    await ctx.save({ why: `Changed the webhook ${name}`, changes: [change(Webhook, id, set)] })
    return need(ctx, id)
  },
  async remove(ctx, { id }) {
    const webhook = await need(ctx, id)
    const open = await store.secretsOf(ctx, id)
    await ctx.save({
      why: `Removed the webhook ${webhook.name}`,
      changes: [
        change(Webhook, id, { removedAt: ctx.now }),
        ...open.map((secret) => change(WebhookSecret, secret.id, { endsAt: ctx.now })),
      ],
    })
    return { ...webhook, removedAt: ctx.now }
  },
  async pause(ctx, { id }) {
    const { name, pausedAt } = await need(ctx, id)
    const pausedBecause = `Paused by ${ctx.actor.name}`
    if (!pausedAt)
      await ctx.save({ why: `Paused the webhook ${name}`, changes: [change(Webhook, id, { pausedAt: ctx.now, pausedBecause })] })
    return need(ctx, id)
  },
  async resume(ctx, { id, missed }) {
    const { name, pausedAt } = await need(ctx, id)
    if (!pausedAt) return need(ctx, id)
    await ctx.save({
      why: `Resumed the webhook ${name}`,
      changes: [change(Webhook, id, { pausedAt: null, pausedBecause: null, failingSince: null, failureCount: 0 })],
    })
    if (missed) await store.handOutSince(ctx, offered(ctx), id, pausedAt, false)
    return need(ctx, id)
  },
  async newSecret(ctx, { id }) {
    demandUnlimited(ctx)
    const { name } = await need(ctx, id)
    const secret = makeSigningSecret()
    const endsAt = new Date(Date.parse(ctx.now) + formerSignsMs).toISOString()
    const former = (await store.secretsOf(ctx, id)).filter((one) => one.endsAt === null)
    await ctx.save({
      why: `Made a new secret for the webhook ${name}`,
      changes: [
        create(WebhookSecret, { webhookId: id, sealed: ctx.seal(secret), endsAt: null }),
        ...former.map((one) => change(WebhookSecret, one.id, { endsAt })),
      ],
    })
    return { webhook: await need(ctx, id), secret }
  },
  async test(ctx, { id }) {
    const { pausedAt } = await need(ctx, id)
    if (pausedAt) throw new Problem(409, 'This webhook is paused. Resume it, then try it.')
    return needDelivery(ctx, await store.insertTest(ctx, id))
  },
  async deliveries(ctx, { id, limit, after, state }) {
    await need(ctx, id)
    const [position, last] = after ? readCursor(after, 2) : [null, null]
    const before = position === null ? null : { position: Number(position), id: String(last) }
    const rows = await store.listDeliveries(ctx, { webhookId: id, state: state ?? null, before, most: limit + 1 })
    return pageFrom(rows, limit, (row) => writeCursor(row.position, row.id))
  },
  async delivery(ctx, { id }) {
    const delivery = await needDelivery(ctx, id)
    return { delivery, payload: await payloadOf(ctx, delivery) }
  },
  async replay(ctx, { id }) {
    const delivery = await needDelivery(ctx, id)
    await need(ctx, delivery.webhookId)
    await store.waitAgain(ctx, id)
    return needDelivery(ctx, id)
  },
  async replaySince(ctx, { id, since }) {
    await need(ctx, id)
    return { count: await store.handOutSince(ctx, offered(ctx), id, since, true) }
  },
} satisfies Actions<typeof webhooks, Ctx>

/** Called with every change set, in its transaction. */
export const noteForWebhooks = (ctx: Ctx, changeSetId: string): Promise<void> => store.noteEvent(ctx, changeSetId)
