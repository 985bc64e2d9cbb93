/** Does a look ahead tell exactly what the import then does, without writing anything? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { gather, importFiles, ledgerOf, run, undoImport, workIn } from '#test/database/run-import.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { importsActions, listFaults } from '#workspace/imports/actions.ts'
import type { Mapping } from '#workspace/imports/rules/mapping.ts'
import { importsOperations } from './match-import-keys.ts'
import { whenAnImportIsPreviewed } from './when-an-import-is-previewed.ts'

const house = await freshHouse()
type Files = Parameters<typeof gather>[2]

/** Everything that a look ahead must leave as it is. */
const picture = async (ws: TestWorkspace) => {
  const all = []
  for (const table of [
    'accounts',
    'people',
    'stages',
    'opportunities',
    'meetings',
    'changes',
    'import_entries',
    'search_entries',
  ])
    all.push((await house.owner.query(`select t::text from ${table} t where workspace_id = $1 order by id`, [ws.id])).rows)
  return all
}
async function lookAhead(ws: TestWorkspace, files: Files, mapping?: z.output<typeof Mapping>) {
  const made = await gather(house, ws, files)
  await ws.act((ctx) => importsActions.preview(ctx, { id: made.id, mapping }))
  await whenAnImportIsPreviewed.run(workIn(ws), { importId: made.id })
  const row = await ws.act((ctx) => importsActions.get(ctx, { id: made.id }))
  if (!row.preview) throw new Error(row.problem ?? 'No preview')
  return { row, preview: row.preview }
}
/** What the import came to, by table, in the words of a preview. */
async function came(ws: TestWorkspace, importId: string) {
  const words = { stored: 'created', changed: 'changed', already: 'same', skipped: 'skipped' } as const
  const tables: Record<string, Record<string, number>> = {}
  for (const { path, outcome } of await ledgerOf(ws, importId)) {
    tables[path] ??= { created: 0, changed: 0, same: 0, skipped: 0 }
    const table = tables[path]
    table[words[outcome]] = (table[words[outcome]] ?? 0) + 1
  }
  return tables
}
const byPath = (preview: Awaited<ReturnType<typeof lookAhead>>['preview']) =>
  Object.fromEntries(preview.tables.map(({ path, record: _, ...counts }) => [path, counts]))

