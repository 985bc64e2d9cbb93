/** How do a database and its secret change hands at one moment, when one lies in tables and the other in a file? */
import { existsSync } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { shaOf } from './make-backup.ts'
import { syncFolder } from './write-archive.ts'

const nextOf = (dataFolder: string) => join(dataFolder, 'secret.next')
const mark = (sha256: string) => `sealed with ${sha256}`

/** Lays the secret beside the present one and marks the database, in the client's transaction, as the one that needs it. */
export async function proposeSecret(client: pg.Client, dataFolder: string, secret: string): Promise<void> {
  const file = nextOf(dataFolder)
  await rm(file, { force: true })
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  const handle = await open(file, 'r')
  await handle.sync().finally(() => handle.close())
  await syncFolder(dataFolder)
  await client.query(`comment on table schema_migration is '${mark(shaOf(secret))}'`)
}

/**
 * Ends what `proposeSecret` began: the secret takes its place if the transaction was committed, else it goes. Safe at any time,
 * and done at every start, for a restore that was killed between the two.
 */
export async function settleSecret(client: pg.Client, dataFolder: string): Promise<void> {
  const file = nextOf(dataFolder)
  if (!existsSync(file)) return
  const secret = (await readFile(file, 'utf8')).trim()
  const { rows } = await client.query<{ said: string | null }>(
    "select obj_description(to_regclass('public.schema_migration'), 'pg_class') as said",
  )
  if (rows[0]?.said === mark(shaOf(secret))) await rename(file, join(dataFolder, 'secret'))
  else await rm(file, { force: true })
  await syncFolder(dataFolder)
}
