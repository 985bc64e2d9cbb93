import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Filter } from '#foundation/contract/filter.ts'
import { exportAddress } from './export-address.ts'
import {
  isAsSaved,
  keptOf,
  readViewState,
  type SavedView,
  type UsualView,
  type ViewState,
  viewKinds,
  writeViewState,
} from './view-state.ts'

const usual: UsualView = { kind: 'table', columns: [{ field: 'name', width: null }] }
const field = fc.constantFrom('name', 'standing', 'ownerId', 'closeOn')
const filter: fc.Arbitrary<Filter> = fc.record({
  field,
  is: fc.constant('contains' as const),
  value: fc.string({ minLength: 1 }),
})
const state: fc.Arbitrary<ViewState> = fc.record({
  kind: fc.constantFrom(...viewKinds),
  words: fc.string(),
  filter: fc.option(
    fc.oneof(
      filter,
      fc.array(filter, { minLength: 1, maxLength: 3 }).map((any): Filter => ({ any })),
    ),
  ),
  sort: fc.option(fc.constantFrom('name', '-closeOn', 'standing,-name')),
  columns: fc.array(fc.record({ field, width: fc.option(fc.integer({ min: 40, max: 900 })) }), { minLength: 1, maxLength: 5 }),
  groupBy: fc.option(field),
  startBy: fc.option(field),
  endBy: fc.option(field),
  closed: fc.array(fc.constantFrom('prospect', 'none', 'true'), { maxLength: 2 }),
  month: fc.option(fc.constantFrom('2026-11', '2027-01')),
  saved: fc.option(fc.uuid()),
})

it('shows the same from its address, whatever is shown', () => {
  fc.assert(
    fc.property(state, (shown) => {
      expect(readViewState(writeViewState(shown, usual), usual)).toEqual(shown)
    }),
  )
})

it('says nothing in the address when everything is as usual', () => {
  expect(Object.values(writeViewState(readViewState({}, usual), usual)).filter(Boolean)).toEqual([])
})

it('knows a saved view again until something of it is changed', () => {
  fc.assert(
    fc.property(state, (shown) => {
      const view = { id: 'a', ...keptOf(shown), columns: [...shown.columns] } as unknown as SavedView
      expect(isAsSaved(shown, view, usual)).toBe(true)
      expect(isAsSaved({ ...shown, closed: ['former'], month: null }, view, usual)).toBe(true)
      expect(isAsSaved({ ...shown, words: `${shown.words} more` }, view, usual)).toBe(false)
    }),
  )
})

it('is exported with its filter, order and columns, its groups one after the other', () => {
  const shown = { ...readViewState({ cols: 'name~country', sort: '-name,standing', group: 'standing', words: 'a & b' }, usual) }
  const filter: Filter = { field: 'name', is: 'contains', value: 'x' }
  const { pathname, searchParams } = new URL(exportAddress('accounts', { ...shown, filter }), 'https://house.example')
  expect([pathname, Object.fromEntries(searchParams)]).toEqual([
    '/api/objects/accounts/table.csv',
    { filter: JSON.stringify(filter), words: 'a & b', sort: 'standing,-name', fields: 'name,country' },
  ])
})
