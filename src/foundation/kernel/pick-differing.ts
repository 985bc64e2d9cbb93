/** Which given values differ from what is there? */

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The fields that are given (neither null nor undefined) and differ from the row's. What is not given never takes away what is there. */
export function pickDiffering<T extends object>(row: T, given: Partial<T>): Partial<T> {
  const differing = Object.entries(given).filter(([k, v]) => v !== null && v !== undefined && !same(v, row[k as keyof T]))
  return Object.fromEntries(differing) as Partial<T>
}
