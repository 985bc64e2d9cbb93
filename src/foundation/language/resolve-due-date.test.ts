/** Are due days read as a careful reader reads them? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveDueDate } from './resolve-due-date.ts'

const cases: [phrase: string, saidOn: string, due: string | null][] = [
  ['by next Wednesday', '2026-04-02', '2026-04-08'],
  ['on Thursday at 2 PM', '2026-03-02', '2026-03-05'],
  ['still this week', '2025-07-10', '2025-07-11'],
  ['tonight', '2025-12-10', '2025-12-10'],
  ['until the board meets on 26 March', '2026-03-10', '2026-03-26'],
  ['next Friday', '2026-03-06', '2026-03-13'],
  ['by Friday', '2026-03-06', '2026-03-13'],
  ['by then', '2026-03-06', null],
  ['in spring', '2026-03-06', null],
  ['we march on', '2026-02-06', null],
  ['20 May users', '2026-02-06', null],
  ['30 days after signing', '2026-02-06', null],
  ['last Thursday', '2026-02-06', null],
  ['the third of February', '2026-01-12', '2026-02-03'],
  ['On the second.', '2025-06-18', '2025-07-02'],
  ['by 24.07.', '2025-07-10', '2025-07-24'],
  ['by end of the month', '2026-02-06', '2026-02-28'],
  ['in two weeks', '2026-02-06', '2026-02-20'],
  ['tomorrow', '2026-02-28', '2026-03-01'],
  ['by the end of today', '2026-02-28', '2026-02-28'],
  ['by the end of next week', '2026-03-04', '2026-03-13'],
  ['by January 15', '2026-12-20', '2027-01-15'],
  ['shortly', '2026-01-01', null],
  ['Tuesday the 10th', '2026-03-02', '2026-03-10'],
  ['within two business days', '2026-03-06', '2026-03-10'],
  ['right after our call', '2026-03-02', '2026-03-02'],
  ['every Friday', '2026-03-02', null],
  ['by 5pm Monday', '2026-03-06', '2026-03-09'],
  ['I may send it', '2026-03-02', null],
  ['on the second floor', '2026-03-02', null],
  ['', '2026-03-02', null],
]

test.each(cases)('"%s" said on %s is due %s', (phrase, saidOn, due) => {
  expect(resolveDueDate(phrase, saidOn)?.due ?? null).toBe(due)
})

test('a due day never lies before the day of saying, and its words stand in the phrase', () => {
  const word = fc.constantFrom(
    'by',
    'next',
    'friday',
    'monday',
    '3',
    'march',
    'in',
    'two',
    'weeks',
    'the',
    '12.05.',
    'end of',
    'month',
    'last',
    'we',
    'ship',
  )
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 8 }),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      (words, day) => {
        const said = day.toISOString().slice(0, 10)
        const phrase = words.join(' ')
        const found = resolveDueDate(phrase, said)
        if (!found) return
        expect(found.due >= said).toBe(true)
        expect(phrase.slice(found.start, found.end).trim()).not.toBe('')
      },
    ),
  )
})
