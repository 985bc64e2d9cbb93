/** Which of the plain SQL migrations has this database seen, and how does it see the rest exactly once? */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** One file of db/migrations: its number, its name, its words and their SHA-256. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly sha256: string }

const fileForm = /^(\d{4})_[a-z0-9_]+\.sql$/

const readOne = (folder: string, name: string): Migration => {
  const form = fileForm.exec(name)
  if (!form)
    throw new Error(
      `${join(folder, name)} is not named like a migration.\n  Cure: name it NNNN_what_it_does.sql, in small letters.`,
    )
  // A checkout on another system may turn line ends; that is no change.
  const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
  return { number: Number(form[1]), name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

/**
 * The migrations of a folder in their order.
 * @throws Error when a name has another form, or a number comes twice
 */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const all = names.sort().map((name) => readOne(folder, name))
  const twice = all.find((migration, i) => i > 0 && all[i - 1]?.number === migration.number)
  if (twice)
    throw new Error(
      `Two migrations have the number ${twice.number} in ${folder}.\n  Cure: give the later one the next free number.`,
    )
  return all
}

type Applied = { readonly name: string; readonly sha256: string }

/**
 * What is still to be done, given what was done.
 * @throws Error with the cure when an applied file changed or is gone, or a new one stands before an applied one
 */
export function planMigrations(all: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const done of applied) {
    const file = all.find(({ name }) => name === done.name)
    if (!file) {
      throw new Error(
        `The database has seen the migration ${done.name}, which this program does not bring.\n  Cure: start the newer Rapport that made it; databases only move forward.`,
      )
    }
    if (file.sha256 !== done.sha256) {
      throw new Error(
        `The migration ${done.name} was changed after it was applied to this database.\n  Cure: put the file back as it was, and write the change as a new migration.`,
      )
    }
  }
  const seen = new Set(applied.map(({ name }) => name))
  const last = Math.max(0, ...all.filter(({ name }) => seen.has(name)).map(({ number }) => number))
  const rest = all.filter(({ name }) => !seen.has(name))
  const late = rest.find(({ number }) => number < last)
  if (late)
    throw new Error(
      `The migration ${late.name} stands before one that this database has already seen.\n  Cure: give it the next free number.`,
    )
  return rest
}

// Any fixed number will do; this one spells "rapport" in the digits of a phone.
const lockNumber = 7277678

const ledger = `create table if not exists schema_migration (
  name text primary key, sha256 text not null, applied_at timestamptz(3) not null default now())`

const lineOf = (sql: string, error: unknown): string => {
  const position = Number((error as { position?: string }).position)
  return Number.isFinite(position) && position > 0 ? `, line ${sql.slice(0, position).split('\n').length},` : ''
}

/** Runs migrations one after the other inside the transaction that the client is in. @throws Error that names the one that failed */
export async function runMigrations(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(ledger)
  for (const { name, sql, sha256 } of migrations) {
    try {
      await client.query(sql)
      await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
    } catch (error) {
      throw new Error(`The migration ${name}${lineOf(sql, error)} failed and was taken back: ${(error as Error).message}`, {
        cause: error,
      })
    }
  }
}

const readApplied = async (client: pg.Client): Promise<readonly Applied[]> => {
  const { rows } = await client.query<{ there: string | null }>("select to_regclass('public.schema_migration')::text as there")
  if (!rows[0]?.there) return []
  return (await client.query<Applied>('select name, sha256 from schema_migration order by name')).rows
}

/** Which migrations a database has seen and which wait. @throws Error with the cure when the two do not belong together */
export async function findPending(client: pg.Client, folder: string) {
  const applied = await readApplied(client)
  return { applied, pending: planMigrations(readMigrations(folder), applied) }
}

/** Keeps other programs from migrating until the client's session ends. */
export const lockMigrations = (client: pg.Client): Promise<unknown> => client.query('select pg_advisory_lock($1)', [lockNumber])

/**
 * Brings a database up to date: all waiting migrations in one transaction, so that a failing one leaves the database as it was,
 * and under one lock, so that of two starting programs the second waits and finds the work done.
 * @param owner a direct connection (no pooler) as the role that owns the tables
 * @returns the names of the migrations applied now
 */
export async function migrate(owner: pg.ClientConfig, folder: string): Promise<readonly string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await lockMigrations(client)
    const { pending } = await findPending(client, folder)
    await client.query('begin')
    await runMigrations(client, pending)
    await client.query('commit')
    return pending.map(({ name }) => name)
  } finally {
    // Ending the session gives the lock back and takes back what was not committed, also when a statement broke it.
    await client.end()
  }
}
