/** Is that process alive, and is it the one we mean? */

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A living process: its command line, and a mark that no later process with the same number shares. */
export type Living = { readonly command: string; readonly bornAt: string }

const fromProc = (pid: number): Living | undefined => {
  try {
    // The name in brackets may hold blanks: the fields after it are counted from the last bracket; the state comes first.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return { command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(), bornAt: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

const fromPs = (pid: number): Living | undefined => {
  const line = spawnSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  const [stat = 'Z', ...rest] = line.split(/\s+/)
  return stat.startsWith('Z') || line === ''
    ? undefined
    : { bornAt: rest.slice(0, 5).join(' '), command: rest.slice(5).join(' ') }
}

/** What is known of a process, or undefined when it is dead. A zombie is dead, though it still answers to `kill 0`. */
export function watchProcess(pid: number): Living | undefined {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid)
}

/** Waits until the process is gone; false when it outlives the patience. */
export async function waitForEnd(pid: number, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs
  while (watchProcess(pid)) {
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  return true
}
