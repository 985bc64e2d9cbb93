/** What stands behind a change that may go wrong? A backup made just before, and the way back to it. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { findPending } from '../migrations.ts'
import { withClient } from '../postgres/prepare-database.ts'
import type { Settings } from '../settings.ts'
import { backupFile, findSecret, keptBeforeChanges, pruneBackups } from './keep-backups.ts'
import { holdsRows } from './list-tables.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

export type Place = {
  readonly owner: pg.ClientConfig
  readonly settings: Pick<Settings, 'dataFolder' | 'secret'>
  readonly migrations: string
  readonly tell: (line: string) => void
}

/** The version of this program, from the package.json above db/migrations. */
export function versionBeside(migrations: string): string {
  const file = join(dirname(dirname(migrations)), 'package.json')
  return existsSync(file) ? String((JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version) : 'unknown'
}

/** Makes a backup in the data folder and keeps the last few of its kind. Answers the file. */
export async function saveBefore(place: Place, kind: 'upgrade' | 'replace'): Promise<string> {
  const { owner, settings, migrations, tell } = place
  const { dataFolder } = settings
  const file = backupFile(dataFolder, kind, new Date())
  await makeBackup({ owner, dataFolder, secret: findSecret(settings), file, kind, program: versionBeside(migrations), tell })
  await pruneBackups(dataFolder, kind, keptBeforeChanges)
  return file
}

/** Makes a backup when migrations wait and there is something to lose; answers the file, or undefined. */
export async function saveBeforeMigrations(place: Place): Promise<string | undefined> {
  const pending = await withClient(place.owner, async (client) => {
    const found = await findPending(client, place.migrations)
    return found.pending.length > 0 && (await holdsRows(client)) ? found.pending : []
  })
  const last = pending.at(-1)
  if (!last) return undefined
  place.tell(
    `The database is older than this program (${pending.length} ${pending.length === 1 ? 'step' : 'steps'} behind). Making a backup before it is changed.`,
  )
  const file = await saveBefore(place, 'upgrade')
  place.tell(`The backup is ${file}.`)
  return file
}

/** Puts the database back as it was, for the earlier program. */
export async function putBack({ owner, settings, migrations, tell }: Place, file: string): Promise<void> {
  await restoreBackup({
    file,
    owner,
    dataFolder: settings.dataFolder,
    migrations,
    givenSecret: settings.secret,
    withoutSecret: true,
    replace: { before: async () => {} },
    forward: false,
    tell,
  })
}
