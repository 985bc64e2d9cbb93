/** What may have been meant where a word was typed with a slip? Words that were said, in the order of how near they lie. */
import { slipsBetween } from '#foundation/language/near-words.ts'

const mostOfWord = 3
const mostAsked = 4

/**
 * The questions to ask instead, the nearest first; none when nothing said lies near.
 * @param alike for each word as it was typed, words that were said and look alike
 */
export function spellWords(typed: readonly string[], alike: ReadonlyMap<string, readonly string[]>): string[] {
  let asked: { words: string[]; slips: number }[] = [{ words: [], slips: 0 }]
  for (const word of typed) {
    const said = alike.get(word) ?? []
    const isSaid = said.some((one) => one.startsWith(word))
    const near = said.flatMap((one) => {
      const slips = slipsBetween(word, one)
      // What begins with the word was found by the word itself.
      return slips === null || one.startsWith(word) ? [] : [{ word: one, slips: Math.max(slips, 0.5) }]
    })
    const nearest = near.sort((a, b) => a.slips - b.slips || a.word.length - b.word.length).slice(0, mostOfWord)
    // A word that nobody said as it was typed leads nowhere, where another lies near.
    const meant = isSaid || nearest.length === 0 ? [{ word, slips: 0 }, ...nearest] : nearest
    asked = asked.flatMap(({ words, slips }) => meant.map((one) => ({ words: [...words, one.word], slips: slips + one.slips })))
    asked = asked.sort((a, b) => a.slips - b.slips).slice(0, 4 * mostAsked)
  }
  return asked
    .filter(({ slips }) => slips > 0)
    .slice(0, mostAsked)
    .map(({ words }) => words.join(' '))
}
