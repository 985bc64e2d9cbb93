/** What becomes of work that waits in the queue? A backup takes what is not done; a restore asks for it again, in its own transaction. */
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { z } from 'zod'

const QueuedJob = z.object({ queue: z.string(), data: z.unknown(), notBefore: z.string() })
/** What waits or runs. It is delivered again: every workflow does nothing the second time. */
export const QueuedJobs = z.array(QueuedJob)
export type QueuedJob = z.output<typeof QueuedJob>

/** The work that is not done, as the transaction sees it. The queue's own tables are its library's and are not copied. */
export async function readQueue(client: pg.Client): Promise<readonly QueuedJob[]> {
  const { rows } = await client.query<{ there: string | null }>("select to_regclass('pgboss.job')::text as there")
  if (!rows[0]?.there) return []
  const jobs = await client.query<QueuedJob>(
    `select name as queue, data, to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "notBefore"
     from pgboss.job where state in ('created', 'retry', 'active') and data is not null order by created_on, id`,
  )
  return jobs.rows
}

/**
 * Empties the queue and puts the jobs in, inside the transaction of `client`.
 * @param owner where the queue's schema is laid out first, for itself: that changes no row
 */
export async function fillQueue(client: pg.Client, owner: pg.ClientConfig, jobs: readonly QueuedJob[]): Promise<void> {
  const boss = new PgBoss({ ...connectionOf(owner), schema: 'pgboss', schedule: false, supervise: false, max: 1 })
  boss.on('error', () => undefined)
  // Before the transaction touches the queue: an older schema is brought up to date by a connection of the library's own.
  await boss.start()
  try {
    const queues = [...new Set(jobs.map(({ queue }) => queue))]
    for (const queue of queues)
      if (!(await boss.getQueue(queue))) await boss.createQueue(queue, { policy: 'standard', notify: true })
    await client.query('delete from pgboss.job')
    const inTransaction = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
    for (const { queue, data, notBefore } of jobs)
      await boss.send(queue, data as object, { db: inTransaction, startAfter: new Date(notBefore) })
  } finally {
    await boss.stop({ graceful: false })
  }
}

const connectionOf = (owner: pg.ClientConfig) =>
  owner.connectionString
    ? { connectionString: owner.connectionString }
    : {
        connectionString: `postgres://${owner.user}@${encodeURIComponent(owner.host ?? '')}:${owner.port ?? 5432}/${owner.database}`,
      }
