/** How does a bench reach the program under measurement? A server in a process of its own, and requests that keep their connection. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readValues } from '#foundation/platform/postgres/read-values.ts'
import type { Size } from './build-corpus.ts'
import type { Statement } from './serve.ts'

export interface Answer {
  status: number
  text: string
  headers: NodeJS.Dict<string | string[]>
}
export type Get = (path: string, asked?: { headers?: Record<string, string>; body?: object }) => Promise<Answer>

const token = 'rap_bench_operator_token_000000000000000000000000'

/** Starts the server on an empty folder and makes its first workspace. */
export async function openServer() {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  const child = fork('bench/load/serve.ts', [folder], { execArgv: ['--import', 'tsx'], stdio: 'inherit' })
  child.setMaxListeners(100)
  const { url, program, owner } = await hear<{ url: string; program: pg.ClientConfig; owner: pg.ClientConfig }>(child, 'url')
  const operator = caller(url, { authorization: `Bearer ${token}` })
  const opened = await operator('/first-run', {
    body: {
      workspaceName: 'Bench',
      name: 'Bench Owner',
      email: 'bench@bench.example',
      password: 'a long enough password',
      domains: ['bench.example'],
    },
  })
  const { workspaceId } = JSON.parse(opened.text) as { workspaceId: string }
  const ask = <T>(key: string, what: object): Promise<T> => {
    const answer = hear<T>(child, key)
    child.send(what)
    return answer
  }
  return {
    folder,
    url,
    program,
    owner,
    workspaceId,
    operator: caller(url, { authorization: `Bearer ${token}`, 'x-workspace': workspaceId }),
    build: async (size: Size) => (await ask<{ built: Record<string, string> }>('built', { build: workspaceId, size })).built,
    /** The statements that a piece of work makes the server run. */
    listen: async (work: () => Promise<unknown>): Promise<Statement[]> => {
      await ask('forgotten', { forget: true })
      await work()
      return (await ask<{ heard: Statement[] }>('heard', { heard: true })).heard
    },
    end: async () => {
      child.removeAllListeners('exit')
      child.send({ end: true })
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

const hear = <T>(child: ChildProcess, key: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const fail = (code: number | null) => reject(new Error(`The server ended with ${code}`))
    child.once('exit', fail)
    child.on('message', function listen(said: Record<string, T>) {
      if (!(key in said)) return
      child.off('message', listen)
      child.off('exit', fail)
      resolve(said as unknown as T)
    })
  })

/** One caller with connections of its own; a page asks several things at once. */
export function caller(url: string, always: Record<string, string>, connections = 1): Get {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return (path, { headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const json = body ? { 'content-type': 'application/json' } : {}
      const asked = request(
        `${url}/api${path}`,
        { agent, method: body ? 'POST' : 'GET', headers: { ...always, ...json, ...headers } },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => {
            text += part
          })
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
        },
      )
      asked.on('error', reject)
      asked.end(body ? JSON.stringify(body) : undefined)
    })
}

/** A bare connection that runs again what the server ran. */
export async function openBare(program: pg.ClientConfig) {
  const client = new pg.Client({ ...program, types: readValues })
  await client.connect()
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `s${names.size}`
    names.set(text, name)
    return name
  }
  return {
    client,
    replay: async (statements: readonly Statement[]) => {
      for (const { text, values } of statements) await client.query(values.length ? { name: nameOf(text), text, values } : text)
    },
  }
}

/** The value below which this share of the sorted figures lies. */
export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
