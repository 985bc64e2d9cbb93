import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { succeedsAs } from './choose-user.ts'
import { findBinaries } from './find-binaries.ts'
import { withClient } from './prepare-database.ts'
import type { Address, Embedded } from './start-embedded.ts'
import { startEmbedded } from './start-embedded.ts'
import { waitForEnd, watchProcess } from './watch-process.ts'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
// A checkout below a folder of root's own cannot be run by anybody else.
const othersReachUs =
  isRoot && succeedsAs({ name: 'nobody', before: [], ...nobody }, ['cat', join(process.cwd(), 'package.json')])
const folders: string[] = []
const open: Embedded[] = []
const programs: ChildProcess[] = []

const newFolder = (mode = 0o755): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-launcher-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

const start = async (dataFolder: string, options: { readonly programs?: string } = {}): Promise<Embedded> => {
  const embedded = await startEmbedded({ dataFolder, log: () => {}, ...options })
  open.push(embedded)
  return embedded
}

type Said = {
  readonly admin: Address
  readonly adopted: boolean
  readonly healed: string
  readonly uid: number
  readonly problem?: string
}

const program = (dataFolder: string, words: readonly string[] = [], as: { uid?: number; gid?: number } = {}) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/database/run-embedded.ts', dataFolder, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  })
  programs.push(child)
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const said = new Promise<Said>((resolve, reject) => {
    const errors: Buffer[] = []
    child.stderr?.on('data', (part: Buffer) => errors.push(part))
    child.stdout?.on('data', (part: Buffer) => resolve(JSON.parse(part.toString('utf8')) as Said))
    child.on('exit', () => reject(new Error(Buffer.concat(errors).toString('utf8'))))
  })
  return { child, said, ended }
}

const serverPid = (dataFolder: string): number =>
  Number.parseInt(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10)

const ask = async (admin: Address, words: string): Promise<Record<string, unknown> | undefined> =>
  withClient({ ...admin }, async (client) => (await client.query(words)).rows?.[0])

afterEach(async () => {
  for (const embedded of open.splice(0)) await embedded.stop()
  for (const child of programs.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})

afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 300))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('the embedded server', () => {
  it('is durable, listens on a socket in a closed folder only, and starts again at once', async () => {
    const data = join(newFolder(), 'data')
    const first = await start(data)
    const settings =
      "select current_setting('fsync') as fsync, current_setting('listen_addresses') as tcp, current_setting('server_encoding') as encoding"
    expect(await ask(first.admin, settings)).toEqual({ fsync: 'on', tcp: '', encoding: 'UTF8' })
    expect(first.socketFolder).toBe(join(data, 'socket'))
    expect(statSync(first.socketFolder).mode & 0o777).toBe(0o700)
    await ask(first.admin, 'create table kept (id int); insert into kept values (7)')
    await first.stop()
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
    const second = await start(data)
    expect(second.healed).toBe('nothing')
    expect(await ask(second.admin, 'select id from kept')).toEqual({ id: 7 })
  })

  it('refuses a second program on the same folder, says who has it, and lets a tool share it', async () => {
    const data = join(newFolder(), 'data')
    const first = await start(data)
    const refused = await program(data).said
    expect(refused.problem).toContain(`Rapport already runs on ${data} (process ${process.pid})`)
    const sharing = program(data, ['share'])
    expect((await sharing.said).adopted).toBe(true)
    sharing.child.kill('SIGTERM')
    await sharing.ended
    expect(await ask(first.admin, 'select 1 as one')).toEqual({ one: 1 })
  })

  it('listens elsewhere when the path to the data folder is too long for a socket', async () => {
    const data = join(newFolder(), 'a-rather-long-name-'.repeat(6), 'data')
    const embedded = await start(data)
    expect(embedded.socketFolder.startsWith(data)).toBe(false)
    expect(await ask(embedded.admin, 'select 1 as one')).toEqual({ one: 1 })
    folders.push(embedded.socketFolder)
  })

  it('stops by itself when its program is killed hard, and no acknowledged row is lost', async () => {
    const data = join(newFolder(), 'data')
    const { child, said, ended } = program(data)
    const { admin } = await said
    await ask(admin, 'create table kept (id int); insert into kept values (1)')
    const server = serverPid(data)
    child.kill('SIGKILL')
    await ended
    expect(await waitForEnd(server, 10_000)).toBe(true)
    const again = await start(data)
    expect(await ask(again.admin, 'select id from kept')).toEqual({ id: 1 })
  })

  it('heals when program and server are killed hard together', async () => {
    const data = join(newFolder(), 'data')
    const { child, said, ended } = program(data)
    const { admin } = await said
    await ask(admin, 'create table kept (id int); insert into kept values (2)')
    const server = serverPid(data)
    process.kill(server, 'SIGKILL')
    child.kill('SIGKILL')
    await ended
    await waitForEnd(server, 10_000)
    const again = await start(data)
    expect(again.healed).toBe('stale file')
    expect(await ask(again.admin, 'select id from kept')).toEqual({ id: 2 })
  })

  it('is not fooled when the number in a left-over file now belongs to another process', async () => {
    const data = join(newFolder(), 'data')
    const first = await start(data)
    const server = serverPid(data)
    const file = join(data, 'postgres', 'postmaster.pid')
    const text = readFileSync(file, 'utf8')
    await first.stop()
    writeFileSync(file, text.replace(String(server), String(process.pid)), { mode: 0o600 })
    writeFileSync(join(data, 'socket', '.s.PGSQL.5432.lock'), text.replace(String(server), String(process.pid)))
    const { uid, gid } = statSync(join(data, 'postgres'))
    chownSync(file, uid, gid)
    const again = await start(data)
    expect(again.healed).toBe('stale file')
    expect(watchProcess(process.pid)).toBeDefined()
  })
})

