/** What did an earlier run leave behind, and how is it put right without harming a living server? */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { waitForEnd, watchProcess } from './watch-process.ts'

/** What healing found: nothing, a file without its server, or a server without its program. */
export type Healed = 'nothing' | 'stale file' | 'orphan stopped'

const isServerOf = (pid: number, cluster: string): boolean => {
  const command = watchProcess(pid)?.command ?? ''
  return command.includes('postgres') && command.includes(cluster)
}

const readPid = (file: string): number | undefined => {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return Number.isFinite(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

// No process can have this number (the kernel's limit is 2^22), so the server sees a dead one.
const deadPid = '4194999'

/**
 * Stops a server that outlived its program, and takes the teeth out of files whose number now belongs to another process.
 * A file is never deleted: with a dead number in it the server itself checks the shared memory of the earlier run, and waits
 * for backends that still write.
 * @throws Error when a living server does not stop
 */
export async function healCluster(cluster: string, socketFolder: string): Promise<Healed> {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (pid !== undefined && isServerOf(pid, cluster)) {
    process.kill(pid, 'SIGINT')
    if (!(await waitForEnd(pid, 30_000))) {
      throw new Error(
        `A database server from an earlier run (process ${pid}) still uses ${cluster} and does not stop.\n  Cure: look at it with "ps -p ${pid} -f"; when it is no longer needed, stop it with "kill -QUIT ${pid}" and start again.`,
      )
    }
    return 'orphan stopped'
  }
  for (const name of readdirSync(socketFolder).filter((name) => name.startsWith('.s.PGSQL.')))
    rmSync(join(socketFolder, name), { force: true })
  if (pid === undefined) return 'nothing'
  if (watchProcess(pid)) writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^-?\d+/, deadPid))
  return 'stale file'
}
