/** Which moment is it when the clocks of a place show a day and a time, and which time do they show at a moment? */

/** Whether the program knows a time zone by this name (IANA). */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * The time (HH:MM) that the clocks of an IANA zone show at an ISO moment.
 * @throws RangeError for what is no moment or no time zone
 */
export const clockIn = (moment: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(moment))

const readers = new Map<string, Intl.DateTimeFormat>()

/** What clocks in the zone show at a moment, as if it were UTC, in milliseconds. */
function shownAt(moment: number, timeZone: string): number {
  const reader =
    readers.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  readers.set(timeZone, reader)
  const parts = Object.fromEntries(reader.formatToParts(moment).map((p) => [p.type, Number(p.value)]))
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day ?? 1, parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
}

/**
 * The moment in milliseconds. `local` is the time on the wall as if it were UTC. A time that the clocks leap over is read with the offset
 * before the leap, so an hour later; of a time that comes twice the first is taken (RFC 5545, 3.3.5).
 */
export function momentOfWall(local: number, timeZone: string): number {
  const day = 86_400_000
  const before = shownAt(local - day, timeZone) - (local - day)
  const after = shownAt(local + day, timeZone) - (local + day)
  const tries = [local - before, local - after]
  return tries.find((moment) => shownAt(moment, timeZone) === local) ?? local - before
}

/**
 * The ISO moment at which the clocks of a zone show this.
 * @param day YYYY-MM-DD
 * @param clock HH:MM
 */
export const momentIn = (day: string, clock: string, timeZone: string): string =>
  new Date(momentOfWall(Date.parse(`${day}T${clock}:00Z`), timeZone)).toISOString()
