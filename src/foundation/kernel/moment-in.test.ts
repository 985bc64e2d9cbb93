import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn } from './day-in.ts'
import { clockIn, momentIn } from './moment-in.ts'

describe('a time of day in a place', () => {
  it.each([
    ['2026-03-05', '09:00', 'UTC', '2026-03-05T09:00:00.000Z'],
    ['2026-03-05', '09:00', 'Europe/Berlin', '2026-03-05T08:00:00.000Z'],
    ['2026-07-05', '00:30', 'Europe/Berlin', '2026-07-04T22:30:00.000Z'],
    ['2026-03-05', '21:15', 'America/New_York', '2026-03-06T02:15:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s %s in %s is %s', (day, clock, zone, moment) => expect(momentIn(day, clock, zone)).toBe(moment))

  it('is shown by the clocks there, but for the hour that spring skips', () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
    const zone = fc.constantFrom(
      'UTC',
      'Europe/London',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'America/St_Johns',
    )
    fc.assert(
      fc.property(minutes, zone, (minute, timeZone) => {
        const moment = new Date(minute * 60_000).toISOString()
        const [day, clock] = [dayIn(moment, timeZone), clockIn(moment, timeZone)]
        const back = momentIn(day, clock, timeZone)
        expect([dayIn(back, timeZone), clockIn(back, timeZone)]).toEqual([day, clock])
      }),
    )
  })
})
