/** Does an import lose an acknowledged row, or store one twice, when the program is killed twenty times while it runs? */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { chance } from '#foundation/kernel/seed.ts'
import { type BuiltProgram, buildProgram } from './build-program.ts'
import { makeDatabase, type TestDatabase } from './database/with-database.ts'

const kills = 20
// More than twenty lives get through, however fast the machine.
const messages = 12_000
const rows = 12_000
const origin = { origin: '', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }

const folder = mkdtempSync(join(tmpdir(), 'rapport-kill-'))
const running = { child: null as ChildProcess | null, program: null as BuiltProgram | null, served: null as TestDatabase | null }
afterAll(async () => {
  running.child?.kill('SIGTERM')
  await new Promise((end) => (running.child && running.child.exitCode === null ? running.child.once('exit', end) : end(null)))
  await running.served?.drop()
  running.program?.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the program as a customer does and answers where it is. */
async function start(program: BuiltProgram): Promise<string> {
  const { child, heard, ended } = program.run('main', [], running.served, { RAPPORT_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  running.child = child
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /Rapport is open at (\S+)/.exec(heard.text)
      if (found?.[1]) resolve(found[1])
    })
    void ended.then(({ code, text }) => reject(new Error(`The program ended with ${code}:\n${text}`)))
  })
}

const killNow = (): Promise<unknown> => {
  const child = running.child
  const gone = new Promise((end) => child?.once('exit', end))
  child?.kill('SIGKILL')
  return gone
}

const mailbox = Array.from({ length: messages }, (_, n) => {
  const at = new Date(Date.UTC(2026, 0, 1) + (n % 250) * 86_400_000).toUTCString()
  return `From a${n % 50}@acme${n % 20}.example ${at}\nFrom: A ${n % 50} <a${n % 50}@acme${n % 20}.example>\nTo: vera@vendor.example\nSubject: About ${n % 500}\nDate: ${at}\nMessage-ID: <m${n}@acme.example>\n\nNumber ${n}: we cannot start without an export to our warehouse.\n`
}).join('\n')
const table = [
  'opportunity_id,account,deal_stage,close_date,close_value',
  ...Array.from({ length: rows }, (_, n) => `O${n},Cust ${n % 90},${n % 3 ? 'Engaging' : 'Won'},2026-03-01,${n % 3 ? '' : 100}`),
].join('\n')

it(`an import killed ${kills} times ends as one that was never killed`, async () => {
  if (process.env.DATABASE_URL) running.served = await makeDatabase({ migrated: false })
  const program = await buildProgram('kill-test', {
    main: 'src/apps/server/main.ts',
    'analyse.worker': 'src/workflows/analyse.worker.ts',
  })
  running.program = program
  let url = await start(program)
  const first = await fetch(`${url}/api/first-run`, {
    method: 'POST',
    headers: { ...origin, origin: url },
    body: JSON.stringify({
      workspaceName: 'Vendor',
      name: 'Olga',
      email: 'olga@vendor.example',
      password: 'a good long password',
    }),
  })
  expect(first.status).toBe(200)
  const cookie = first.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
  const made = await fetch(`${url}/api/tokens`, {
    method: 'POST',
    headers: { ...origin, origin: url, cookie },
    body: JSON.stringify({ name: 'Test' }),
  })
  const { secret } = (await made.json()) as { secret: string }
  const ask = async (method: string, path: string, body?: string | object) => {
    const bytes = typeof body === 'string'
    const said = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body ? { 'content-type': bytes ? 'application/octet-stream' : 'application/json' } : {}),
      },
      ...(body ? { body: bytes ? body : JSON.stringify(body) } : {}),
    })
    const answer = await said.json()
    if (said.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  const pages = async (path: string) => {
    const all: Record<string, unknown>[] = []
    for (let after = ''; ; ) {
      const page = await ask(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}limit=500${after ? `&after=${encodeURIComponent(after)}` : ''}`,
      )
      all.push(...page.rows)
      if (!page.next) return all
      after = page.next
    }
  }
  const begin = async () => {
    const { id } = await ask('POST', '/imports', { name: 'Everything' })
    await ask('PUT', `/imports/${id}/sources?path=pipeline.csv`, table)
    await ask('PUT', `/imports/${id}/sources?path=box.mbox`, mailbox)
    await ask('POST', `/imports/${id}/start`, {})
    return id as string
  }

  const id = await begin()
  const draw = chance(20)
  let killed = 0
  let acknowledged: Record<string, unknown>[] = []
  let state = await ask('GET', `/imports/${id}`)
  while (state.state !== 'finished') {
    expect(['waiting', 'running']).toContain(state.state)
    if (killed < kills) {
      // Each life is long enough to get somewhere, and ends wherever it is.
      const until = state.seenCount
      const patience = Date.now() + 20_000
      do {
        await new Promise((wake) => setTimeout(wake, 5 + draw() * 60))
        state = await ask('GET', `/imports/${id}`)
      } while (state.seenCount <= until && state.state !== 'finished' && Date.now() < patience)
      if (state.state === 'finished') break
      acknowledged = await pages(`/imports/${id}/ledger`)
      await killNow()
      killed++
      url = await start(program)
      const now = await ask('GET', `/imports/${id}`)
      expect(now.seenCount).toBeGreaterThanOrEqual(acknowledged.length)
      const kept = await pages(`/imports/${id}/ledger`)
      expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged)
    } else await new Promise((wake) => setTimeout(wake, 200))
    state = await ask('GET', `/imports/${id}`)
  }
  expect(killed).toBe(kills)
  expect(state).toMatchObject({ seenCount: messages + rows, storedCount: messages + rows, alreadyCount: 0, skippedCount: 0 })
  const threads = await pages('/threads')
  expect(threads.reduce((sum, t) => sum + Number(t.messageCount), 0)).toBe(messages)
  const totals = (await ask('GET', '/opportunities/totals')) as { count: number; amounts: { amountMinor: number }[] }[]
  expect(totals.reduce((sum, t) => sum + t.count, 0)).toBe(rows)
  expect(totals.reduce((sum, t) => sum + t.amounts.reduce((s, a) => s + a.amountMinor, 0), 0)).toBe(Math.ceil(rows / 3) * 10_000)

  const again = await begin()
  let second = await ask('GET', `/imports/${again}`)
  while (second.state !== 'finished') {
    await new Promise((wake) => setTimeout(wake, 200))
    second = await ask('GET', `/imports/${again}`)
  }
  expect(second).toMatchObject({ seenCount: messages + rows, storedCount: 0, alreadyCount: messages + rows })
}, 600_000)
