/** Does `npm start` install, build, start, stop and heal as promised, on a copy that nobody has touched before? */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForEnd } from '#foundation/platform/postgres/watch-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-start-'))
const copy = join(folder, 'rapport')
const data = join(folder, 'data')
const started: ChildProcess[] = []

const start = (
  settings: Readonly<Record<string, string>> = {},
  words: readonly string[] = ['tools/start.mjs'],
  program = process.execPath,
) => {
  const { DATABASE_URL: _, NODE_ENV: __, ...plain } = process.env
  const child = spawn(program, words, {
    cwd: copy,
    env: { ...plain, PORT: '0', RAPPORT_DATA: data, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  const said = { text: '' }
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)))
  const open = new Promise<string>((found, lost) => {
    const hear = (part: Buffer) => {
      said.text += part.toString('utf8')
      const url = /Rapport is open at (\S+)/.exec(said.text)?.[1]
      if (url) found(url)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', () => lost(new Error(said.text)))
  })
  open.catch(() => {})
  return { child, said, open, ended }
}

const serverPid = (): number => Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10)

beforeAll(() => {
  const files = [
    'src',
    'test',
    'tools',
    'db',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
    'rapport',
    'openapi.json',
    '.npmrc',
  ]
  for (const file of files.filter(existsSync)) cpSync(file, join(copy, file), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
})

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

describe('npm start', () => {
  it('builds, makes the database, and opens on a page; kill stops the database too', async () => {
    const first = start()
    const url = await first.open
    expect(first.said.text).toMatch(
      /Building the server program[\s\S]*Building the browser program[\s\S]*Creating the database folder, once/,
    )
    const page = await fetch(url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="')
    const server = serverPid()
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(await waitForEnd(server, 5_000)).toBe(true)
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('builds nothing the second time; a third on the same folder is told so; Ctrl-C stops all', async () => {
    const second = start()
    await second.open
    expect(second.said.text).not.toMatch(/Building|Creating|Installing/)
    const third = start()
    expect(await third.ended).toBe(1)
    expect(third.said.text).toMatch(/Rapport already runs on[\s\S]*Cure:/)
    const server = serverPid()
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
    expect(await waitForEnd(server, 5_000)).toBe(true)
  })

  it('heals what kill -9 left behind', async () => {
    const killed = start()
    await killed.open
    const server = serverPid()
    process.kill(server, 'SIGKILL')
    killed.child.kill('SIGKILL')
    await killed.ended
    const again = start()
    expect((await fetch(await again.open)).status).toBe(200)
    expect(again.said.text).toContain('the database heals itself')
    again.child.kill('SIGTERM')
    await again.ended
  })

  it('ends when the npm that started it is killed', async () => {
    const npm = start({}, ['start', '--silent'], 'npm')
    await npm.open
    const server = serverPid()
    npm.child.kill('SIGTERM')
    expect(await waitForEnd(server, 15_000)).toBe(true)
  })

  it('says which setting is wrong, and the cure', async () => {
    const wrong = start({ PORT: 'eighty' })
    expect(await wrong.ended).toBe(1)
    expect(wrong.said.text).toMatch(/PORT must be a whole number \(it is "eighty"\)\.\s+Cure: set it like PORT=8080/)
  })
})
