/** Are sentences and clauses cut where a reader would cut them, at exact offsets? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))
const clauses = (text: string) =>
  splitSentences(text).flatMap((sentence) => sentence.clauses.map(({ start, end }) => text.slice(start, end)))

describe('sentences', () => {
  test.each<[name: string, text: string, expected: string[]]>([
    ['plain', 'We need two. By May, please!', ['We need two.', 'By May, please!']],
    ['abbreviations', 'Mr. Lee wants it at 5 p.m. on Monday. Fine?', ['Mr. Lee wants it at 5 p.m. on Monday.', 'Fine?']],
    [
      'a law and a minimum',
      'Under Art. 28 GDPR, ours. It holds min. 700 litres each.',
      ['Under Art. 28 GDPR, ours.', 'It holds min. 700 litres each.'],
    ],
    ['bullets', '- one shop\n- two scanners\n* live in May', ['one shop', 'two scanners', 'live in May']],
    [
      'numbers without dots',
      '1 timed entry - yes\n2 guides - no\n3 8k is the ceiling',
      ['timed entry - yes', 'guides - no', '8k is the ceiling'],
    ],
    [
      'typed with a thumb',
      'in a meeting so short\ntwo lifts please\nby may',
      ['in a meeting so short', 'two lifts please', 'by may'],
    ],
    [
      'hard wrapped',
      'The loading of the batteries is the problem since only one connection\nis there. So we have to wait for the electrician who comes in the spring\nor later.',
      [
        'The loading of the batteries is the problem since only one connection\nis there.',
        'So we have to wait for the electrician who comes in the spring\nor later.',
      ],
    ],
    [
      'a figure opens a wrapped line',
      'Our boards are long and the aisle is narrow, so we think about\n60 months is too long for us.',
      ['Our boards are long and the aisle is narrow, so we think about\n60 months is too long for us.'],
    ],
    ['nothing', ' \n\n ', []],
  ])('%s', (_name, text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})

test.each<[text: string, expected: string[]]>([
  ['I like it, but we need the lot number.', ['I like it', 'we need the lot number.']],
  ['The old one failed and we lost three years of data.', ['The old one failed', 'we lost three years of data.']],
  ['We need red and blue paint.', ['We need red and blue paint.']],
  [
    "so i'm ringing the agency at ten at night and they charge what they like it's got to be cheaper than that",
    ["i'm ringing the agency at ten at night", "it's got to be cheaper than that"],
  ],
])('clauses of "%s"', (text, expected) => {
  for (const clause of expected) expect(clauses(text).some((found) => found.includes(clause))).toBe(true)
})

test('ranges are in order, inside the text, never empty, and clauses lie inside their sentence', () => {
  const word = fc.constantFrom(
    'we',
    'need',
    'it',
    'but',
    'and',
    'they',
    "don't",
    'Mr.',
    'Art.',
    '28',
    '-',
    ';',
    ',',
    '.',
    '?',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '"',
    '(',
    'ß',
    'İ',
    '😀',
    '’',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.constantFrom(' ', ''), (words, glue) => {
      const text = words.join(glue)
      let at = 0
      for (const sentence of splitSentences(text)) {
        expect(sentence.start).toBeGreaterThanOrEqual(at)
        expect(sentence.end).toBeGreaterThan(sentence.start)
        expect(text.slice(sentence.start, sentence.end).trim()).toBe(text.slice(sentence.start, sentence.end))
        let inner = sentence.start
        for (const clause of sentence.clauses) {
          expect(clause.start).toBeGreaterThanOrEqual(inner)
          expect(clause.end).toBeGreaterThan(clause.start)
          inner = clause.end
        }
        expect(inner).toBeLessThanOrEqual(sentence.end)
        at = sentence.end
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('a sentence without end is read in stretches, never through the middle of a character', () => {
  for (const unit of ['😀', '1234567890 ', 'we need it and ', 'x']) {
    const text = `a${unit.repeat(400)}`
    for (const { start, end } of splitSentences(text)) {
      expect(end - start).toBeLessThanOrEqual(600)
      expect(text.slice(start, end).isWellFormed()).toBe(true)
    }
  }
})
