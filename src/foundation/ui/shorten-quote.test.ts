/** Is a shortened quote always seen to be shortened? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortenQuote } from './shorten-quote.ts'

it('leaves alone what nearly fits', () => expect(shortenQuote('a'.repeat(110), 100)).toBe('a'.repeat(110)))
it('cuts at a word', () =>
  expect(shortenQuote('We need single sign-on, and we need it before the winter starts.', 24)).toBe('We need single sign-on …'))
it('is the whole quote or ends in an ellipsis, and invents nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 10, max: 200 }), (quote, max) => {
      const shown = shortenQuote(quote, max)
      if (shown !== quote) {
        expect(shown.endsWith(' …')).toBe(true)
        expect(quote.startsWith(shown.slice(0, -2))).toBe(true)
      }
    }),
  )
})
