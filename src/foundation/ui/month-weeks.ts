/** Which weeks does a month show, and which month lies so many further? */

const iso = (at: Date): string => at.toISOString().slice(0, 10)
const firstOf = (month: string): Date => new Date(`${month}-01T12:00:00Z`)

/** "2026-12" and 1 -> "2027-01". */
export function addMonths(month: string, step: number): string {
  const at = firstOf(month)
  at.setUTCMonth(at.getUTCMonth() + step)
  return iso(at).slice(0, 7)
}

/** The days of every week that touches the month, Monday first. */
export function weeksOf(month: string): string[][] {
  const at = firstOf(month)
  at.setUTCDate(1 - ((at.getUTCDay() + 6) % 7))
  const weeks: string[][] = []
  while (weeks.length === 0 || iso(at).slice(0, 7) === month) {
    weeks.push(
      Array.from({ length: 7 }, () => {
        const day = iso(at)
        at.setUTCDate(at.getUTCDate() + 1)
        return day
      }),
    )
  }
  return weeks
}

const dayMs = 86_400_000
/** How many days lie between two days. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
