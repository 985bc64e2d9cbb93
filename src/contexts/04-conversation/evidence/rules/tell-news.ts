/** Which found spans are new to a message that was read before? */

type Standing = { kind: string; start: number; end: number }

/** Explicit and implicit are two readings of the same words: the second is no news. */
const family = (kind: string) => (kind.startsWith('need.') ? 'need' : kind)

/** Whether two spans of one family are the same words: they overlap by at least half of the shorter one. */
export function isSameSpan(a: Standing, b: Standing): boolean {
  if (family(a.kind) !== family(b.kind)) return false
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return overlap * 2 >= Math.min(a.end - a.start, b.end - b.start)
}

/** The found spans that tell nothing that stands there already, be it found, confirmed or rejected: what people said of it stays. */
export const tellNews = <T extends Standing>(found: readonly T[], standing: readonly Standing[]): T[] =>
  found.filter((one) => !standing.some((there) => isSameSpan(one, there)))
