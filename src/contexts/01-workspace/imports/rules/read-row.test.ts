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
    (path) => kinds[path] ?? null,
  )
  expect(sorted.map((s) => s.path)).toEqual(['orgs.csv', 'people.csv', 'a.mbox', 'z.mbox', 'deals.csv'])
})

it('says what may be done with an import, and why not', () => {
  expect([may('start', 'gathering'), may('stop', 'running'), may('resume', 'failed'), may('undo', 'finished')]).toEqual([
    null,
    null,
    null,
    null,
  ])
  for (const deed of ['addFile', 'start', 'stop', 'resume', 'undo'] as const) expect(may(deed, 'undone')).toMatch(/\.$/)
})
