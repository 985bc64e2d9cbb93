/** Which program holds this data folder? One at a time: the first writes its number, the second is told. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { watchProcess } from './watch-process.ts'

/** The process that holds a data folder. */
type Holder = { readonly pid: number; readonly bornAt: string }

const lockFile = (dataFolder: string) => join(dataFolder, 'rapport.lock')

/** The living holder of the folder, or undefined. */
function findHolder(dataFolder: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(lockFile(dataFolder), 'utf8')) as Holder
    return watchProcess(holder.pid)?.bornAt === holder.bornAt ? holder : undefined
  } catch {
    return undefined
  }
}

/** Whether a living program has the folder. */
export const isHeld = (dataFolder: string): boolean => findHolder(dataFolder) !== undefined

/**
 * Takes the folder for this process.
 * @returns how to let go of it, or the living process that has it
 */
export function holdFolder(dataFolder: string): { readonly release: () => void } | { readonly holder: Holder } {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = openSync(lockFile(dataFolder), 'wx', 0o600)
      writeSync(file, JSON.stringify({ pid: process.pid, bornAt: watchProcess(process.pid)?.bornAt ?? '' }))
      closeSync(file)
      return { release: () => rmSync(lockFile(dataFolder), { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = findHolder(dataFolder)
      if (holder) return { holder }
      rmSync(lockFile(dataFolder), { force: true })
    }
  }
  return { holder: { pid: 0, bornAt: '' } }
}
