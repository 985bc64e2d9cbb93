/** Which fields of a row differ between now and then, of those that may ever change? */
import type { Fields } from './rebuild-row.ts'

const kept = new Set(['id', 'createdAt', 'updatedAt'])

/** Two values that are written alike are alike; the order of keys does not count. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [Object.entries(a), Object.entries(b)]
  return one.length === other.length && one.every(([key, value]) => isSame(value, (b as Fields)[key]))
}

/** The names of the fields to set, in the order of the contract. */
export const planRestore = (record: { fields: object; heavy?: string[] }, now: Fields, then: Fields): string[] =>
  Object.keys(record.fields).filter(
    (name) => !kept.has(name) && !record.heavy?.includes(name) && name in then && !isSame(now[name], then[name]),
  )
