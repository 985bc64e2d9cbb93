/** How does a backup become a working installation again, here or elsewhere, wholly or not at all? In one transaction. */
import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, opendir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { lockMigrations, planMigrations, readMigrations, runMigrations } from '../migrations.ts'
import { withClient } from '../postgres/prepare-database.ts'
import { fillQueue, QueuedJobs } from './carry-queue.ts'
import { holdsRows, listTables, steady } from './list-tables.ts'
import { loadTables } from './load-tables.ts'
import { shaOf } from './make-backup.ts'
import { fileOfPart, type Manifest, partNames, tableOfPart } from './manifest.ts'
import { bytesOf, readArchive } from './read-archive.ts'
import { proposeSecret, settleSecret } from './settle-secret.ts'
import { rowsOf, verifyBackup } from './verify-backup.ts'
import { syncFolder } from './write-archive.ts'

export type RestoreAsked = {
  readonly file: string
  /** What `verifyBackup` answered, when the file was checked just before. */
  readonly verified?: Manifest
  /** The database to fill, as the role that owns its tables. */
  readonly owner: pg.ClientConfig
  /** Where files and the secret go. */
  readonly dataFolder: string
  /** The folder of migrations of this program. */
  readonly migrations: string
  /** RAPPORT_SECRET, when it is set: then no secret is written. */
  readonly givenSecret?: string | undefined
  /** Go on although the secret that seals the backup is not at hand. */
  readonly withoutSecret?: boolean
  /** What to do with rows that are there: `before` runs first, to save them. Without it they are a reason to refuse. */
  readonly replace?: { readonly before: () => Promise<void> }
  /** false: stop at the migrations that the backup had seen. */
  readonly forward?: boolean
  readonly tell: (line: string) => void
}

const checkSecret = ({ secret }: Manifest, given: string | undefined, withoutSecret: boolean): void => {
  if (withoutSecret || secret.sha256 === null) return
  if (given ? shaOf(given) === secret.sha256 : secret.inside) return
  throw new Error(
    given
      ? 'RAPPORT_SECRET is not the secret with which this backup was sealed.\n  Cure: set it to the one of that installation; or leave it out if the backup holds the secret; or add --without-secret: everybody then signs in again, and second factors are set up anew.'
      : 'This backup was made with a RAPPORT_SECRET and does not hold it.\n  Cure: set RAPPORT_SECRET to the one of that installation; or add --without-secret: everybody then signs in again, and second factors are set up anew.',
  )
}

/** Puts a stored file under its name; one that is there already is the same. */
async function putFile(folder: string, sha256: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const path = join(folder, sha256.slice(0, 2), sha256)
  if (existsSync(path)) return
  const arriving = join(folder, 'arriving', randomUUID())
  await mkdir(dirname(arriving), { recursive: true })
  try {
    await pipeline(bytes, createWriteStream(arriving, { flags: 'wx', mode: 0o600 }))
    const handle = await open(arriving, 'r')
    await handle.sync().finally(() => handle.close())
    await mkdir(dirname(path), { recursive: true })
    await rename(arriving, path)
    await syncFolder(dirname(path))
  } finally {
    await rm(arriving, { force: true })
  }
}

/** Removes stored files that the installation put here does not know. */
async function dropOtherFiles(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const prefix of await readdir(folder).catch(() => []))
    if (/^[0-9a-f]{2}$/.test(prefix))
      for await (const { name } of await opendir(join(folder, prefix)))
        if (!kept.has(name)) await rm(join(folder, prefix, name), { force: true })
}

/** Reads the file a second time and puts each part where it belongs. */
async function unpackInto(client: pg.Client, asked: RestoreAsked, manifest: Manifest, make: () => Promise<void>) {
  const loading = await loadTables(client, manifest, make)
  const files = new Set<string>()
  for await (const part of readArchive(asked.file)) {
    const [table, sha256] = [tableOfPart(part.name), fileOfPart(part.name)]
    if (table) await loading.rows(table, await rowsOf(part))
    else if (part.name === partNames.queue) {
      await loading.finish()
      const jobs = QueuedJobs.parse(JSON.parse((await bytesOf(part)).toString('utf8')))
      await fillQueue(client, asked.owner, jobs)
    } else if (sha256) {
      if (asked.replace) files.add(sha256)
      await putFile(join(asked.dataFolder, 'files'), sha256, part.bytes)
    } else if (part.name === partNames.secret && !asked.givenSecret)
      await proposeSecret(client, asked.dataFolder, (await bytesOf(part)).toString('utf8'))
  }
  return files
}

/**
 * Restores a backup. Until the last moment nothing is changed but files added that no row names.
 * @returns what the backup says about itself, and the migrations that brought it up to this program
 * @throws Error with the cure; the database is then as it was
 */
export async function restoreBackup(asked: RestoreAsked): Promise<{ manifest: Manifest; migrated: readonly string[] }> {
  const { file, owner, dataFolder, tell, forward = true } = asked
  const manifest = asked.verified ?? (await verifyBackup(file))
  checkSecret(manifest, asked.givenSecret, asked.withoutSecret ?? false)
  const all = readMigrations(asked.migrations)
  const rest = planMigrations(all, manifest.about.migrations)
  const seen = all.filter((migration) => !rest.includes(migration))
  const files = await withClient({ ...owner, application_name: 'rapport-restore' }, async (client) => {
    await lockMigrations(client)
    const occupied = await holdsRows(client)
    if (occupied && !asked.replace)
      throw new Error(
        'There is data already where the backup should go, and nothing was changed.\n  Cure: name an empty place with --into, or add --replace: what is there is then saved to a backup first, and replaced.',
      )
    if (occupied) await asked.replace?.before()
    tell('Loading the tables and files.')
    await client.query(`begin; ${steady}; set local maintenance_work_mem = '256MB'`)
    const put = await unpackInto(client, asked, manifest, () => runMigrations(client, seen))
    if (forward) await runMigrations(client, rest)
    await client.query('commit')
    await settleSecret(client, dataFolder)
    // The planner needs figures; only of our own tables, an owner may not look at the server's.
    await client.query(
      `analyze ${(await listTables(client)).map(({ name }) => `public.${pg.escapeIdentifier(name)}`).join(', ')}`,
    )
    return put
  })
  if (asked.replace) await dropOtherFiles(join(dataFolder, 'files'), files)
  return { manifest, migrated: forward ? rest.map(({ name }) => name) : [] }
}
