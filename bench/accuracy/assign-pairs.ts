/** Which pairs stand when each row of one clean list is at most one row of the other? The surest first, each row once. */

/** Pairs by falling chance; a pair whose row is taken falls away. */
export function assignPairs<P extends { a: number | string; b: number | string; chance: number }>(pairs: readonly P[]): P[] {
  const taken = new Set<number | string>()
  return [...pairs]
    .sort((x, y) => y.chance - x.chance)
    .filter(({ a, b }) => {
      if (taken.has(a) || taken.has(b)) return false
      taken.add(a).add(b)
      return true
    })
}
