/** How does an embedded database come from one major version of PostgreSQL to the next? Saved by the old programs, restored by the new, then swapped. */
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findBinaries, findKeptPrograms, majorOf } from '../postgres/find-binaries.ts'
import { isHeld } from '../postgres/hold-folder.ts'
import { prepareEmbedded } from '../postgres/prepare-database.ts'
import { startEmbedded } from '../postgres/start-embedded.ts'
import { restoreBackup } from './restore-backup.ts'
import { type Place, saveBefore } from './save-before.ts'
import { syncFolder } from './write-archive.ts'

type Asked = Omit<Place, 'owner'> & { readonly programs?: string }

/** Two renames make the swap; a program that was killed between them left the new cluster whole beside the place of the old. */
async function finishSwap(dataFolder: string): Promise<void> {
  const [cluster, carried] = [join(dataFolder, 'postgres'), join(dataFolder, 'carried')]
  if (!existsSync(cluster) && existsSync(join(carried, 'postgres'))) await rename(join(carried, 'postgres'), cluster)
  await rm(carried, { recursive: true, force: true })
}

/**
 * Carries the database of a data folder over to the programs of this Rapport, when another major version made it. The old cluster
 * stays beside the new one, under its version.
 * @throws Error with the cure; the old cluster is then as it was
 */
export async function carryCluster({ settings, migrations, tell, programs }: Asked): Promise<void> {
  const { dataFolder, secret } = settings
  const cluster = join(dataFolder, 'postgres')
  if (isHeld(dataFolder)) return
  if (existsSync(join(dataFolder, 'carried'))) await finishSwap(dataFolder)
  if (!existsSync(cluster)) return
  const [made, ours] = [readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim(), majorOf(programs ?? findBinaries())]
  if (made === ours) return
  const old = findKeptPrograms(dataFolder, made)
  if (!old)
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${made}; this Rapport brings ${ours}, and the programs of ${made} are not in ${join(dataFolder, 'programs')}.\n  Cure: with the Rapport you had before, run "./rapport backup FILE"; then with this one "./rapport restore FILE --into NEW_FOLDER", and start it there.`,
    )
  tell(`The database was made by PostgreSQL ${made}; this Rapport brings ${ours}. Carrying it over.`)
  const before = await startEmbedded({ dataFolder, programs: old, temper: 'outgoing', log: tell })
  const file = await prepareEmbedded(before.admin)
    .then(({ owner }) => saveBefore({ owner, settings, migrations, tell }, 'upgrade'))
    .finally(before.stop)
  const draft = join(dataFolder, 'carried')
  const after = await startEmbedded({ dataFolder: draft, log: () => {}, ...(programs ? { programs } : {}) })
  try {
    const { owner } = await prepareEmbedded(after.admin)
    // Files and secret are where they belong already.
    await restoreBackup({ file, owner, dataFolder, migrations, givenSecret: secret, withoutSecret: true, forward: false, tell })
  } catch (error) {
    await after.stop()
    await rm(draft, { recursive: true, force: true })
    throw error
  }
  await after.stop()
  const kept = `${cluster}.${made}`
  await rm(kept, { recursive: true, force: true })
  await rename(cluster, kept)
  await rename(join(draft, 'postgres'), cluster)
  await syncFolder(dataFolder)
  await rm(draft, { recursive: true, force: true })
  tell(`The database now belongs to PostgreSQL ${ours}. The old one is kept in ${kept} until you remove it; a backup is ${file}.`)
}
