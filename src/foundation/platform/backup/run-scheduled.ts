/** When does a running program save itself, and how, without requests waiting for it? In a thread of its own, once the last backup is old enough. */
import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { withClient } from '../postgres/prepare-database.ts'
import type { Settings } from '../settings.ts'
import { backupFile, findSecret, listBackups, pruneBackups } from './keep-backups.ts'
import { holdsRows } from './list-tables.ts'
import type { BackupAsked } from './make-backup.ts'

export type Scheduled = {
  readonly settings: Pick<Settings, 'dataFolder' | 'secret' | 'backupEveryHours' | 'backupKeep'>
  readonly owner: pg.ClientConfig
  readonly program: string
  readonly tell: (line: string) => void
  /** How a backup is made; the program leaves it to a thread. */
  readonly make: (asked: Omit<BackupAsked, 'tell'>, ended: AbortSignal) => Promise<void>
}

const hourMs = 3_600_000
const lookEveryMs = 10 * 60_000

/** Makes a backup in a thread of its own. */
export const makeInThread: Scheduled['make'] = (asked, ended) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./backup.worker.mjs', import.meta.url), { workerData: asked })
    // What it leaves half has no name, and the next backup clears it up.
    ended.addEventListener('abort', () => void worker.terminate())
    worker.once('message', ({ problem }: { problem?: string }) => (problem ? reject(new Error(problem)) : resolve()))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread that makes the backup ended with ${code}.`)))
  })

/**
 * Makes the backup that is due, if one is.
 * @returns whether one was made
 */
export async function backUpWhenDue(
  { settings, owner, program, tell, make }: Scheduled,
  now: number,
  ended: AbortSignal,
): Promise<boolean> {
  const { dataFolder, backupEveryHours, backupKeep } = settings
  if (backupEveryHours === 0) return false
  const last = (await listBackups(dataFolder)).find(({ kind }) => kind === 'scheduled')
  if (last && now - Date.parse(last.madeAt) < backupEveryHours * hourMs) return false
  if (!(await withClient(owner, holdsRows))) return false
  if (last) await refuseWhenFull(dataFolder, last.byteCount)
  const file = backupFile(dataFolder, 'scheduled', new Date(now))
  await make({ owner, dataFolder, secret: findSecret(settings), file, kind: 'scheduled', program }, ended)
  await pruneBackups(dataFolder, 'scheduled', backupKeep)
  tell(`Saved to ${file} (${Math.ceil((await stat(file)).size / 1e6)} MB).`)
  return true
}

async function refuseWhenFull(dataFolder: string, lastBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dataFolder)
  if (bavail * bsize > 3 * lastBytes) return
  throw new Error(
    `The disk of ${dirname(dataFolder)} has ${Math.round((bavail * bsize) / 1e6)} MB left, too few for another backup of ${Math.round(lastBytes / 1e6)} MB beside the data.\n  Cure: make room, lower BACKUP_KEEP, or set BACKUP_EVERY_HOURS=0 and save elsewhere.`,
  )
}

/** Looks every ten minutes, the first time ten minutes after the start: a start is not slowed, and a machine that is off at night gets its backup too. */
export function runScheduled(
  scheduled: Scheduled,
  fault: (why: string) => void,
  besides: () => Promise<void>,
): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  let isOver = true
  const ending = new AbortController()
  const timer = setInterval(() => {
    if (!isOver) return
    isOver = false
    running = besides()
      .then(() => backUpWhenDue(scheduled, Date.now(), ending.signal))
      .catch((error: Error) => ending.signal.aborted || fault(error.message))
      .finally(() => {
        isOver = true
      })
  }, lookEveryMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      ending.abort()
      await running
    },
  }
}
