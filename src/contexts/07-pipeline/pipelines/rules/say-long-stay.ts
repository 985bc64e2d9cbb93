/** When has something stood in a stage for longer than is normal? */

const dayMs = 86_400_000

/** Says that something has stood longer than is normal; null while it has not. */
export function sayLongStay(since: string, normalDays: number | null, now: string): string | null {
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / dayMs)
  if (normalDays === null || days <= normalDays) return null
  return `That is ${days - normalDays} ${days - normalDays === 1 ? 'day' : 'days'} longer than is normal here.`
}
