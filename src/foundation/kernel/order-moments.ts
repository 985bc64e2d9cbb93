/** Which of two moments, or days, comes first? ISO texts in UTC sort as they are. */

export function earlierOf(a: string, b: string): string {
  if (a < b) return a
  return b
}
export function laterOf(a: string, b: string): string {
  if (a > b) return a
  return b
}
/** For sorting by moment, the earliest first. */
export const byMoment = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
