import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutExcerpt } from './cut-excerpt.ts'

const long = `${'We spoke about many things that day. '.repeat(20)}The Kühlhaus door stood open all night. ${'And then we went home. '.repeat(20)}`

it.each([
  ['a short text whole', 'The heater is broken.', 'heat', 'The heater is broken.'],
  ['line ends as spaces', 'One\n\ntwo', 'two', 'One two'],
  ['the beginning when no word is found', 'Something else', 'zzz', 'Something else'],
])('%s', (_, text, words, cut) => expect(cutExcerpt(text, words)).toBe(cut))

it('cuts around the word, accents forgiven, between words', () => {
  const cut = cutExcerpt(long, 'kuhl')
  expect(cut).toContain('The Kühlhaus door stood open')
  expect(cut).toMatch(/^… \S/)
  expect(cut).toMatch(/\S …$/)
  expect(cut.length).toBeLessThan(200)
})

it('finds the beginning of a word, not its middle', () => {
  expect(cutExcerpt(`${'x '.repeat(200)}unheated rooms ${'y '.repeat(200)}heat at last`, 'heat')).toContain('heat at last')
})

it('never invents a word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600, unit: 'grapheme' }), fc.string({ minLength: 1, maxLength: 20 }), (text, words) => {
      const cut = cutExcerpt(text, words).replace(/^… /, '').replace(/ …$/, '')
      expect(text.replace(/\s+/g, ' ')).toContain(cut)
    }),
  )
})
