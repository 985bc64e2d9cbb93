/** Is a database saved before a newer program changes it, and does a failed upgrade leave or put back what was there? */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { trustUpgrade } from '#apps/find-misfits.ts'
import { listBackups } from '#foundation/platform/backup/keep-backups.ts'
import { verifyBackup } from '#foundation/platform/backup/verify-backup.ts'
import { type ProvidedDatabase, provideDatabase } from '#foundation/platform/provide-database.ts'
import { readSettings } from '#foundation/platform/settings.ts'
import { makeDatabase } from './database/with-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-upgrade-'))
const made = await makeDatabase()
afterAll(async () => {
  await made.drop()
  rmSync(folder, { recursive: true, force: true })
})
const settings = readSettings({
  RAPPORT_DATA: join(folder, 'data'),
  DATABASE_URL: made.urls.program,
  DATABASE_OWNER_URL: made.urls.owner,
})
const said: string[] = []

/** A program of another version, which brings one migration more. */
const program = (name: string, sql?: string): string => {
  const root = join(folder, name)
  mkdirSync(join(root, 'db'), { recursive: true })
  cpSync('db/migrations', join(root, 'db', 'migrations'), { recursive: true })
  if (sql) {
    writeFileSync(join(root, 'db/migrations/9998_first_step.sql'), 'create table first_step (id int primary key);')
    writeFileSync(join(root, 'db/migrations/9999_next_step.sql'), sql)
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify({ version: name }))
  return join(root, 'db', 'migrations')
}
const start = (migrations: string): Promise<ProvidedDatabase> =>
  provideDatabase({ settings, log: (line) => void said.push(line), migrations })
const backups = () => listBackups(settings.dataFolder)
const workspaces = async () => (await made.owner.query<{ name: string }>('select name from workspaces')).rows.map((r) => r.name)
const steps = async () =>
  (await made.owner.query<{ name: string }>("select name from schema_migration where name > '9990' order by name")).rows.map(
    (r) => r.name,
  )
const addWorkspace = () =>
  made.owner.query(`insert into workspaces (workspace_id, id, created_at, updated_at, name, domains, currency, time_zone, is_demo)
    values ('01900000-0000-7000-8000-00000000abcd', '01900000-0000-7000-8000-00000000abcd', now(), now(), 'Vendor', '[]', 'EUR', 'UTC', false)`)

it('an empty database is migrated without a backup', async () => {
  await made.owner.query('drop table if exists first_step')
  const provided = await start(program('1.0.0'))
  expect(provided.upgrade).toBeUndefined()
  await provided.stop()
  expect(await backups()).toEqual([])
})

it('a migration that fails takes all of them back; the earlier program works on', async () => {
  await addWorkspace()
  const broken = program('2.0.0', 'create table next_step (id int primary key); select nonsense;')
  await expect(start(broken)).rejects.toThrow(
    /The upgrade did not work, and the database is as it was before it\.\n.*9999_next_step.sql, line 1, failed[\s\S]*Cure: start the Rapport you had before/,
  )
  expect(await steps()).toEqual([])
  expect((await made.owner.query("select to_regclass('first_step') as first")).rows).toEqual([{ first: null }])
  const [backup] = await backups()
  expect(backup?.kind).toBe('upgrade')
  expect((await verifyBackup(backup?.file ?? '')).about).toMatchObject({ kind: 'upgrade', program: '2.0.0' })
  const earlier = await start(program('1.0.0'))
  await trustUpgrade(earlier)
  expect(await workspaces()).toEqual(['Vendor'])
  await earlier.stop()
})

it('migrations after which the program cannot work are put back from the backup', async () => {
  const unfit = await start(program('3.0.0', 'alter table accounts drop column note; delete from workspaces;'))
  expect(await steps()).toEqual(['9998_first_step.sql', '9999_next_step.sql'])
  expect(await workspaces()).toEqual([])
  await expect(trustUpgrade(unfit)).rejects.toThrow(
    /could not use the database\.\n {2}missing in the database: accounts.note[\s\S]*was put back as it was before, from .*upgrade.tar/,
  )
  await unfit.stop()
  expect(await steps()).toEqual([])
  expect(await workspaces()).toEqual(['Vendor'])
  const earlier = await start(program('1.0.0'))
  await trustUpgrade(earlier)
  expect(earlier.applied).toEqual([])
  await earlier.stop()
})

it('an upgrade that works says what it did; of the backups before upgrades the last five stay', async () => {
  for (let i = 0; i < 4; i += 1)
    await expect(start(program('2.0.0', `select nonsense${i};`))).rejects.toThrow(/The upgrade did not work/)
  const oldest = (await backups()).at(-1)
  const good = await start(program('4.0.0', 'create table next_step (id int primary key);'))
  await trustUpgrade(good)
  await good.stop()
  expect(await steps()).toEqual(['9998_first_step.sql', '9999_next_step.sql'])
  expect(await workspaces()).toEqual(['Vendor'])
  const kept = await backups()
  expect(kept).toHaveLength(5)
  expect(kept.map((backup) => backup.file)).not.toContain(oldest?.file)
  expect(said.join('\n')).toMatch(
    /2 steps behind\). Making a backup[\s\S]*The backup is .*upgrade.tar[\s\S]*Migrated the database: 9998/,
  )
})
