/** Is nothing lost when a record changes under a form, whatever is typed and whatever comes? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followRecord, meetConflicts, settleField, type Writing } from './merge-typed.ts'

const names = ['a', 'b', 'c'] as const
const value = fc.constantFrom('', 'x', 'y', 'z')
const values = fc.record({ a: value, b: value, c: value })
const begun = (base: Record<string, string>): Writing => ({ base, typed: base, theirs: {} })

describe('a form under which its record changes', () => {
  it('follows fields that were not touched, and keeps every word that was typed', () => {
    fc.assert(
      fc.property(values, values, values, (base, typed, fresh) => {
        const after = followRecord({ ...begun(base), typed }, fresh, names)
        for (const name of names) {
          const touched = typed[name] !== base[name]
          expect(after.typed[name]).toBe(touched ? typed[name] : fresh[name])
          const clash = touched && fresh[name] !== base[name] && fresh[name] !== typed[name]
          expect(name in after.theirs).toBe(clash)
          if (clash) expect(after.theirs[name]?.value).toBe(fresh[name])
          // What would be sent begins from what stands there, unless both sides are shown.
          if (!clash) expect(after.base[name]).toBe(fresh[name])
        }
      }),
    )
  })
  it('ends with theirs, mine or both, as was said, and begins from theirs', () => {
    const met = meetConflicts({ base: { a: 'old' }, typed: { a: 'mine' }, theirs: {} }, [
      { field: 'a', label: 'A', yours: 'mine', theirs: 'theirs', theirsText: null, by: 'Ana', at: null },
    ])
    expect(settleField(met, 'a', 'theirs')).toEqual({ base: { a: 'theirs' }, typed: { a: 'theirs' }, theirs: {} })
    expect(settleField(met, 'a', 'mine')).toEqual({ base: { a: 'theirs' }, typed: { a: 'mine' }, theirs: {} })
    expect(settleField(met, 'a', 'both').typed.a).toBe('theirs\nmine')
  })
  it('asks no more once the other has put it back', () => {
    const clashed = followRecord({ base: { a: 'x' }, typed: { a: 'y' }, theirs: {} }, { a: 'z' }, ['a'])
    expect(Object.keys(followRecord(clashed, { a: 'x' }, ['a']).theirs)).toEqual([])
  })
})
