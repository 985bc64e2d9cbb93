/** Which words of a line may be somebody's name? */

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Runs of words with a capital, the longest first: "Call Dana Whitlock" may name "Dana Whitlock", "Dana", "Whitlock". A first word stands for itself only before another. */
export function namesIn(title: string): string[] {
  const runs = [...title.matchAll(/\p{Lu}[\p{L}\p{N}'’&-]*(?:\s+\p{Lu}[\p{L}\p{N}'’&-]*)*/gu)].map((found) =>
    found[0].split(/\s+/),
  )
  const names = runs.flatMap((words) =>
    words.flatMap((_, from) => words.slice(from).map((_word, at) => words.slice(from, from + at + 1).join(' '))),
  )
  return [...new Set(names)]
    .filter((name) => name.length > 2)
    .sort((a, b) => b.split(' ').length - a.split(' ').length)
    .slice(0, 5)
}

/** Whether a record's name holds these words whole: "Dana" names Dana Whitlock, not Danae. */
export const isNamed = (title: string, name: string): boolean => {
  const held = wordsOf(title)
  return wordsOf(name).every((word) => held.includes(word))
}
