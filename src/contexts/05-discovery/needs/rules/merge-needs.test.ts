/** Is the same need said five times one need, and are different needs kept apart? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NEED_CATEGORIES, NEED_PRIORITIES } from '#conversation/evidence/rules/evidence-span.ts'
import { mergeNeeds, type NeedSpan } from './merge-needs.ts'
import { categorizeNeed, nameExplicitNeed, nameImplicitNeed, prioritizeNeed } from './name-need.ts'

const span = (id: string, plain: string, rest: Partial<NeedSpan> = {}): NeedSpan => ({
  id,
  plain,
  need: nameExplicitNeed(plain),
  category: categorizeNeed(plain.toLowerCase()),
  priority: 'must',
  explicit: true,
  confidence: 0.8,
  speech: Number(id.slice(1)),
  ...rest,
})

test('five spans of one need are one need', () => {
  const needs = mergeNeeds([
    span('e1', 'When somebody breaks a leg they want to pause the membership.'),
    span('e2', 'We lose forty members a month who would have paused the membership.', { explicit: false }),
    span('e3', 'We need the pause of memberships.', { confidence: 0.95 }),
    span('e4', 'Members want to pause.', { priority: 'should' }),
    span('e5', 'Pausing a membership takes three calls.', { explicit: false }),
  ])
  expect(needs).toHaveLength(1)
  expect(needs[0]).toMatchObject({
    need: 'pause of memberships',
    priority: 'must',
    explicit: true,
    evidence: ['e1', 'e2', 'e3', 'e4', 'e5'],
  })
  expect(needs[0]?.confidence).toBeGreaterThan(0.99)
})

test('different needs stay apart', () => {
  const needs = mergeNeeds([
    span('e1', 'The gate must open in thirty seconds.'),
    span('e9', 'We need training in Polish.'),
    span('e20', 'Invoices must carry our order number.'),
  ])
  expect(needs.map((need) => need.evidence)).toEqual([['e1'], ['e9'], ['e20']])
})

test('every span lands in exactly one need, in order of first mention', () => {
  const anySpan = fc.record({
    plain: fc
      .array(fc.constantFrom('gate', 'open', 'invoice', 'order', 'training', 'polish', 'must', 'we'), { maxLength: 6 })
      .map((words) => words.join(' ')),
    explicit: fc.boolean(),
    category: fc.constantFrom(...NEED_CATEGORIES),
    priority: fc.constantFrom(...NEED_PRIORITIES),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    speech: fc.nat(9),
  })
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 12 }), (list) => {
      const spans = list.map((one, at) => ({ ...one, id: `e${at}`, need: one.plain }))
      const needs = mergeNeeds(spans)
      expect(needs.flatMap((need) => need.evidence).sort()).toEqual(spans.map((one) => one.id).sort())
      const firsts = needs.map((need) => Number(need.evidence[0]?.slice(1)))
      expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
    }),
  )
})

test.each([
  ['We need to have all the sites in one report.', 'all the sites in one report'],
  ['And it must also work offline.', 'work offline'],
  ['What we want is an online shop with an allowance.', 'online shop with an allowance'],
  ['Do you offer payment plans?', 'offer payment plans'],
])('"%s" is called "%s"', (quote, name) => {
  expect(nameExplicitNeed(quote)).toBe(name)
})

test('an unstated need is called by what follows and by the situation', () => {
  expect(nameImplicitNeed('We retype the orders every Friday.', 'implicit.by-hand')).toBe(
    'no manual work: retype the orders every Friday',
  )
})

test.each([
  ['identity documents must be deleted after six months', 'must'],
  ['ideally it would remind us', 'should'],
  ['in an ideal world it would also make coffee', 'could'],
])('%s: %s', (plain, priority) => {
  expect(prioritizeNeed(plain, false)).toBe(priority)
})

test.each([
  ['the training should be on site', 'training'],
  ['it must integrate with our accounting system', 'integration'],
  ['we type every order by hand into a spreadsheet', 'automation'],
  ['no more than 20,000 euros a year', 'cost'],
])('%s is about %s', (plain, category) => {
  expect(categorizeNeed(plain)).toBe(category)
})
