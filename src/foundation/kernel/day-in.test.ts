import { expect, it } from 'vitest'
import { dayIn } from './day-in.ts'

it.each([
  ['2026-03-05T23:30:00.000Z', 'UTC', '2026-03-05'],
  ['2026-03-05T23:30:00.000Z', 'Europe/Berlin', '2026-03-06'],
  ['2026-03-06T03:30:00.000Z', 'America/New_York', '2026-03-05'],
])('%s in %s is on %s', (moment, zone, day) => expect(dayIn(moment, zone)).toBe(day))
