/** How does everything of an installation become one file while people work? One snapshot of all tables, the files, the waiting work, the secret. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type pg from 'pg'
import { withClient } from '../postgres/prepare-database.ts'
import { readQueue } from './carry-queue.ts'
import { copyOut } from './copy-rows.ts'
import { holdFiles } from './hold-files.ts'
import { copyOutOf, listIndexes, listSequences, listTables, steady, type Table } from './list-tables.ts'
import { type About, type BackupKind, Manifest, type Part, partNames, type TableLine } from './manifest.ts'
import { openScale } from './weigh-rows.ts'
import { type Archive, writeArchive } from './write-archive.ts'

export type BackupAsked = {
  /** Past any pooler, as the role that owns the tables. */
  readonly owner: pg.ClientConfig
  readonly dataFolder: string
  /** The secret of the installation if it is known; it goes into the file only when it is kept in the data folder. */
  readonly secret: { readonly text: string; readonly inFolder: boolean } | undefined
  readonly file: string
  readonly kind: BackupKind
  /** The version of this program. */
  readonly program: string
  readonly tell: (line: string) => void
}
export type BackupMade = { readonly file: string; readonly byteCount: number; readonly manifest: Manifest }

const pack = promisify(gzip)
// Twice the speed of the usual level for a tenth more bytes.
const level = 1

const readAbout = async (client: pg.Client, kind: BackupKind, program: string): Promise<About> => {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version")
  const seen = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration order by name')
  const madeAt = new Date().toISOString()
  return { format: 'rapport backup 1', kind, madeAt, program, postgres: rows[0]?.version ?? '', migrations: seen.rows }
}

const asJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)

/** Copies one table into parts of the archive. */
async function copyTable(client: pg.Client, table: Table, archive: Archive, parts: Part[]): Promise<TableLine> {
  const scale = openScale()
  let piece = 0
  const rowCount = await copyOut(client, copyOutOf(table), scale.add, async (rows) => {
    piece += 1
    parts.push(await archive.add(partNames.table(table.name, piece), await pack(rows, { level })))
  })
  return { name: table.name, columns: [...table.columns], rowCount, sum: scale.sum() }
}

async function copyFiles(held: Awaited<ReturnType<typeof holdFiles>>, archive: Archive, tell: BackupAsked['tell']) {
  const files: Manifest['files'] = { fileCount: 0, byteCount: 0, damaged: [] }
  for await (const { sha256, byteCount, read } of held.all()) {
    const part = await archive.addStream(partNames.file(sha256), byteCount, read())
    files.fileCount += 1
    files.byteCount += byteCount
    if (part.sha256 === sha256) continue
    files.damaged.push(part)
    tell(
      `A stored file is damaged on this disk, its bytes have changed since it was stored: ${sha256}. It is in the backup as it is now.`,
    )
  }
  return files
}

/** Tells at most every two seconds. */
const inSteps = (tell: BackupAsked['tell']) => {
  let last = Date.now()
  return (line: () => string) => {
    if (Date.now() - last < 2_000) return
    last = Date.now()
    tell(line())
  }
}

/**
 * Makes a backup. The program may run meanwhile; what the file holds is one moment.
 * @throws Error with the cure; nothing is left behind then
 */
export async function makeBackup({ owner, dataFolder, secret, file, kind, program, tell }: BackupAsked): Promise<BackupMade> {
  if (existsSync(file))
    throw new Error(`${file} is there already.\n  Cure: give another name; a backup never overwrites anything.`)
  const archive = await writeArchive(file)
  const held = await holdFiles(join(dataFolder, 'files'))
  const progress = inSteps(tell)
  const parts: Part[] = []
  try {
    // Files that come between this and the snapshot are caught by the second look; those that go after it are held.
    await held.holdNew()
    const stated = await withClient({ ...owner, application_name: 'rapport-backup' }, async (client) => {
      await client.query(`begin isolation level repeatable read read only; ${steady}`)
      const about = await readAbout(client, kind, program)
      await held.holdNew()
      parts.push(await archive.add(partNames.about, asJson(about)))
      const all = await listTables(client)
      const tables: TableLine[] = []
      for (const table of all) {
        tables.push(await copyTable(client, table, archive, parts))
        const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0)
        progress(() => `  ${tables.length} of ${all.length} tables, ${rows} rows, ${Math.round(archive.size() / 1e6)} MB`)
      }
      const queue = await readQueue(client)
      parts.push(await archive.add(partNames.queue, asJson(queue)))
      const [sequences, indexes] = [await listSequences(client), await listIndexes(client)]
      await client.query('commit')
      return { about, tables, sequences: [...sequences], indexes: [...indexes], queuedJobs: queue.length }
    })
    const files = await copyFiles(held, archive, tell)
    if (secret?.inFolder) parts.push(await archive.add(partNames.secret, Buffer.from(secret.text)))
    const known = { sha256: secret ? shaOf(secret.text) : null, inside: secret?.inFolder ?? false }
    const manifest = Manifest.parse({ ...stated, files, secret: known, parts })
    const bytes = asJson(manifest)
    await archive.add(partNames.manifest, bytes)
    await archive.add(partNames.seal, Buffer.from(`${createHash('sha256').update(bytes).digest('hex')}\n`))
    await archive.finish()
    return { file, byteCount: archive.size(), manifest }
  } catch (error) {
    await archive.abandon()
    throw error
  } finally {
    await held.letGo()
  }
}

/** The fingerprint of a secret. */
export const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex')
