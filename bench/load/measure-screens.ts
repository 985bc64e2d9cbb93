/** How long do the main screens' requests take at corpus M, beside the bare SQL of the same queries? Budget: server p95 <= 2 x SQL p95 + 2 ms. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readValues } from '#foundation/platform/postgres/read-values.ts'
import type { Statement } from './serve.ts'
import { weighProgram } from './weigh-program.ts'

const rounds = Number(process.env.ROUNDS ?? 150)
/** A server that runs all day has compiled its hot paths; these rounds are not counted. */
const warmUp = 150
const token = 'rap_bench_operator_token_000000000000000000000000'
const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
const child = fork('bench/load/serve.ts', [folder], { execArgv: ['--import', 'tsx'], stdio: 'inherit' })
child.setMaxListeners(100)
const hear = <T>(key: string): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
    child.on('message', function listen(said: Record<string, T>) {
      if (!(key in said)) return
      child.off('message', listen)
      resolve(said as unknown as T)
    })
  })
const ask = <T>(to: ChildProcess, key: string, what: object): Promise<T> => {
  const answer = hear<T>(key)
  to.send(what)
  return answer
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const get = (url: string, workspace?: string, body?: object): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent,
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(workspace ? { 'x-workspace': workspace } : {}),
        },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          text += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      },
    )
    asked.on('error', reject)
    asked.end(body ? JSON.stringify(body) : undefined)
  })

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const ms = (n: number) => n.toFixed(2).padStart(8)

const { url, program } = await hear<{ url: string; program: pg.ClientConfig }>('url')
console.log('Writing corpus M (1,000 accounts, 25,000 people, 2,500 opportunities, 100,000 messages) …')
const opened = await get(`${url}/api/first-run`, undefined, {
  workspaceName: 'Bench',
  name: 'Bench Owner',
  email: 'bench@bench.example',
  password: 'a long enough password',
  domains: ['bench.example'],
})
const { workspaceId } = JSON.parse(opened.text) as { workspaceId: string }
const started = Date.now()
const { built } = await ask<{ built: Record<string, string> }>(child, 'built', { build: workspaceId })
console.log(`  in ${((Date.now() - started) / 1000).toFixed(0)} s`)

const screens = [
  ['Today: promises', '/promises/due?withinDays=3'],
  ['Today: unanswered', '/threads/unanswered?sinceDays=60&quietDays=2'],
  ['Today: slipping', '/opportunities/slipping'],
  ['Today: needs', '/needs/to-confirm?limit=10'],
  ['Conversations', '/threads?limit=50'],
  ['Conversations: kind', '/threads?limit=50&kind=promise'],
  ['A conversation', `/threads/${built.threadId}`],
  ['Its evidence', `/threads/${built.threadId}/evidence`],
  ['Accounts', '/accounts?limit=100'],
  ['Accounts: search', '/accounts?limit=100&words=har'],
  ['Account', `/accounts/${built.accountId}`],
  ['Account: needs', `/needs?accountId=${built.accountId}&limit=100`],
  ['Account: promises', `/promises?accountId=${built.accountId}&limit=100`],
  ['Account: people', `/people?accountId=${built.accountId}&limit=100`],
  ['Account: threads', `/threads?accountId=${built.accountId}&limit=40`],
  ['People', '/people?limit=100'],
  ['People: search', '/people?limit=100&words=lindq'],
  ['Opportunities', '/opportunities?limit=100'],
  ['Opportunities: totals', '/opportunities/totals'],
  ['Search', '/search?words=harb'],
] as const

const bare = new pg.Client({ ...program, types: readValues })
await bare.connect()
const replay = async (statements: Statement[]) => {
  for (const [i, s] of statements.entries())
    await bare.query(s.values.length ? { name: `s${keyOf(s.text)}_${i % 1}`, text: s.text, values: s.values } : s.text)
}
const keys = new Map<string, number>()
const keyOf = (text: string) => {
  const known = keys.get(text) ?? keys.size
  keys.set(text, known)
  return known
}

console.log(`\n${'request'.padEnd(24)} server p50     p95     sql p50     p95   p95 budget`)
let over = 0
for (const [name, path] of screens) {
  await ask(child, 'forgotten', { forget: true })
  const first = await get(`${url}/api${path}`, workspaceId)
  if (first.status !== 200) {
    console.log(`${name.padEnd(24)} answered ${first.status}: ${first.text.slice(0, 160)}`)
    over++
    continue
  }
  const { heard } = await ask<{ heard: Statement[] }>(child, 'heard', { heard: true })
  const served: number[] = []
  const plain: number[] = []
  for (let i = 0; i < rounds + warmUp; i++) {
    const a = performance.now()
    await get(`${url}/api${path}`, workspaceId)
    const b = performance.now()
    await replay(heard)
    const c = performance.now()
    if (i >= warmUp) {
      served.push(b - a)
      plain.push(c - b)
    }
  }
  served.sort((x, y) => x - y)
  plain.sort((x, y) => x - y)
  const budget = 2 * at(plain, 0.95) + 2
  const ok = at(served, 0.95) <= budget
  if (!ok) over++
  console.log(
    `${name.padEnd(24)} ${ms(at(served, 0.5))}${ms(at(served, 0.95))}    ${ms(at(plain, 0.5))}${ms(at(plain, 0.95))}   ${ms(budget)} ${ok ? 'kept' : 'OVER'}`,
  )
}
console.log(
  over ? `\n${over} of ${screens.length} over budget` : `\nAll ${screens.length} within server p95 <= 2 x SQL p95 + 2 ms`,
)
await bare.end()
child.removeAllListeners('exit')
child.send({ end: true })
await new Promise((resolve) => child.once('exit', resolve))
const weight = await weighProgram(folder)
console.log(
  `At rest: ${weight.all.toFixed(0)} MB in all, ${weight.database.toFixed(0)} MB of it the database (budget 350 MB): ${weight.all <= 350 ? 'kept' : 'OVER'}`,
)
rmSync(folder, { recursive: true, force: true })
process.exitCode = over || weight.all > 350 ? 1 : 0
