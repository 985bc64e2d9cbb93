/** Do twelve people work at corpus L without waiting? All at once in a closed loop, beside the bare SQL of the same queries by twelve connections. */
// Budgets (ms): list 50, filtered list 50, record 25, account page 100, search 50, totals 100; server p95 <= 2 x SQL p95 + 2; the morning burst p99 150.
import { rmSync } from 'node:fs'
import pg from 'pg'
import { sizeM } from './build-corpus.ts'
import { explainLists } from './explain-lists.ts'
import { growCorpus } from './grow-corpus.ts'
import { at, caller, type Get, openBare, openServer } from './open-server.ts'
import type { Statement } from './serve.ts'

const users = 12
const seconds = Number(process.env.SECONDS ?? 20)
/** Corpus L is M ten times over, with two rows of evidence in each message. */
const times = Number(process.env.TIMES ?? 10)
const ms = (n: number) => n.toFixed(1).padStart(8)
const tell = (line: string) => console.log(line)

const server = await openServer()
tell('Writing corpus M with 200,000 rows of evidence through the door …')
const built = await server.build({ ...sizeM, evidencePer: 2 })
const filter = (asked: object) => encodeURIComponent(JSON.stringify(asked))
const isCustomer = filter({
  all: [
    { field: 'standing', is: 'isAnyOf', value: ['customer'] },
    { field: 'name', is: 'contains', value: 'har' },
  ],
})

/** What people ask, and how long they would wait. A page asks several things together. */
const asks: readonly { name: string; budget: number; paths: readonly string[] }[] = [
  { name: 'list', budget: 50, paths: ['/objects/people/rows?limit=100&sort=name'] },
  { name: 'list, later page', budget: 50, paths: ['/objects/opportunities/rows?limit=100&sort=-amountMinor'] },
  { name: 'filtered list', budget: 50, paths: [`/objects/accounts/rows?limit=100&sort=name&filter=${isCustomer}`] },
  { name: 'conversations', budget: 50, paths: ['/threads?limit=50'] },
  { name: 'record', budget: 25, paths: [`/people/${built.personId}`] },
  {
    name: 'account page',
    budget: 100,
    paths: [
      `/accounts/${built.accountId}`,
      `/needs?accountId=${built.accountId}&limit=100`,
      `/promises?accountId=${built.accountId}&limit=100`,
      `/objections?accountId=${built.accountId}&limit=50`,
      `/opportunities?accountId=${built.accountId}&limit=50`,
      `/people?accountId=${built.accountId}&limit=100`,
      `/threads?accountId=${built.accountId}&limit=40`,
      `/meetings?accountId=${built.accountId}&limit=40`,
      `/accounts/${built.accountId}/evidence?kind=competitor&limit=20`,
    ],
  },
  { name: 'search, 1 letter', budget: 50, paths: ['/search?words=h'] },
  { name: 'search, 2 letters', budget: 50, paths: ['/search?words=ha'] },
  { name: 'search, 3 letters', budget: 50, paths: ['/search?words=har'] },
  { name: 'totals', budget: 100, paths: ['/objects/opportunities/groups?by=stageId'] },
]

const people = await Promise.all(Array.from({ length: users }, (_, i) => comeIn(i)))
const [first] = people as [Get, ...Get[]]
const owner = new pg.Client(server.owner)
await owner.connect()

const small = await measureAlone()
tell(`Growing it ${times} times in SQL …`)
const started = Date.now()
await growCorpus(owner, server.workspaceId, times, tell)
tell(`  in ${((Date.now() - started) / 1000).toFixed(0)} s`)
const large = await measureAlone()

tell(`\n${users} people at once, ${seconds} s; then ${users} bare connections, ${seconds} s (ms)`)
const served = await crowd(people.map((get) => (ask) => together(get, ask.paths)))
const heard = new Map<string, Statement[][]>()
for (const { name, paths } of asks) {
  const requests: Statement[][] = []
  for (const path of paths) requests.push(await server.listen(() => together(first, [path])))
  heard.set(name, requests)
}
const bares = await Promise.all(Array.from({ length: users }, () => openBare(server.program)))
const plain = await crowd(
  bares.map((bare) => async (ask) => {
    for (const statements of heard.get(ask.name) ?? []) await bare.replay(statements)
  }),
)
let over = 0
tell(`${'asked'.padEnd(20)}   n  server p50     p95     p99     sql p95   2x + 2  budget`)
for (const { name, budget } of asks) {
  const [s, q] = [served.get(name) ?? [], plain.get(name) ?? []]
  const allowed = 2 * at(q, 0.95) + 2
  const fits = [at(s, 0.95) <= allowed, at(s, 0.95) <= budget]
  over += fits.filter((ok) => !ok).length
  tell(
    `${name.padEnd(20)}${String(s.length).padStart(5)}  ${ms(at(s, 0.5))}${ms(at(s, 0.95))}${ms(at(s, 0.99))}    ${ms(at(q, 0.95))} ${ms(allowed)} ${fits[0] ? 'kept' : 'OVER'} ${ms(budget)} ${fits[1] ? 'kept' : 'OVER'}`,
  )
}

