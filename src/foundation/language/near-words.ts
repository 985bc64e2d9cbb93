/** Was a word meant that was typed with a slip? One letter too many, too few, wrong, or two changed about. */

/** How many slips are forgiven in a word of so many letters: none in short ones, where every slip is another word. */
export const slipsForgiven = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2)

/**
 * How many slips lie between what was typed and the beginning of a word; null when more than are forgiven. Who types goes on: "warehuo"
 * lies one from "warehouse".
 */
export function slipsBetween(typed: string, word: string): number | null {
  const most = slipsForgiven(typed.length)
  if (most === 0 || typed.length - word.length > most) return null
  const reach = Math.min(word.length, typed.length + most)
  let [before, last]: [number[], number[]] = [[], Array.from({ length: reach + 1 }, (_, at) => at)]
  for (let i = 1; i <= typed.length; i++) {
    const now = [i]
    for (let j = 1; j <= reach; j++) {
      const isSame = typed[i - 1] === word[j - 1]
      const isTurned = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]
      now[j] = Math.min(
        (last[j] ?? 0) + 1,
        (now[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isTurned ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, last] = [last, now]
  }
  const least = Math.min(...last)
  return least <= most ? least : null
}

/** The word with each two neighbours changed about. */
export const turnedWords = (typed: string): string[] =>
  Array.from({ length: Math.max(0, typed.length - 1) }, (_, at) =>
    [typed.slice(0, at), typed[at + 1], typed[at], typed.slice(at + 2)].join(''),
  ).filter((word) => word !== typed)
