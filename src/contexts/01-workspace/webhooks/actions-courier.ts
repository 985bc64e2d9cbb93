/** What does the courier do inside a workspace: hand out events, take what is due, build what is sent, note what became of it? */
import { snake } from '#foundation/contract/drift.ts'
import { change } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Answered } from '#foundation/platform/outbound/post-outside.ts'
import { Webhook } from './contract.ts'
import { buildPayload } from './rules/build-payload.ts'
import { judgeAnswer } from './rules/judge-answer.ts'
import { offeredFields, offeredRecords } from './rules/offered-records.ts'
import { mostFailingMs, mostTries, planRetry, readRetryAfter } from './rules/plan-retry.ts'
import * as store from './store.ts'

const eventsAtOnce = 50
const atOnce = 10
/** So many failures in a row, and only one delivery at a time knocks until one arrives again. */
const manyFailures = 5
const keptMs = 30 * 86_400_000
const excerptLength = 500

/** One thing to send. */
export interface Parcel {
  deliveryId: string
  url: string
  secrets: string[]
  body: string
}

/** What deliveries send, by their ids; null where the change behind one is gone (erased, say). */
async function payloadsOf(ctx: Ctx, deliveries: readonly store.DeliveryRow[]) {
  const found = await store.changesByIds(
    ctx,
    deliveries.flatMap((d) => d.changeId ?? []),
  )
  const byId = new Map(found.map((one) => [one.id, one]))
  const payloads = new Map<string, Awaited<ReturnType<typeof payloadOfChange>> | ReturnType<typeof testPayload> | null>()
  for (const delivery of deliveries) {
    const told = byId.get(delivery.changeId ?? '')
    const payload = delivery.changeId ? told && (await payloadOfChange(ctx, delivery, told)) : testPayload(delivery)
    payloads.set(delivery.id, payload ?? null)
  }
  return payloads
}

const testPayload = (delivery: store.DeliveryRow) => ({
  type: delivery.event,
  timestamp: delivery.createdAt,
  data: { says: 'This is a test from Rapport.' },
})

type Found = Awaited<ReturnType<typeof store.changesByIds>>[number]
async function payloadOfChange(ctx: Ctx, delivery: store.DeliveryRow, { setId, by, via, why, ...step }: Found) {
  const record = ctx.records.get(delivery.record ?? '')
  if (!record) return null
  const later = step.deed === 'changed' ? await store.laterSteps(ctx, step.rowId, delivery.position) : []
  const fields = offeredFields(record).map((name) => ({ name, column: snake(name) }))
  const today = step.deed === 'changed' ? await store.rowToday(ctx, record.table, fields, step.rowId) : null
  return buildPayload(record, { ...step, changeSet: { id: setId, by, via, why } }, later, today)
}

/** What one delivery sends. */
export const payloadOf = async (ctx: Ctx, delivery: store.DeliveryRow) =>
  (await payloadsOf(ctx, [delivery])).get(delivery.id) ?? null

/** Makes deliveries of events that wait; answers whether there may be more. */
export const handOutEvents = async (ctx: Ctx): Promise<boolean> =>
  (await store.expandEvents(
    ctx,
    offeredRecords(ctx.records).map((r) => r.table),
    eventsAtOnce,
  )) === eventsAtOnce

/** Takes what is due for a webhook, each under a lease. Empty: nothing to do now. */
export async function takeParcels(ctx: Ctx, webhookId: string, leaseMs: number): Promise<Parcel[]> {
  const webhook = await store.webhookById(ctx, webhookId)
  if (!webhook || webhook.pausedAt) return []
  const secrets = (await store.secretsOf(ctx, webhookId)).map((one) => ctx.unseal(one.sealed))
  const known = secrets.filter((one) => one !== null)
  if (!known.length) {
    await pauseBecause(ctx, webhookId, 'Its secret cannot be opened with the secret of this installation. Make a new one.')
    return []
  }
  const most = webhook.failureCount >= manyFailures ? 1 : atOnce
  const until = new Date(Date.parse(ctx.now) + leaseMs).toISOString()
  const due = await store.claimDue(ctx, webhookId, most, until)
  const parcels: Parcel[] = []
  const payloads = await payloadsOf(ctx, due)
  for (const delivery of due) {
    const payload = payloads.get(delivery.id)
    if (payload) parcels.push({ deliveryId: delivery.id, url: webhook.url, secrets: known, body: JSON.stringify(payload) })
    else await giveUp(ctx, delivery.id, 'What it told about is no longer kept.')
  }
  return parcels
}

