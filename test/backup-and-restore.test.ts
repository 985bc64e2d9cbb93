/** Does a backup hold one moment of everything while people work, and does a restore elsewhere bring exactly that back, or nothing? */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Account } from '#customers/accounts/contract.ts'
import { type BackupMade, makeBackup } from '#foundation/platform/backup/make-backup.ts'
import { type RestoreAsked, restoreBackup } from '#foundation/platform/backup/restore-backup.ts'
import { verifyBackup } from '#foundation/platform/backup/verify-backup.ts'
import { create } from '#foundation/platform/changes/plan-changes.ts'
import { openDatabase } from '#foundation/platform/database.ts'
import { fileStore } from '#foundation/platform/file-store.ts'
import { type Delivery, prepareJobs, startJobs } from '#foundation/platform/jobs.ts'
import { withClient } from '#foundation/platform/postgres/prepare-database.ts'
import { reachDatabase } from '#foundation/platform/provide-database.ts'
import { readSettings } from '#foundation/platform/settings.ts'
import { urlOf } from './database/door.ts'
import { makeDatabase, type TestDatabase } from './database/with-database.ts'
import { freshHouse } from './database/with-workspace.ts'

const house = await freshHouse()
const ws = await house.makeWorkspace()
const folder = mkdtempSync(join(tmpdir(), 'rapport-backup-'))
const dataFolder = join(folder, 'data')
const secret = randomBytes(32).toString('hex')
const files = fileStore(join(dataFolder, 'files'))
const quiet = () => {}
const made: TestDatabase[] = []
const state: { backup?: BackupMade; jobs?: Awaited<ReturnType<typeof startJobs>> } = {}
const delivery: Delivery = {
  event: 'thing.happened',
  workspaceId: ws.id,
  actor: { memberId: null, userId: null, name: 'Test' },
  carries: { thingId: 'x' },
}

const backUp = (name: string) =>
  makeBackup({
    owner: house.access.owner,
    dataFolder,
    secret: { text: secret, inFolder: true },
    file: join(folder, name),
    kind: 'asked',
    program: '1.2.3',
    tell: quiet,
  })
const restore = (owner: pg.ClientConfig, given: Partial<RestoreAsked> = {}) =>
  restoreBackup({
    file: join(folder, 'one.tar'),
    owner,
    dataFolder: join(folder, 'elsewhere'),
    migrations: 'db/migrations',
    tell: quiet,
    ...given,
  })
const emptyDatabase = async () => {
  const database = await makeDatabase({ migrated: false })
  made.push(database)
  return database
}
const ask = async <T>(owner: pg.ClientConfig, statement: string): Promise<T[]> =>
  withClient(owner, async (client) => (await client.query(statement)).rows as T[])

/** All that a migrated catalogue says about tables, keys, indexes, policies, functions and rights. */
const catalogueOf = (owner: pg.ClientConfig) =>
  ask(
    owner,
    `select 'c' as what, conrelid::regclass || ' ' || conname as name, pg_get_constraintdef(oid) as made from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
     union all select 'i', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index where indrelid::regclass::text !~ '^(pg_|pgboss|information)'
     union all select 'p', polrelid::regclass || ' ' || polname, pg_get_expr(polqual, polrelid) from pg_policy
     union all select 'f', p.oid::regprocedure::text, md5(pg_get_functiondef(p.oid)) from pg_proc p where pronamespace = 'public'::regnamespace and prokind = 'f' and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     union all select 'r', c.oid::regclass::text, has_table_privilege('rapport_app', c.oid, 'select') || ' ' || has_table_privilege('rapport_app', c.oid, 'delete') || ' ' || relrowsecurity from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
     order by 1, 2, 3`,
  )

