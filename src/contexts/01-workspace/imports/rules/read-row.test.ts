/** Are rows read by what their columns are, and files in the order in which they refer to each other? */
import { describe, expect, it } from 'vitest'
import { may } from './may.ts'
import { orderSources } from './order-sources.ts'
import { readColumns, readRow } from './read-row.ts'

describe('a row', () => {
  const headers = ['Id', 'Close', 'Open', 'Sum', 'Skip']
  const fields = { Id: 'externalId', Close: 'closeOn', Open: 'openedOn', Sum: 'amountMinor', Skip: null }
  const read = (...rows: string[][]) => {
    const columns = readColumns('opportunities', headers, fields, rows, 'EUR')
    return rows.map((cells) => readRow(columns, cells))
  }
  it('takes the order of its dates from whichever column tells', () => {
    const [first] = read(['a', '03/04/2026', '01/02/2026', '1.234,50', 'x'], ['b', '05/06/2026', '25/12/2025', '7,5', 'y'])
    expect(first).toEqual({
      given: { externalId: 'a', closeOn: '2026-04-03', openedOn: '2026-02-01', amountMinor: 123_450 },
      notes: [],
    })
  })
  it('keeps the currency that a sum names, leaves out what cannot be read, and says it', () => {
    const [first, second] = read(['a', 'soon', '', '$1,234.50', ''], ['', '', '', 'lots', ''])
    expect(first).toEqual({
      given: { externalId: 'a', amountMinor: 123_450, currency: 'USD' },
      notes: ['Close was left out: “soon” is no date that exists.'],
    })
    expect(second).toEqual({ given: {}, notes: ['Sum was left out: “lots” is no sum of money.'] })
  })
})

it('reads accounts first, opportunities last, the rest in between, by name', () => {
  const paths = ['z.mbox', 'deals.csv', 'people.csv', 'orgs.csv', 'a.mbox']
  const kinds: Record<string, 'accounts' | 'people' | 'opportunities'> = {
    'orgs.csv': 'accounts',
    'people.csv': 'people',
    'deals.csv': 'opportunities',
  }
  const sorted = orderSources(
    paths.map((path) => ({ path })),
    Object.fromEntries(Object.entries(kinds).map(([path, record]) => [path, { record }])),
  )
  expect(sorted.map((s) => s.source.path)).toEqual(['orgs.csv', 'people.csv', 'a.mbox', 'z.mbox', 'deals.csv'])
})

it('reads a workbook once for each kind of its sheets, in the same order', () => {
  const mapped = { 'book.xlsx/Deals': { record: 'opportunities' as const }, 'book.xlsx/Firms': { record: 'accounts' as const } }
  const readings = orderSources([{ path: 'book.xlsx' }, { path: 'a.mbox' }], mapped)
  const sheets = ['book.xlsx/Deals', 'book.xlsx/Firms', 'book.xlsx/Notes']
  expect(readings.map(({ source, wants }) => [source.path, sheets.filter(wants)])).toEqual([
    ['book.xlsx', ['book.xlsx/Firms']],
    ['a.mbox', sheets],
    ['book.xlsx', ['book.xlsx/Notes']],
    ['book.xlsx', ['book.xlsx/Deals']],
  ])
})

it('says what may be done with an import, and why not', () => {
  expect([may('start', 'gathering'), may('stop', 'running'), may('resume', 'failed'), may('undo', 'finished')]).toEqual([
    null,
    null,
    null,
    null,
  ])
  for (const deed of ['addFile', 'preview', 'start', 'stop', 'resume', 'undo'] as const)
    expect(may(deed, 'undone')).toMatch(/\.$/)
})
