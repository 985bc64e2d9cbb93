/** Which words stand for a message in a list? */
import type { Part } from '#foundation/language/message-part.ts'

/** The first words that the writer wrote, on one line, at most 300 characters; of a mail that only quotes, the first words at all. */
export function cutSnippet(text: string, parts: readonly Part[]): string {
  let said = ''
  for (const part of parts) {
    if (part.kind !== 'written') continue
    said += ` ${text.slice(part.start, Math.min(part.end, part.start + 600))}`
    if (said.length > 600) break
  }
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  return (plain(said) || plain(text.slice(0, 600))).slice(0, 300).toWellFormed()
}
