/** Do the public sets go in whole: every mail accounted for, every sum right, a second time nothing, and taken back exactly? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { importFiles, ledgerOf, undoImport } from './database/run-import.ts'
import { freshHouse, type TestWorkspace } from './database/with-workspace.ts'

const sets = '../shared/datasets'
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.slice(sets.length + 1), bytes: readFileSync(path) }))

describe.skipIf(!existsSync(sets))('the public sets', async () => {
  const house = await freshHouse()
  const count = async (ws: TestWorkspace, table: string, where = 'true') =>
    Number(
      (await house.owner.query(`select count(*) as n from ${table} where workspace_id = $1 and ${where}`, [ws.id])).rows[0]?.n,
    )
  const balanced = (row: { seenCount: number; storedCount: number; alreadyCount: number; skippedCount: number }) =>
    row.storedCount + row.alreadyCount + row.skippedCount === row.seenCount

  it('crm-sales-opportunities: 8,800 opportunities, 10,005,534.00 won, nothing the second time, and back to nothing', async () => {
    const ws = await house.makeWorkspace({ currency: 'USD' })
    const files = filesBelow(`${sets}/crm-sales-opportunities`)
    const first = await importFiles(house, ws, files)
    expect(first).toMatchObject({ state: 'finished', problem: null })
    expect(balanced(first)).toBe(true)
    const check = async () => {
      expect(await count(ws, 'opportunities')).toBe(8800)
      expect(await count(ws, 'opportunities', 'account_id is null')).toBe(1425)
      const [stages, totals] = await ws.act(async (ctx) => [
        await opportunitiesActions.stages(ctx),
        await opportunitiesActions.totals(ctx),
      ])
      const of = (name: string) => totals.find((t) => t.stageId === stages.find((s) => s.name === name)?.id)
      expect(of('Won')).toMatchObject({ count: 4238, amounts: [{ currency: 'USD', amountMinor: 1_000_553_400 }] })
      expect([of('Lost')?.count, of('Engaging')?.count, of('Prospecting')?.count]).toEqual([2473, 1589, 500])
      expect(await count(ws, 'accounts')).toBe(85)
      const { rows } = await house.owner.query(
        `select min(opened_on) as a, max(opened_on) as b, min(close_on) as c, max(close_on) as d from opportunities where workspace_id = $1`,
        [ws.id],
      )
      expect(rows[0]).toEqual({ a: '2016-10-20', b: '2017-12-27', c: '2017-03-01', d: '2017-12-31' })
    }
    await check()
    const changesBefore = await count(ws, 'changes')
    const second = await importFiles(house, ws, files)
    expect(second).toMatchObject({ state: 'finished', storedCount: 0, seenCount: first.seenCount })
    expect(await count(ws, 'changes')).toBe(changesBefore)
    await check()
    const undone = await undoImport(ws, first.id)
    expect(undone).toMatchObject({ state: 'undone', problem: null })
    expect([await count(ws, 'opportunities'), await count(ws, 'accounts')]).toEqual([0, 0])
    expect(await ledgerOf(ws, first.id)).toHaveLength(first.seenCount)
  }, 300_000)

  it('mime-torture: every file and message ends in the ledger', async () => {
    const ws = await house.makeWorkspace()
    const files = filesBelow(`${sets}/mime-torture`)
    const row = await importFiles(house, ws, files)
    expect(row).toMatchObject({ state: 'finished', problem: null })
    expect(balanced(row)).toBe(true)
    const entries = await ledgerOf(ws, row.id)
    expect(entries).toHaveLength(row.seenCount)
    expect(new Set(entries.map((e) => e.path)).size).toBe(files.length)
    expect(entries.filter((e) => e.outcome === 'skipped' && !e.reason)).toEqual([])
    expect(entries.filter((e) => e.reason?.startsWith('It could not be stored'))).toEqual([])
    expect(await count(ws, 'messages')).toBe(entries.filter((e) => e.outcome === 'stored').length)
    const again = await importFiles(house, ws, files)
    expect(again).toMatchObject({ state: 'finished', storedCount: 0, skippedCount: row.skippedCount })
    await undoImport(ws, row.id)
    for (const table of ['messages', 'threads', 'people', 'accounts', 'participations', 'attachments', 'files'])
      expect([table, await count(ws, table)]).toEqual([table, 0])
  }, 300_000)

  it('sales-call-transcripts: calls go to the accounts their files are named after', async () => {
    const ws = await house.makeWorkspace()
    const accounts = {
      path: 'accounts.csv',
      bytes: 'Account Name,Industry\nModaMart,Retail\nNexiv Solutions Inc.,Software\nVitaCare Health,Health\n',
    }
    const row = await importFiles(house, ws, [accounts, ...filesBelow(`${sets}/sales-call-transcripts`)])
    expect(row).toMatchObject({ state: 'finished', problem: null })
    const { rows } = await house.owner.query(
      `select a.name, count(*) as n from messages m join accounts a on a.id = m.account_id where m.workspace_id = $1 group by 1 order by 1`,
      [ws.id],
    )
    expect(rows.map((r) => [r.name, r.n])).toEqual([
      ['ModaMart', 10],
      ['Nexiv Solutions Inc.', 10],
      ['VitaCare Health', 10],
    ])
  }, 120_000)

  it('salesforce exports: ids join people and opportunities to accounts, both date styles are read', async () => {
    for (const folder of ['earthfink-powerbi', 'sfdc-gen-ai-demo']) {
      const ws = await house.makeWorkspace({ currency: 'USD' })
      const files = filesBelow(`${sets}/salesforce-export-samples/${folder}`)
      const row = await importFiles(house, ws, files)
      expect(row).toMatchObject({ state: 'finished', problem: null })
      expect(balanced(row)).toBe(true)
      expect(await count(ws, 'opportunities', 'account_id is null')).toBe(0)
      expect(await count(ws, 'opportunities', 'close_on is null')).toBe(0)
      const again = await importFiles(house, ws, files)
      expect([folder, again.storedCount]).toEqual([folder, 0])
    }
  }, 120_000)
})
