/** How are webhooks, their outbox and their deliveries read and moved on? */
import { sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { Webhook, WebhookDelivery, type WebhookSecret } from './contract.ts'

export type WebhookRow = Row<typeof Webhook> & { waitingCount: number; givenUpCount: number }
export type DeliveryRow = Row<typeof WebhookDelivery>
type Tables = {
  webhooks: TableOf<typeof Webhook>
  webhook_secrets: TableOf<typeof WebhookSecret>
  webhook_deliveries: TableOf<typeof WebhookDelivery>
}
const tables = (ctx: Ctx) => ctx.db.withTables<Tables>()
const here = (ctx: Ctx) => ctx.actor.workspaceId

/** Notes a change set for whoever listens; one statement that writes nothing where nobody does. */
export async function noteEvent(ctx: Ctx, changeSetId: string): Promise<void> {
  await sql`insert into webhook_events (workspace_id, id, created_at, updated_at, change_set_id)
    select ${here(ctx)}::uuid, ${ctx.id()}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${changeSetId}::uuid
    where exists (select 1 from webhooks where workspace_id = ${here(ctx)}::uuid and removed_at is null)`.execute(
    ctx.db.withoutPlugins(),
  )
}

const counted = (state: string) => sql<number>`(select count(*)::int from (select 1 from webhook_deliveries d
  where d.workspace_id = w.workspace_id and d.webhook_id = w.id and d.state = ${state} limit 10001) as few)`
const shown = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('webhooks as w')
    .select(pickColumns(Webhook, 'w'))
    .select([counted('waiting').as('waitingCount'), counted('given up').as('givenUpCount')])
    .where('w.workspaceId', '=', here(ctx))
    .where('w.removedAt', 'is', null)

export const listWebhooks = (ctx: Ctx): Promise<WebhookRow[]> => shown(ctx).orderBy('w.name').orderBy('w.id').execute()
export const webhookById = (ctx: Ctx, id: string): Promise<WebhookRow | undefined> =>
  shown(ctx).where('w.id', '=', id).executeTakeFirst()

/** The sealed secrets that sign at this moment, the newest first. */
export async function secretsOf(ctx: Ctx, webhookId: string): Promise<{ id: string; sealed: string; endsAt: string | null }[]> {
  return tables(ctx)
    .selectFrom('webhook_secrets')
    .select(['id', 'sealed', 'endsAt'])
    .where('workspaceId', '=', here(ctx))
    .where('webhookId', '=', webhookId)
    .where((e) => e.or([e('endsAt', 'is', null), e('endsAt', '>', ctx.now)]))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Deliveries for what a webhook wants of some events; what it had already begins anew when `again`. */
const handOut = (ctx: Ctx, which: ReturnType<typeof sql>, offered: string[], again: boolean) => sql<{ id: string }>`
  insert into webhook_deliveries (workspace_id, id, created_at, updated_at, webhook_id, event, change_id, record, row_id, position, state, tries, next_try_at)
  select e.workspace_id, gen_random_uuid(), ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, w.id, c.record || '.' || c.deed, c.id, c.record, c.row_id,
    e.position * 1000000 + least(c.position, 999999), 'waiting', 0, ${ctx.now}::timestamptz
  from webhook_events e
  join changes c on c.workspace_id = e.workspace_id and c.change_set_id = e.change_set_id
  join webhooks w on w.workspace_id = e.workspace_id and w.removed_at is null
    and w.events ?| array['*', c.record || '.*', c.record || '.' || c.deed]
  where e.workspace_id = ${here(ctx)}::uuid and c.record = any(${offered}::text[]) and ${which}
  on conflict (workspace_id, webhook_id, change_id) ${
    again
      ? sql`do update set state = 'waiting', tries = 0, next_try_at = excluded.next_try_at, lease_until = null, settled_at = null, problem = null,
        updated_at = excluded.updated_at where webhook_deliveries.state <> 'waiting'`
      : sql`do nothing`
  } returning id`

/**
 * Makes deliveries of the oldest events that nobody has handed out; answers how many events that were. The lock keeps the order
 * when several processes do it, for a row's later event must not be handed out before its former.
 */
export async function expandEvents(ctx: Ctx, offered: string[], most: number): Promise<number> {
  const raw = ctx.db.withoutPlugins()
  const { rows } = await sql<{ id: string }>`select id from webhook_events
    where workspace_id = ${here(ctx)}::uuid and expanded_at is null order by position limit ${most} for update`.execute(raw)
  const ids = rows.map((r) => r.id)
  if (!ids.length) return 0
  await handOut(ctx, sql`e.id = any(${ids}::uuid[]) and w.paused_at is null`, offered, false).execute(raw)
  await sql`update webhook_events set expanded_at = ${ctx.now}::timestamptz, updated_at = ${ctx.now}::timestamptz
    where workspace_id = ${here(ctx)}::uuid and id = any(${ids}::uuid[])`.execute(raw)
  return ids.length
}

/** Hands out again what a webhook wants of everything since a moment. Answers how many deliveries wait anew. */
export async function handOutSince(
  ctx: Ctx,
  offered: string[],
  webhookId: string,
  since: string,
  again: boolean,
): Promise<number> {
  // An event of just before a pause may have been handed out, to nobody, just after it.
  const which = sql`w.id = ${webhookId}::uuid and e.expanded_at is not null
    and (e.created_at >= ${since}::timestamptz ${again ? sql`` : sql`or e.expanded_at >= ${since}::timestamptz - interval '5 seconds'`})`
  return (await handOut(ctx, which, offered, again).execute(ctx.db.withoutPlugins())).rows.length
}

/** A delivery without a change: a test. */
export async function insertTest(ctx: Ctx, webhookId: string): Promise<string> {
  const id = ctx.id()
  await sql`insert into webhook_deliveries (workspace_id, id, created_at, updated_at, webhook_id, event, position, state, tries, next_try_at)
    select ${here(ctx)}::uuid, ${id}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${webhookId}::uuid, 'webhook.test',
      coalesce((select max(position) from webhook_events where workspace_id = ${here(ctx)}::uuid), 0) * 1000000 + 999999, 'waiting', 0, ${ctx.now}::timestamptz`.execute(
    ctx.db.withoutPlugins(),
  )
  return id
}

/**
 * Takes what is due, for so long: the oldest of each row that still waits. Who dies with it loses nothing, for the lease ends.
 * A try counts from here, so that a delivery that kills its courier is given up too.
 */
export async function claimDue(ctx: Ctx, webhookId: string, most: number, leaseUntil: string): Promise<DeliveryRow[]> {
  const { rows } = await sql<{ id: string }>`with due as (
      select d.id from webhook_deliveries d
      where d.workspace_id = ${here(ctx)}::uuid and d.webhook_id = ${webhookId}::uuid and d.state = 'waiting' and d.next_try_at <= ${ctx.now}::timestamptz
        and (d.lease_until is null or d.lease_until <= ${ctx.now}::timestamptz)
        and (d.row_id is null or d.position = (select min(p.position) from webhook_deliveries p where p.workspace_id = d.workspace_id
          and p.webhook_id = d.webhook_id and p.row_id = d.row_id and p.state = 'waiting'))
      order by d.next_try_at, d.position limit ${most} for update skip locked)
    update webhook_deliveries d set lease_until = ${leaseUntil}::timestamptz, tries = d.tries + 1, last_tried_at = ${ctx.now}::timestamptz,
      updated_at = ${ctx.now}::timestamptz
    from due where d.workspace_id = ${here(ctx)}::uuid and d.id = due.id returning d.id`.execute(ctx.db.withoutPlugins())
  return deliveriesByIds(
    ctx,
    rows.map((r) => r.id),
  )
}

const deliveries = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('webhook_deliveries as d')
    .select(pickColumns(WebhookDelivery, 'd'))
    .where('d.workspaceId', '=', here(ctx))

export const deliveryById = (ctx: Ctx, id: string): Promise<DeliveryRow | undefined> =>
  deliveries(ctx).where('d.id', '=', id).executeTakeFirst()

export const listDeliveries = (
  ctx: Ctx,
  asked: { webhookId: string; state: DeliveryRow['state'] | null; before: { position: number; id: string } | null; most: number },
): Promise<DeliveryRow[]> =>
  deliveries(ctx)
    .where('d.webhookId', '=', asked.webhookId)
    .$if(asked.state !== null, (q) => q.where('d.state', '=', asked.state ?? 'waiting'))
    .$if(asked.before !== null, (q) =>
      q.where((e) => e(e.refTuple('d.position', 'd.id'), '<', e.tuple(asked.before?.position ?? 0, asked.before?.id ?? ''))),
    )
    .orderBy('d.position', 'desc')
    .orderBy('d.id', 'desc')
    .limit(asked.most)
    .execute()

export const deliveriesByIds = (ctx: Ctx, ids: string[]): Promise<DeliveryRow[]> =>
  ids.length ? deliveries(ctx).where('d.id', 'in', ids).orderBy('d.position').execute() : Promise.resolve([])

/** Deliveries that arrived, in one statement. */
export async function noteArrived(
  ctx: Ctx,
  arrived: readonly { deliveryId: string; lastStatus: number | null; lastResponse: string | null; tookMs: number }[],
): Promise<void> {
  await sql`update webhook_deliveries d set state = 'delivered', settled_at = ${ctx.now}::timestamptz, problem = null, lease_until = null,
      last_status = r."lastStatus", last_response = r."lastResponse", took_ms = r."tookMs", updated_at = ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(arrived)}::jsonb) as r("deliveryId" uuid, "lastStatus" integer, "lastResponse" text, "tookMs" integer)
    where d.workspace_id = ${here(ctx)}::uuid and d.id = r."deliveryId" and d.state = 'waiting'`.execute(ctx.db.withoutPlugins())
}

/** What became of a try; nothing when somebody else ended the delivery meanwhile. */
export async function noteTry(
  ctx: Ctx,
  id: string,
  set: Partial<Pick<DeliveryRow, 'state' | 'nextTryAt' | 'lastStatus' | 'lastResponse' | 'problem' | 'tookMs' | 'settledAt'>>,
): Promise<void> {
  await tables(ctx)
    .updateTable('webhook_deliveries')
    .set({ ...set, leaseUntil: null, updatedAt: ctx.now })
    .where('workspaceId', '=', here(ctx))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Puts one ended delivery back into the queue. */
export async function waitAgain(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('webhook_deliveries')
    .set({ state: 'waiting', tries: 0, nextTryAt: ctx.now, leaseUntil: null, settledAt: null, problem: null, updatedAt: ctx.now })
    .where('workspaceId', '=', here(ctx))
    .where('id', '=', id)
    .execute()
}

/**
 * How the webhook itself fares; not a change of anybody's data, so no change set. Answers since when it fails.
 * @param failures how many failed and none arrived; 0 when something did
 */
export async function noteHealth(ctx: Ctx, webhookId: string, failures: number): Promise<string | null> {
  const own = tables(ctx).updateTable('webhooks').where('workspaceId', '=', here(ctx)).where('id', '=', webhookId)
  if (!failures) {
    await own.set({ failingSince: null, failureCount: 0 }).where('failureCount', '>', 0).execute()
    return null
  }
  const said = await own
    .set((e) => ({ failingSince: e.fn.coalesce('failingSince', e.val(ctx.now)), failureCount: e('failureCount', '+', failures) }))
    .returning('failingSince')
    .executeTakeFirst()
  return said?.failingSince ?? null
}

/** Forgets events and ended deliveries from before a moment. */
export async function forgetBefore(ctx: Ctx, moment: string): Promise<void> {
  const raw = ctx.db.withoutPlugins()
  await sql`delete from webhook_deliveries where workspace_id = ${here(ctx)}::uuid and state <> 'waiting' and created_at < ${moment}::timestamptz`.execute(
    raw,
  )
  await sql`delete from webhook_events where workspace_id = ${here(ctx)}::uuid and expanded_at is not null and created_at < ${moment}::timestamptz`.execute(
    raw,
  )
}

type Fields = Record<string, unknown>
type Step = { deed: 'created' | 'changed' | 'removed'; before: Fields | null; after: Fields | null }

/** Changes with who made them and why. */
export async function changesByIds(ctx: Ctx, ids: readonly string[]) {
  const { rows } = await sql<
    Step & { id: string; at: string; rowId: string; setId: string; by: string; via: string; why: string }
  >`
    select c.id, c.deed, c.before, c.after, c.created_at as at, c.row_id as "rowId", s.id as "setId", s.actor_name as by, s.via, s.reason as why
    from changes c join change_sets s on s.workspace_id = c.workspace_id and s.id = c.change_set_id
    where c.workspace_id = ${here(ctx)}::uuid and c.id = any(${ids}::uuid[])`.execute(ctx.db.withoutPlugins())
  return rows
}

/** What happened to a row after a position, in the order of commits. */
export async function laterSteps(ctx: Ctx, rowId: string, position: number): Promise<Step[]> {
  const { rows } = await sql<Step>`select c.deed, c.before, c.after
    from changes c join webhook_events e on e.workspace_id = c.workspace_id and e.change_set_id = c.change_set_id
    where c.workspace_id = ${here(ctx)}::uuid and c.row_id = ${rowId}::uuid and e.position * 1000000 + least(c.position, 999999) > ${position}
    order by e.position, c.position`.execute(ctx.db.withoutPlugins())
  return rows
}

/** A row of any record as it is now, in some of its fields. */
export async function rowToday(
  ctx: Ctx,
  table: string,
  fields: { name: string; column: string }[],
  id: string,
): Promise<Fields | null> {
  const picked = sql.join(fields.map((f) => sql`${sql.id(f.column)} as ${sql.id(f.name)}`))
  const { rows } = await sql<Fields>`select ${picked} from ${sql.table(table)}
    where workspace_id = ${here(ctx)}::uuid and id = ${id}::uuid`.execute(ctx.db.withoutPlugins())
  return rows[0] ?? null
}
