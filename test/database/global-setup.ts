/** Where do the tests of one run get their databases? From one server, started when the first test asks for it. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#foundation/platform/migrations.ts'
import {
  createDatabase,
  prepareEmbedded,
  prepareInside,
  prepareServed,
  programRole,
  withClient,
} from '#foundation/platform/postgres/prepare-database.ts'
import { type Embedded, startEmbedded } from '#foundation/platform/postgres/start-embedded.ts'
import { atDatabase, type Door } from './door.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseDoor: string
  }
}

const migrations = 'db/migrations'
const run = randomBytes(4).toString('hex')

const migrateTemplate = async (owner: Door['owner']): Promise<void> => {
  if (existsSync(migrations)) await migrate(owner, migrations)
}

const openEmbedded = async (embedded: Embedded): Promise<Door> => {
  const template = 'rapport_template'
  const { owner, program } = await prepareEmbedded(embedded.admin, template)
  await migrateTemplate(owner)
  return { kind: 'embedded', run, template, admin: embedded.admin, owner, program }
}

const openServed = async (url: string): Promise<Door> => {
  const template = `rapport_template_${run}`
  // The role is the cluster's: its password must be the same in runs that share one.
  const { owner, program } = await prepareServed({ url, password: 'rapport-test' })
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ me: string }>('select current_user as me')
    await createDatabase(client, template, rows[0]?.me ?? '')
    // Only a member of the program's role may end its left-over sessions when a database is dropped.
    await client.query(`grant ${programRole} to current_user`).catch(() => {})
  })
  const inTemplate = atDatabase(owner, template)
  await prepareInside(inTemplate)
  await migrateTemplate(inTemplate)
  return { kind: 'served', run, template, admin: owner, owner: inTemplate, program: atDatabase(program, template) }
}

const sweepServed = async ({ admin }: Door): Promise<void> => {
  await withClient(admin, async (client) => {
    const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname ~ '_${run}(_|$)'`)
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`).catch(() => undefined)
  })
}

const listen = (path: string, answer: () => Promise<Door>): Promise<Server> => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    answer().then(
      (door) => socket.end(JSON.stringify({ door })),
      (error: unknown) =>
        socket.end(JSON.stringify({ problem: error instanceof Error ? (error.stack ?? error.message) : String(error) })),
    )
  })
  return new Promise((resolve) => server.listen(path, () => resolve(server)))
}

/** Vitest calls this once before the tests of a project, and what it returns once after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'))
  const state: { embedded?: Embedded; door?: Promise<Door> } = {}
  const start = async (): Promise<Door> => {
    const url = process.env.DATABASE_URL
    if (url) return openServed(url)
    // On Ctrl-C or kill -9 the server's own wrapper stops it and removes its folder.
    state.embedded = await startEmbedded({
      dataFolder: join(folder, 'pg'),
      log: () => {},
      temper: 'disposable',
      removeAfterwards: true,
    })
    return openEmbedded(state.embedded)
  }
  const door = () => {
    state.door ??= start()
    return state.door
  }
  const path = join(folder, 'door')
  const server = await listen(path, door)
  project.provide('databaseDoor', path)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', removeFolder)
  return async () => {
    server.close()
    if (state.door && !state.embedded) await state.door.then(sweepServed, () => {})
    await state.embedded?.stop()
    removeFolder()
  }
}
