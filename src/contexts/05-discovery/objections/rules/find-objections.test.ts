/** Is resistance found and typed, and are questions and pains left alone? */
import { expect, test } from 'vitest'
import { readClauses } from '#foundation/language/read-clauses.ts'
import { readCustomerSigns } from '../../needs/rules/customer-signs.ts'
import { findObjections } from './find-objections.ts'

function find(text: string) {
  const clauses = readClauses(
    text,
    [{ start: 0, end: text.length, who: 'Ann', side: 'customer', date: '2026-03-02' }],
    [{ kind: 'written', start: 0, end: text.length }],
  )
  return findObjections(
    text,
    clauses.map((clause) => ({ clause, signs: readCustomerSigns(clause) })),
  )
}

test.each<[text: string, type: string]>([
  ['It is simply too expensive.', 'price'],
  ['We are worried about the cost.', 'price'],
  ['A set-up fee of 4,000 is steep for a school.', 'price'],
  ['I would have to run this past our works council.', 'authority'],
  ['My partner is against it.', 'authority'],
  ['Honestly, five years is too long a commitment for us.', 'contract'],
  ['Now is not a good moment, we are moving offices.', 'timing'],
  ['We are quite happy with our current laundry.', 'status-quo'],
  ['How do I know you will still exist in three years?', 'trust'],
  ['Your competitor does the same for 30 percent less.', 'competitor'],
  ['We do not need the extended warranty.', 'no-need'],
  ['I am worried about the transition and the downtime.', 'complexity'],
  ['I am concerned about data security.', 'security'],
])('%s', (text, type) => {
  expect(find(text)[0]?.type).toBe(type)
})

test.each([
  'The price is fine.',
  'That sounds good.',
  'Can you send me the brochure?',
  'We need two lifts by May.',
  'Thank you for your time today.',
])('no objection: %s', (text) => {
  expect(find(text)).toEqual([])
})

test('the concern is said in the words of the customer', () => {
  expect(find('But I am worried about the effort for our team.')[0]?.concern).toBe('I am worried about the effort for our team')
})
