import fc from 'fast-check'
import { expect, it } from 'vitest'
import { slipsBetween, slipsForgiven } from './near-words.ts'

it.each([
  ['warehuse', 'warehouse', 1],
  ['warehuo', 'warehouse', 1],
  ['exprot', 'export', 1],
  ['xport', 'export', 1],
  ['thermostatt', 'thermostat', 1],
  ['termosat', 'thermostat', 2],
  ['offer', 'offers', 0],
  ['offre', 'offer', 1],
  ['crane', 'plate', null],
  ['oven', 'over', null],
])('between %s and %s lie %s', (typed, word, slips) => expect(slipsBetween(typed, word)).toBe(slips))

it('any one slip in a word that is long enough is forgiven', () => {
  const word = fc.stringMatching(/^[a-z]{6,12}$/)
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('out', 'in', 'other', 'turned'), (meant, pick, how) => {
      const at = pick % (meant.length - 1)
      const [a, b] = [meant.slice(0, at), meant.slice(at)]
      const typed =
        how === 'out'
          ? a + b.slice(1)
          : how === 'in'
            ? `${a}q${b}`
            : how === 'other'
              ? `${a}q${b.slice(1)}`
              : `${a}${b[1]}${b[0]}${b.slice(2)}`
      expect(slipsBetween(typed, meant)).toBeLessThanOrEqual(1)
      expect(slipsForgiven(typed.length)).toBeGreaterThan(0)
    }),
  )
})