const addAccounts = (count: number, at: string) =>
  ws.act((ctx) =>
    ctx.save({
      why: 'Backup test',
      changes: Array.from({ length: count }, (_, i) =>
        create(Account, {
          name: `Müller\t& Söhne\\n ${at} ${i}\n"quoted"`,
          domain: null,
          website: null,
          industry: null,
          country: null,
          employeeCount: i,
          standing: 'prospect',
          ownerId: ws.memberId,
          foundFrom: 'person',
          externalId: null,
          note: i % 2 ? '' : null,
        }),
      ),
    }),
  )

beforeAll(async () => {
  await addAccounts(200, 'first')
  await house.owner.query(
    `insert into search_entries (workspace_id, id, created_at, updated_at, record, title, words)
     select $1, gen_random_uuid(), now(), now(), 'bulk', repeat(md5(n::text), 6), 'bulk' from generate_series(1, 15000) n`,
    [ws.id],
  )
  for (const text of ['one', 'two', 'three']) await files.keep(Buffer.from(text))
  await files.keep(randomBytes(3_000_000))
  const owner = urlOf(house.access.owner)
  const [role] = await ask<{ me: string }>(house.access.program, 'select quote_ident(current_user) as me')
  await withClient(house.access.owner, (client) => prepareJobs(owner, role?.me ?? '', (statement) => client.query(statement)))
  state.jobs = await startJobs(urlOf(house.access.program), [{ event: 'thing.happened', queue: 'follow-thing' }], quiet)
  await house.database.inWorkspace(ws.id, async (db) => state.jobs?.announce(db, delivery))
  await state.jobs.stop()

  // Somebody writes all the while, one change set after the other.
  const writing = { on: true, sets: 0 }
  const writer = (async () => {
    for (; writing.on; writing.sets += 1) await addAccounts(1 + (writing.sets % 5), `during ${writing.sets}`)
  })()
  while (writing.sets < 3) await new Promise((wake) => setTimeout(wake, 5))
  const before = writing.sets
  state.backup = await backUp('one.tar')
  const dropped = createHash('sha256').update('three').digest('hex')
  await files.drop(dropped)
  writing.on = false
  await writer
  expect(writing.sets).toBeGreaterThan(before)
}, 240_000)

afterAll(async () => {
  for (const database of made) await database.drop()
  rmSync(folder, { recursive: true, force: true })
}, 240_000)

/** What must be true of one moment: no change set without all of its changes, no account without its own. */
const torn = `select
  (select count(*)::int from change_sets s where change_count <> (select count(*) from changes c where c.workspace_id = s.workspace_id and c.change_set_id = s.id)) as "halfSets",
  (select count(*)::int from accounts a where not exists (select 1 from changes c where c.workspace_id = a.workspace_id and c.row_id = a.id)) as "accountsAlone",
  (select count(*)::int from changes c where record = 'accounts' and not exists (select 1 from accounts a where a.workspace_id = c.workspace_id and a.id = c.row_id)) as "changesAlone",
  (select count(*)::int from accounts) as accounts`

