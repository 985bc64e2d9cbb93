/** How does a command reach the program? Over HTTP: by RAPPORT_URL and RAPPORT_TOKEN, or the one that runs on this data folder. */
import { readFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Send } from '#foundation/contract/client.ts'
import { Problem, ProblemBody, type ProblemStatus } from '#foundation/contract/problem.ts'

export interface Reach {
  url: string
  send: Send
  /** Streams bytes up, for files of any size. */
  put: (path: string, bytes: Readable, byteCount: number) => Promise<unknown>
  /** Streams text down, for tables of any length. */
  get: (path: string, out: (text: string) => void) => Promise<void>
}
interface Asked {
  env: Record<string, string | undefined>
  /** Workspace id, where there is more than one. */
  workspace?: string
  face?: 'cli' | 'mcp'
}

/** Finds the program and the key to it. @throws Problem 503 saying how to start it */
export async function reachServer({ env, workspace, face = 'cli' }: Asked): Promise<Reach> {
  const folder = env.RAPPORT_DATA ?? 'data'
  const url = (env.RAPPORT_URL ?? (await runningAt(folder)) ?? '').replace(/\/$/, '')
  if (!url)
    throw new Problem(
      503,
      `No Rapport is running on ${folder}. Start it with "npm start", or set RAPPORT_URL and RAPPORT_TOKEN to reach another.`,
    )
  const token = env.RAPPORT_TOKEN ?? (await readFile(join(folder, 'operator-token'), 'utf8').catch(() => '')).trim()
  if (!token)
    throw new Problem(
      401,
      'Set RAPPORT_TOKEN to an API token (Settings, API tokens), or run this where the data folder can be read.',
    )
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    'x-rapport-face': face,
    ...(workspace ? { 'x-workspace': workspace } : {}),
  }
  const refused = () => new Problem(503, `Nothing answers at ${url}. Is Rapport still running?`)
  return {
    url,
    async get(path, out) {
      const answer = await fetch(`${url}/api${path}`, { headers }).catch(() => {
        throw refused()
      })
      if (!answer.ok || !answer.body) return void read(answer.status, await answer.text())
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
      for await (const bytes of answer.body) out(decoder.decode(bytes, { stream: true }))
    },
    async send(method, path, body) {
      const asked = {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body: body === undefined ? null : JSON.stringify(body),
      }
      const answer = await fetch(`${url}/api${path}`, asked).catch(() => {
        throw refused()
      })
      return read(answer.status, await answer.text())
    },
    put: (path, bytes, byteCount) =>
      new Promise((resolve, reject) => {
        const request = (url.startsWith('https:') ? httpsRequest : httpRequest)(`${url}/api${path}`, {
          method: 'PUT',
          headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': byteCount },
        })
        request.on('response', (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            try {
              resolve(read(answer.statusCode ?? 500, Buffer.concat(chunks).toString()))
            } catch (problem) {
              reject(problem)
            }
          })
        })
        request.on('error', reject)
        bytes.on('error', reject)
        bytes.pipe(request)
      }),
  }
}

async function runningAt(folder: string): Promise<string | undefined> {
  try {
    const said = JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')) as { url: string; pid: number }
    process.kill(said.pid, 0)
    return said.url
  } catch {
    return undefined
  }
}

function read(status: number, text: string): unknown {
  const body: unknown = text ? asJson(text) : null
  if (status < 400) return body
  const problem = ProblemBody.safeParse(body)
  throw new Problem(
    status as ProblemStatus,
    problem.data?.detail ?? `The program answered ${status}.`,
    problem.data?.errors ?? [],
  )
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
