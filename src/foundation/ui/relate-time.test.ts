/** Does a moment read relative within a week, then plain, in the reader's own zone? */
import { describe, expect, it } from 'vitest'
import { relateDay, relateTime, wholeMoment } from './relate-time.ts'

const now = new Date('2026-11-23T14:30:00Z')

describe('relateTime', () => {
  it.each([
    ['2026-11-23T14:29:40Z', 'just now'],
    ['2026-11-23T14:18:00Z', '12 min ago'],
    ['2026-11-23T14:45:00Z', 'in 15 min'],
    ['2026-11-23T09:05:00Z', 'today, 09:05'],
    ['2026-11-22T23:59:00Z', 'yesterday, 23:59'],
    ['2026-11-24T08:00:00Z', 'tomorrow, 08:00'],
    ['2026-11-19T10:00:00Z', 'Thursday, 10:00'],
    ['2026-11-26T10:00:00Z', 'in 3 days'],
    ['2026-11-16T10:00:00Z', '16 Nov'],
    ['2026-12-24T10:00:00Z', '24 Dec'],
    ['2024-02-29T10:00:00Z', '29 Feb 2024'],
    ['never', 'no date'],
  ])('%s is %s', (at, text) => expect(relateTime(new Date(at), now, 'UTC')).toBe(text))

  it("goes by the reader's calendar, not by hours", () => {
    const lateEvening = new Date('2026-11-22T23:30:00Z')
    expect(relateTime(lateEvening, now, 'UTC')).toBe('yesterday, 23:30')
    expect(relateTime(lateEvening, now, 'Europe/Berlin')).toBe('today, 00:30')
  })
})

describe('relateDay', () => {
  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-26', 'in 3 days'],
    ['2026-11-20', '3 days ago'],
    ['2026-11-16', '16 Nov'],
    ['2027-01-04', '4 Jan 2027'],
    ['soon', 'no date'],
  ])('%s is %s', (day, text) => expect(relateDay(day, now, 'UTC')).toBe(text))

  it('a day does not shift with the zone', () => {
    expect(relateDay('2026-11-24', now, 'Pacific/Auckland')).toBe('today')
    expect(relateDay('2026-12-01', now, 'America/Los_Angeles')).toBe('1 Dec')
  })
})

it('the whole moment names its zone', () =>
  expect(wholeMoment(now, 'Europe/Berlin')).toMatch(/Monday.*23 November 2026.*15:30.*CET/))
