/** Who carries what changed to other programs? One courier per process: it looks, takes under a lease, sends, and notes what became of it. */
import { sql } from 'kysely'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Database } from '#foundation/platform/database.ts'
import { type House, makeContext } from '#foundation/platform/make-context.ts'
import { postOutside } from '#foundation/platform/outbound/post-outside.ts'
import { signWebhook } from '#foundation/platform/outbound/sign-webhook.ts'
import {
  type Came,
  forgetOld,
  handOutEvents,
  noteAnswers,
  type Parcel,
  takeParcels,
} from '#workspace/webhooks/actions-courier.ts'

export interface Courier {
  /** Looks once for what is due in any workspace, and begins to carry it. */
  look: () => Promise<void>
  /** Resolves when nothing is being carried. */
  settled: () => Promise<void>
  /** Looks again and again, until stopped. */
  start: () => void
  stop: () => Promise<void>
}
interface Given {
  database: Database
  house: House
  onFault: (error: unknown) => void
  /** How long a receiver may take for its whole answer. */
  timeoutMs?: number
  everyMs?: number
}

/** Webhooks that one process serves at the same time. */
const mostAtOnce = 20
const hourMs = 3_600_000
/** One change set may have a quarter of a million rows. */
const longMs = 600_000

/** Opens a courier. Several may work on one database: a lease keeps them from sending the same thing at the same time. */
export function openCourier({ database, house, onFault, timeoutMs = 10_000, everyMs = 1_000 }: Given): Courier {
  const leaseMs = timeoutMs + 5_000
  const carrying = new Map<string, Promise<void>>()
  const swept = new Map<string, number>()
  const state = { timer: undefined as ReturnType<typeof setTimeout> | undefined, stopped: false, looking: Promise.resolve() }
  const act = <T>(workspaceId: string, run: (ctx: Ctx) => Promise<T>, timeoutMs = 30_000): Promise<T> =>
    database.inWorkspace(workspaceId, (db) => run(makeContext(house, db, courierIn(workspaceId))), { timeoutMs })

  async function send({ deliveryId, url, secrets, body }: Parcel): Promise<Came> {
    const signed = signWebhook(secrets, { id: deliveryId, atMs: house.clock(), body })
    const headers = { 'content-type': 'application/json', 'user-agent': 'Rapport-Webhooks/1', ...signed }
    const answered = await postOutside({ url, headers, body, timeoutMs, mayReachPrivate: house.mayReachPrivate ?? false })
    return { ...answered, deliveryId, draw: Math.random() }
  }

  async function serve(workspaceId: string, webhookId: string): Promise<void> {
    while (!state.stopped) {
      const parcels = await act(workspaceId, (ctx) => takeParcels(ctx, webhookId, leaseMs))
      if (!parcels.length) return
      const came = await Promise.all(parcels.map(send))
      // What cannot be noted, because the program dies here, is sent again when the lease ends: at least once.
      await act(workspaceId, (ctx) => noteAnswers(ctx, webhookId, came))
    }
  }

  async function sweep(workspaceId: string): Promise<void> {
    if (house.clock() - (swept.get(workspaceId) ?? 0) < hourMs) return
    swept.set(workspaceId, house.clock())
    await act(workspaceId, forgetOld)
  }

  async function look(): Promise<void> {
    const now = new Date(house.clock()).toISOString()
    const { rows } = await sql<{ workspaceId: string; webhookId: string }>`
      select workspace_id, webhook_id from find_webhooks_at_work(${now}::timestamptz)`.execute(database.global)
    for (const workspaceId of new Set(rows.map((r) => r.workspaceId))) {
      while (!state.stopped && (await act(workspaceId, handOutEvents, longMs)));
      await sweep(workspaceId)
    }
    for (const { workspaceId, webhookId } of rows) {
      if (carrying.has(webhookId) || carrying.size >= mostAtOnce) continue
      const going = serve(workspaceId, webhookId)
        .catch(onFault)
        .finally(() => carrying.delete(webhookId))
      carrying.set(webhookId, going)
    }
  }

  const again = () => {
    if (state.stopped) return
    state.timer = setTimeout(() => {
      state.looking = look().catch(onFault).finally(again)
    }, everyMs)
  }
  const settled = async () => {
    while (carrying.size) await Promise.all(carrying.values())
  }
  return {
    look,
    settled,
    start: again,
    async stop() {
      state.stopped = true
      clearTimeout(state.timer)
      await state.looking
      await settled()
    },
  }
}

const courierIn = (workspaceId: string) =>
  ({ workspaceId, memberId: null, userId: null, name: 'Webhooks', role: 'owner', via: 'system' }) as const
