/** On which days of a year do the clocks of a zone change? By the part of a rule of repetition that zones use. (RFC 5545, 3.3.10) */

export interface YearlyRule {
  interval: number
  months: number[]
  /** 0 is Sunday; nth counts from the end when it is below nothing, null means each. */
  weekdays: { day: number; nth: number | null }[]
  monthDays: number[]
  count: number | null
  /** The last moment as it is written; only `untilIsUtc` says by which clock. */
  until: number | null
  untilIsUtc: boolean
}

const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const known = new Set(['FREQ', 'INTERVAL', 'BYMONTH', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL', 'WKST'])
const day = 86_400_000

/** Reads a written day or time as if its clock showed UTC; null for what is none. */
export function readWall(text: string): { at: number; isUtc: boolean; isDay: boolean } | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(text.trim())
  if (!found) return null
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => Number(part ?? 0))
  return { at: Date.UTC(year, month - 1, date, hour, minute, second), isUtc: found[7] === 'Z', isDay: found[4] === undefined }
}

/** Null for a rule that says more than the change of a clock needs. */
export function readYearlyRule(text: string): YearlyRule | null {
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .filter(Boolean)
      .map((part) => part.trim().split('=') as [string, string]),
  )
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((name) => !known.has(name))) return null
  const numbers = (name: string) => (parts.get(name)?.split(',') ?? []).map(Number)
  const weekdays = (parts.get('BYDAY')?.split(',') ?? []).map((one) => {
    const [, nth, name = ''] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(one.trim()) ?? []
    return { day: days.indexOf(name), nth: nth === undefined ? null : Number(nth) }
  })
  const until = parts.has('UNTIL') ? readWall(parts.get('UNTIL') ?? '') : null
  const rule = {
    interval: Number(parts.get('INTERVAL') ?? 1),
    months: numbers('BYMONTH'),
    weekdays,
    monthDays: numbers('BYMONTHDAY'),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until: until ? until.at + (until.isDay ? day - 1 : 0) : null,
    untilIsUtc: until?.isUtc ?? false,
  }
  const isSound =
    [rule.interval, rule.count ?? 1].every((n) => Number.isInteger(n) && n > 0) &&
    rule.months.every((n) => n >= 1 && n <= 12) &&
    rule.monthDays.every((n) => Number.isInteger(n) && n !== 0 && Math.abs(n) <= 31) &&
    weekdays.every((one) => one.day >= 0 && one.nth !== 0) &&
    (until !== null || !parts.has('UNTIL'))
  return isSound ? rule : null
}

/** The first moments of the days of a year that the rule means, in order. What it leaves open is as on the day it started. */
export function yearlyDays({ months, weekdays, monthDays }: YearlyRule, year: number, start: Date): number[] {
  const isOpen = weekdays.length === 0 && monthDays.length === 0
  // A rule that names no month but days of the week counts them over the year.
  const spans =
    months.length > 0
      ? months.map((month) => [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)] as const)
      : isOpen
        ? [[Date.UTC(year, start.getUTCMonth(), 1), Date.UTC(year, start.getUTCMonth() + 1, 1)] as const]
        : monthDays.length > 0
          ? Array.from({ length: 12 }, (_, month) => [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)] as const)
          : [[Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)] as const]
  const dates = isOpen ? [start.getUTCDate()] : monthDays
  const found = spans.flatMap(([from, to]) => {
    const all = Array.from({ length: (to - from) / day }, (_, at) => from + at * day)
    return all.filter((one, at) => {
      const isDate = dates.length === 0 || dates.includes(at + 1) || dates.includes(at - all.length)
      const fits = weekdays.some(({ day: weekday, nth }) => {
        if (new Date(one).getUTCDay() !== weekday) return false
        return nth === null || nth === (nth > 0 ? Math.floor(at / 7) + 1 : -Math.floor((all.length - 1 - at) / 7) - 1)
      })
      return isDate && (weekdays.length === 0 || fits)
    })
  })
  return [...new Set(found)].sort((a, b) => a - b)
}
