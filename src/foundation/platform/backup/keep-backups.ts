/** Which backups lie in the data folder, what are they called, and how long do they stay? */
import { existsSync, readFileSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackupKind, backupKinds } from './manifest.ts'

export type KeptBackup = { readonly file: string; readonly kind: BackupKind; readonly madeAt: string; readonly byteCount: number }

/** How many are kept of those that were made before something was changed. */
export const keptBeforeChanges = 5

/** Where backups go when nobody says where. */
export const backupsBelow = (dataFolder: string): string => join(dataFolder, 'backups')

/** The name of a backup made now. Names sort by time. */
export const backupFile = (dataFolder: string, kind: BackupKind, now: Date): string =>
  join(
    backupsBelow(dataFolder),
    `rapport-${now.toISOString().replace(/[-:]/g, '').replace('.', '-').replace('Z', '')}-${kind}.tar`,
  )

const form = new RegExp(`^rapport-(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)-(\\d{3})-(${backupKinds.join('|')})\\.tar$`)

/** The backups in the data folder, newest first. */
export async function listBackups(dataFolder: string): Promise<readonly KeptBackup[]> {
  const folder = backupsBelow(dataFolder)
  const found: KeptBackup[] = []
  for (const name of (await readdir(folder).catch(() => [])).sort().reverse()) {
    const [, y, mo, d, h, mi, s, ms, kind] = form.exec(name) ?? []
    if (!kind) continue
    const file = join(folder, name)
    const { size } = await stat(file)
    found.push({ file, kind: kind as BackupKind, madeAt: `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`, byteCount: size })
  }
  return found
}

/** Removes the oldest of a kind beyond `keep`. Those that somebody asked for are theirs to remove. */
export async function pruneBackups(dataFolder: string, kind: Exclude<BackupKind, 'asked'>, keep: number): Promise<void> {
  const ofKind = (await listBackups(dataFolder)).filter((backup) => backup.kind === kind)
  for (const { file } of ofKind.slice(keep)) await rm(file, { force: true })
}

/** The secret as it is known here: from the settings, else from the data folder; none is made. */
export function findSecret(settings: { readonly secret: string | undefined; readonly dataFolder: string }) {
  if (settings.secret) return { text: settings.secret, inFolder: false }
  const file = join(settings.dataFolder, 'secret')
  return existsSync(file) ? { text: readFileSync(file, 'utf8').trim(), inFolder: true } : undefined
}
