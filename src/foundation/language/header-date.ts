/** Which day does the Date line of a mail name, as the sender's own calendar shows it? */

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  fev: 2,
  fév: 2,
  mar: 3,
  mär: 3,
  mae: 3,
  mrz: 3,
  maa: 3,
  apr: 4,
  avr: 4,
  abr: 4,
  may: 5,
  mai: 5,
  mei: 5,
  maj: 5,
  mag: 5,
  jun: 6,
  giu: 6,
  jul: 7,
  lug: 7,
  aug: 8,
  aoû: 8,
  ago: 8,
  sep: 9,
  set: 9,
  oct: 10,
  okt: 10,
  ott: 10,
  out: 10,
  nov: 11,
  dec: 12,
  dez: 12,
  déc: 12,
  dic: 12,
} satisfies Record<string, number>

const two = (value: number) => String(value).padStart(2, '0')

/** YYYY-MM-DD when the three numbers are a day of the calendar, else null. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const valid = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return valid && year >= 1970 && year < 2200 ? `${year}-${two(month)}-${two(day)}` : null
}

const monthOf = (word: string | undefined) => MONTHS[(word ?? '').toLowerCase().slice(0, 3)] ?? 0

/**
 * The day written in a header ("Tue, 7 Oct 2025 11:58", "Dienstag, 1. Juli 2025 09:40", "2026-03-02T...", "02.03.2026",
 * "March 3, 2026"), or null. The zone is left alone: the day is the one the sender saw.
 */
export function readHeaderDate(line: string): string | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})/.exec(line)
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dayFirst = /\b(\d{1,2})\.?(?:st|nd|rd|th)?\s+(?:de\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})\b/u.exec(line)
  if (dayFirst && monthOf(dayFirst[2])) return isoDay(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /\b(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(line)
  if (monthFirst && monthOf(monthFirst[1])) return isoDay(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]))
  const dotted = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(line)
  if (dotted) return isoDay(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const slashed = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(line)
  if (!slashed) return null
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])]
  return first > 12 ? isoDay(year, second, first) : (isoDay(year, first, second) ?? isoDay(year, second, first))
}
