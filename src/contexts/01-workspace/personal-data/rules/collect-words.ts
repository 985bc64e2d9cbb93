/** By what does one recognise somebody's words when they stand elsewhere: quoted, retold, noted? */
import { contentStems } from '#foundation/language/content-words.ts'

/** Words as they are compared, with where they stand. */
export const tokensOf = (text: string): { word: string; start: number; end: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => ({ word: m[0].toLowerCase(), start: m.index, end: m.index + m[0].length }))

/** Runs of this many words are compared. */
export const runLength = 4

export interface Words {
  /** Every run of four words. */
  runs: Set<string>
  /** Sentences that hardly anybody else writes: four words, three of them with a meaning. */
  sentences: Set<string>
  /** Lines, for quotes that break where the mail broke. */
  lines: Set<string>
}

/** The words of some texts that one person wrote. */
export function collectWords(texts: readonly string[]): Words {
  const words: Words = { runs: new Set(), sentences: new Set(), lines: new Set() }
  for (const text of texts) {
    const tokens = tokensOf(text).map((t) => t.word)
    for (let at = 0; at + runLength <= tokens.length; at++) words.runs.add(tokens.slice(at, at + runLength).join(' '))
    for (const sentence of text.split(/[.!?:;]+(?:\s|$)|\n\s*\n/)) {
      const said = tokensOf(sentence).map((t) => t.word)
      if (said.length >= runLength && contentStems(sentence).length >= 3) words.sentences.add(said.join(' '))
    }
    for (const line of text.split('\n')) {
      const said = tokensOf(line).map((t) => t.word)
      if (said.length >= 2) words.lines.add(said.join(' '))
    }
  }
  return words
}
