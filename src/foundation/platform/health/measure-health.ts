/** How does an installation measure itself? A few quick questions to its database, its disk and its backups, none of which waits long. */
import { statfs } from 'node:fs/promises'
import type pg from 'pg'
import { listBackups } from '../backup/keep-backups.ts'
import { planMigrations, readMigrations } from '../migrations.ts'
import type { Measured } from './judge-health.ts'

export type MeasureAsked = {
  /** As the program's own role. */
  readonly pool: pg.Pool
  readonly dataFolder: string
  /** The folder of migrations of this program, if it is known. */
  readonly migrations: string | undefined
  readonly backupEveryHours: number
  readonly now: number
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

async function askDatabase(pool: pg.Pool): Promise<Measured['database']> {
  const began = performance.now()
  try {
    const { rows } = await pool.query<{ version: string; size: string }>(
      "select current_setting('server_version') as version, pg_database_size(current_database())::text as size",
    )
    return { version: rows[0]?.version ?? '', byteCount: Number(rows[0]?.size), ms: performance.now() - began }
  } catch (error) {
    return { problem: messageOf(error) }
  }
}

async function askMigrations(pool: pg.Pool, folder: string): Promise<Measured['migrations']> {
  try {
    const { rows } = await pool.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration order by name')
    const pending = planMigrations(readMigrations(folder), rows).length
    return { applied: rows.length, pending, last: rows.at(-1)?.name ?? '' }
  } catch (error) {
    return { problem: messageOf(error) }
  }
}

async function askQueue(pool: pg.Pool): Promise<Measured['queue']> {
  const { rows } = await pool.query<Record<'waiting' | 'running' | 'failed' | 'oldest', number>>(
    `select count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as waiting,
       count(*) filter (where state = 'active')::int as running, count(*) filter (where state = 'failed')::int as failed,
       coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry') and start_after <= now())), 0)::float8 as oldest
     from pgboss.job`,
  )
  const { waiting = 0, running = 0, failed = 0, oldest = 0 } = rows[0] ?? {}
  return { waiting, running, failed, oldestSeconds: oldest }
}

/** Measures. What cannot be measured is null, or says why. */
export async function measureHealth({ pool, dataFolder, migrations, backupEveryHours, now }: MeasureAsked): Promise<Measured> {
  const database = await askDatabase(pool)
  const isUp = !('problem' in database)
  const nothing = () => null
  const [disk, backups, queue, people] = await Promise.all([
    statfs(dataFolder).then(({ bavail, blocks, bsize }) => ({ freeBytes: bavail * bsize, totalBytes: blocks * bsize }), nothing),
    listBackups(dataFolder),
    isUp ? askQueue(pool).catch(nothing) : null,
    isUp ? pool.query('select 1 from auth_user limit 1').catch(nothing) : null,
  ])
  const last = backups[0]
  return {
    database,
    migrations: isUp && migrations ? await askMigrations(pool, migrations) : null,
    queue,
    disk,
    backup: {
      lastAgeHours: last ? Math.max(0, now - Date.parse(last.madeAt)) / 3_600_000 : null,
      lastBytes: last?.byteCount ?? 0,
      everyHours: backupEveryHours,
      isEmpty: !people?.rowCount,
    },
  }
}