const burst = await morning()
const home = at(burst.home, 0.99)
if (home > 150) over++
tell(
  `\nMorning burst, ${users} sign-ins and home pages together: sign-in p50 ${at(burst.signIn, 0.5).toFixed(0)} p99 ${at(burst.signIn, 0.99).toFixed(0)} ms (a password hash each), home page p50 ${at(burst.home, 0.5).toFixed(0)} p99 ${home.toFixed(0)} ms, budget 150: ${home <= 150 ? 'kept' : 'OVER'}`,
)

tell(
  `\nGrowth from M to L of one caller's bare SQL (p50 ms). log n grows ${(Math.log(25_000 * times) / Math.log(25_000)).toFixed(2)} times; n grows ${times} times`,
)
for (const { name } of asks) {
  const [a, b] = [small.get(name) ?? 0, large.get(name) ?? 0]
  tell(`${name.padEnd(20)} ${ms(a)} ${ms(b)}   ${(b / a).toFixed(2)} times`)
}
tell('\nThe plan behind each')
await explainLists(server.program, heard, tell)
tell(over ? `\n${over} figures over their budget` : '\nEvery figure within its budget')
for (const bare of bares) await bare.client.end()
await owner.end()
await server.end()
rmSync(server.folder, { recursive: true, force: true })
process.exitCode = over ? 1 : 0

/** A member of the workspace with a session of their own. */
async function comeIn(i: number): Promise<Get> {
  const invited = await server.operator('/invites', { body: { email: `member${i}@bench.example`, name: null, role: 'member' } })
  const { link } = JSON.parse(invited.text) as { link: string }
  const accepted = await caller(server.url, {})('/invites/accept', {
    body: { token: link.split('token=')[1] ?? '', name: `Member ${i}`, password: 'a long enough password' },
    headers: { origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' },
  })
  if (accepted.status !== 200) throw new Error(`Nobody came in: ${accepted.text}`)
  return caller(server.url, { cookie: cookieOf(accepted.headers['set-cookie']) }, 6)
}

function cookieOf(set: string | string[] | undefined): string {
  return [set ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ')
}

async function together(get: Get, paths: readonly string[]): Promise<void> {
  const said = await Promise.all(paths.map((path) => get(path)))
  const refused = said.find((one) => one.status !== 200)
  if (refused) throw new Error(`A request was refused (${refused.status}): ${refused.text.slice(0, 200)}`)
}

/** Everybody asks again as soon as the answer is there, each beginning at another question. */
async function crowd(each: readonly ((ask: (typeof asks)[number]) => Promise<void>)[]): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(asks.map((ask) => [ask.name, []]))
  const warmUntil = performance.now() + 3_000
  const until = warmUntil + seconds * 1_000
  await Promise.all(
    each.map(async (work, user) => {
      for (let i = user; performance.now() < until; i++) {
        const ask = asks[i % asks.length]
        if (!ask) continue
        const began = performance.now()
        await work(ask)
        if (began > warmUntil) times.get(ask.name)?.push(performance.now() - began)
      }
    }),
  )
  for (const all of times.values()) all.sort((a, b) => a - b)
  return times
}

async function measureAlone(): Promise<Map<string, number>> {
  const bare = await openBare(server.program)
  const found = new Map<string, number>()
  for (const { name, paths } of asks) {
    const statements: Statement[] = []
    for (const path of paths) statements.push(...(await server.listen(() => together(first, [path]))))
    const each: number[] = []
    for (let i = 0; i < 60; i++) {
      const began = performance.now()
      await bare.replay(statements)
      if (i >= 10) each.push(performance.now() - began)
    }
    found.set(
      name,
      at(
        each.sort((a, b) => a - b),
        0.5,
      ),
    )
  }
  await bare.client.end()
  return found
}

/** Twelve sign in and open their home page at the same moment, five mornings in a row. */
async function morning(): Promise<{ signIn: number[]; home: number[] }> {
  const [signIn, home]: [number[], number[]] = [[], []]
  const pages = [
    '/me',
    '/promises/due?withinDays=3',
    '/threads/unanswered?sinceDays=60&quietDays=2',
    '/opportunities/slipping',
    '/needs/to-confirm?limit=10',
    '/tasks?limit=50',
  ]
  for (let day = 0; day < 5; day++)
    await Promise.all(
      people.map(async (_, i) => {
        const began = performance.now()
        const said = await caller(server.url, {})('/auth/sign-in/email', {
          body: { email: `member${i}@bench.example`, password: 'a long enough password' },
          headers: { origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' },
        })
        if (said.status !== 200) throw new Error(`Nobody signed in: ${said.text}`)
        const inside = performance.now()
        await together(caller(server.url, { cookie: cookieOf(said.headers['set-cookie']) }, 6), pages)
        signIn.push(inside - began)
        home.push(performance.now() - inside)
      }),
    )
  return { signIn: signIn.sort((a, b) => a - b), home: home.sort((a, b) => a - b) }
}
