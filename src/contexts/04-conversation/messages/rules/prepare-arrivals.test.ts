import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampKey, dateArrivals, readAddress, storable } from './prepare-arrivals.ts'

describe('what arrives', () => {
  it('keeps every offset when characters no database holds are replaced', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('\0', '\ud83d', '\udc00', ''), (text, odd) => {
        const kept = storable(text + odd)
        expect(kept).toHaveLength((text + odd).length)
        expect(kept.includes('\0')).toBe(false)
        expect(kept.toWellFormed()).toBe(kept)
      }),
    )
  })

  it('has keys that fit an index and still tell messages apart', () => {
    const long = (end: string) => clampKey(`${'x'.repeat(5_000)}${end}`)
    expect(long('a').length).toBeLessThan(450)
    expect(long('a')).toBe(long('a'))
    expect(long('a')).not.toBe(long('b'))
    expect(clampKey('a@b')).toBe('a@b')
  })

  it('is dated by itself, else its neighbour before, else after, else the import', () => {
    const at = (sentAt: string | null) => ({ sentAt, sentAtFrom: sentAt ? ('date' as const) : ('none' as const) })
    const now = '2026-05-01T00:00:00.000Z'
    expect(dateArrivals([at(null), at('2026-03-01T09:00:00Z'), at(null), at('nonsense')], now)).toEqual([
      { sentAt: '2026-03-01T09:00:00.000Z', sentAtFrom: 'neighbour' },
      { sentAt: '2026-03-01T09:00:00.000Z', sentAtFrom: 'date' },
      { sentAt: '2026-03-01T09:00:00.000Z', sentAtFrom: 'neighbour' },
      { sentAt: '2026-03-01T09:00:00.000Z', sentAtFrom: 'neighbour' },
    ])
    expect(dateArrivals([at(null)], now)).toEqual([{ sentAt: now, sentAtFrom: 'import' }])
  })

  it.each([
    [' Nora@Harbor.Example ', 'nora@harbor.example'],
    ['no address', null],
    ['a@b c', null],
    [null, null],
  ])('%j is the address %j', (typed, address) => expect(readAddress(typed)).toBe(address))
})
