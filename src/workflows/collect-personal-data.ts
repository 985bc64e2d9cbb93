/** What do we keep about one person, row by row, from every table that points at them? A new table is in it by itself. */
import { findPerson } from '#customers/people/actions.ts'
import { notFound } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { findFamily } from '#foundation/platform/changes/find-family.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { anyTable } from '#workspace/personal-data/actions.ts'

/** What each part is called and how it belongs to the person; other tables speak for themselves. */
const titles: Readonly<Record<string, readonly [string, string]>> = {
  people: ['Who they are', 'The record of the person.'],
  messages: ['Messages they wrote', 'With the whole text.'],
  'messages beside': ['Messages they received or took part in', 'With the whole text, as others wrote it.'],
  participations: ['Where they took part', 'As sender, recipient or speaker.'],
  evidence: ['Their words as evidence', 'Sentences of theirs, and what they were taken to say.'],
  promises: ['Promises', 'Made by them, or in their words.'],
  objections: ['Objections', 'Read in their words.'],
  needs: ['Needs', 'Shown by their words, perhaps by others’ too.'],
  attachments: ['Attachments', 'Of the messages they wrote.'],
  files: ['Files', 'Their bytes lie in the folder “files” of the archive.'],
  accounts: ['Their company', 'The account they belong to.'],
  threads: ['Conversations', 'That these messages are in.'],
  changes: ['Changes', 'What was changed in the records about them, when, by whom and why.'],
}
// What ties rows together says nothing of its own.
const ties = new Set(['need_spans', 'readings'])
const beside = ['messages', 'needs', 'files', 'accounts', 'threads']

type Rows = Record<string, unknown>[]
const partOf = (key: string, record: AnyRecord | undefined, rows: Rows) => {
  const plural = record?.plural ?? key
  const [title, says] = titles[key] ?? [plural.charAt(0).toUpperCase() + plural.slice(1), 'Rows that point at this person.']
  return { title, says, rows }
}

/** Everything kept about a person, in parts. */
export async function collectPersonalData(ctx: Ctx, id: string) {
  const person = await findPerson(ctx, id)
  if (!person) throw notFound('person')
  const family = await findFamily(ctx, [{ table: 'people', ids: [id] }], { belongs: (key) => key.to === 'people', most: 200_000 })
  const own = new Map(family.members.map(({ record, ids }) => [record.table, ids]))
  const parts = []
  const rowsOf = new Map<string, Rows>()
  for (const { record, ids } of family.members.toReversed()) {
    const rows = await anyTable.wholeRows(ctx, record, ids)
    rowsOf.set(record.table, rows)
    if (!ties.has(record.table)) parts.push(partOf(record.table, record, rows))
  }
  for (const table of beside) {
    const record = ctx.records.get(table)
    const named = [...rowsOf.values()].flat().flatMap((row) => pointersTo(row, table))
    const ids = [...new Set(named)].filter((one) => !own.get(table)?.includes(one))
    if (!record || !ids.length) continue
    const rows = await anyTable.wholeRows(ctx, record, ids)
    parts.push(partOf(table === 'messages' ? 'messages beside' : table, record, rows))
  }
  const past = await anyTable.pastOf(ctx, [id, ...(own.get('evidence') ?? []), ...(own.get('promises') ?? [])])
  if (past.length) parts.push(partOf('changes', undefined, past))
  return { madeAt: ctx.now, person: { ...person }, parts }
}

const fieldTo: Readonly<Record<string, string>> = {
  messages: 'messageId',
  needs: 'needId',
  files: 'fileId',
  accounts: 'accountId',
  threads: 'threadId',
}
const pointersTo = (row: Record<string, unknown>, table: string): string[] => {
  const value = row[fieldTo[table] ?? '']
  return typeof value === 'string' ? [value] : []
}
