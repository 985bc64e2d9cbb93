/** Does an installation move to another place: saved while it runs, restored elsewhere, and people sign in and find what they had? */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { built } from './open-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-move-'))
const started: ChildProcess[] = []
afterAll(async () => {
  for (const child of started) await end(child)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** The program of one machine: its own PostgreSQL, and nothing of another's settings. */
const run = (entry: string, data: string, ...words: string[]) => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, RAPPORT_SECRET: ___, ...plain } = process.env
  const child = spawn(process.execPath, [join(built, entry), ...words], {
    env: { ...plain, RAPPORT_DATA: join(folder, data), PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  const said = { text: '' }
  const opened = new Promise<string>((found, lost) => {
    const hear = (part: Buffer) => {
      said.text += part.toString('utf8')
      const url = /Rapport is open at (\S+)/.exec(said.text)?.[1]
      if (url) found(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', () => lost(new Error(said.text)))
  })
  opened.catch(() => {})
  const ended = new Promise<string>((resolve) => child.once('close', (code) => resolve(`${said.text}(${code})`)))
  return { child, opened, ended }
}

const person = { email: 'olga@vendor.example', password: 'a good long password' }

async function openBrowser(url: string) {
  const jar: string[] = []
  return async (method: string, path: string, body?: object) => {
    const said = await fetch(`${url}${path}`, {
      method,
      headers: {
        origin: url,
        'sec-fetch-site': 'same-origin',
        cookie: jar.join('; '),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    jar.push(...said.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? ''))
    const answer = await said.text()
    if (said.status !== 200) throw new Error(`${method} ${path}: ${answer}`)
    return JSON.parse(answer)
  }
}

it('saved while it runs and restored into another folder, it is the same house', async () => {
  if (!existsSync(join(built, 'cli.mjs'))) throw new Error('The program is not built. Run "npm run build" first.')
  const here = run('main.mjs', 'here')
  const before = await openBrowser(await here.opened)
  await before('POST', '/api/first-run', { workspaceName: 'Vendor', name: 'Olga', ...person })
  await before('POST', '/api/accounts', { name: 'Brückner & Söhne' })
  const file = join(folder, 'house.tar')
  expect(await run('cli.mjs', 'here', 'backup', file).ended).toMatch(/It holds [\d,]+ rows[\s\S]*house.tar\n\(0\)$/)
  await before('POST', '/api/accounts', { name: 'Too late' })
  // In the place where the program runs nothing is restored, and it works on.
  expect(await run('cli.mjs', 'here', 'restore', file, '--replace').ended).toMatch(/Rapport already runs on[\s\S]*\(1\)$/)
  expect((await before('GET', '/api/accounts')).rows).toHaveLength(2)
  await end(here.child)

  const there = join(folder, 'there')
  expect(await run('cli.mjs', 'here', 'restore', file, '--into', there).ended).toMatch(
    /Restored into the database in .*there[\s\S]*\(0\)$/,
  )
  const moved = run('main.mjs', 'there')
  const after = await openBrowser(await moved.opened)
  await after('POST', '/api/auth/sign-in/email', person)
  expect((await after('GET', '/api/accounts')).rows).toMatchObject([{ name: 'Brückner & Söhne' }])
  await after('POST', '/api/accounts', { name: 'Goes on' })
}, 240_000)