describe.runIf(isRoot)('started by root', () => {
  it('runs the server as somebody else', async () => {
    const data = join(newFolder(), 'data')
    await start(data)
    expect(statSync(`/proc/${serverPid(data)}`).uid).not.toBe(0)
  })

  it('also below a folder that only root may enter', async () => {
    const data = join(newFolder(0o700), 'data')
    const embedded = await start(data)
    expect(await ask(embedded.admin, 'select 1 as one')).toEqual({ one: 1 })
  })

  it('also when only root may enter the folder of the programs', async () => {
    const closed = newFolder(0o700)
    const native = findBinaries()
    cpSync(native, join(closed, 'native'), { recursive: true })
    cpSync(join(native, '..', 'package.json'), join(closed, 'package.json'))
    const data = join(newFolder(), 'data')
    const embedded = await start(data, { programs: join(closed, 'native') })
    expect(await ask(embedded.admin, 'select 1 as one')).toEqual({ one: 1 })
    await embedded.stop()
    expect(await ask((await start(data, { programs: join(closed, 'native') })).admin, 'select 1 as one')).toEqual({ one: 1 })
  })

  it('takes over a folder when the user it ran as changes', async () => {
    const above = newFolder(0o700)
    const data = join(above, 'data')
    const first = await start(data)
    await first.stop()
    chmodSync(above, 0o755)
    const second = await start(data)
    expect(await ask(second.admin, 'select 1 as one')).toEqual({ one: 1 })
    await second.stop()
    chmodSync(above, 0o700)
    expect(await ask((await start(data)).admin, 'select 1 as one')).toEqual({ one: 1 })
  })

  it.runIf(othersReachUs)('tells an ordinary user who comes later whose folder it is', async () => {
    const above = newFolder(0o777)
    const data = join(above, 'data')
    await (await start(data)).stop()
    chmodSync(data, 0o777)
    const { problem } = await program(data, [], nobody).said
    expect(problem).toContain('its database belongs to another user')
  })
})

describe.runIf(othersReachUs)('started by an ordinary user', () => {
  it('needs nobody else', async () => {
    const above = newFolder(0o777)
    mkdirSync(join(above, 'home'), { mode: 0o777 })
    chmodSync(join(above, 'home'), 0o777)
    const { said } = program(join(above, 'home', 'data'), [], nobody)
    const { admin, uid } = await said
    expect(uid).toBe(65534)
    expect(await ask(admin, 'select 1 as one')).toEqual({ one: 1 })
  })
})
