/** Which words of a message are found by search as its own? What its writer wrote; what a reply quotes was said in another message. */

interface Stretch {
  kind: string
  start: number
  end: number
}

/** Words that only came with the message. */
const others: ReadonlySet<string> = new Set(['quoted', 'header', 'disclaimer'])
/** Who passes a message on says its words: they may be nowhere else. */
const passedOn = /^\s*(?:fwd?|wg|tr|rv|i|enc|vs|vb|doorst)\s*:/i

/** The text to search; a message in which nothing was written is searched as a whole. */
export function searchedText({ subject, text, parts }: { subject: string; text: string; parts: readonly Stretch[] }): string {
  if (passedOn.test(subject)) return text
  const own = parts.filter(({ kind }) => !others.has(kind)).map(({ start, end }) => text.slice(start, end))
  return own.some((words) => words.trim()) ? own.join(' ') : text
}

/** The text with every letter that search passes over as a space, so that places in it are places in the text. */
export function blankOthers({ subject, text, parts }: { subject: string; text: string; parts: readonly Stretch[] }): string {
  if (searchedText({ subject, text, parts }) === text) return text
  return parts
    .filter(({ start }) => start < text.length)
    .map(({ kind, start, end }) => (others.has(kind) ? text.slice(start, end).replace(/\S/g, ' ') : text.slice(start, end)))
    .join('')
}
