/** How does a test file get a real, migrated database of its own? */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '#foundation/platform/database.ts'
import { createDatabase, prepareInside, withClient } from '#foundation/platform/postgres/prepare-database.ts'
import { readValues } from '#foundation/platform/postgres/read-values.ts'
import { askDoor, atDatabase, urlOf } from './door.ts'

/** A database of one test file. */
export type TestDatabase = {
  readonly name: string
  /** As the program works: bound by row security. */
  readonly database: Database
  /** As the owner of the tables: sees everything, for looking behind the scenes. */
  readonly owner: pg.Pool
  /** Both ways in, for what opens its own connections. */
  readonly access: { readonly owner: pg.ClientConfig; readonly program: pg.ClientConfig }
  /** The same as URLs: DATABASE_OWNER_URL and DATABASE_URL of a program under test. */
  readonly urls: { readonly owner: string; readonly program: string }
  readonly drop: () => Promise<void>
}

/**
 * Makes a database; the caller drops it.
 * @param migrated false for an empty one (roles and extensions only), as for tests of migrations
 */
export async function makeDatabase({ migrated = true }: { readonly migrated?: boolean } = {}): Promise<TestDatabase> {
  const door = await askDoor(inject('databaseDoor'))
  const name = `t_${door.run}_${randomBytes(5).toString('hex')}`
  const access = { owner: atDatabase(door.owner, name), program: atDatabase(door.program, name) }
  await withClient(door.admin, async (client) => {
    const me = await client.query<{ owner: string }>(
      'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
      [door.template],
    )
    await createDatabase(client, name, me.rows[0]?.owner ?? '', migrated ? door.template : 'template0')
  })
  if (!migrated) await prepareInside(access.owner)
  const database = openDatabase({ connection: access.program, connections: 8 })
  const owner = new pg.Pool({ ...access.owner, types: readValues, max: 3 })
  owner.on('error', () => {})
  const drop = async () => {
    await Promise.all([database.close(), owner.end()])
    await withClient(door.admin, (client) => dropWhenQuiet(client, name))
  }
  return { name, database, owner, access, urls: { owner: urlOf(access.owner), program: urlOf(access.program) }, drop }
}

/**
 * Drops a database once the last of its connections has gone; a server takes a moment to notice. Not by force: that needs a right
 * over other roles which a served cluster does not give. What still stands after ten seconds is left to the end of the run.
 */
async function dropWhenQuiet(client: pg.Client, name: string): Promise<void> {
  for (let left = 100; left > 0; left--) {
    try {
      await client.query(`drop database if exists "${name}"`)
      return
    } catch {
      await new Promise((wake) => setTimeout(wake, 100))
    }
  }
}

/** Makes a database at the top of a test file and drops it after the file's last test. */
export async function freshDatabase(options: { readonly migrated?: boolean } = {}): Promise<TestDatabase> {
  const made = await makeDatabase(options)
  afterAll(made.drop)
  return made
}
