/** Do cells become values, and do bad ones say why in plain words? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideDateOrder, decideDecimal } from './decide-date-order.ts'
import { type CellHints, type CellKind, readCell } from './read-cell.ts'

const value = (kind: CellKind, text: string, hints: CellHints = {}) => {
  const read = readCell(kind, text, hints)
  return 'value' in read ? read.value : `! ${read.problem}`
}

describe('the order of a date', () => {
  test.each([
    [['31/12/2023', '03/04/2024'], 'dmy', true],
    [['12/31/2023', '03/04/2024'], 'mdy', true],
    [['03.04.2024'], 'dmy', true],
    [['2024-03-04', '2024/05/06'], 'ymd', true],
    [['03/04/2024', '05/06/2024'], 'mdy', false],
    [['31/12/2023', '12/31/2023', '13/01/2024'], 'dmy', false],
    [['3 May 2024', ''], 'dmy', true],
    [['02/23/26 08:55 PM'], 'mdy', true],
  ] as const)('%j is %s (certain: %s)', (cells, order, certain) => {
    expect(decideDateOrder(cells)).toMatchObject({ order, certain })
  })
  test('a fallback decides what nothing tells', () => {
    expect(decideDateOrder(['03/04/2024'], 'dmy')).toMatchObject({ order: 'dmy', certain: false })
  })
})

describe('days and moments', () => {
  test.each([
    ['2024-02-29', 'dmy', '2024-02-29'],
    ['03/04/2024', 'dmy', '2024-04-03'],
    ['03/04/2024', 'mdy', '2024-03-04'],
    ['31/12/24', 'mdy', '2024-12-31'],
    ['1.2.24', 'dmy', '2024-02-01'],
    ['31. Dezember 2024', 'dmy', '2024-12-31'],
    ['Dec 31, 2024', 'dmy', '2024-12-31'],
    ['Tue, 3rd March 2024', 'dmy', '2024-03-03'],
    ['20240131', 'dmy', '2024-01-31'],
    ['45292', 'dmy', '2024-01-01'],
    ['2024-01-31T10:00:00.000+0000', 'dmy', '2024-01-31'],
    ['02/23/26 08:55 PM', 'mdy', '2026-02-23'],
  ] as const)('%s (%s)', (text, dateOrder, day) => {
    expect(value('day', text, { dateOrder })).toBe(day)
  })
  test.each(['2024-02-30', '99/99/2024', 'soon', '12', 'Q3 2024'])('%s is refused', (text) => {
    expect(value('day', text)).toBe(`! “${text}” is no date that exists.`)
  })
  test('moments keep their clock and offset', () => {
    expect(value('moment', '02/23/26 08:55 PM', { dateOrder: 'mdy' })).toBe('2026-02-23T20:55:00.000Z')
    expect(value('moment', '2024-01-31 10:00+0200')).toBe('2024-01-31T08:00:00.000Z')
  })
})

describe('money', () => {
  test.each([
    ['1.234,56 €', 123456, 'EUR'], ['$1,234.50', 123450, 'USD'], ['12k', 1200000, null], ['1,2 Mio. EUR', 120000000, 'EUR'], ['€ 12.000,-', 1200000, 'EUR'],
    ["CHF 1'234.50", 123450, 'CHF'], ['1 234,50', 123450, null], ['(1,234)', -123400, null], ['-5', -500, null], ['0', 0, null], ['¥1,200', 1200, 'JPY'],
    ['1.234', 123400, null], ['1,5', 150, null], ['US$ 2.5m', 250000000, 'USD'], ['550', 55000, null], ['1.005', 100500, null], ['0.129', 13, null], ['12,345,678', 1234567800, null],
  ] as const)('%s', (text, amountMinor, currency) => {
    const hints: CellHints = text === '0.129' ? { decimal: '.' } : {}
    expect(value('money', text, hints)).toEqual({ amountMinor, currency })
  }) // biome-ignore format: a table
  test('the column tells what one cell cannot', () => {
    expect(decideDecimal(['1.234', '5,50'])).toBe(',')
    expect(decideDecimal(['1,234', '5.50'])).toBe('.')
    expect(decideDecimal(['1.234', '2.345'])).toBeNull()
    expect(value('money', '1.234', { decimal: '.' })).toEqual({ amountMinor: 123, currency: null })
    expect(value('money', '1200', { currency: 'JPY' })).toEqual({ amountMinor: 1200, currency: null })
  })
  test.each(['abc', '1.2.3', '12 apples', '€', '99999999999999999999'])('%s is refused', (text) => {
    expect(value('money', text)).toBe(`! “${text}” is no sum of money.`)
  })
  test('what is written with thousands and decimals is read back, in both worlds', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }), fc.constantFrom('de-DE', 'en-US'), (minor, locale) => {
        const text = (minor / 100).toLocaleString(locale, { minimumFractionDigits: 2 })
        expect(value('money', text)).toEqual({ amountMinor: minor, currency: null })
      }),
    )
  })
})

describe('the other kinds', () => {
  test.each([
    ['integer', '1,234', 1234], ['integer', '10k', 10000], ['integer', '51-200', '! “51-200” is a range, not one number.'], ['integer', '1.5', '! “1.5” is no whole number.'],
    ['share', '45 %', 0.45], ['share', '0,5', 0.5], ['share', '100', 1], ['share', '140', '! “140” is no percentage between 0 and 100.'],
    ['yesNo', 'Ja', true], ['yesNo', 'FALSE', false], ['yesNo', 'n', false], ['yesNo', 'maybe', '! “maybe” is neither yes nor no.'],
    ['email', 'Ana <ANA@Acme.example>', 'ana@acme.example'], ['email', 'a@b.example; c@d.example', 'a@b.example'], ['email', 'nobody', '! “nobody” is no mail address.'],
    ['url', 'acme.example/x', 'https://acme.example/x'], ['url', 'none of it', '! “none of it” is no web address.'], ['domain', 'https://www.Acme.co.uk/about', 'acme.co.uk'], ['domain', '1100.04', '! “1100.04” is no domain.'],
    ['phone', '+49 (30) 12-34', '+49 (30) 12-34'], ['phone', 'call me', '! “call me” is no phone number.'], ['currency', 'eur', 'EUR'], ['currency', '€', 'EUR'], ['currency', 'gold', '! “gold” is no currency.'],
    ['text', '  Acme\n GmbH ', 'Acme GmbH'], ['longText', ' a\nb ', 'a\nb'], ['text', 'None', 'None'], ['day', 'N/A', null], ['money', '-', null], ['text', '', null],
  ] as [CellKind, string, unknown][])('%s %j', (kind, text, expected) => {
    expect(value(kind, text)).toEqual(expected)
  }) // biome-ignore format: a table
  test('a choice is found whatever its capitals, or names what is allowed', () => {
    expect(value('choice', 'Closed won', { choices: ['open', 'closed_won'] })).toBe('closed_won')
    expect(value('choice', 'x', { choices: ['open', 'won'] })).toBe('! “x” is none of open, won.')
    expect(value('text', 'abcd', { max: 3 })).toContain('at most 3')
  })
  test('never throws', () => {
    const kind = fc.constantFrom<CellKind>(
      'text',
      'longText',
      'email',
      'phone',
      'url',
      'domain',
      'day',
      'moment',
      'money',
      'currency',
      'integer',
      'decimal',
      'share',
      'yesNo',
      'choice',
    )
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('1', '2', '.', ',', '-', '/', ' ', '€', 'k', ':', '(', ')', 'T', '%') }),
    )
    fc.assert(
      fc.property(
        kind,
        cell,
        fc.constantFrom('dmy', 'mdy', 'ymd'),
        (k, text, dateOrder) => void readCell(k, text, { dateOrder }),
      ),
      { numRuns: 2000 },
    )
  })
})
