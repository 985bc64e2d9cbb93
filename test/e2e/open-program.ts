/** How does a story get a running program? The built server as a process of its own, on a database of its own, embedded or served as the run is. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeDatabase, type TestDatabase } from '../database/with-database.ts'

export interface Program {
  url: string
  dataFolder: string
  /** What it has written so far, for a story that fails. */
  log: () => string
  /** Kill -9 and start again on the same data. */
  crash: () => Promise<void>
  close: () => Promise<void>
}

/** The build that is looked at: this tree's, or one that stands still elsewhere while this tree is worked on. */
export const built = resolve(process.env.RAPPORT_BUILT ?? '.', 'dist/server')
const main = join(built, 'main.mjs')

/** Starts the program on an empty database. */
export async function openProgram(env: Record<string, string> = {}): Promise<Program> {
  if (!existsSync(main)) throw new Error('The program is not built. Run "npm run build" first.')
  const dataFolder = mkdtempSync(join(tmpdir(), 'rapport-story-'))
  const database = await makeDatabase()
  let running = await start(database, dataFolder, env)
  return {
    get url() {
      return running.url
    },
    dataFolder,
    log: () => running.log(),
    crash: async () => {
      await end(running.child, 'SIGKILL')
      running = await start(database, dataFolder, env)
    },
    close: async () => {
      await end(running.child, 'SIGTERM')
      await database.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

interface Running {
  child: ChildProcess
  url: string
  log: () => string
}

async function start(database: TestDatabase, dataFolder: string, env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      DATABASE_URL: database.urls.program,
      DATABASE_OWNER_URL: database.urls.owner,
      RAPPORT_DATA: dataFolder,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout?.on('data', (part) => {
    said += part
  })
  child.stderr?.on('data', (part) => {
    said += part
  })
  const note = join(dataFolder, 'server.json')
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode}:\n${said}`)
    const noted = existsSync(note) ? readNote(note) : undefined
    if (noted?.pid === child.pid && noted?.url) return { child, url: noted.url, log: () => said }
    await new Promise((wake) => setTimeout(wake, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`The program did not open within 30 s:\n${said}`)
}

function readNote(path: string): { url: string; pid: number } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { url: string; pid: number }
  } catch {
    return undefined
  }
}

const end = (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
