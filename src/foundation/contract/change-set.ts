/** How is every write remembered? (S4) A change set says who, when, why; a change says what a row was and became. */
import { z } from 'zod'
import { event } from './event.ts'
import { integer, longText, moment, oneOf, reference, structured, text, wordIndex } from './fields.ts'
import { record } from './record.ts'

export const ChangeSet = record(
  'change_sets',
  { noun: 'change', plural: 'changes', title: 'reason', history: 'none' },
  {
    memberId: reference('Member', 'members').nullable(),
    actorName: text('Who'),
    via: oneOf('Through', 'web', 'api', 'cli', 'mcp', 'system'),
    reason: longText('Why', 1000),
    causeKind: text('Cause').nullable(),
    causeId: reference('Cause', 'imports').nullable(),
    undoesId: reference('Takes back', 'change_sets').nullable(),
    changeCount: integer('Rows', 0),
  },
)

export const Change = record(
  'changes',
  { noun: 'changed row', plural: 'changed rows', history: 'none' },
  {
    changeSetId: reference('Change', 'change_sets'),
    position: integer('Position', 0),
    record: text('Record'),
    rowId: reference('Row', 'change_sets'),
    deed: oneOf('Deed', 'created', 'changed', 'removed'),
    before: structured('Before', z.record(z.string(), z.unknown())).nullable(),
    after: structured('After', z.record(z.string(), z.unknown())).nullable(),
  },
)

/** Rows of a record that tells were created, changed or removed, whoever wrote them; at most 500 at once. */
export const RowsWritten = event('rows.written', z.object({ record: z.string(), rowIds: z.array(z.uuid()) }))

/** A field that follows from others was defined or changed, and its object has more rows than one transaction reckons. */
export const DerivedFieldChanged = event('field.derived', z.object({ fieldId: z.uuid(), after: z.uuid() }))

/** What search as you type looks through; kept by the same door that writes the rows. */
export const SearchEntry = record(
  'search_entries',
  { noun: 'search entry', plural: 'search entries', history: 'none' },
  { record: text('Record'), title: longText('Title'), words: longText('Words'), key: longText('Key').nullable() },
)

/** What search in whole texts looks through: the words of a message, where it is shown and when it was said. */
export const SearchText = record(
  'search_texts',
  { noun: 'searched text', plural: 'searched texts', history: 'none' },
  {
    record: text('Record'),
    withinId: reference('Within', 'threads').nullable(),
    title: longText('Title'),
    saidAt: moment('Said'),
    words: wordIndex('Words'),
  },
)

/** The distinct words of those texts, for who types with a slip; each with a text that holds it, and gone with it. */
export const SearchWord = record(
  'search_words',
  { noun: 'searched word', plural: 'searched words', history: 'none' },
  { textId: reference('Text', 'search_texts'), word: text('Word', 30) },
)