describe('a look ahead', () => {
  it('counts as the import then does over many batches, shows rows before and after, and writes nothing', async () => {
    const ws = await house.makeWorkspace({ currency: 'EUR' })
    await importFiles(house, ws, [
      {
        path: 'accounts.csv',
        bytes: 'Account ID,Account Name,Website,Employees\nA1,Acme Ltd,acme.example,5\nA2,Beta,beta.example,7\n',
      },
    ])
    const people = ['Full name,E-mail,Company,Phone']
    for (let n = 0; n < 1300; n++)
      people.push(`P ${n % 900},p${n % 900}@firm${n % 50}.example,Firm ${n % 50} GmbH,${n % 7 ? '' : n}`)
    people.push(',,,')
    const files = [
      {
        path: 'accounts.csv',
        bytes:
          'Account ID,Account Name,Website,Employees\nA1,Acme Ltd,acme.example,12\nA2,Beta,beta.example,many\nA3,New,,1\n,,x.example,\n',
      },
      { path: 'people.csv', bytes: people.join('\n') },
      {
        path: 'deals.csv',
        bytes:
          'Deal ID,Deal name,Company,Stage,Amount,Close date\nD1,One,Acme Limited,Trial,1000,2026-05-01\nD2,Two,Gamma,Won,,\nD1,One,Acme Limited,Trial,1200,2026-05-01\n',
      },
    ]
    const before = await picture(ws)
    const { row, preview } = await lookAhead(ws, files)
    expect(await picture(ws)).toEqual(before)
    expect(row).toMatchObject({ state: 'gathering', seenCount: 0, problem: null })
    expect(preview.whole).toBe(true)
    expect(preview.samples.filter((s) => s.path === 'accounts.csv' && s.deed === 'changed')).toEqual([
      {
        path: 'accounts.csv',
        label: 'Line 2: Acme Ltd, A1',
        deed: 'changed',
        fields: [{ label: 'Employees', before: '5', after: '12' }],
      },
    ])
    expect(preview.samples.find((s) => s.path === 'deals.csv')?.fields).toContainEqual({
      label: 'Amount',
      before: null,
      after: 'EUR 1,200.00',
    })
    expect(preview.samples.find((s) => s.path === 'deals.csv')?.fields).toContainEqual({
      label: 'Stage',
      before: null,
      after: 'Trial',
    })
    expect(preview.reasons).toContainEqual({ reason: 'Employees was left out: “…” is no number.', count: 1 })
    expect(preview.alongside).toMatchObject({ accounts: 51, stages: 7 })
    expect(preview.alongside.stageNames).toContain('Trial')
    await ws.act((ctx) => importsActions.start(ctx, { id: row.id }))
    expect(await run(ws, row.id)).toMatchObject({ state: 'finished' })
    expect(byPath(preview)).toEqual(await came(ws, row.id))
    expect(byPath(preview)['people.csv']).toMatchObject({ created: 900, skipped: 0 })
  })

  it('agrees with the import over random tables, keys and what was there before', async () => {
    const few = (...words: string[]) => fc.constantFrom('', ...words)
    const person = fc.tuple(
      few('1', '2', '3'),
      few('Ana', 'Bo', 'Cy'),
      few('a@x.example', 'b@x.example', 'c@free.example'),
      few('Firm', 'Firm GmbH', 'Other'),
      few('030 1234567', '+49 30 1234567', '555 0000000'),
    )
    const deal = fc.tuple(few('1', '2'), few('One', 'Two'), few('Firm', 'Other'), few('Won', 'Trial'), few('10', '20'))
    const table = (head: string, rows: string[][]) => [head, ...rows.map((r) => r.join(','))].join('\n')
    const mapped = (record: 'people' | 'opportunities', pairs: [string, string][], keys: string[]) => ({
      record,
      keys,
      fields: Object.fromEntries(pairs),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 6 }),
        fc.array(person, { minLength: 1, maxLength: 12 }),
        fc.array(deal, { minLength: 1, maxLength: 8 }),
        fc.subarray(['externalId', 'email', 'phone', 'name']),
        fc.subarray(['externalId', 'name']),
        async (first, people, deals, peopleKeys, dealKeys) => {
          const ws = await house.makeWorkspace({ currency: 'EUR' })
          const heads = { p: 'Id,Name,Email,Firm,Phone', d: 'Id,Name,Firm,Stage,Sum' }
          if (first.length) await importFiles(house, ws, [{ path: 'people.csv', bytes: table(heads.p, first) }])
          const mapping = {
            'people.csv': mapped(
              'people',
              [
                ['Id', 'externalId'],
                ['Name', 'name'],
                ['Email', 'email'],
                ['Firm', 'accountName'],
                ['Phone', 'phone'],
              ],
              peopleKeys,
            ),
            'deals.csv': mapped(
              'opportunities',
              [
                ['Id', 'externalId'],
                ['Name', 'name'],
                ['Firm', 'accountName'],
                ['Stage', 'stageName'],
                ['Sum', 'amountMinor'],
              ],
              dealKeys,
            ),
          }
          const { row, preview } = await lookAhead(
            ws,
            [
              { path: 'people.csv', bytes: table(heads.p, people) },
              { path: 'deals.csv', bytes: table(heads.d, deals) },
            ],
            mapping,
          )
          await ws.act((ctx) => importsActions.start(ctx, { id: row.id, mapping }))
          await run(ws, row.id)
          expect(byPath(preview)).toEqual(await came(ws, row.id))
        },
      ),
      { numRuns: 8, seed: 11 },
    )
  }, 120_000)

  it('can be stopped, and begins again', async () => {
    const ws = await house.makeWorkspace()
    const rows = Array.from({ length: 6000 }, (_, n) => `P ${n},p${n}@f.example`)
    const made = await gather(house, ws, [{ path: 'people.csv', bytes: ['Full name,E-mail', ...rows].join('\n') }])
    await ws.act((ctx) => importsActions.preview(ctx, { id: made.id }))
    const work = workIn(ws)
    let acts = 0
    // Stopped by somebody between its batches.
    const stopped = {
      ...work,
      act: async (...asked: Parameters<typeof work.act>) => {
        if (++acts === 6) await ws.act((ctx) => importsActions.stop(ctx, { id: made.id }))
        return work.act(...asked)
      },
    } as typeof work
    await whenAnImportIsPreviewed.run(stopped, { importId: made.id })
    const row = await ws.act((ctx) => importsActions.get(ctx, { id: made.id }))
    expect(row).toMatchObject({ state: 'gathering', preview: { whole: false } })
    await ws.act((ctx) => importsActions.preview(ctx, { id: made.id }))
    await whenAnImportIsPreviewed.run(work, { importId: made.id })
    expect(await ws.act((ctx) => importsActions.get(ctx, { id: made.id }))).toMatchObject({
      preview: { whole: true, seen: 6000 },
    })
  })
})

