/** How does the report of an erasure read: what went, what stays, and why? */

export interface Tally {
  /** Rows that went, by table. */
  gone: Record<string, number>
  /** Rows in which texts were masked, by table. */
  masked: Record<string, number>
  sources: number
  files: number
  namesakes: number
  opaqueFiles: number
}
export const emptyTally = (): Tally => ({ gone: {}, masked: {}, sources: 0, files: 0, namesakes: 0, opaqueFiles: 0 })

export const addTo = (counts: Record<string, number>, table: string, count: number): void => {
  if (count) counts[table] = (counts[table] ?? 0) + count
}

const words: Readonly<Record<string, string>> = {
  people: 'The person',
  messages: 'Messages they wrote, with their text',
  threads: 'Conversations that held nothing else',
  participations: 'Places where they took part',
  attachments: 'Attachments of their messages',
  evidence: 'Quotes of theirs',
  promises: 'Promises in their words',
  objections: 'Objections in their words',
  needs: 'Needs that only their words showed',
}
// Kept in step with what is counted already, or taken along with it.
const alongside = new Set(['search_entries', 'changes', 'change_sets', 'evidence', 'needs', 'promises', 'objections', 'threads'])
// Nobody knows these by name.
const unsaid = new Set(['need_spans', 'readings'])
const plain = (table: string) => table.replaceAll('_', ' ')

/** One line for each kind of thing that went, then for texts that stay without them. */
export const sayErased = (tally: Tally) =>
  [
    ...Object.entries(tally.gone)
      .filter(([table]) => !unsaid.has(table))
      .map(([table, count]) => ({ what: words[table] ?? `Rows of ${plain(table)}`, count })),
    { what: 'Files that held or named them, with their bytes', count: tally.files },
    { what: 'Imported files that held or named them, with their bytes', count: tally.sources },
    ...Object.entries(tally.masked)
      .filter(([table]) => !alongside.has(table))
      .map(([table, count]) => ({
        what: `Rows of ${plain(table)} in which their name, address, phone or words were masked`,
        count,
      })),
  ].filter((line) => line.count > 0)

/** What stays, and why it may or must. */
export const sayKept = (tally: Tally, past: number, hashes: number) =>
  [
    {
      what: 'Entries of the change history, without any value',
      count: past,
      why: 'That something was changed, when and by which member must stay provable (accountability, GDPR article 5). What it said is gone.',
    },
    {
      what: 'Messages that others wrote, with this person masked',
      count: tally.masked.messages ?? 0,
      why: 'They are the words of others and stay theirs.',
    },
    {
      what: 'Opportunities whose texts named them',
      count: tally.masked.opportunities ?? 0,
      why: 'Amounts and dates are business records that tax and commercial law has us keep for years; the name in them is masked.',
    },
    {
      what: 'Their name where it stands alone, outside of their conversations',
      count: tally.namesakes,
      why: 'Somebody else here bears the same name, and it cannot be told whose it is. Their address, phone and words are gone.',
    },
    {
      what: 'Files of others that no program can read into',
      count: tally.opaqueFiles,
      why: 'Pictures and scans are not looked into. Files whose plain bytes named this person are gone.',
    },
    {
      what: 'Keyed hashes of addresses',
      count: hashes,
      why: 'So that neither a restored backup nor a mailbox read again brings this person back. Nobody can read an address out of them.',
    },
  ].filter((line) => line.count > 0)
