/** Does a table file hold exactly the rows that a filter means, whole, and safe to open in a spreadsheet? */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { csvRows } from '#foundation/contract/csv-rows.ts'
import { writeCursor } from '#foundation/contract/cursor.ts'
import { rowFieldsOf } from '#foundation/contract/row-field.ts'
import { Opportunity } from '#pipeline/opportunities/contract.ts'
import { freshServer } from '#test/server/with-server.ts'

const server = await freshServer({ requestsPerMinute: 1_000_000 })
const owner = await server.firstRun()
const workspace: string = (await owner.get('/api/me')).body.workspace.id
const add = async (name: string, industry: string | null = null) => (await owner.post('/api/accounts', { name, industry })).body
await server.owner.query(
  `insert into accounts (workspace_id, id, created_at, updated_at, name, standing, found_from, industry)
   select $1, gen_random_uuid(), now(), now(), 'Row ' || lpad(n::text, 4, '0'), 'prospect', 'table', 'Bulk' from generate_series(1, 2050) n`,
  [workspace],
)
const formula = await add('=HYPERLINK("http://x","y")', 'Rope, "tarred"')
const table = async (query: Record<string, string>) => {
  const said = await owner.get(`/api/objects/accounts/table.csv?${new URLSearchParams(query)}`)
  return { ...said, lines: String(said.body).split('\r\n') }
}

describe('a table file', () => {
  it('holds every row once, over all pages, in order', async () => {
    const { lines, headers } = await table({
      fields: 'name,industry',
      sort: '-name',
      filter: JSON.stringify({ field: 'industry', is: 'is', value: 'bulk' }),
    })
    expect(headers['content-disposition']).toMatch(/^attachment; filename="accounts-\d{4}-\d\d-\d\d\.csv"$/)
    expect(lines[0]).toBe('\uFEFFName,Industry,Id')
    expect(lines[1]).toMatch(/^Row 2050,Bulk,/)
    expect(lines).toHaveLength(2050 + 2)
    expect(new Set(lines.slice(1, -1)).size).toBe(2050)
    expect(lines.at(-2)).toMatch(/^Row 0001,/)
  })
  it('runs no formula in a spreadsheet, and quotes what must be quoted', async () => {
    const { lines } = await table({
      fields: 'name,industry',
      filter: JSON.stringify({ field: 'name', is: 'startsWith', value: '=' }),
    })
    expect(lines[1]).toBe(`"'=HYPERLINK(""http://x"",""y"")","Rope, ""tarred""",${formula.id}`)
  })
  it('says what is wrong before it begins, and nothing to who may not see it', async () => {
    expect(await table({ filter: JSON.stringify({ field: 'wind', is: 'is', value: 1 }) })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'filter.field' }] },
    })
    expect(await table({ fields: 'wind' })).toMatchObject({ status: 422 })
    expect((await owner.get('/api/objects/ships/table.csv')).status).toBe(404)
    expect((await server.browser().get('/api/objects/accounts/table.csv')).status).toBe(401)
    const theirs = randomUUID()
    await server.owner.query(
      `with w as (insert into workspaces (workspace_id, id, created_at, updated_at, name, domains, currency, time_zone, is_demo) values ($1, $1, now(), now(), 'Other', '[]', 'EUR', 'UTC', false))
       insert into accounts (workspace_id, id, created_at, updated_at, name, standing, found_from) values ($1, gen_random_uuid(), now(), now(), 'Their secret', 'prospect', 'table')`,
      [theirs],
    )
    expect(String((await table({})).body)).not.toContain('Their secret')
  })
  it('writes names for ids and money in its own units', () => {
    const fields = rowFieldsOf(Opportunity).filter((f) => ['name', 'accountId', 'amountMinor'].includes(f.name))
    const { header, cellsOf } = csvRows(fields)
    const row = (amountMinor: number | null, currency: string) =>
      cellsOf({
        id: 'i',
        updatedAt: '',
        values: { name: 'N', accountId: 'a', amountMinor, currency },
        titles: { accountId: 'Acme' },
      })
    expect(header).toEqual(['Name', 'Account', 'Amount', 'Currency', 'Id'])
    expect(row(1_250_005, 'EUR')).toEqual(['N', 'Acme', '12500.05', 'EUR', 'i'])
    expect(row(-5, 'EUR')[2]).toBe('-0.05')
    expect(row(1500, 'JPY')[2]).toBe('1500')
    expect(row(1500, 'KWD')[2]).toBe('1.500')
    expect(row(null, 'EUR').slice(2, 4)).toEqual([null, null])
  })
})

describe('a page mark', () => {
  it('that nobody was given is refused, not a fault of the program', async () => {
    for (const keys of [
      ['-createdAt', 'yesterday', 'x'],
      ['-createdAt', '2026-01-01', 'x'],
      ['name', null, randomUUID()],
      ['-createdAt', '2026-99-99', randomUUID()],
    ]) {
      const after = writeCursor(...keys)
      const said = await owner.get(`/api/objects/accounts/rows?sort=-createdAt&after=${after}`)
      expect([keys, said.status]).toEqual([keys, keys[0] === 'name' ? 400 : 422])
    }
  })
})

describe('a filter', () => {
  it('that is nested without end is refused, not a fault of the program', async () => {
    const nest = (depth: number) => `${'{"all":['.repeat(depth)}{"field":"name","is":"isEmpty"}${']}'.repeat(depth)}`
    const save = (depth: number) =>
      owner.ask('POST', '/api/views', `{"object":"accounts","name":"Deep","filter":${nest(depth)}}`, {
        'content-type': 'application/json',
      })
    for (const depth of [7, 400, 20_000]) expect([depth, (await save(depth)).status]).toEqual([depth, 422])
  })
})
