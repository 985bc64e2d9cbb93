/** Which day did a person type? Day before month, as the interface writes it, unless only the other order is a date. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const pad = (n: number) => String(n).padStart(2, '0')

/** YYYY-MM-DD of a local calendar day. */
export const dayOf = (at: Date): string => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

function real(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year
  const at = new Date(Date.UTC(full, month - 1, day))
  const is = at.getUTCFullYear() === full && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return is ? at.toISOString().slice(0, 10) : null
}

const monthNamed = (word: string | undefined): number => months.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1

/** "2026-12-24", "24.12.", "24/12/26", "24 Dec", "Dec 24 2026", "today", "tomorrow", "+3"; null when it is no day. */
export function readDay(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase()
  const thisYear = Number(today.slice(0, 4))
  if (text === 'today') return today
  if (text === 'tomorrow') return dayAfter(today, 1)
  if (text === 'yesterday') return dayAfter(today, -1)
  const ahead = /^([+-]\d{1,4})\s*(d|days?|w|weeks?)?$/.exec(text)
  if (ahead) return dayAfter(today, Number(ahead[1]) * (ahead[2]?.startsWith('w') ? 7 : 1))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$/.exec(text)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const digits = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4})?)?$/.exec(text)
  if (digits) {
    const [a, b, year] = [Number(digits[1]), Number(digits[2]), Number(digits[3] ?? thisYear)]
    return real(year, b, a) ?? real(year, a, b)
  }
  const dayFirst = /^(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?$/.exec(text)
  if (dayFirst && monthNamed(dayFirst[2]))
    return real(Number(dayFirst[3] ?? thisYear), monthNamed(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/.exec(text)
  if (monthFirst && monthNamed(monthFirst[1]))
    return real(Number(monthFirst[3] ?? thisYear), monthNamed(monthFirst[1]), Number(monthFirst[2]))
  return null
}
