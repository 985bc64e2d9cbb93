/** Does a filter mean the same to who writes it, to an address, to a reader, and to the calendar? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currency, day, minorUnits, moment, oneOf, reference, share, text, yesNo } from './fields.ts'
import { type Condition, checkFilter, Filter, type Filter as FilterOf, type Span, units } from './filter.ts'
import { dayRangeOf, plusUnits, startOf } from './filter-days.ts'
import { sayFilter } from './filter-sentence.ts'
import { readFilter, writeFilter } from './filter-url.ts'
import { record } from './record.ts'
import { rowFieldsOf } from './row-field.ts'

const Boat = record(
  'boats',
  { noun: 'boat', plural: 'boats', title: 'name' },
  {
    name: text('Name'),
    state: oneOf('State', 'afloat', 'inHarbour'),
    harbourId: reference('Harbour', 'harbours').nullable(),
    captainId: reference('Captain', 'members'),
    priceMinor: minorUnits('Price').nullable(),
    currency: currency(),
    wear: share('Wear'),
    sailsOn: day('Sails').nullable(),
    seenAt: moment('Seen'),
    leaky: yesNo('Leaky'),
  },
)
const fields = rowFieldsOf(Boat)
const [ana, bo] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058']

const spans = fc.record({
  which: fc.constantFrom('last', 'this', 'next'),
  n: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom(...units),
})
const days = fc.oneof(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
  fc.record({ from: fc.constant('today' as const), plus: fc.integer({ min: -400, max: 400 }), unit: fc.constantFrom(...units) }),
)
const words = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.constantFrom('5', '-1.5', 'true', 'a*b.c_d', '1e9', '_', '__'),
)
const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant('name'), is: fc.constantFrom('is', 'isNot', 'contains', 'startsWith'), value: words }),
  fc.record({
    field: fc.constantFrom('priceMinor', 'wear'),
    is: fc.constantFrom('is', 'atLeast', 'atMost'),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
  fc.record({
    field: fc.constant('priceMinor'),
    is: fc.constant('between' as const),
    value: fc.tuple(fc.integer(), fc.integer()),
  }),
  fc.record({ field: fc.constantFrom('sailsOn', 'seenAt'), is: fc.constantFrom('on', 'before', 'after'), value: days }),
  fc.record({ field: fc.constantFrom('sailsOn', 'seenAt'), is: fc.constant('between' as const), value: fc.tuple(days, days) }),
  fc.record({ field: fc.constantFrom('sailsOn', 'seenAt'), is: fc.constant('during' as const), value: spans }),
  fc.record({
    field: fc.constant('state'),
    is: fc.constantFrom('isAnyOf', 'isNoneOf'),
    value: fc.subarray(['afloat', 'inHarbour'], { minLength: 1 }),
  }),
  fc.record({
    field: fc.constantFrom('captainId', 'harbourId'),
    is: fc.constantFrom('isAnyOf', 'isNoneOf'),
    value: fc.array(fc.uuid(), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ field: fc.constant('leaky'), is: fc.constant('is' as const), value: fc.boolean() }),
  fc.constantFrom<Condition>({ field: 'captainId', is: 'isMe' }, { field: 'sailsOn', is: 'isEmpty' }),
)
const filters = fc.letrec<{ any: FilterOf }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    conditions,
    fc.array(tie('any'), { maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('any'), { maxLength: 4 }).map((any) => ({ any })),
  ),
})).any

describe('a filter', () => {
  it('comes back from an address as it was, and stands there without an encoded letter', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const written = writeFilter(filter)
        expect(new URLSearchParams({ f: written }).toString()).toBe(`f=${written}`)
        expect(readFilter(written)).toEqual(JSON.parse(JSON.stringify(filter)))
      }),
    )
  })
  it('never comes from an address that nobody wrote, and no address breaks the reader', () => {
    fc.assert(fc.property(fc.string(), (text) => void readFilter(text)))
    for (const text of ['', 'all.3*name.is.x', 'name', 'all.1', 'name.is.x*name.is.y', 'all.9999999999'])
      expect(readFilter(text)).toBeNull()
  })
  it('names each fault where it lies', () => {
    expect(
      checkFilter(
        { all: [{ field: 'state', is: 'isAnyOf', value: ['sunk'] }, { any: [{ field: 'wind', is: 'is', value: 1 }] }] },
        fields,
      ),
    ).toEqual([
      { path: 'filter.all.0.value', message: 'Choose from afloat, inHarbour' },
      { path: 'filter.all.1.any.0.field', message: 'There is no field "wind" to filter by' },
    ])
    expect(checkFilter({ field: 'leaky', is: 'contains', value: 'x' }, fields).map((p) => p.path)).toEqual(['filter.is'])
    expect(checkFilter({ field: 'leaky', is: 'isEmpty' }, fields).map((p) => p.path)).toEqual(['filter.is'])
    const said = Filter.safeParse({
      all: [
        { field: 'name', is: 'is', value: 'x' },
        { field: 'name', is: 'likes' },
        { all: [], any: [] },
      ],
    })
    expect(said.error?.issues.map((i) => i.path.join('.'))).toEqual(['all.1.is', 'all.2'])
  })
  it('is refused when it is nested or long beyond reason', () => {
    const one: FilterOf = { field: 'leaky', is: 'is', value: true }
    let deep: FilterOf = one
    for (let i = 0; i < 8; i++) deep = { all: [deep] }
    expect(checkFilter(deep, fields)).toHaveLength(1)
    expect(checkFilter({ all: Array.from({ length: 101 }, () => one) }, fields)).toHaveLength(1)
    expect(checkFilter({ all: Array.from({ length: 40 }, () => one) }, fields)).toEqual([])
  })
  it('reads aloud', () => {
    const nameOf = (_: string, id: string) => ({ [ana]: 'Port Ana', [bo]: 'Port Bo' })[id]
    const say = (filter: FilterOf) => sayFilter(filter, fields, nameOf)
    expect(
      say({
        all: [
          { field: 'harbourId', is: 'isAnyOf', value: [ana, bo] },
          { field: 'sailsOn', is: 'during', value: { which: 'this', n: 1, unit: 'quarter' } },
        ],
      }),
    ).toBe('Harbour is Port Ana or Port Bo, sails this quarter')
    expect(
      say({
        any: [
          {
            all: [
              { field: 'leaky', is: 'is', value: true },
              { field: 'captainId', is: 'isMe' },
            ],
          },
          { field: 'priceMinor', is: 'atLeast', value: 1_250_000 },
        ],
      }),
    ).toBe('(Leaky: yes, captain is me) or price is at least 12,500')
    expect(say({ field: 'seenAt', is: 'before', value: { from: 'today', plus: -30, unit: 'day' } })).toBe(
      'Seen before 30 days ago',
    )
    expect(say({ field: 'state', is: 'isNoneOf', value: ['inHarbour'] })).toBe('State is not In harbour')
    expect(say({ all: [] })).toBe('')
  })
})

describe('days seen from today', () => {
  const range = (value: Span, today: string) => dayRangeOf({ field: 'sailsOn', is: 'during', value }, today)
  it.each([
    [{ which: 'this', n: 1, unit: 'week' }, '2026-03-01', '2026-02-23', '2026-03-01'],
    [{ which: 'last', n: 7, unit: 'day' }, '2026-03-01', '2026-02-23', '2026-03-01'],
    [{ which: 'next', n: 7, unit: 'day' }, '2026-02-27', '2026-02-27', '2026-03-05'],
    [{ which: 'last', n: 1, unit: 'month' }, '2024-03-31', '2024-02-01', '2024-02-29'],
    [{ which: 'next', n: 2, unit: 'quarter' }, '2026-11-15', '2027-01-01', '2027-06-30'],
    [{ which: 'last', n: 1, unit: 'year' }, '2026-01-01', '2025-01-01', '2025-12-31'],
  ] as const)('%j from %s', (span, today, from, to) => expect(range(span, today)).toEqual({ from, to }))
  it('last, this and next longer spans follow one another without a gap', () => {
    fc.assert(
      fc.property(
        spans,
        days.filter((d) => typeof d === 'string'),
        ({ n, unit }, today) => {
          fc.pre(unit !== 'day')
          const at = (which: Span['which']) => range({ which, n, unit }, today as string)
          expect(plusUnits(at('last').to ?? '', 1, 'day')).toBe(at('this').from)
          expect(plusUnits(at('this').to ?? '', 1, 'day')).toBe(at('next').from)
          expect(startOf(at('next').from ?? '', unit)).toBe(at('next').from)
        },
      ),
    )
  })
  it('a month after the 31st is the last of a short month, and the calendar has ends', () => {
    expect(plusUnits('2026-01-31', 1, 'month')).toBe('2026-02-28')
    expect(plusUnits('2024-02-29', 1, 'year')).toBe('2025-02-28')
    expect(plusUnits('2026-01-31', -10_000, 'year')).toBe('0001-01-01')
    expect(plusUnits('2026-01-31', 10_000, 'year')).toBe('9999-12-31')
  })
})
