/** Which moment is it when the clocks of a place show a day and a time, and which time do they show at a moment? */
import { dayIn } from './day-in.ts'

/**
 * The time (HH:MM) that the clocks of an IANA zone show at an ISO moment.
 * @throws RangeError for what is no moment or no time zone
 */
export const clockIn = (moment: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(moment))

const shown = (at: number, timeZone: string): number => {
  const iso = new Date(at).toISOString()
  return Date.parse(`${dayIn(iso, timeZone)}T${clockIn(iso, timeZone)}:00Z`)
}

/**
 * The ISO moment at which the clocks of a zone show this. A time that the clocks skip in spring is read an hour later; one that they show
 * twice in autumn is one of the two.
 * @param day YYYY-MM-DD
 * @param clock HH:MM
 */
export function momentIn(day: string, clock: string, timeZone: string): string {
  const asked = Date.parse(`${day}T${clock}:00Z`)
  const first = asked + (asked - shown(asked, timeZone))
  const second = first + (asked - shown(first, timeZone))
  return new Date(shown(second, timeZone) === asked ? second : Math.max(first, second)).toISOString()
}
