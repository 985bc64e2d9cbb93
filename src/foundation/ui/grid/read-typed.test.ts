import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, readDay } from './read-day.ts'
import { readNumber, readTyped } from './read-typed.ts'

const at = { currency: 'EUR', today: '2026-11-25' }
const column = (control: Parameters<typeof readTyped>[0]['control'], more = {}) => ({ header: 'Field', control, ...more })

describe('a day', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    ['24.12.', '2026-12-24'],
    ['3/4/27', '2027-04-03'],
    ['12/24/2026', '2026-12-24'],
    ['24 December', '2026-12-24'],
    ['Dec 24, 2027', '2027-12-24'],
    ['tomorrow', '2026-11-26'],
    ['+2w', '2026-12-09'],
    ['31.02.2026', null],
    ['soon', null],
  ])('%s', (typed, day) => expect(readDay(typed, at.today)).toBe(day))

  it('is the same when its own writing is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const day = dayAfter('2026-01-01', days)
        expect(readDay(day, at.today)).toBe(day)
      }),
    )
  })
})

it.each([
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['12,5', 12.5],
  ['1,234', 1234],
  ['1.5', 1.5],
  ['1 234 567', 1_234_567],
  ['-3', -3],
])('reads %s as a number', (typed, number) => expect(readNumber(typed)).toBe(number))

it('says what is wrong with what cannot be meant', () => {
  const choices = [
    { value: 'prospect', label: 'Prospect' },
    { value: 'former', label: 'Former' },
  ]
  expect(readTyped(column('choice', { choices }), ' former ', at)).toEqual({ value: 'former' })
  expect(readTyped(column('choice', { choices }), 'friend', at)).toEqual({ wrong: '“friend” is none of Prospect, Former.' })
  expect(readTyped(column('number'), 'many', at)).toEqual({ wrong: '“many” is not a number.' })
  expect(readTyped(column('text', { required: true }), '  ', at)).toEqual({ wrong: 'Field cannot be empty.' })
  expect(readTyped(column('text', { max: 3 }), 'four', at)).toHaveProperty('wrong')
})

it('reads each kind of value', () => {
  expect(readTyped(column('money'), '€12.500,50', at)).toEqual({ value: 1_250_050 })
  expect(readTyped(column('share'), '12.5 %', at)).toEqual({ value: 0.125 })
  expect(readTyped(column('yesNo'), 'Ja', at)).toEqual({ value: true })
  expect(readTyped(column('tags'), 'a, b;c', at)).toEqual({ value: ['a', 'b', 'c'] })
  expect(readTyped(column('text'), '', at)).toEqual({ value: null })
})
