/** Which words of a text show what was searched? A stretch of it as it stands, around the first place where a word begins so. */
import { slipsBetween, slipsForgiven } from '#foundation/language/near-words.ts'
import { blankOthers } from './searched-text.ts'

const before = 50
const longest = 180

// One letter in, one letter out, so that places in the folded text are places in the text.
const foldLetter = (letter: string): string => {
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.length === letter.length ? plain : letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter
}
const fold = (text: string): string => Array.from(text, foldLetter).join('')

/** Cuts at most 180 characters around the first word found; an ellipsis stands where something was left out. Empty when the text is. `searched`: the text, with spaces where it is passed over. */
export function cutExcerpt(text: string, words: string, searched = text): string {
  const folded = fold(searched)
  const asked = fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const begun = asked.map((word) => folded.search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u'))).filter((at) => at >= 0)
  const places = begun.length ? begun : nearPlaces(folded, asked)
  const first = places.length ? Math.min(...places) : 0
  const from = first <= before ? 0 : backToSpace(text, first - before)
  const to = from + longest >= text.length ? text.length : backToSpace(text, from + longest)
  const cut = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '… ' : ''}${cut}${to < text.length && cut ? ' …' : ''}`
}

/** The same of a message: the first place is looked for in what its writer wrote. */
export const cutExcerptOf = (said: Parameters<typeof blankOthers>[0], words: string): string =>
  cutExcerpt(said.text, words, blankOthers(said))

/** Where words stand that lie a slip from what was typed. */
function nearPlaces(folded: string, asked: readonly string[]): number[] {
  const said = [...folded.matchAll(/[\p{L}\p{N}]+/gu)]
  return asked.flatMap((word) => {
    const found = slipsForgiven(word.length) > 0 ? said.find(([one]) => slipsBetween(word, one) !== null) : undefined
    return found ? [found.index] : []
  })
}

/** The nearest white space at or before a place, but not far: a text without any is cut where it is. */
function backToSpace(text: string, at: number): number {
  for (let i = at; i > Math.max(0, at - 25); i--) if (/\s/.test(text[i] ?? '')) return i
  return at
}
