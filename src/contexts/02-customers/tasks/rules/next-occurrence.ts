/** On which day does a repeating task fall due next? */

export interface Repeat {
  /** The day on which it was first due, YYYY-MM-DD. */
  from: string
  every: number
  unit: 'day' | 'week' | 'month'
}

const dayMs = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** A day some months on; the 31st is the last day where there is none. */
function monthsOn(from: string, months: number): string {
  const first = new Date(at(from))
  const last = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months + 1, 0)
  const wanted = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, first.getUTCDate())
  return isoDay(Math.min(wanted, last))
}

/**
 * The first day of the series that comes after a day. Counted from the beginning, so that the 31st comes back after February, and a
 * weekly task done three weeks late is not due three times.
 */
export function nextOccurrence({ from, every, unit }: Repeat, after: string): string {
  if (after < from) return from
  if (unit === 'month') {
    const [a, b] = [new Date(at(from)), new Date(at(after))]
    const between = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
    const times = Math.floor(between / every)
    const day = monthsOn(from, times * every)
    return day > after ? day : monthsOn(from, (times + 1) * every)
  }
  const step = every * (unit === 'week' ? 7 : 1) * dayMs
  return isoDay(at(from) + (Math.floor((at(after) - at(from)) / step) + 1) * step)
}
