/** How is the server process started so that it never outlives us, and how is it stopped? */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { ServerUser } from './choose-user.ts'

/** A running server process. */
export type Running = { readonly stop: () => Promise<void>; readonly ended: Promise<number | null> }

// The wrapper holds our pipe: when we end, however hard, the pipe closes and the server is asked to stop. `$1` is a folder to
// remove afterwards, or nothing.
const wrapper = `exec 3<&0; remove=$1; shift
"$@" 3<&- </dev/null & server=$!
{ cat <&3 >/dev/null; kill -INT $server; } 2>/dev/null & watch=$!
wait $server; code=$?; kill $watch 2>/dev/null
[ -z "$remove" ] || rm -rf "$remove"; exit $code`

const environment = (home: string) => ({ PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: home, LC_ALL: 'C', TZ: 'UTC' })

const asUser = ({ uid, gid }: ServerUser) => (uid === undefined ? {} : { uid, gid })

/** Runs a program of the package to its end; throws with what it printed when it fails. */
export function runToEnd(user: ServerUser, command: readonly string[], home: string): void {
  const [program = '', ...rest] = [...user.before, ...command]
  const result = spawnSync(program, rest, { cwd: home, env: environment(home), encoding: 'utf8', ...asUser(user) })
  if (result.status === 0) return
  throw new Error(
    `${command[0]} failed as ${user.name}: ${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`.trim(),
  )
}

/** Starts the server beside us, in its own process group, so that Ctrl-C reaches us first and it last. */
export function runServer(
  user: ServerUser,
  command: readonly string[],
  home: string,
  logFile: string,
  removeAfterwards = '',
): Running {
  const log = openSync(logFile, 'a', 0o600)
  const [program = '', ...rest] = [...user.before, 'sh', '-c', wrapper, 'sh', removeAfterwards, ...command]
  const child: ChildProcess = spawn(program, rest, {
    cwd: home,
    env: environment(home),
    detached: true,
    stdio: ['pipe', log, log],
    ...asUser(user),
  })
  closeSync(log)
  // The pipe breaks when the server ends first; `ended` tells that story.
  child.stdin?.on('error', () => {})
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve)
    child.on('error', () => resolve(null))
  })
  child.unref()
  const stop = async () => {
    child.ref()
    child.stdin?.end()
    await ended
  }
  return { stop, ended }
}

const tailOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
  } catch {
    return ''
  }
}

/**
 * Waits until a connection works.
 * @throws Error with the end of the server's log when it ended, or is not ready in time
 */
export async function waitUntilReady(
  running: Pick<Running, 'ended'>,
  config: pg.ClientConfig,
  logFile: string,
  patienceMs = 60_000,
): Promise<void> {
  const until = performance.now() + patienceMs
  const state = { over: false }
  void running.ended.then(() => {
    state.over = true
  })
  while (performance.now() < until) {
    const client = new pg.Client(config)
    client.on('error', () => {})
    const ready = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (ready) return
    if (state.over) throw new Error(`The database server ended at its start. The end of ${logFile}:\n${tailOf(logFile)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`The database server was not ready after ${patienceMs / 1000} s. The end of ${logFile}:\n${tailOf(logFile)}`)
}
