/** How long do the main screens' requests take at corpus M, beside the bare SQL of the same queries? Budget: server p95 <= 2 x SQL p95 + 2 ms. */
import { rmSync } from 'node:fs'
import { sizeM } from './build-corpus.ts'
import { at, openBare, openServer } from './open-server.ts'
import { weighProgram } from './weigh-program.ts'

const rounds = Number(process.env.ROUNDS ?? 150)
/** A server that runs all day has compiled its hot paths; these rounds are not counted. */
const warmUp = 150
const ms = (n: number) => n.toFixed(2).padStart(8)

const server = await openServer()
const get = server.operator
console.log('Writing corpus M (1,000 accounts, 25,000 people, 2,500 opportunities, 100,000 messages) …')
const started = Date.now()
const built = await server.build(sizeM)
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

const bare = await openBare(server.program)

console.log(`\n${'request'.padEnd(24)} server p50     p95     sql p50     p95   p95 budget`)
let over = 0
for (const [name, path] of screens) {
  const first = await get(path)
  if (first.status !== 200) {
    console.log(`${name.padEnd(24)} answered ${first.status}: ${first.text.slice(0, 160)}`)
    over++
    continue
  }
  const heard = await server.listen(() => get(path))
  const served: number[] = []
  const plain: number[] = []
  for (let i = 0; i < rounds + warmUp; i++) {
    const a = performance.now()
    await get(path)
    const b = performance.now()
    await bare.replay(heard)
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
await bare.client.end()
await server.end()
const weight = await weighProgram(server.folder)
console.log(
  `At rest: ${weight.all.toFixed(0)} MB in all, ${weight.database.toFixed(0)} MB of it the database (budget 350 MB): ${weight.all <= 350 ? 'kept' : 'OVER'}`,
)
rmSync(server.folder, { recursive: true, force: true })
process.exitCode = over || weight.all > 350 ? 1 : 0
