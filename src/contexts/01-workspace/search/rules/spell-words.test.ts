import { expect, it } from 'vitest'
import { spellWords } from './spell-words.ts'

const alike = new Map([
  ['warehuse', ['warehouse', 'warehouses', 'warned']],
  ['exprot', ['export', 'expert']],
])
it.each([
  [['warehuse'], ['warehouse', 'warehouses']],
  [['the', 'exprot'], ['the export']],
  [['the', 'fair'], []],
])('%j may have meant %j', (typed, meant) => expect(spellWords(typed, alike)).toEqual(meant))

it('a word that was said stays beside what is like it, and only a few questions are asked', () => {
  const said = new Map([...alike, ['crane', ['cranes', 'crate', 'crone']]])
  expect(spellWords(['crane', 'exprot'], said)[0]).toBe('crane export')
  expect(spellWords(['crane', 'warehuse', 'exprot'], said)).toHaveLength(4)
})
