/** Which day does a cell name? */
import type { DateOrder } from './decide-date-order.ts'

const MONTHS: Record<string, number> = {
  jan: 1, january: 1, januar: 1, jänner: 1, janvier: 1, feb: 2, february: 2, februar: 2, février: 2, mar: 3, march: 3, mär: 3, mrz: 3, märz: 3, mars: 3,
  apr: 4, april: 4, avril: 4, may: 5, mai: 5, jun: 6, june: 6, juni: 6, juin: 6, jul: 7, july: 7, juli: 7, juillet: 7, aug: 8, august: 8, août: 8,
  sep: 9, sept: 9, september: 9, septembre: 9, oct: 10, october: 10, okt: 10, oktober: 10, octobre: 10, nov: 11, november: 11, novembre: 11,
  dec: 12, december: 12, dez: 12, dezember: 12, décembre: 12,
} // biome-ignore format: a table

/** Spreadsheets count days from 1899-12-30; 20,000 to 80,000 is 1954 to 2119. */
const SERIAL = /^([2-7]\d{4})(?:[.,](\d+))?$/
const FIGURES = /^(?:\p{L}{2,}\.?,?\s+)?(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[T,]?\s*(.*))?$/u
const COMPACT = /^(19\d{2}|20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/
const DAY_FIRST = /^(?:\p{L}{2,}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[.\s-]+(\p{L}{3,})\.?[\s,-]+(\d{2,4})(?:,?\s+(.*))?$/u
const MONTH_FIRST = /^(?:\p{L}{2,}\.?,\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.*))?$/u
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

export type DayRead = { day: string; clock: string | null }

/** The day (YYYY-MM-DD) and, when stated, the time of day with its offset ("14:05:00Z", UTC when none is given). null: no date. */
export function readDate(text: string, order: DateOrder): DayRead | null {
  const cell = text.trim()
  const serial = SERIAL.exec(cell)
  if (serial) {
    const at = new Date(Date.UTC(1899, 11, 30) + Number(`${serial[1]}.${serial[2] ?? 0}`) * 86_400_000)
    return { day: at.toISOString().slice(0, 10), clock: serial[2] ? `${at.toISOString().slice(11, 19)}Z` : null }
  }
  const compact = COMPACT.exec(cell)
  if (compact) return dayOf(compact[1], Number(compact[2]), compact[3], '')
  const figures = FIGURES.exec(cell)
  if (figures) {
    const [, a = '', b = '', c = '', rest] = figures
    if (a.length >= 3) return dayOf(a, Number(b), c, rest)
    const [day, month] = order === 'mdy' ? [b, a] : [a, b]
    // A single cell against the order of its column is still a date when only one reading exists.
    return dayOf(c, Number(month), day, rest) ?? dayOf(c, Number(day), month, rest)
  }
  const dayFirst = DAY_FIRST.exec(cell)
  if (dayFirst) return dayOf(dayFirst[3], MONTHS[(dayFirst[2] ?? '').toLowerCase()] ?? 0, dayFirst[1], dayFirst[4])
  const monthFirst = MONTH_FIRST.exec(cell)
  return monthFirst ? dayOf(monthFirst[3], MONTHS[(monthFirst[1] ?? '').toLowerCase()] ?? 0, monthFirst[2], monthFirst[4]) : null
}

function dayOf(year = '', month: number, day = '', rest = ''): DayRead | null {
  const short = Number(year)
  if (year.length === 3) return null
  const full = year.length > 2 ? short : short < 70 ? 2000 + short : 1900 + short
  const at = new Date(Date.UTC(full, month - 1, Number(day)))
  if (month < 1 || month > 12 || at.getUTCDate() !== Number(day) || full < 1900 || full > 2200) return null
  const clock = rest.trim() === '' ? null : readClock(rest.trim())
  return clock === undefined ? null : { day: at.toISOString().slice(0, 10), clock }
}

function readClock(text: string): string | undefined {
  const [, hour = '', minute = '', second = '00', half, zone] = CLOCK.exec(text) ?? []
  if (hour === '') return undefined
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0) : Number(hour)
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offset = !zone || /^[a-z]/i.test(zone) ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  return `${String(hours).padStart(2, '0')}:${minute}:${second}${offset}`
}
