/** Which values does the row that stays get from the one that goes? Those asked for, and those it has none of. */

type Fields = Readonly<Record<string, unknown>>

const kept = new Set(['id', 'createdAt', 'updatedAt', 'foundFrom'])
const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** The fields that change in the row that stays. @param take fields whose value comes from the row that goes */
export function chooseValues(
  keep: Fields,
  merge: Fields,
  take: readonly string[],
  fields: readonly string[],
): Record<string, unknown> {
  const set: Record<string, unknown> = {}
  for (const field of fields) {
    if (kept.has(field) || isEmpty(merge[field]) || merge[field] === keep[field]) continue
    if (take.includes(field) || isEmpty(keep[field])) set[field] = merge[field]
  }
  return set
}

/** The one of two values that the row that stays does not keep, so that it can go on leading to it. */
export const chooseValuesAlias = (keep: unknown, merge: unknown, taken: unknown): string | null => {
  if (isEmpty(merge)) return null
  const given = taken === undefined ? merge : keep
  return isEmpty(given) ? null : String(given)
}
