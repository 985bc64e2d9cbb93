/** How is told what goes or went along: which kinds are worth a word, and what are they called on the screen? */

// Ties between other rows, and marks of what was read: nobody misses them by name.
const unsaid = new Set(['participations', 'attachments', 'readings', 'need_spans'])
const onScreen: Readonly<Record<string, readonly [string, string]>> = {
  threads: ['conversation', 'conversations'],
  evidence: ['piece of evidence', 'pieces of evidence'],
}
// The order in which people think of them; others follow.
const order = ['people', 'threads', 'messages', 'opportunities', 'needs', 'promises', 'objections', 'evidence']
const rank = (table: string) => (order.includes(table) ? order.indexOf(table) : order.length)

interface Kind {
  record: { table: string; noun: string; plural: string }
  count: number
}

/** The kinds with their words, those first that people think of first. */
export const countKinds = (kinds: readonly Kind[]) =>
  kinds
    .filter(({ record, count }) => count > 0 && !unsaid.has(record.table))
    .toSorted((a, b) => rank(a.record.table) - rank(b.record.table))
    .map(({ record, count }) => {
      const [noun, plural] = onScreen[record.table] ?? [record.noun, record.plural]
      return { record: record.table, noun, plural, count }
    })

/** "3 people, 12 conversations and 1 need"; of more kinds than `most` only the first: "3 people, 12 conversations and more". */
export function sayKinds(kinds: readonly { noun: string; plural: string; count: number }[], most = 10): string {
  const parts = kinds.slice(0, most).map(({ noun, plural, count }) => `${count} ${count === 1 ? noun : plural}`)
  if (kinds.length > most) return `${parts.join(', ')} and more`
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