const giveUp = (ctx: Ctx, id: string, problem: string) =>
  store.noteTry(ctx, id, { state: 'given up', settledAt: ctx.now, problem })

/** What came back for one delivery, and a draw of 0 .. 1 for the jitter of the next try. */
export interface Came extends Answered {
  deliveryId: string
  draw: number
}

/** Notes what became of tries. */
export async function noteAnswers(ctx: Ctx, webhookId: string, came: readonly Came[]): Promise<void> {
  const arrived = came.filter((one) => judgeAnswer(one).arrived)
  if (arrived.length) {
    await store.noteArrived(
      ctx,
      arrived.map((one) => ({ deliveryId: one.deliveryId, ...factsOf(one) })),
    )
    await store.noteHealth(ctx, webhookId, 0)
  }
  const failed = new Map(came.flatMap((one) => (judgeAnswer(one).arrived ? [] : [[one.deliveryId, one] as const])))
  let since: string | null = null
  for (const delivery of await store.deliveriesByIds(ctx, [...failed.keys()])) {
    const one = failed.get(delivery.id)
    if (one && delivery.state === 'waiting') await noteFailure(ctx, delivery, one)
  }
  if (failed.size && !arrived.length) since = await store.noteHealth(ctx, webhookId, failed.size)
  const judged = [...failed.values()].map(judgeAnswer).flatMap((one) => (one.arrived ? [] : [one]))
  const gone = judged.find((one) => one.gone)
  if (gone) await pauseBecause(ctx, webhookId, gone.why)
  else if (since && Date.parse(ctx.now) - Date.parse(since) >= mostFailingMs)
    await pauseBecause(
      ctx,
      webhookId,
      `Nothing arrived since ${since.slice(0, 16).replace('T', ' ')} UTC. Last: ${judged.at(-1)?.why ?? 'nothing answered'}`,
    )
}

const factsOf = ({ text, status: lastStatus, tookMs }: Came) => ({
  lastStatus,
  lastResponse: text.slice(0, excerptLength) || null,
  tookMs,
})

async function noteFailure(ctx: Ctx, delivery: store.DeliveryRow, came: Came): Promise<void> {
  const judged = judgeAnswer(came)
  const why = judged.arrived ? '' : judged.why
  const nowMs = Date.parse(ctx.now)
  if (delivery.tries >= mostTries) {
    const problem = `${why}. Given up after ${delivery.tries} tries`
    await store.noteTry(ctx, delivery.id, { ...factsOf(came), state: 'given up', settledAt: ctx.now, problem })
  } else {
    const pause = planRetry(delivery.tries, came.draw, readRetryAfter(came.retryAfter, nowMs))
    const nextTryAt = new Date(nowMs + pause).toISOString()
    await store.noteTry(ctx, delivery.id, { ...factsOf(came), problem: why, nextTryAt })
  }
}

async function pauseBecause(ctx: Ctx, webhookId: string, pausedBecause: string): Promise<void> {
  const webhook = await store.webhookById(ctx, webhookId)
  if (!webhook || webhook.pausedAt) return
  await ctx.save({
    why: `Paused the webhook ${webhook.name}: ${pausedBecause}`,
    changes: [change(Webhook, webhookId, { pausedAt: ctx.now, pausedBecause })],
  })
}

/** Forgets what ended more than thirty days ago. */
export const forgetOld = (ctx: Ctx): Promise<void> =>
  store.forgetBefore(ctx, new Date(Date.parse(ctx.now) - keptMs).toISOString())
