import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Added, growThread } from './grow-thread.ts'

const said = (day: number, given: Partial<Added> = {}): Added => ({
  sentAt: `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  side: 'customer',
  automatic: false,
  accountId: null,
  snippet: `day ${day}`,
  ...given,
})

describe('a thread', () => {
  it('shows its first and last message, whatever their order', () => {
    expect(growThread(null, [said(5), said(2, { side: 'vendor' }), said(9, { side: 'vendor' })])).toMatchObject({
      firstAt: '2026-03-02T09:00:00.000Z',
      lastAt: '2026-03-09T09:00:00.000Z',
      lastSide: 'vendor',
      messageCount: 3,
      snippet: 'day 9',
    })
  })
  it('is not answered by an out-of-office note', () => {
    const before = growThread(null, [said(1, { side: 'vendor' })])
    expect(growThread(before, [said(2, { automatic: true })])).toMatchObject({
      lastSide: 'vendor',
      lastAt: '2026-03-02T09:00:00.000Z',
    })
  })
  it('keeps the account it has', () => {
    const before = growThread(null, [said(1, { accountId: 'a' })])
    expect(growThread(before, [said(2, { accountId: 'b' })]).accountId).toBe('a')
  })
  it('comes out the same in one batch or in two', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(days, fc.nat(), (numbers, cut) => {
        const all = numbers.map((day) => said(day, { side: day % 2 ? 'vendor' : 'customer' }))
        const at = 1 + (cut % (all.length - 1))
        expect(growThread(growThread(null, all.slice(0, at)), all.slice(at))).toEqual(growThread(null, all))
      }),
    )
  })
})
