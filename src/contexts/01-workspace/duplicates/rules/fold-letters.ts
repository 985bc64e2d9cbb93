/** How do letters look when spelling habits are taken away: case, accents, umlauts written out, punctuation? */

const stroked: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Small letters and digits with one space between words: "Société d’Été, S.A." is "societe d ete s a". */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => stroked[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words of a text, folded. */
export const foldWordsOf = (text: string): string[] => foldLetters(text).split(' ').filter(Boolean)

/** A word as people of different keyboards write it: Müller, Mueller and Muller agree. */
export const foldUmlauts = (word: string): string => word.replace(/([aou])e(?=[^aeiou]|$)/g, '$1')

/** The sound of a word, roughly: first letter, then up to three groups of consonants (Soundex, R. Russell 1918). */
export function foldSound(word: string): string {
  const first = word.charAt(0)
  if (!/[a-z]/.test(first)) return word.slice(0, 6)
  let sound = first
  let before = groupOf(first)
  for (const letter of word.slice(1)) {
    const group = groupOf(letter)
    if (group !== '' && group !== before) sound += group
    if (letter !== 'h' && letter !== 'w') before = group
    if (sound.length === 4) break
  }
  return sound
}

const groups: readonly [RegExp, string][] = [
  [/[bfpv]/, '1'],
  [/[cgjkqsxz]/, '2'],
  [/[dt]/, '3'],
  [/l/, '4'],
  [/[mn]/, '5'],
  [/r/, '6'],
]
const groupOf = (letter: string): string => groups.find(([letters]) => letters.test(letter))?.[1] ?? ''
