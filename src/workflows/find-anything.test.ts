import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importFiles, undoImport } from '#test/database/run-import.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { searchOperations } from './find-anything.ts'

const house = await freshHouse()
const mail = (n: number, day: string, subject: string, text: string) => ({
  path: `${n}.eml`,
  bytes: Buffer.from(
    `From: Ines Böhm <ines@bakery.example>\nTo: sam@vendor.example\nSubject: ${subject}\nMessage-ID: <m${n}@bakery.example>\nDate: ${day}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`,
  ),
})
const find = (ws: TestWorkspace, words: string, limit = 12) => ws.act((ctx) => searchOperations.find(ctx, { words, limit }))
const said = async (ws: TestWorkspace, words: string) =>
  (await find(ws, words)).filter((f) => f.record === 'messages').map((f) => f.title)

const ws = await house.makeWorkspace({ domains: ['vendor.example'] })
const brought = await importFiles(house, ws, [
  mail(1, 'Mon, 2 Feb 2026 09:00:00 +0000', 'The oven', 'Good morning,\n\nthe Kühlhaus thermostat fails every night.\n\nInes'),
  mail(2, 'Tue, 3 Mar 2026 09:00:00 +0000', 'Invoice', "It's fine. The thermostats arrived & we pay 4711 euros."),
  mail(3, 'Wed, 4 Mar 2026 09:00:00 +0000', 'Nothing', 'See you at the fair.'),
])

describe('what was said', () => {
  it.each([
    ['thermostat', ['Invoice', 'The oven']],
    ['thermostats', ['Invoice']],
    ['thermo fails', ['The oven']],
    ['kuhl', ['The oven']],
    ['4711', ['Invoice']],
    ['f', ['Nothing', 'Invoice', 'The oven']],
    ['boh fair', ['Nothing']],
    ["it's", ['Invoice']],
    ["' & | !", []],
    ['mostat', []],
    ['hermostat', ['Invoice', 'The oven']],
    ['termosat fials', ['The oven']],
    ['invioce', ['Invoice']],
    ['arived', ['Invoice']],
    ['fairy tales', []],
  ])('is found by %s, the newest first', async (words, titles) => expect(await said(ws, words)).toEqual(titles))

  it('is shown by the words around it, in its conversation, with who said it', async () => {
    const found = (await find(ws, 'thermostat fail')).find((f) => f.record === 'messages')
    expect(found).toMatchObject({ title: 'The oven', saidBy: 'customer', saidAt: '2026-02-02T09:00:00.000Z' })
    expect(found?.says).toContain('Kühlhaus thermostat fails every night')
    const { rows } = await house.owner.query('select thread_id from messages where id = $1', [found?.id])
    expect(found?.withinId).toBe(rows[0]?.thread_id)
  })

  it('is not found from another workspace, and not after it was taken back', async () => {
    const other = await house.makeWorkspace()
    expect(await find(other, 'thermostat')).toEqual([])
    await undoImport(ws, brought.id)
    expect(await said(ws, 'thermostat')).toEqual([])
    expect((await house.owner.query('select 1 from search_texts where workspace_id = $1', [ws.id])).rowCount).toBe(0)
  })
})

describe('a reply', () => {
  it('is not found by what it quotes, and shows what was written in it', async () => {
    const own = await house.makeWorkspace({ domains: ['vendor.example'] })
    await importFiles(house, own, [
      mail(7, 'Mon, 2 Feb 2026 09:00:00 +0000', 'Pallets', 'We need four hundred pallets for the warehouse.'),
      mail(
        8,
        'Tue, 3 Mar 2026 09:00:00 +0000',
        'Re: Pallets',
        '> We need four hundred pallets for the warehouse.\n\nPlease confirm the quantity for our warehouse in Ghent.',
      ),
    ])
    expect(await said(own, 'hundred')).toEqual(['Pallets'])
    expect(await said(own, 'hunderd')).toEqual(['Pallets'])
    expect(await said(own, 'warehouse')).toEqual(['Re: Pallets', 'Pallets'])
    const [found] = (await find(own, 'warehuse')).filter((f) => f.record === 'messages')
    expect(found?.says).toContain('our warehouse in Ghent')
    const kept = await house.owner.query('select word from search_words where workspace_id = $1 and word = $2', [
      own.id,
      'hundred',
    ])
    expect(kept.rowCount).toBe(1)
  })
})

describe('the wall', () => {
  it('stands in the words of texts as well', async () => {
    const other = await house.makeWorkspace()
    expect(await said(other, 'hunderd')).toEqual([])
    const written = readFileSync('db/migrations/0043_search_words.sql', 'utf8')
    expect(written.match(/s\.workspace_id = here/g)).toHaveLength(written.match(/from search_words s\b/g)?.length ?? 0)
  })

  it('stands in the function as it stands in the policy', async () => {
    const written = readFileSync('db/migrations/0026_search_texts.sql', 'utf8')
    const { rows } = await house.owner.query(
      `select pg_get_expr(polqual, polrelid) as held from pg_policy where polrelid = 'search_texts'::regclass`,
    )
    const plain = (sql: string) => sql.replace(/\s+|::text|[()]/g, '').toLowerCase()
    const here = /here constant uuid := (.*);/.exec(written)?.[1] ?? 'none'
    expect(plain(rows[0]?.held)).toContain(plain(here))
    const reads = written.match(/from search_texts t\b/g) ?? []
    expect(reads).toHaveLength(3)
    expect(written.match(/t\.workspace_id = here/g)).toHaveLength(reads.length)
  })
})

describe('a large mailbox', () => {
  it('is searched in the newest first and then by the index, never by reading all of it', async () => {
    const big = await house.makeWorkspace()
    await house.owner.query(
      `insert into search_texts select $1, gen_random_uuid(), now(), now(), 'messages', gen_random_uuid(), 'Mail ' || i,
         timestamptz '2020-01-01' + i * interval '1 minute', to_tsvector('simple', 'every message says hello ' || md5(i::text) || case when i = 77 then ' rarely' else '' end)
       from generate_series(1, 40000) i`,
      [big.id],
    )
    await house.owner.query('analyze search_texts')
    expect((await find(big, 'rarely')).map((f) => f.title)).toEqual(['Mail 77'])
    expect((await find(big, 'h', 3)).map((f) => f.title)).toEqual(['Mail 40000', 'Mail 39999', 'Mail 39998'])
    const used = async (what: string) => {
      await Promise.all(Array.from({ length: 8 }, () => house.database.pool.query('select pg_stat_force_next_flush()')))
      await house.owner.query('select pg_stat_force_next_flush(), pg_stat_clear_snapshot()')
      return Number(Object.values((await house.owner.query(`select ${what}`)).rows[0])[0])
    }
    const byWords = "idx_scan from pg_stat_user_indexes where indexrelname = 'search_texts_by_words'"
    const wholly = "seq_scan from pg_stat_user_tables where relname = 'search_texts'"
    const before = [await used(byWords), await used(wholly)]
    expect((await find(big, 'rarel')).map((f) => f.title)).toEqual(['Mail 77'])
    expect(await used(byWords)).toBeGreaterThan(before[0] ?? 0)
    expect(await used(wholly)).toBe(before[1])
  })
})
