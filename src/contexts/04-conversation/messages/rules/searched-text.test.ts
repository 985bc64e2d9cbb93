import { expect, it } from 'vitest'
import { searchedText } from './searched-text.ts'

const text = 'Yes, on Monday.\n> Can you deliver the crates?\nAna'
const parts = [
  { kind: 'written', start: 0, end: 16 },
  { kind: 'quoted', start: 16, end: 46 },
  { kind: 'signature', start: 46, end: text.length },
]

it('a reply is found by what was written in it, not by what it quotes', () => {
  expect(searchedText({ subject: 'Re: Crates', text, parts }).replace(/\s+/g, ' ')).toBe('Yes, on Monday. Ana')
})
it('what was passed on is found by all its words', () => {
  for (const subject of ['Fwd: Crates', 'WG: Crates', 'FW: Crates']) expect(searchedText({ subject, text, parts })).toBe(text)
})
it('a message without words of its own is found by those that it quotes', () => {
  const whole = [{ kind: 'quoted', start: 0, end: text.length }]
  expect(searchedText({ subject: 'Re: Crates', text, parts: whole })).toBe(text)
})
