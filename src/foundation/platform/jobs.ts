/** How does work go on after its transaction? pg-boss keeps the queue in the same database, so a job commits with the rows that asked for it. */
import type { Kysely } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Db } from './context.ts'

export interface Subscription {
  /** The event, as announced: "messages.received". */
  event: string
  /** The queue, one per workflow: "analyse-messages". */
  queue: string
}
/** What travels: ids only, never customer text. */
export interface Delivery {
  event: string
  workspaceId: string
  actor: { memberId: string | null; userId: string | null; name: string }
  carries: unknown
}

export interface Jobs {
  /** Puts a delivery into every queue that listens, in the caller's transaction. */
  announce: (db: Db, delivery: Delivery) => Promise<void>
  /** Starts the workers: one job at a time in each queue, retried with growing pauses. */
  work: (run: (queue: string, delivery: Delivery) => Promise<void>) => Promise<void>
  /** Resolves when no job waits or runs; for tests and for a command that must end. */
  settled: () => Promise<void>
  stop: () => Promise<void>
}

const schema = 'pgboss'
const retries = { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 4 * 3600, deleteAfterSeconds: 7 * 86_400 }

/** Lays out the queue's own schema with the owner's connection and lets the program's role use it. Safe to repeat. */
export async function prepareJobs(
  ownerUrl: string,
  programRole: string,
  run: (statement: string) => Promise<unknown>,
): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, schedule: false, supervise: false, max: 1 })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.stop({ graceful: false })
  await run(`grant usage on schema ${schema} to ${programRole}`)
  await run(`grant select, insert, update, delete on all tables in schema ${schema} to ${programRole}`)
  await run(`grant execute on all functions in schema ${schema} to ${programRole}`)
  await run(`grant usage on all sequences in schema ${schema} to ${programRole}`)
}

/**
 * The queue as the program's role sees it.
 * @param listen a connection that keeps its session (never a transaction pooler): wakes workers in milliseconds
 */
export async function startJobs(
  listenUrl: string,
  subscriptions: Subscription[],
  onFault: (error: unknown) => void,
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: listenUrl,
    schema,
    migrate: false,
    schedule: false,
    max: 3,
    useListenNotify: true,
    application_name: 'rapport-jobs',
  })
  boss.on('error', onFault)
  await boss.start()
  const queues = [...new Set(subscriptions.map((s) => s.queue))]
  for (const queue of queues)
    if (!(await boss.getQueue(queue))) await boss.createQueue(queue, { policy: 'standard', ...retries, notify: true })
  const running = new Set<Promise<void>>()
  return {
    async announce(db, delivery) {
      const raw = db.withoutPlugins() as unknown as Kysely<unknown>
      for (const s of subscriptions)
        if (s.event === delivery.event) await boss.send(s.queue, delivery, { db: fromKysely(raw as never) })
    },
    async work(run) {
      for (const queue of queues)
        await boss.work<Delivery>(queue, { pollingIntervalSeconds: 2, batchSize: 1 }, async (jobs) => {
          for (const job of jobs) {
            const going = run(queue, job.data)
            running.add(going)
            await going.finally(() => running.delete(going))
          }
        })
    },
    async settled() {
      for (;;) {
        const counts = await Promise.all(
          queues.map(async (q) => (await boss.getQueueStats(q)) as unknown as Record<string, number>),
        )
        const waiting = counts.reduce((sum, c) => sum + (c.queuedCount ?? 0) + (c.activeCount ?? 0), 0)
        if (!waiting && !running.size) return
        await new Promise((wake) => setTimeout(wake, 50))
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}
