import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, inject, it } from 'vitest'
import { askDoor, urlOf } from '#test/database/door.ts'
import { makeDatabase } from '#test/database/with-database.ts'
import { type ProvidedDatabase, provideDatabase } from './provide-database.ts'
import { readSettings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-provide-'))
const migrations = join(folder, 'migrations')
mkdirSync(migrations)
writeFileSync(join(migrations, '0001_a.sql'), 'create table thing (id int primary key)')
const lines: string[] = []
const log = (line: string) => void lines.push(line)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const use = async (provided: ProvidedDatabase) => {
  await sql`insert into thing values (1) on conflict do nothing`.execute(provided.database.global)
  const { rows } = await sql<{
    me: string
    n: number
  }>`select current_user::text as me, (select count(*)::int from thing) as n`.execute(provided.database.global)
  return rows[0]
}

it('starts, migrates and opens the embedded database, and lets a tool share it', async () => {
  const settings = readSettings({ RAPPORT_DATA: join(folder, 'data') })
  const first = await provideDatabase({ settings, log, migrations })
  expect(first.applied).toEqual(['0001_a.sql'])
  expect(await use(first)).toEqual({ me: 'rapport_app', n: 1 })
  await expect(provideDatabase({ settings, log, migrations })).rejects.toThrow(/already runs/)
  const tool = await provideDatabase({ settings, log, migrations, mayShare: true })
  expect(await use(tool)).toEqual({ me: 'rapport_app', n: 1 })
  await tool.stop()
  expect(await use(first)).toEqual({ me: 'rapport_app', n: 1 })
  await first.stop()
  expect(lines.join('\n')).toMatch(/Creating the database folder[\s\S]*Migrated the database: 0001_a.sql/)
})

it('uses a served database when DATABASE_URL is set', async () => {
  const made = await makeDatabase({ migrated: false })
  const settings = readSettings({
    RAPPORT_DATA: join(folder, 'served'),
    DATABASE_URL: made.urls.program,
    DATABASE_OWNER_URL: made.urls.owner,
  })
  const provided = await provideDatabase({ settings, log, migrations })
  expect(provided.kind).toBe('served')
  expect(await use(provided)).toEqual({ me: 'rapport_app', n: 1 })
  await provided.stop()
  await made.drop()
})

it('says what is wrong when DATABASE_URL leads nowhere', async () => {
  const door = await askDoor(inject('databaseDoor'))
  const settings = readSettings({
    RAPPORT_DATA: join(folder, 'served'),
    DATABASE_URL: `${urlOf(door.admin).replace(/@[^/]+\//, '@127.0.0.1:1/')}`,
  })
  await expect(provideDatabase({ settings, log, migrations })).rejects.toThrow(/DATABASE_URL[\s\S]*ECONNREFUSED[\s\S]*Cure:/)
})
