/** Are requirements and the situations behind unstated needs found across trades, and is small talk left alone? */
import { describe, expect, test } from 'vitest'
import { readClauses } from '#foundation/language/read-clauses.ts'
import { readCustomerSigns } from './customer-signs.ts'
import { findExplicit } from './find-explicit.ts'
import { inferImplicit } from './infer-implicit.ts'

function find(text: string) {
  const clauses = readClauses(
    text,
    [{ start: 0, end: text.length, who: 'Ann', side: 'customer', date: '2026-03-02' }],
    [{ kind: 'written', start: 0, end: text.length }],
  )
  const signed = clauses.map((clause) => ({ clause, signs: readCustomerSigns(clause) }))
  const explicit = findExplicit(signed)
  return { explicit, implicit: inferImplicit(text, signed, explicit) }
}

test.each([
  'The scanner has to work with gloves on.',
  'We require a certificate for every batch.',
  'Could the app also print pallet labels?',
  'I would like our drivers to see the route on their phone.',
  'Delivery before 1 September, otherwise we miss the term.',
  'Max. 80 decibels, measured at one metre.',
  'Does your portal let parents pay by card?',
  'We are looking for a caterer who can do 300 covers with two hours notice.',
  'The invoice needs our order number on it.',
  'Nothing may be stored outside the EU.',
  'Is it possible to order in half boxes?',
  'All drawings should be available offline.',
  'Budget: no more than 12,000 including training.',
  'what i need is a tool that tells me which bed is free',
  'can it talk to our booking system',
])('a requirement: %s', (text) => {
  expect(find(text).explicit).toHaveLength(1)
})

test.each([
  'Our receptionist writes every appointment on a sticky note.',
  'Last month two parcels went to the wrong patient.',
  'It takes our bookkeeper three days to close the month.',
  'The pump has failed four times this year.',
  'Since Anna left nobody knows how the price list works.',
  'Guests wait forty minutes for check-in on Fridays.',
  'We lost a tender because the offer went out a day late.',
  'Our current supplier answers after a week, if at all.',
  'I am afraid that one day somebody loses a finger at that saw.',
  "Everything is in Peter's head.",
  'Our website goes down whenever there is a sale.',
])('a situation: %s', (text) => {
  const { implicit } = find(text)
  expect(implicit).toHaveLength(1)
  expect(implicit[0]?.because).toContain('"')
})

test.each([
  'Thank you for your time today.',
  'Hope you had a great weekend.',
  'How old is your company?',
  'That sounds good.',
  'We were founded in 1974.',
  'Can you send me the brochure?',
  'See you on Tuesday then.',
  'We are very happy with your service.',
  'I have to run.',
  'We need to move the meeting.',
])('neither: %s', (text) => {
  const { explicit, implicit } = find(text)
  expect([...explicit, ...implicit]).toEqual([])
})

describe('a need taken back', () => {
  test('keeps its span, marked', () => {
    const { explicit } = find(
      'We need text messages to the drivers. And the gate must open alone.\n\nOn second thoughts, forget the text messages.',
    )
    expect(explicit.map((span) => span.withdrawn)).toEqual([true, false])
  })
  test('a bare cancellation is no need', () => {
    expect(find('Forget the SMS thing.').explicit).toEqual([])
  })
})
