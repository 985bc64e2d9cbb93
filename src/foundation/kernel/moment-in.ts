/** Which moment is it when clocks in a time zone show this day and time? */

/** Whether the program knows a time zone by this name (IANA). */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

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
 * before the leap; of a time that comes twice the first is taken (RFC 5545, 3.3.5).
 */
export function momentIn(local: number, timeZone: string): number {
  const day = 86_400_000
  const before = shownAt(local - day, timeZone) - (local - day)
  const after = shownAt(local + day, timeZone) - (local + day)
  const tries = [local - before, local - after]
  return tries.find((moment) => shownAt(moment, timeZone) === local) ?? local - before
}
