/** Is it told rightly, or said to be a guess, who sells and who buys? */
import { expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'
import { guessSides, matchesName } from './guess-sides.ts'

const sides = (...all: Parameters<typeof guessSides>) => guessSides(...all).map(({ side, sure }) => `${side}${sure ? '' : '?'}`)

test('what is given wins, by address and by name', () => {
  const known = [
    { name: 'Ann Lee', email: 'ann@buyer.example', side: 'customer' as const },
    { name: 'Gil Amsalem', side: 'vendor' as const },
  ]
  expect(sides([{ name: 'A. Lee', email: 'ann@buyer.example' }, { name: 'Gil (Etiq)' }], { known })).toEqual([
    'customer',
    'vendor',
  ])
})

test('own domains and their subdomains sell, everybody else buys', () => {
  const speakers = [
    { name: 'a', email: 'a@mail.hebrolift.example' },
    { name: 'b', email: 'b@tannholz.example' },
  ]
  expect(sides(speakers, { ownDomains: ['hebrolift.example'] })).toEqual(['vendor', 'customer'])
})

test.each(['purelane', 'purelane.example', 'Purelane'])('the vendor named as "%s"', (vendor) => {
  const speakers = [
    { name: 'Ilse', email: 'ilse@noorderster.example' },
    { name: 'Hamid', email: 'hamid@purelane.example' },
  ]
  expect(sides(speakers, { vendor })).toEqual(['customer', 'vendor'])
  expect(sides([{ name: 'Gil (Purelane)' }, { name: 'Ann', said: 'we need two' }], { vendor })).toEqual(['vendor', 'customer?'])
})

test('labels', () => {
  expect(sides([{ name: 'Sales Rep' }, { name: 'Customer' }])).toEqual(['vendor', 'customer'])
})

test('else a stated guess from how they talk', () => {
  const seller = {
    name: 'x',
    said: 'Thank you for taking the time. Our platform does that. May I ask what challenges you have? We offer a discount.',
  }
  const buyer = {
    name: 'y',
    said: "We're looking for something. We need it by May. Our budget is small. Does it support exports? Too expensive.",
  }
  expect(sides([seller, buyer])).toEqual(['vendor?', 'customer?'])
  expect(sides([{ name: 'only', said: 'We need two.' }])).toEqual(['customer?'])
})

test('labels and names', () => {
  expect(matchesName('Speckbacher Reinhold', 'Reinhold Speckbacher')).toBe(true)
  expect(matchesName('finn', 'Finn Talbot')).toBe(true)
  expect(matchesName('Ann', 'Anna Lee')).toBe(false)
})

test('languages', () => {
  expect(detectLanguage('Wir brauchen zwei neue Stapler bis Mai')).toBe('de')
  expect(detectLanguage('We need two new forklifts before May')).toBe('en')
  expect(detectLanguage('ok')).toBeNull()
})
