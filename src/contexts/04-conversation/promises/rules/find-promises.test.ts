/** Are promises found with what, by when and whose, and is talk that binds nobody left alone? */
import { describe, expect, test } from 'vitest'
import { type Clause, readClauses, type Speech } from '#foundation/language/read-clauses.ts'
import { findPromises } from './find-promises.ts'

const SAID_ON = '2026-03-02' // a Monday
function clausesOf(text: string, extra: Partial<Speech> = {}): Clause[] {
  return readClauses(
    text,
    [{ start: 0, end: text.length, who: 'Ann', side: 'vendor', date: SAID_ON, ...extra }],
    [{ kind: 'written', start: 0, end: text.length }],
  )
}
const find = (text: string, extra?: Partial<Speech>) => findPromises(text, clausesOf(text, extra))

describe('found, with the due day', () => {
  test.each<[text: string, due: string | null]>([
    ['I will get the drawings over to you by Wednesday.', '2026-03-04'],
    ['We will replace the damaged panels free of charge next week.', '2026-03-13'],
    ['You will have the revised quote tomorrow morning.', '2026-03-03'],
    ["I'm going to ask our tax adviser and let you know.", null],
    ["I'll chase the factory today.", '2026-03-02'],
    ['We shall refund the difference within ten days.', '2026-03-12'],
    ['Consider it done.', null],
    ['Will do.', null],
    ["i'll ping you the numbers tonight", '2026-03-02'],
    ['We are sending two samples by courier this afternoon.', '2026-03-02'],
    ["I'll set up a meeting for Thursday at 2 PM.", '2026-03-05'],
    ["I'll send over an invite for Thursday at 2 PM.", null],
    ['I will make sure the contract is signed before Easter.', null],
  ])('%s', (text, due) => {
    const [promise] = find(text)
    expect(promise?.due).toBe(due)
    expect(promise?.owner).toBe('Ann')
  })
})

test.each([
  "I'll be honest with you.",
  "I'll see what I can do.",
  'If you sign today we will send it for free.',
  "I'll have to think about that.",
  'Our platform will help you grow.',
  'Will you be there on Monday?',
  'They will probably call at some point.',
  'I never said that I would.',
])('not a promise: %s', (text) => {
  expect(find(text)).toEqual([])
})

test('what is promised is named without its pronoun and day', () => {
  expect(find("I'll send you the plan tomorrow.")[0]?.what).toBe('send you the plan')
})

test('a commitment said again is one promise: the one with the day', () => {
  const text = "I'll send you the offer. Fine. So I'll send you the offer by Friday."
  const found = find(text)
  expect(found).toHaveLength(1)
  expect(found[0]?.due).toBe('2026-03-06')
})

test('two commitments in one sentence are two promises, each with its own day', () => {
  const found = find("I'll send you a summary on Friday and I'll call the factory tomorrow.")
  expect(found.map((promise) => promise.due)).toEqual(['2026-03-06', '2026-03-03'])
})

test('an automatic reply promises nothing', () => {
  expect(find('I will reply to you on Monday.', { automatic: true })).toEqual([])
})
