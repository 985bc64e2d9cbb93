/** How much memory does the whole program take at rest, its database included? Proportional set size of the process tree, from /proc. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const restMs = 20_000

/** Starts the built program on a data folder, lets it rest, and answers megabytes: all, and the part of the database. Linux only. */
export async function weighProgram(dataFolder: string): Promise<{ all: number; database: number }> {
  const main = resolve('dist/server/main.mjs')
  if (!existsSync(main)) throw new Error('The program is not built. Run "npm run build" first.')
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, RAPPORT_DATA: dataFolder, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: 'ignore',
  })
  try {
    for (let i = 0; i < 300 && !existsSync(join(dataFolder, 'server.json')); i++) await rest(100)
    await rest(restMs)
    const own = pss(child.pid ?? 0)
    const all = treeOf(child.pid ?? 0).reduce((sum, pid) => sum + pss(pid), 0)
    return { all: all / 1024, database: (all - own) / 1024 }
  } finally {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
  }
}

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms))

function treeOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    const parent = /^PPid:\s+(\d+)/m.exec(readOr(`/proc/${name}/status`))?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

const pss = (pid: number): number => Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
