/** Are a person's name, address, phone and words found wherever they stand, and nobody else's? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTraces, traceOf, type Where } from './find-traces.ts'
import { maskText } from './mask-text.ts'
import { scrubValue } from './scrub-value.ts'

const traces = traceOf({
  names: ['Ana Nováková'],
  emails: ['ana@acme.example'],
  phones: ['+420 601 234 567'],
  said: [
    'We cannot open the gate before the frost alarm rings.\nThanks a lot\nPlease let me know if you have questions about it.',
  ],
  near: ['Ana'],
})
const masked = (text: string, where: Where = {}) => maskText(text, findTraces(text, traces, where))

describe('traces of a person', () => {
  it.each([
    ['Ask Ana Nováková.', 'Ask ███ ████████.'],
    ['Novakova, Ana called', '█████████ ███ called'],
    ['ANA.NOVAKOVA@old.example', '████████████@old.example'],
    ['<ana@acme.example>', '<████████████████>'],
    ['joanna@acme.example', 'joanna@acme.example'],
    ['ana@acme.example.org is another', '████████████████.org is another'],
    [' ana acme example', ' ███ ████ ███████'],
    ['call 601/234567 or 00420601234567', 'call ██████████ or ██████████████'],
    ['room 601 234 568', 'room 601 234 568'],
    ['Ana and Anabel', 'Ana and Anabel'],
  ])('%s', (text, wanted) => expect(masked(text)).toBe(wanted))

  it('knows single names where they took part', () => expect(masked('Hi Ana, Anabel', { isNear: true })).toBe('Hi ███, Anabel'))

  it('finds a sentence of theirs anywhere, a phrase that everybody uses only in a quote', () => {
    expect(masked('They said: we cannot open the gate before the frost alarm rings. Noted.')).toMatch(
      /^They said: [█ ]+\. Noted\.$/,
    )
    expect(masked('Please let me know if you can.')).toBe('Please let me know if you can.')
    expect(masked('> Please let me know if\n> you', { isQuoted: true })).not.toMatch(/know/)
    expect(masked('> thanks a lot', { isQuoted: true })).not.toMatch(/lot/)
    expect(masked('thanks a lot')).toBe('thanks a lot')
  })

  it('leaves what another person says alike, and takes it when that is said to be theirs', () => {
    const words = 'We cannot open the gate before the frost alarm rings.'
    expect(masked(words, { isOthers: true })).toBe(words)
    expect(masked(`As Ana Nováková told me: ${words}`, { isOthers: true })).not.toMatch(/frost/)
  })

  it('takes what a mail repeats under their name, and leaves what it repeats of others', () => {
    const mail = 'Fine.\n\nOn Monday\nAna Nováková wrote:\n> Something nobody stored.\n> At all.\n\nBen wrote:\n> My words.\n'
    const text = masked(mail)
    expect(text).not.toMatch(/Something|At all/)
    expect(text).toMatch(/Fine\.[\s\S]*My words\./)
    expect(masked('See below\nFrom: Ana Nováková\nSent: today\n\nHidden\nFrom: Ben\n\nShown')).toMatch(/See below[\s\S]*Shown/)
    expect(masked('From: Ana Nováková\n\nHidden\nFrom: Ben\n\nShown')).not.toMatch(/Hidden/)
  })

  it('keeps every other letter in its place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Ana Nováková', 'x', ' ', '\n', '> ', 'ana@acme.example', '🙂', 'Ben wrote:\n'), {
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join(' ')
          const now = masked(text)
          expect(now.length).toBe(text.length)
          expect(masked(now)).toBe(now)
          expect(now).not.toMatch(/ana@acme/)
        },
      ),
    )
  })

  it('are looked for whatever a name or an address is made of', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(name, fc.constantFrom('a-b@c-d.example', "o'neil+x@q.example", '[x]@y.example'), (any, email) => {
        const given = traceOf({
          names: [any, 'Anne-Marie O’Neil'],
          emails: [email],
          phones: ['+49 (0)30-12/34 56'],
          said: [any],
          near: [any],
        })
        const text = `Write to ${email}, Anne-Marie O’Neil`
        expect(maskText(text, findTraces(text, given))).not.toMatch(/@|Marie/)
      }),
      { numRuns: 15 },
    )
  })

  it('reach into documents, and leave what tells nothing the very same', () => {
    const value = { a: [{ b: 'Ana Nováková' }], c: 1 }
    expect(scrubValue(value, masked)).toEqual({ a: [{ b: '███ ████████' }], c: 1 })
    const other = { a: ['Ben'] }
    expect(scrubValue(other, masked)).toBe(other)
  })
})
