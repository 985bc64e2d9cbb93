/** Which moment is it when the clocks of a zone that a calendar defines itself show a time? (RFC 5545, 3.6.5) */
import type { ContentLine } from './content-lines.ts'
import { readWall, readYearlyRule, type YearlyRule, yearlyDays } from './yearly-days.ts'

/** One way the clocks of a zone go: from when on, and how far from UTC before and after. All in milliseconds. */
interface Observance {
  start: number
  from: number
  to: number
  rules: YearlyRule[]
  /** Further changes, each as the clocks show it that go until then. */
  also: number[]
}
export type DefinedZone = readonly Observance[]

/** How many years a rule is followed back, or on, for one change: leap days are eight years apart at most. */
const reach = 9
const mostCounted = 10_000

/** Reads the lines of a VTIMEZONE; null for one that cannot be read wholly. */
export function readDefinedZone(lines: readonly ContentLine[]): DefinedZone | null {
  const found: Observance[] = []
  let open: ContentLine[] | null = null
  for (const line of lines) {
    const kind = line.value.trim().toUpperCase()
    if (line.name === 'BEGIN' && (kind === 'STANDARD' || kind === 'DAYLIGHT')) open = []
    else if (line.name === 'END' && open && (kind === 'STANDARD' || kind === 'DAYLIGHT')) {
      const one = readObservance(open)
      if (!one) return null
      found.push(one)
      open = null
    } else open?.push(line)
  }
  return found.length > 0 && !open ? found : null
}

function readObservance(lines: readonly ContentLine[]): Observance | null {
  const of = (name: string) => lines.filter((line) => line.name === name).map((line) => line.value)
  const start = readWall(of('DTSTART')[0] ?? '')
  const [from, to] = [readOffset(of('TZOFFSETFROM')[0]), readOffset(of('TZOFFSETTO')[0])]
  const rules = of('RRULE').map(readYearlyRule)
  const also = of('RDATE').flatMap((value) => value.split(',').map(readWall))
  if (!start || from === null || to === null) return null
  if (!rules.every((rule) => rule !== null) || !also.every((one) => one !== null)) return null
  return { start: start.at, from, to, rules, also: also.map((one) => (one.isUtc ? one.at + from : one.at)) }
}

function readOffset(text: string | undefined): number | null {
  const [, sign, hours, minutes, seconds] = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text?.trim() ?? '') ?? []
  if (!sign) return null
  const length = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000
  return sign === '-' ? -length : length
}

/**
 * The moment in milliseconds. `wall` is the time that the clocks show, as if it were UTC. A time that they leap over is read with the
 * offset before the leap; of a time that comes twice the first is taken.
 */
export function momentInZone(zone: DefinedZone, wall: number): number {
  let latest: { at: number; to: number } | null = null
  for (const observance of zone) {
    // Who puts the clocks forward leaps over the times up to the new one.
    const leap = Math.max(0, observance.to - observance.from)
    const changed = lastChange(observance, wall - leap)
    if (changed !== null && (!latest || changed - observance.from > latest.at))
      latest = { at: changed - observance.from, to: observance.to }
  }
  const first = zone.reduce((a, b) => (b.start < a.start ? b : a))
  return wall - (latest ? latest.to : first.from)
}

/** The last change at or before a time of the clocks that go until it; null when there was none yet. */
function lastChange(observance: Observance, wall: number): number | null {
  const { start, also, rules } = observance
  const fixed = [start, ...also].filter((at) => at <= wall)
  return [...fixed, ...rules.flatMap((rule) => lastOfRule(rule, observance, wall) ?? [])].reduce<number | null>(
    (a, b) => (a === null || b > a ? b : a),
    null,
  )
}

function lastOfRule(rule: YearlyRule, { start, from }: Observance, wall: number): number | null {
  const began = new Date(start)
  const time = start % 86_400_000
  const first = began.getUTCFullYear()
  const end = rule.until === null ? wall : Math.min(wall, rule.until + (rule.untilIsUtc ? from : 0))
  const of = (year: number) =>
    yearlyDays(rule, year, began)
      .map((day) => day + (time < 0 ? time + 86_400_000 : time))
      .filter((at) => at >= start)
  const last = new Date(end).getUTCFullYear()
  if (rule.count !== null) {
    // The start is the first of those that are counted, whether the rule means it or not.
    const counted: number[] = [start]
    for (let year = first; year <= last && counted.length < Math.min(rule.count, mostCounted); year += rule.interval)
      counted.push(...of(year).filter((at) => at > start))
    return counted.slice(0, rule.count).findLast((at) => at <= end) ?? null
  }
  let year = last - ((last - first) % rule.interval)
  for (let tries = 0; tries < reach && year >= first; tries++, year -= rule.interval) {
    const found = of(year).findLast((at) => at <= end)
    if (found !== undefined) return found
  }
  return null
}
