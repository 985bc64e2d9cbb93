/** What comes first: what is called so, what was said, or what is merely alike? */

interface Named {
  id: string
  closeness: number
}
interface Said {
  id: string
  saidAt: string | null
}
type Mixed<N extends Named, S extends Said> = N | (S & { closeness: number; says: null; saidBy: null })

/** From here on every word asked begins a word of the name (search function, migration 0003). */
const begun = 0.6
/** What was said today stands just below what is called so; it sinks to half of that over the years, with half the way gone in ninety days. */
const saidToday = 0.59
const sunk = 0.3
const halfDays = 90
/** What says only something alike stands so much lower. */
const guessed = 0.6
const dayMs = 86_400_000

/**
 * One list, the closest first: names that begin with the words, then what was said (the newer the closer), mixed with names that are merely alike.
 * A share of the places is kept for what was said, so that a common name does not hide every message.
 * @param now ISO 8601
 * @param isGuess none of the texts says the words as they were typed
 */
export function mixFound<N extends Named, S extends Said>(
  names: readonly N[],
  texts: readonly S[],
  most: number,
  now: string,
  isGuess = false,
): Mixed<N, S>[] {
  const said = texts.map((text) => ({
    ...text,
    says: null,
    saidBy: null,
    closeness: closenessAt(text.saidAt, now) * (isGuess ? guessed : 1),
  }))
  const kept = Math.min(said.length, Math.max(most - names.length, Math.floor(most / 3)))
  const named = names.filter((name) => name.closeness >= begun).slice(0, most - kept)
  const alike = names.filter((name) => name.closeness < begun)
  const rest = [...said, ...alike].sort((a, b) => b.closeness - a.closeness)
  return [...named, ...rest].slice(0, most)
}

function closenessAt(saidAt: string | null, now: string): number {
  const days = saidAt === null ? Number.POSITIVE_INFINITY : Math.max(0, (Date.parse(now) - Date.parse(saidAt)) / dayMs)
  return sunk + (saidToday - sunk) * 2 ** (-days / halfDays)
}
