/** What does `rapport backup` do? Makes one, checks one, or lists those in the data folder. */
import { resolve } from 'node:path'
import { backupFile, findSecret, listBackups } from '#foundation/platform/backup/keep-backups.ts'
import { makeBackup } from '#foundation/platform/backup/make-backup.ts'
import type { Manifest } from '#foundation/platform/backup/manifest.ts'
import { versionBeside } from '#foundation/platform/backup/save-before.ts'
import { readAboutOf, verifyBackup } from '#foundation/platform/backup/verify-backup.ts'
import { readSettings } from '#foundation/platform/settings.ts'
import { nameOf, type Operator, openPlace } from './open-place.ts'
import { backupUsage } from './usage.ts'

const many = (n: number, one: string, more = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : more}`
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** What is in a backup, in one sentence. */
export function sayContents({ about, tables, files, queuedJobs }: Manifest): string {
  const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0)
  const waiting = queuedJobs > 0 ? `, ${many(queuedJobs, 'waiting job')}` : ''
  return `${many(rows, 'row')} in ${many(tables.length, 'table')}, ${many(files.fileCount, 'stored file')} (${megabytes(files.byteCount)})${waiting}, as of ${about.madeAt}, Rapport ${about.program}`
}

async function make(given: string | undefined, operator: Operator): Promise<void> {
  const place = await openPlace(operator)
  try {
    const { settings, owner, migrations } = place
    const file = given ? resolve(given) : backupFile(settings.dataFolder, 'asked', new Date())
    operator.tell(`Saving ${nameOf(place)} and the files in ${settings.dataFolder}.`)
    const secret = findSecret(settings)
    const began = performance.now()
    const made = await makeBackup({
      owner,
      dataFolder: settings.dataFolder,
      secret,
      file,
      kind: 'asked',
      program: versionBeside(migrations),
      tell: operator.tell,
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    operator.tell(`It holds ${sayContents(made.manifest)}. ${megabytes(made.byteCount)} in ${seconds} s.`)
    operator.tell('It holds your customers’ data, and everything to sign in: keep it where only you can read it.')
    if (!secret)
      operator.tell(
        'The secret of the installation is not known here: set RAPPORT_SECRET as the program has it, and keep it apart.',
      )
    else if (!secret.inFolder) operator.tell('RAPPORT_SECRET is not in it: a restore needs the same one, keep it apart.')
    operator.out(file)
  } finally {
    await place.stop()
  }
}

async function list(operator: Operator): Promise<void> {
  const { dataFolder } = readSettings(operator.env)
  const all = await listBackups(dataFolder)
  if (all.length === 0) operator.tell(`There is no backup in ${dataFolder} yet. "rapport backup" makes one.`)
  for (const { file, kind, madeAt, byteCount } of all) {
    const about = await readAboutOf(file).catch(() => undefined)
    const why = { asked: 'asked for', scheduled: 'scheduled', upgrade: 'before an upgrade', replace: 'before a restore' }[kind]
    const said = about ? `Rapport ${about.program}` : 'damaged'
    operator.out(
      `${madeAt.slice(0, 19).replace('T', ' ')}  ${why.padEnd(17)}  ${megabytes(byteCount).padStart(10)}  ${said.padEnd(14)}  ${file}`,
    )
  }
}

/** Runs `rapport backup …`. @throws Error with the cure */
export async function runBackup(words: readonly string[], operator: Operator): Promise<void> {
  const [first, second, ...more] = words
  if (first === 'verify' && second && more.length === 0) {
    const manifest = await verifyBackup(resolve(second))
    operator.out(`Whole and unchanged: ${sayContents(manifest)}.`)
  } else if (first === 'list' && second === undefined) await list(operator)
  else if (second === undefined && !first?.startsWith('-') && first !== 'verify') await make(first, operator)
  else throw new Error(`That was not understood. These there are:\n${backupUsage.map(([usage]) => `  ${usage}`).join('\n')}`)
}
