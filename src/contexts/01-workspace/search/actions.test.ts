/** Is what somebody types found, in their workspace alone, by an index? */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accountDraft, accountsActions } from '#customers/accounts/actions.ts'
import { Account, accounts } from '#customers/accounts/contract.ts'
import { personDraft } from '#customers/people/actions.ts'
import { Person } from '#customers/people/contract.ts'
import { create } from '#foundation/platform/changes/plan-changes.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { searchActions } from './actions.ts'

const house = await freshHouse()
const add = (ws: TestWorkspace, ...names: string[]) =>
  ws.act((ctx) => ctx.save({ why: 'Seed', changes: names.map((name) => create(Account, accountDraft({ name }))) }))
const find = async (ws: TestWorkspace, words: string, limit = 12) =>
  (await ws.act((ctx) => searchActions.find(ctx, { words, limit }))).map((f) => f.title)
const ws = await house.makeWorkspace()
await add(
  ws,
  'Acme Corporation',
  'Müller & Söhne',
  'Zürich Insurance',
  'Nexiv Solutions',
  'Blue Acorn',
  'Ørsted',
  '100% Organic_',
)
await ws.act((ctx) =>
  ctx.save({ why: 'Seed', changes: [create(Person, personDraft({ name: 'Ana López', email: 'ana.lopez@acme.example' }))] }),
)

describe('search', () => {
  it.each([
    ['a', ['Acme Corporation', 'Ana López', 'Blue Acorn']],
    ['ac', ['Acme Corporation', 'Ana López', 'Blue Acorn']],
    ['cor', ['Acme Corporation']],
    ['corp acm', ['Acme Corporation']],
    ['MULLER', ['Müller & Söhne']],
    ['sohne', ['Müller & Söhne']],
    ['zür', ['Zürich Insurance']],
    ['orsted', ['Ørsted']],
    ['ana.lopez@ac', ['Ana López']],
    ['100%', ['100% Organic_']],
    ['%', []],
    ['_', []],
    ['xylophone', []],
  ])('finds what begins with %s', async (words, titles) => expect((await find(ws, words)).toSorted()).toEqual(titles.toSorted()))

  it.each([
    ['acmee corporation', 'Acme Corporation'],
    ['corporaton', 'Acme Corporation'],
    ['nexvi', 'Nexiv Solutions'],
    ['solutoins', 'Nexiv Solutions'],
    ['insurence', 'Zürich Insurance'],
    ['mueller', 'Müller & Söhne'],
    ['lopes', 'Ana López'],
  ])('forgives %s', async (words, title) => expect((await find(ws, words))[0]).toBe(title))

  it('puts what begins with the words before what merely holds them, and both before what is alike', async () => {
    const found = await ws.act((ctx) => searchActions.find(ctx, { words: 'aco', limit: 12 }))
    expect(found.map((f) => f.title)[0]).toBe('Blue Acorn')
    expect(found.map((f) => f.closeness)).toEqual(found.map((f) => f.closeness).toSorted((a, b) => b - a))
    expect((await find(ws, 'a'))[0]).not.toBe('Blue Acorn')
  })

  it('forgets what was removed and renamed', async () => {
    const here = await house.makeWorkspace()
    const { ids } = await add(here, 'Former Name')
    await here.act((ctx) => accountsActions.change(ctx, { id: ids[0] ?? '', name: 'Later Name' }))
    expect(await find(here, 'former')).toEqual([])
    expect(await find(here, 'later')).toEqual(['Later Name'])
    await here.act((ctx) => accountsActions.remove(ctx, { id: ids[0] ?? '' }))
    expect(await find(here, 'later')).toEqual([])
  })

  it('filters lists by the same words', async () => {
    const rows = await ws.act((ctx) => accountsActions.list(ctx, accounts.list.takes.parse({ words: 'ac' })))
    expect(rows.rows.map((r) => r.name)).toEqual(['Acme Corporation', 'Blue Acorn'])
    const alike = await ws.act((ctx) => accountsActions.list(ctx, accounts.list.takes.parse({ words: 'corporaton' })))
    expect(alike.rows.map((r) => r.name)).toEqual(['Acme Corporation'])
  })
})