describe('a backup made while somebody writes', { timeout: 240_000 }, () => {
  it('restored into an empty database is one moment: rows, catalogue, walls, files, secret and waiting work', async () => {
    const target = await emptyDatabase()
    const { manifest, migrated } = await restore(target.access.owner)
    expect(migrated).toEqual([])
    expect(manifest.queuedJobs).toBe(1)
    const [there] = await ask<Record<string, number>>(target.access.owner, torn)
    const [source] = await ask<Record<string, number>>(house.access.owner, torn)
    expect(there).toMatchObject({ halfSets: 0, accountsAlone: 0, changesAlone: 0 })
    expect(there?.accounts).toBe(manifest.tables.find((t) => t.name === 'accounts')?.rowCount)
    expect(there?.accounts).toBeGreaterThan(200)
    expect(there?.accounts).toBeLessThan(source?.accounts ?? 0)
    // The rows that both have are equal to the last letter.
    const rows = "select md5(string_agg(a::text, '|' order by id)) as sum from accounts a where name like '%first%'"
    expect(await ask(target.access.owner, rows)).toEqual(await ask(house.access.owner, rows))
    expect(await catalogueOf(target.access.owner)).toEqual(await catalogueOf(house.access.owner))

    const program = openDatabase({ connection: target.access.program, connections: 2 })
    const seen = async (workspaceId: string) =>
      program.inWorkspace(
        workspaceId,
        async (db) => (await db.withTables<{ accounts: { id: string } }>().selectFrom('accounts').select('id').execute()).length,
      )
    expect(await seen(ws.id)).toBe(there?.accounts)
    expect(await seen('01900000-0000-7000-8000-000000000000')).toBe(0)
    expect((await program.pool.query('select count(*)::int as n from accounts')).rows).toEqual([{ n: 0 }])
    await expect(program.pool.query('drop table accounts')).rejects.toThrow(/must be owner/)
    const jobs = await startJobs(urlOf(target.access.program), [{ event: 'thing.happened', queue: 'follow-thing' }], quiet)
    const heard = new Promise((resolve) => void jobs.work(async (_queue, work) => resolve(work)))
    expect(await heard).toEqual(delivery)
    await jobs.stop()
    await program.close()

    const put = fileStore(join(folder, 'elsewhere', 'files'))
    for (const text of ['one', 'two', 'three'])
      expect(readFileSync(put.pathOf(createHash('sha256').update(text).digest('hex')), 'utf8')).toBe(text)
    expect(readFileSync(join(folder, 'elsewhere', 'secret'), 'utf8').trim()).toBe(secret)
    expect(statSync(join(folder, 'elsewhere', 'secret')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'one.tar')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(dataFolder, 'files')).filter((name) => name.startsWith('held'))).toEqual([])
  })

  it('goes to an embedded PostgreSQL and from there back, and the rows are the same', async () => {
    const settings = readSettings({ RAPPORT_DATA: join(folder, 'machine') })
    const machine = await reachDatabase({ settings, log: quiet, migrations: 'db/migrations' })
    const back = await emptyDatabase()
    try {
      await restore(machine.owner, { dataFolder: settings.dataFolder })
      const again = await makeBackup({
        owner: machine.owner,
        dataFolder: settings.dataFolder,
        secret: { text: secret, inFolder: true },
        file: join(folder, 'two.tar'),
        kind: 'asked',
        program: '1.2.3',
        tell: quiet,
      })
      expect(again.manifest.tables).toEqual(state.backup?.manifest.tables)
      expect(again.manifest.files).toEqual(state.backup?.manifest.files)
      expect(again.manifest.queuedJobs).toBe(1)
      const { manifest } = await restore(back.access.owner, { file: again.file, dataFolder: join(folder, 'back') })
      expect(manifest.tables).toEqual(state.backup?.manifest.tables)
    } finally {
      await machine.stop()
    }
  })

  it('keeps indexes that the program made while it ran, and where its sequences stood', async () => {
    const target = await emptyDatabase()
    await house.owner.query('create index if not exists made_later on accounts (workspace_id, employee_count, id)')
    await house.owner.query('create sequence if not exists counted; ')
    await house.owner.query("select setval('counted', 41)")
    try {
      await backUp('with-index.tar')
      // The sequence is none of the migrations': the program that restores does not know it, and says so.
      await expect(restore(target.access.owner, { file: join(folder, 'with-index.tar') })).rejects.toThrow(/sequence counted/)
      await house.owner.query('drop sequence counted')
      rmSync(join(folder, 'with-index.tar'))
      await backUp('with-index.tar')
      await restore(target.access.owner, { file: join(folder, 'with-index.tar') })
      expect(await catalogueOf(target.access.owner)).toEqual(await catalogueOf(house.access.owner))
    } finally {
      await house.owner.query('drop sequence if exists counted; drop index if exists made_later')
    }
  })
})

