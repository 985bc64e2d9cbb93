/** Is a need that a message shows one that the account is known to have? */
import { contentStems } from '#foundation/language/content-words.ts'

/** A need as joining sees it: its category, and every wording it is known by (its statement, the quotes, what a person corrected). */
export type Worded = { category: string; wordings: readonly string[] }

/**
 * From this likeness on, words of different messages tell the same need. Higher than within one message, where nearness says much:
 * a need wrongly joined hides from view, a need told twice is seen and joined by hand.
 */
export const SAME_NEED_AGAIN = 0.6

type Heard = { at: number; stems: Set<string> }

/**
 * For each found need the position of the known need it repeats, or null; found needs that repeat one another are joined by
 * `found:N`, the position of the first. Likeness: shared content words against the shorter wording, and a shared category.
 */
export function joinNeeds(found: readonly Worded[], known: readonly Worded[]): ({ known: number } | { found: number } | null)[] {
  const heard: Heard[] = []
  const byStem = new Map<string, number[]>()
  const categories: string[] = []
  const hear = ({ category, wordings }: Worded, at: number) => {
    categories[at] = category
    for (const wording of wordings) {
      const stems = new Set(contentStems(wording))
      if (!stems.size) continue
      const nth = heard.push({ at, stems }) - 1
      for (const stem of stems) {
        const list = byStem.get(stem)
        if (list) list.push(nth)
        else byStem.set(stem, [nth])
      }
    }
  }
  for (const [at, one] of known.entries()) hear(one, at)
  return found.map((one, nth) => {
    const at = mostAlike(one, heard, byStem, categories)
    hear(one, at ?? known.length + nth)
    if (at === null) return null
    return at < known.length ? { known: at } : { found: at - known.length }
  })
}

function mostAlike(
  one: Worded,
  heard: readonly Heard[],
  byStem: ReadonlyMap<string, number[]>,
  categories: readonly string[],
): number | null {
  let best: number | null = null
  let most = SAME_NEED_AGAIN
  for (const wording of one.wordings) {
    const stems = new Set(contentStems(wording))
    const shared = new Map<number, number>()
    for (const stem of stems) for (const nth of byStem.get(stem) ?? []) shared.set(nth, (shared.get(nth) ?? 0) + 1)
    for (const [nth, count] of shared) {
      const other = heard[nth]
      if (!other) continue
      const words = count / Math.max(2, Math.min(stems.size, other.stems.size))
      const same = categories[other.at] === one.category
      const likeness = words * 0.75 + (same ? (one.category === 'functionality' ? 0.1 : 0.3) : 0)
      if (likeness >= most && (best === null || likeness > most)) {
        most = likeness
        best = other.at
      }
    }
  }
  return best
}
