/** Does every character belong to exactly one run, and is every span still there? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSpans, splitStretches } from './split-spans.ts'

const text = 'Single sign-on is a must.'

describe('splitSpans', () => {
  it('marks what is covered and leaves the rest alone', () => {
    expect(splitSpans(text, [{ id: 'a', start: 0, end: 14 }])).toEqual([
      { start: 0, end: 14, text: 'Single sign-on', covers: ['a'], closes: ['a'] },
      { start: 14, end: 25, text: ' is a must.', covers: [], closes: [] },
    ])
  })
  it('puts the shortest of overlapping spans first, and closes each where it ends', () => {
    const runs = splitSpans(text, [
      { id: 'long', start: 0, end: 24 },
      { id: 'short', start: 7, end: 14 },
    ])
    expect(runs.map((r) => [r.text, r.covers, r.closes])).toEqual([
      ['Single ', ['long'], []],
      ['sign-on', ['short', 'long'], ['short']],
      [' is a must', ['long'], ['long']],
      ['.', [], []],
    ])
  })
  it('shows two spans over the same words as two', () => {
    const [run] = splitSpans(text, [
      { id: 'b', start: 0, end: 25 },
      { id: 'a', start: 0, end: 25 },
    ])
    expect([run?.covers, run?.closes]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })
  it('leaves out what lies outside, is empty or reversed', () => {
    const runs = splitSpans(text, [
      { id: 'out', start: 90, end: 99 },
      { id: 'empty', start: 4, end: 4 },
      { id: 'reversed', start: 9, end: 3 },
    ])
    expect(runs).toHaveLength(1)
  })
})

const spans = fc.array(fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) }), {
  maxLength: 8,
})

describe('splitStretches', () => {
  it('never loses, doubles or reorders a character, whatever the offsets are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), spans, spans, (anyText, marks, dims) => {
        const stretches = splitStretches(
          anyText,
          marks.map((m, i) => ({ ...m, id: String(i) })),
          dims.map((d) => ({ start: Math.max(0, d.start), end: d.end, label: 'x' })),
        )
        expect(
          stretches
            .flatMap((s) => s.runs)
            .map((r) => r.text)
            .join(''),
        ).toBe(anyText)
      }),
    )
  })
  it('every valid span is closed exactly once', () => {
    fc.assert(
      fc.property(spans, spans, (marks, dims) => {
        const inText = marks.map((m, i) => ({ id: String(i), start: Math.max(0, m.start), end: Math.min(25, m.end) }))
        const closed = splitStretches(
          text,
          inText,
          dims.map((d) => ({ start: Math.max(0, d.start), end: d.end, label: 'x' })),
        ).flatMap((s) => s.runs.flatMap((r) => r.closes))
        expect([...closed].sort()).toEqual(
          inText
            .filter((m) => m.start < m.end)
            .map((m) => m.id)
            .sort(),
        )
      }),
    )
  })
  it('folds quoted mail apart, with the evidence in it', () => {
    const mail = 'Yes.\n> Old words'
    const [plain, quoted] = splitStretches(mail, [{ id: 'q', start: 7, end: 16 }], [{ start: 5, end: 16, label: 'Quoted' }])
    expect([plain?.dim, quoted?.dim?.label, quoted?.runs.map((r) => r.covers)]).toEqual([null, 'Quoted', [[], ['q']]])
  })
})
