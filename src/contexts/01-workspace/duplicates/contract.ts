/** Which rows may be one and the same, who says so, and what became of them? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { longText, moment, oneOf, reference, share, structured, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

/** One thing in which two rows agree or differ. */
export const Because = z.object({
  kind: z.string(),
  fields: z.array(z.string()),
  /** 0 differs .. 1 agrees */
  like: z.number(),
})

export const DuplicateKey = record(
  'duplicate_keys',
  { noun: 'matching key', plural: 'matching keys', history: 'none' },
  { record: text('Record'), rowId: reference('Row', 'change_sets'), key: text('Key') },
)

export const DuplicatePair = record(
  'duplicate_pairs',
  { noun: 'possible duplicate', plural: 'possible duplicates' },
  {
    record: text('Record'),
    leftId: reference('One', 'change_sets'),
    rightId: reference('Other', 'change_sets'),
    chance: share('How sure'),
    because: structured('Because', z.array(Because)),
    state: oneOf('State', 'found', 'different', 'merged'),
    laterAt: moment('Put off until').nullable(),
  },
)

/** The id of a row that was merged goes on answering: it leads to the row that was kept. */
export const Merge = record(
  'merges',
  { noun: 'merge', plural: 'merges', title: 'mergedName' },
  {
    record: text('Record'),
    keptId: reference('Kept', 'change_sets'),
    mergedId: reference('Merged', 'change_sets'),
    mergedName: longText('Was called', 2000),
    alias: longText('Address that leads here', 400).nullable(),
  },
)

/** Somebody asked to go through all rows of a record; it goes on from batch to batch. */
export const DuplicatesSought = event('duplicates.sought', z.object({ record: z.string(), after: z.uuid().nullable() }))

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** A row as it stands in a comparison: its name, its values, and how much hangs on it. */
const Side = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Shown values by field; a reference by its name. */
  shown: z.record(z.string(), z.string().nullable()),
  createdAt: z.string(),
  references: z.array(z.object({ noun: z.string(), plural: z.string(), count: z.int() })),
})
const Comparison = z.object({
  record: z.string(),
  chance: z.number(),
  because: z.array(Because),
  fields: z.array(z.object({ name: z.string(), label: z.string() })),
  left: Side,
  right: Side,
})
export const PairShown = named('possible duplicate', DuplicatePair.schema.extend({ leftName: z.string(), rightName: z.string() }))
export const ComparisonShown = named('comparison', Comparison)

/** Which record: accounts, people. Others are refused with the list of those that can be. */
const kind = z
  .string()
  .max(60)
  .meta({ examples: ['accounts'] })
const ofPair = z.object({ id: z.uuid() })
export const duplicates = operations({
  list: {
    route: 'GET /duplicates',
    summary: 'List pairs of rows that may be one, the surest first',
    may: 'member',
    takes: z.object({
      ...pageAsked,
      record: kind.optional(),
      state: DuplicatePair.fields.state.default('found'),
      /** With those that were put off. */
      all: z.boolean().default(false),
    }),
    returns: pageOf(PairShown),
  },
  of: {
    route: 'GET /duplicates/of/:rowId',
    summary: 'The rows that may be the same as one',
    may: 'member',
    takes: z.object({ rowId: z.uuid() }),
    returns: z.array(z.object({ id: z.uuid(), rowId: z.uuid(), name: z.string(), chance: z.number() })),
  },
  like: {
    route: 'POST /duplicates/like',
    summary: 'The rows that something not yet written may be the same as',
    may: 'member',
    takes: z.object({ record: kind, values: z.record(z.string(), Value) }),
    returns: z.array(z.object({ rowId: z.uuid(), name: z.string(), detail: z.string().nullable(), chance: z.number() })),
  },
  compare: {
    route: 'GET /duplicates/compare',
    summary: 'Two rows side by side, field by field',
    may: 'member',
    takes: z.object({ record: kind, leftId: z.uuid(), rightId: z.uuid() }),
    returns: ComparisonShown,
  },
  different: {
    route: 'PUT /duplicates/:id/different',
    summary: 'These two are not the same; they are not asked about again',
    may: 'member',
    takes: ofPair,
    returns: DuplicatePair.schema,
  },
  later: {
    route: 'PUT /duplicates/:id/later',
    summary: 'Ask about these two again in a week',
    may: 'member',
    takes: ofPair,
    returns: DuplicatePair.schema,
  },
  seek: {
    route: 'POST /duplicates/seek',
    summary: 'Go through all accounts and people again, in the background',
    may: 'manager',
    takes: z.object({}),
    returns: z.object({ records: z.array(z.string()) }),
  },
  merge: {
    route: 'POST /merges',
    summary: 'Merge one row into another: everything that refers to it moves; undo brings both back',
    may: 'member',
    takes: z.object({
      record: kind,
      keepId: z.uuid(),
      mergeId: z.uuid(),
      /** Fields whose value comes from the row that goes; empty fields of the row that stays are filled anyway. */
      take: z.array(z.string()).max(100).default([]),
    }),
    returns: z.object({ id: z.uuid(), keptId: z.uuid(), changeSetId: z.uuid(), moved: z.int(), joined: z.int() }),
  },
  merges: {
    route: 'GET /merges/into/:rowId',
    summary: 'The rows that were merged into one',
    may: 'member',
    takes: z.object({ rowId: z.uuid() }),
    returns: z.array(Merge.schema),
  },
  unmerge: {
    route: 'POST /merges/:id/unmerge',
    summary: 'Bring both rows back; what was changed since stays as it is and is named',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({
      changeSetId: z.uuid(),
      rows: z.int(),
      left: z.array(z.object({ record: z.string(), rowId: z.uuid(), why: z.string() })),
    }),
  },
})