describe('what is decided for a table', () => {
  const csv = 'Firm,Chief,Mail\nAcme,Ana,ana@acme.example\n'
  it('is remembered by its headings, offered for the next, and said', async () => {
    const ws = await house.makeWorkspace()
    const first = await gather(house, ws, [{ path: 'jan.csv', bytes: csv }])
    const mapping = {
      'jan.csv': { record: 'people' as const, keys: ['email'], fields: { Firm: 'accountName', Chief: 'name', Mail: 'email' } },
    }
    await ws.act((ctx) => importsActions.start(ctx, { id: first.id, mapping }))
    const second = await gather(house, ws, [{ path: 'feb.csv', bytes: 'mail,FIRM,Chief\nx,y,z\n' }])
    const [guess] = await ws.act((ctx) => importsActions.inspect(ctx, { id: second.id }))
    expect(guess).toMatchObject({ record: 'people', keys: ['email'], remembered: { fileName: 'jan.csv' } })
    expect(guess?.headers.map((h) => [h.header, h.field])).toEqual([
      ['mail', 'email'],
      ['FIRM', 'accountName'],
      ['Chief', 'name'],
    ])
    const elsewhere = await house.makeWorkspace()
    const other = await gather(house, elsewhere, [{ path: 'feb.csv', bytes: csv }])
    expect((await elsewhere.act((ctx) => importsActions.inspect(ctx, { id: other.id })))[0]?.remembered).toBeNull()
  })

  it('says by each key alone how many rows are here already', async () => {
    const ws = await house.makeWorkspace()
    await importFiles(house, ws, [
      {
        path: 'people.csv',
        bytes:
          'Full name,E-mail,Company,Phone\nAna,ana@acme.example,Acme Ltd,+49 30 1234567\nBo,bo@acme.example,Acme Ltd,+44 20 7946 0018\n',
      },
    ])
    const made = await gather(house, ws, [
      {
        path: 'more.csv',
        bytes: 'Full name,E-mail,Company,Phone\nAna,,Acme,030/1234567\nBo,bo@acme.example,,\nCy,,,+1 207 946 0018\n',
      },
    ])
    const fields = { 'Full name': 'name', 'E-mail': 'email', Company: 'accountName', Phone: 'phone' }
    const answer = await ws.act((ctx) =>
      importsOperations.match(ctx, { id: made.id, path: 'more.csv', record: 'people', fields }),
    )
    expect(answer.rows).toBe(3)
    expect(answer.keys.map(({ key, filled, found }) => [key, filled, found])).toEqual([
      ['externalId', 0, 0],
      ['email', 1, 1],
      // The second number ends as one that is here, but rings in another country.
      ['phone', 2, 1],
      ['name', 3, 1],
    ])
  })
})

it('rows at fault come as a table with their cells, and mended they alone come in', async () => {
  const ws = await house.makeWorkspace()
  const csv = 'Account Name;Employees;Website\nAcme;many;=1+1\n;5;+49 x\nBeta;7;beta.example\n'
  const row = await importFiles(house, ws, [{ path: 'in/accounts.csv', bytes: csv }])
  expect(await ws.act((ctx) => importsActions.faults(ctx, { id: row.id }))).toEqual([
    { path: 'in/accounts.csv', skipped: 1, incomplete: 1 },
  ])
  const only = await ws.act((ctx) => listFaults(ctx, row.id, 'in/accounts.csv', null, true))
  expect(only).toMatchObject({
    headers: ['Row in the file', 'Why it was not taken', 'Account Name', 'Employees', 'Website'],
    lines: [['3', expect.stringMatching(/names no account/), '', '5', '+49 x']],
  })
  const all = await ws.act((ctx) => listFaults(ctx, row.id, 'in/accounts.csv', null, false))
  expect(all.lines.map((l) => l[0])).toEqual(['2', '3'])
  const mended = [only.headers.join(','), '3,because,Gamma,5,gamma.example'].join('\n')
  const again = await gather(house, ws, [{ path: 'mended.csv', bytes: mended }])
  expect((await ws.act((ctx) => importsActions.inspect(ctx, { id: again.id })))[0]?.remembered?.fileName).toBe('in/accounts.csv')
  await ws.act((ctx) => importsActions.start(ctx, { id: again.id }))
  expect(await run(ws, again.id)).toMatchObject({ storedCount: 1, seenCount: 1, skippedCount: 0 })
  await undoImport(ws, again.id)
})
