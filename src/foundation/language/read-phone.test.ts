/** Does a number ring the same telephone however it is written, and another one in another country? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSamePhone, readPhone, regionOfCountry, regionOfZone } from './read-phone.ts'

test.each([
  ['+49 (30) 123-4567', null, '+49301234567'],
  ['0049 30 1234567', null, '+49301234567'],
  ['030 1234567', 'DE', '+49301234567'],
  ['212/632 -5000', null, '2126325000'],
  ['12 34 56 78', 'DK', '+4512345678'],
  ['030 1234567 ext. 12', 'DE', '+49301234567'],
  ['12', null, null],
])('the number %s of %s is %s', (typed, region, full) => expect(readPhone(typed, region)?.full ?? null).toBe(full))

const same = (a: [string, string | null], b: [string, string | null]) => {
  const [one, other] = [readPhone(...a), readPhone(...b)]
  return one !== null && other !== null && isSamePhone(one, other)
}
test.each<[[string, string | null], [string, string | null], boolean]>([
  // Eight figures: the last nine of the one would hold a figure of its country.
  [['+45 12 34 56 78', null], ['12345678', 'DK'], true],
  [['+49 30 1234567', null], ['030/1234567', null], true],
  [['+49 30 1234567', null], ['030/1234567', 'AT'], false],
  // Equal in the last nine figures, in two countries.
  [['+44 20 7946 0018', null], ['+1 207 946 0018', null], false],
  [['123456', null], ['123456', null], false],
])('%s and %s: %s', (a, b, is) => expect(same(a, b)).toBe(is))

test('grouping and its country in front change nothing', () => {
  const number = fc.integer({ min: 2_000_000, max: 9_999_999 }).map(String)
  fc.assert(
    fc.property(number, fc.constantFrom(' ', '-', '/', '.', ''), fc.constantFrom('+49 ', '0049', '0'), (digits, sign, head) => {
      const written = `${head}${head === '0' ? '' : ' '}30${sign}${digits.slice(0, 3)}${sign}${digits.slice(3)}`
      expect(same([written, 'DE'], [`030 ${digits}`, 'DE'])).toBe(true)
    }),
  )
})

test('a country is read by its letters, its name and its clocks', () => {
  expect(['de', 'Deutschland', 'Germany', 'Allemagne', 'USA', 'Nowhere', null].map(regionOfCountry)).toEqual([
    'DE',
    'DE',
    'DE',
    'DE',
    'US',
    null,
    null,
  ])
  expect(
    ['Europe/Berlin', 'Asia/Kolkata', 'Asia/Calcutta', 'America/New_York', 'Europe/London', 'UTC', 'x'].map(regionOfZone),
  ).toEqual(['DE', 'IN', 'IN', 'US', 'GB', null, null])
})
