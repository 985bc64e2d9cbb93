import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { makeDatabase, type TestDatabase } from '#test/database/with-database.ts'
import { migrate, planMigrations, readMigrations } from './migrations.ts'

const folders: string[] = []
const databases: TestDatabase[] = []

const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-migrations-'))
  folders.push(folder)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return folder
}

const empty = async (): Promise<TestDatabase> => {
  const made = await makeDatabase({ migrated: false })
  databases.push(made)
  return made
}

afterAll(async () => {
  for (const made of databases) await made.drop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const two = {
  '0001_first.sql': 'create table a (id int primary key);',
  '0002_second.sql': 'insert into a values (1); create index on a (id);',
}

describe('migrations', () => {
  it('are applied in order, once', async () => {
    const { access, owner } = await empty()
    const folder = folderOf(two)
    expect(await migrate(access.owner, folder)).toEqual(['0001_first.sql', '0002_second.sql'])
    expect(await migrate(access.owner, folder)).toEqual([])
    writeFileSync(join(folder, '0003_third.sql'), 'insert into a values (2)')
    expect(await migrate(access.owner, folder)).toEqual(['0003_third.sql'])
    expect((await owner.query('select id from a order by id')).rows).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('are taken back whole when a statement fails, and say where', async () => {
    const { access, owner } = await empty()
    const folder = folderOf({ '0001_broken.sql': 'create table b (id int);\n\ninsert into b values (nonsense);' })
    await expect(migrate(access.owner, folder)).rejects.toThrow(/0001_broken.sql, line 3, failed and was taken back/)
    expect((await owner.query("select to_regclass('b') as b")).rows).toEqual([{ b: null }])
  })

  it('are applied once by two programs that start at the same moment', async () => {
    const { urls, owner } = await empty()
    const folder = folderOf({
      '0001_slow.sql': 'create table c (id int primary key); select pg_sleep(0.5); insert into c values (1);',
    })
    const script = `import { migrate } from './src/foundation/platform/migrations.ts'
      console.log(JSON.stringify(await migrate({ connectionString: process.argv[1] }, process.argv[2])))`
    const run = () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, urls.owner, folder])
        const parts: Buffer[] = []
        child.stdout.on('data', (part: Buffer) => parts.push(part))
        child.stderr.on('data', (part: Buffer) => parts.push(part))
        child.on('close', () => resolve(Buffer.concat(parts).toString('utf8').trim()))
      })
    expect((await Promise.all([run(), run(), run()])).sort()).toEqual(['["0001_slow.sql"]', '[]', '[]'])
    expect((await owner.query('select count(*)::int as n from c')).rows).toEqual([{ n: 1 }])
  })

  it('that changed after they were applied are an error with a cure', async () => {
    const { access } = await empty()
    const folder = folderOf(two)
    await migrate(access.owner, folder)
    writeFileSync(join(folder, '0001_first.sql'), 'create table a (id int8 primary key);')
    await expect(migrate(access.owner, folder)).rejects.toThrow(/0001_first.sql was changed[\s\S]*Cure:/)
  })

  it('leave rows that the program may read and write, and tables that it may not change', async () => {
    const { access } = await empty()
    await migrate(access.owner, folderOf(two))
    const program = new pg.Client(access.program)
    await program.connect()
    await program.query('insert into a values (5)')
    await expect(program.query('drop table a')).rejects.toThrow(/must be owner/)
    await program.end()
  })
})

describe('the plan', () => {
  const file = (number: number, sha256 = 'x') => ({ number, name: `${number}_m.sql`, sql: '', sha256 })

  it('refuses a database that is newer than the program, and a migration that comes too late', () => {
    expect(() => planMigrations([file(1)], [file(1), file(2)])).toThrow(/has seen the migration 2_m.sql[\s\S]*Cure:/)
    expect(() => planMigrations([file(1), file(2), file(3)], [file(1), file(3)])).toThrow(/2_m.sql stands before/)
  })

  it('does not mind line ends that a checkout turned, but minds names and numbers', () => {
    const [unix] = readMigrations(folderOf({ '0001_a.sql': 'select 1;\nselect 2;' }))
    const [dos] = readMigrations(folderOf({ '0001_a.sql': 'select 1;\r\nselect 2;' }))
    expect(dos?.sha256).toBe(unix?.sha256)
    expect(() => readMigrations(folderOf({ '1_a.sql': '' }))).toThrow(/NNNN_what_it_does/)
    expect(() => readMigrations(folderOf({ '0001_a.sql': '', '0001_b.sql': '' }))).toThrow(/Two migrations have the number 1/)
  })
})
