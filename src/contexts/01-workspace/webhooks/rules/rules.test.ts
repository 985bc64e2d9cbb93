/** Do the rules of telling other programs hold for any history, any choice and any answer? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeAnswer } from './judge-answer.ts'
import { deeds } from './offered-records.ts'
import { mostTries, planRetry, readRetryAfter } from './plan-retry.ts'
import { type Fields, rebuildRow, type Step } from './rebuild-row.ts'
import { isChosen, toggleEvent } from './toggle-event.ts'

describe('a row as it was', () => {
  const edits = fc.array(
    fc.oneof(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(9), { minKeys: 1 }), fc.constant('remove' as const)),
    { minLength: 1, maxLength: 12 },
  )
  it('is found again for every change of any history, removals and returns included', () => {
    fc.assert(
      fc.property(edits, (all) => {
        let row: Fields | null = { a: 0, b: 0, c: 0 }
        const steps: { step: Step; was: Fields | null }[] = []
        for (const edit of all) {
          const step: Step =
            row === null
              ? { deed: 'created', before: null, after: { a: 1, b: 1, c: 1 } }
              : edit === 'remove'
                ? { deed: 'removed', before: row, after: null }
                : { deed: 'changed', before: Object.fromEntries(Object.keys(edit).map((k) => [k, row?.[k]])), after: edit }
          const was: Fields | null = step.deed === 'removed' ? row : { ...row, ...step.after }
          row = step.deed === 'removed' ? null : was
          steps.push({ step, was })
        }
        const today = row
        steps.forEach(({ step, was }, i) => {
          const later = steps.slice(i + 1).map((one) => one.step)
          expect(rebuildRow(step, later, today)).toEqual(was)
        })
      }),
    )
  })
})

describe('the pauses', () => {
  it('grow, differ, and add up to about a day', () => {
    const sum = (draw: number) =>
      Array.from({ length: mostTries - 1 }, (_, i) => planRetry(i + 1, draw)).reduce((a, b) => a + b, 0)
    expect(sum(0) / 3_600_000).toBeGreaterThan(15)
    expect(sum(1) / 3_600_000).toBeLessThan(30)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, draw) => {
        expect(planRetry(tries + 1, 0)).toBeGreaterThan(planRetry(tries, draw))
        expect(planRetry(tries, draw, 3_600_000)).toBeGreaterThanOrEqual(3_600_000)
      }),
    )
  })
  it('heed Retry-After in both its forms, and no nonsense', () => {
    const now = Date.parse('2026-01-01T00:00:00Z')
    expect(readRetryAfter('120', now)).toBe(120_000)
    expect(readRetryAfter('Thu, 01 Jan 2026 00:01:00 GMT', now)).toBe(60_000)
    for (const word of [null, '', 'soon', '-5', 'Wed, 01 Jan 2020 00:00:00 GMT']) expect(readRetryAfter(word, now)).toBe(0)
  })
})

describe('an answer', () => {
  it('means that it arrived only when it is 2xx', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
        expect(judgeAnswer({ status, problem: null }).arrived).toBe(status >= 200 && status < 300)
      }),
    )
    expect(judgeAnswer({ status: null, problem: 'Nothing listens' })).toMatchObject({ arrived: false, why: 'Nothing listens' })
  })
})

describe('ticking a box', () => {
  const every = ['accounts', 'people', 'needs']
  const choice = fc.array(
    fc.oneof(fc.constant('*'), ...every.flatMap((r) => [`${r}.*`, ...deeds.map((d) => `${r}.${d}`)]).map((e) => fc.constant(e))),
    { maxLength: 6 },
  )
  it('changes that event and no other', () => {
    fc.assert(
      fc.property(choice, fc.constantFrom(...every), fc.constantFrom(...deeds), (chosen, record, deed) => {
        const next = toggleEvent(chosen, record, deed, every)
        for (const r of every)
          for (const d of deeds)
            expect(isChosen(next, r, d)).toBe(r === record && d === deed ? !isChosen(chosen, r, d) : isChosen(chosen, r, d))
      }),
    )
  })
})
