import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixFound } from './mix-found.ts'

const now = '2026-03-10T12:00:00.000Z'
const name = (id: string, closeness: number) => ({ id, closeness })
const said = (id: string, day: string) => ({ id, saidAt: `${day}T09:00:00.000Z` })
const ids = (found: { id: string }[]) => found.map((f) => f.id)

describe('what is found', () => {
  it('names come before what was said, what was said lately before what was said long ago', () => {
    const found = mixFound([name('begun', 0.8)], [said('new', '2026-03-09'), said('old', '2024-01-01')], 10, now)
    expect(ids(found)).toEqual(['begun', 'new', 'old'])
    expect(found.map((f) => f.closeness)).toEqual(found.map((f) => f.closeness).toSorted((a, b) => b - a))
  })

  it('a name that is merely alike stands behind what was said today', () => {
    expect(ids(mixFound([name('alike', 0.5)], [said('today', '2026-03-10')], 10, now))).toEqual(['today', 'alike'])
  })

  it('a third of the places is kept for what was said, and unused places go to names', () => {
    const names = Array.from({ length: 12 }, (_, i) => name(`n${i}`, 0.9))
    const texts = Array.from({ length: 12 }, (_, i) => said(`t${i}`, '2026-03-01'))
    expect(ids(mixFound(names, texts, 12, now)).filter((id) => id.startsWith('t'))).toHaveLength(4)
    expect(mixFound(names, [], 12, now)).toHaveLength(12)
    expect(mixFound([], texts, 12, now)).toHaveLength(12)
  })

  it('never answers more than asked, nothing twice, all within 0 and 1', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.array(share), fc.array(fc.option(day)), fc.integer({ min: 1, max: 50 }), (shares, days, most) => {
        const names = shares.map((closeness, i) => name(`n${i}`, closeness)).sort((a, b) => b.closeness - a.closeness)
        const texts = days.map((at, i) => ({ id: `t${i}`, saidAt: at?.toISOString() ?? null }))
        const found = mixFound(names, texts, most, now)
        expect(found.length).toBe(Math.min(most, names.length + texts.length))
        expect(new Set(ids(found)).size).toBe(found.length)
        for (const { closeness } of found) expect(closeness >= 0 && closeness <= 1).toBe(true)
      }),
    )
  })
})