describe('the wall between workspaces', () => {
  it('stands in the search function as it stands in the policy: same rows seen, in every setting', async () => {
    const other = await house.makeWorkspace()
    await add(other, 'Acme of somebody else')
    for (const setting of [ws.id, other.id, '', null]) {
      const client = await house.database.pool.connect()
      try {
        await client.query('begin')
        if (setting !== null) await client.query(`set local app.workspace_id = '${setting}'`)
        const policy = await client.query('select id from search_entries order by id')
        const found = await client.query(
          `select id from find_entries(' a', null, 1000, true) union select id from find_entries(' zurich', null, 1000, true)`,
        )
        const ids = new Set(policy.rows.map((r) => r.id))
        expect(found.rows.every((r) => ids.has(r.id))).toBe(true)
        expect(found.rows.length > 0).toBe(ids.size > 0)
        await client.query('rollback')
      } finally {
        client.release()
      }
    }
    const { rows } = await house.owner.query(
      `select pg_get_expr(polqual, polrelid) as held from pg_policy where polrelid = 'search_entries'::regclass`,
    )
    const predicate = (sql: string) =>
      sql
        .replace(/\s+|::text|[()]/g, '')
        .replaceAll("''", "'")
        .toLowerCase()
    const written = readFileSync('db/migrations/0003_search.sql', 'utf8')
    const here = /here constant uuid := (.*);/.exec(written)?.[1] ?? 'none'
    expect(predicate(rows[0]?.held)).toContain(predicate(here))
    expect(written.match(/where e\.workspace_id = here/g)).toHaveLength(written.match(/from search_entries/g)?.length ?? 0)
  })
})

describe('a large workspace', () => {
  it('shows in its lists what begins with a single letter', async () => {
    const many = await house.makeWorkspace()
    await add(many, ...Array.from({ length: 300 }, (_, i) => `Quince ${i}`), 'Apple Q', 'Pear')
    expect(await find(many, 'q', 50)).toHaveLength(50)
    const page = await many.act((ctx) => accountsActions.list(ctx, accounts.list.takes.parse({ words: 'q', limit: 500 })))
    expect(page.rows).toHaveLength(301)
  })

  it('is searched by the index, as the function really runs', async () => {
    const big = await house.makeWorkspace()
    await house.owner.query(
      `insert into search_entries (workspace_id, id, created_at, updated_at, record, title, words)
       select $1, gen_random_uuid(), now(), now(), 'accounts', 'Account ' || i, ' account ' || md5(i::text) || ' ' || md5((i * 7)::text)
       from generate_series(1, 60000) i`,
      [big.id],
    )
    await add(big, 'Wanted Industries')
    await house.owner.query('analyze search_entries')
    const scans = async () =>
      Number(
        (await house.owner.query(`select idx_scan from pg_stat_user_indexes where indexrelname = 'search_entries_by_words'`))
          .rows[0]?.idx_scan,
      )
    const flush = () => house.owner.query('select pg_stat_force_next_flush(), pg_stat_clear_snapshot()')
    const sequential = async () =>
      Number(
        (await house.owner.query(`select seq_scan from pg_stat_user_tables where relname = 'search_entries'`)).rows[0]?.seq_scan,
      )
    const settle = async () => {
      await Promise.all(Array.from({ length: 8 }, () => house.database.pool.query('select pg_stat_force_next_flush()')))
      await flush()
    }
    await settle()
    const before = { scans: await scans(), sequential: await sequential() }
    expect(await find(big, 'wanted')).toEqual(['Wanted Industries'])
    expect(await find(big, 'indutsries')).toEqual(['Wanted Industries'])
    await settle()
    expect(await scans()).toBeGreaterThan(before.scans)
    expect(await sequential()).toBe(before.sequential)
    const { rows } = await house.owner.query(
      `explain select id from search_entries e where e.workspace_id = $1 and e.words like '% wan%'`,
      [big.id],
    )
    expect(rows.map((r) => r['QUERY PLAN']).join('\n')).toContain('search_entries_by_words')
  })
})
