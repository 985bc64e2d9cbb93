/** Which days does a condition mean, seen from a given today? */
import type { Condition, Day, Span, Unit } from './filter.ts'

/** Days from one to another, both counted; null is open on that side. */
export interface DayRange {
  from: string | null
  to: string | null
}

const [first, last] = ['0001-01-01', '9999-12-31']
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const clamp = (day: string): string => (day < first ? first : day > last ? last : day)

function asDay(year: number, month: number, day: number): string {
  const at = new Date(0)
  at.setUTCFullYear(year, month, day)
  if (at.getUTCFullYear() < 1) return first
  return at.getUTCFullYear() > 9999 ? last : at.toISOString().slice(0, 10)
}

/** So many units later; a month that is too short ends the day early: a month after 31 January is 28 or 29 February. */
export function plusUnits(day: string, count: number, unit: Unit): string {
  const at = utc(day)
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  if (unit === 'day' || unit === 'week') return asDay(year, month, date + count * (unit === 'week' ? 7 : 1))
  const months = month + count * { month: 1, quarter: 3, year: 12 }[unit]
  const monthEnd = new Date(0)
  monthEnd.setUTCFullYear(year, months + 1, 0)
  return asDay(year, months, Math.min(date, monthEnd.getUTCDate()))
}

/** The first day of the week (Monday), month, quarter or year that a day lies in. */
export function startOf(day: string, unit: Unit): string {
  const at = utc(day)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
  if (unit === 'day') return day
  if (unit === 'week') return plusUnits(day, -((at.getUTCDay() + 6) % 7), 'day')
  return asDay(year, { month, quarter: month - (month % 3), year: 0 }[unit], 1)
}

/** The days of a span. Days count today (the last 7 days end today); longer spans are whole ones of the calendar (last month is the one before this). */
function rangeOfSpan({ which, n, unit }: Span, today: string): DayRange {
  const start = startOf(today, unit)
  const before = (day: string) => plusUnits(day, -1, 'day')
  if (which === 'this') return { from: start, to: before(plusUnits(start, 1, unit)) }
  if (unit === 'day')
    return which === 'last'
      ? { from: plusUnits(today, 1 - n, 'day'), to: today }
      : { from: today, to: plusUnits(today, n - 1, 'day') }
  if (which === 'last') return { from: plusUnits(start, -n, unit), to: before(start) }
  return { from: plusUnits(start, 1, unit), to: before(plusUnits(start, n + 1, unit)) }
}

const dayOf = (day: Day, today: string): string => clamp(typeof day === 'string' ? day : plusUnits(today, day.plus, day.unit))

/** The days that a condition on a day or a moment means. */
export function dayRangeOf({ is, value }: Condition, today: string): DayRange {
  if (is === 'during') return rangeOfSpan(value as Span, today)
  if (is === 'between') {
    const [a, b] = (value as [Day, Day]).map((day) => dayOf(day, today)).sort()
    return { from: a ?? null, to: b ?? null }
  }
  const day = dayOf(value as Day, today)
  if (is === 'before') return { from: null, to: plusUnits(day, -1, 'day') }
  return is === 'after' ? { from: plusUnits(day, 1, 'day'), to: null } : { from: day, to: day }
}
