/** How is a moment written: relative within a week, then plain, in the reader's zone? */
import { tongue } from './format-number.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

// Building a formatter costs more than a hundred uses of it, and a table draws hundreds of dates.
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterOf(zone: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone ?? ''} ${Object.entries(options).join(' ')}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tongue, { ...options, ...(zone ? { timeZone: zone } : {}) })
  formatters.set(key, made)
  return made
}

const say = (at: Date, zone: string | undefined, options: Intl.DateTimeFormatOptions): string =>
  formatterOf(zone, options).format(at)

/** The calendar day of a moment in a zone, as a whole number of days since 1970. */
function dayNumber(at: Date, zone: string | undefined): number {
  const parts = formatterOf(zone, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(at)
  const get = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0)
  return Math.round(Date.UTC(get('year'), get('month') - 1, get('day')) / day)
}

/** "just now", "12 min ago", "yesterday, 14:05", "Tuesday, 09:30", "in 3 days", then "3 Nov" or "3 Nov 2024". */
export function relateTime(at: Date, now: Date, zone?: string): string {
  if (Number.isNaN(at.getTime())) return 'no date'
  const gap = now.getTime() - at.getTime()
  const days = dayNumber(at, zone) - dayNumber(now, zone)
  const clock = say(at, zone, { hour: '2-digit', minute: '2-digit' })
  if (Math.abs(gap) < minute) return 'just now'
  if (gap > 0 && gap < hour) return `${Math.floor(gap / minute)} min ago`
  if (gap < 0 && -gap < hour) return `in ${Math.ceil(-gap / minute)} min`
  if (days === 0) return `today, ${clock}`
  if (days === -1) return `yesterday, ${clock}`
  if (days === 1) return `tomorrow, ${clock}`
  if (days < 0 && days > -7) return `${say(at, zone, { weekday: 'long' })}, ${clock}`
  if (days > 0 && days < 7) return `in ${days} days`
  return plainDay(at, now, zone)
}

/** A calendar day (YYYY-MM-DD) against today's: "today", "in 3 days", "2 days ago", then plain. */
export function relateDay(isoDay: string, now: Date, zone?: string): string {
  const at = new Date(`${isoDay}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return 'no date'
  const days = Math.round(at.getTime() / day) - dayNumber(now, zone)
  if (days === 0) return 'today'
  if (days === -1) return 'yesterday'
  if (days === 1) return 'tomorrow'
  if (days < 0 && days > -7) return `${-days} days ago`
  if (days > 0 && days < 7) return `in ${days} days`
  return plainDay(at, now, 'UTC')
}

/** "3 Nov", with the year when it is not this one. */
export function plainDay(at: Date, now: Date, zone?: string): string {
  const year = say(at, zone, { year: 'numeric' })
  const short = say(at, zone, { day: 'numeric', month: 'short' })
  return year === say(now, zone, { year: 'numeric' }) ? short : `${short} ${year}`
}

/** The whole truth, for a tooltip: "Tuesday, 3 November 2026 at 14:05 CET". */
export const wholeMoment = (at: Date, zone?: string): string =>
  Number.isNaN(at.getTime())
    ? 'no date'
    : say(at, zone, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
      })