describe('what is not a whole backup', { timeout: 240_000 }, () => {
  it('is refused wherever it is cut or any bit of it is another, and the place stays empty', async () => {
    const target = await emptyDatabase()
    const file = join(folder, 'bad.tar')
    const whole = readFileSync(join(folder, 'one.tar'))
    const places = Array.from({ length: 20 }, () => randomBytes(4).readUInt32LE() % whole.length)
    for (const at of [0, 600, 1100, whole.length - 1, whole.length - 1500, whole.length - 2600, ...places]) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at & 7))
      writeFileSync(file, changed)
      await expect(verifyBackup(file), `bit of byte ${at}`).rejects.toThrow(/bad.tar is not a whole backup: .+\n {2}Cure:/)
    }
    writeFileSync(file, whole)
    truncateSync(file, whole.length - 700)
    await expect(restore(target.access.owner, { file })).rejects.toThrow(/it ends in the middle/)
    writeFileSync(file, 'a letter')
    await expect(restore(target.access.owner, { file })).rejects.toThrow(/is not a whole backup/)
    expect(await ask(target.access.owner, "select to_regclass('public.accounts') as there")).toEqual([{ there: null }])
  })

  it('of a newer Rapport is refused', async () => {
    const target = await emptyDatabase()
    const older = join(folder, 'older')
    mkdirSync(older)
    writeFileSync(join(older, '0001_the_house.sql'), readFileSync('db/migrations/0001_the_house.sql'))
    await expect(restore(target.access.owner, { migrations: older })).rejects.toThrow(
      /which this program does not bring[\s\S]*Cure:/,
    )
  })
})

describe('a place that is not empty', { timeout: 240_000 }, () => {
  it('is left alone, or replaced after it was saved, wholly', async () => {
    const target = await makeDatabase()
    made.push(target)
    const other = '01900000-0000-7000-8000-00000000abcd'
    await target.owner.query(
      `insert into workspaces (workspace_id, id, created_at, updated_at, name, domains, currency, time_zone, is_demo) values ($1, $1, now(), now(), 'Other', '[]', 'EUR', 'UTC', false)`,
      [other],
    )
    const named = () => ask<{ name: string }>(target.access.owner, 'select name from workspaces')
    await expect(restore(target.access.owner)).rejects.toThrow(/There is data already[\s\S]*--replace/)
    expect(await named()).toEqual([{ name: 'Other' }])
    const place = join(folder, 'replaced')
    const kept = await fileStore(join(place, 'files')).keep(Buffer.from('of the other'))
    const saved: string[] = []
    await restore(target.access.owner, { dataFolder: place, replace: { before: async () => void saved.push('once') } })
    expect(saved).toEqual(['once'])
    expect(await named()).toEqual([{ name: 'Vendor' }])
    expect(() => statSync(fileStore(join(place, 'files')).pathOf(kept.sha256))).toThrow(/ENOENT/)
  })

  it('stays as it was when the restore fails at its end', async () => {
    const target = await makeDatabase()
    made.push(target)
    const scratch = join(folder, 'scratch')
    mkdirSync(scratch)
    for (const name of readdirSync('db/migrations')) writeFileSync(join(scratch, name), readFileSync(join('db/migrations', name)))
    writeFileSync(join(scratch, '9999_broken.sql'), 'create table late (id int); select nonsense;')
    const place = join(folder, 'kept')
    mkdirSync(place)
    writeFileSync(join(place, 'secret'), 'the old one')
    const before = await catalogueOf(target.access.owner)
    await expect(
      restore(target.access.owner, { migrations: scratch, dataFolder: place, replace: { before: async () => {} } }),
    ).rejects.toThrow(/9999_broken.sql, line 1, failed/)
    expect(await catalogueOf(target.access.owner)).toEqual(before)
    expect(await ask(target.access.owner, 'select count(*)::int as n from accounts')).toEqual([{ n: 0 }])
    expect(readFileSync(join(place, 'secret'), 'utf8')).toBe('the old one')
  })
})
