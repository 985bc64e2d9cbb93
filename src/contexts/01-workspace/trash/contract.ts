/** What was removed, can it come back, and what goes with a record that is removed? */
import { z } from 'zod'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf } from '#foundation/contract/record.ts'

/** How many rows of a kind, with the words for one and many. */
export const Counted = z.object({ record: z.string(), noun: z.string(), plural: z.string(), count: z.int() })
export const Trashed = named(
  'trashed record',
  z.object({
    rowId: z.uuid(),
    record: z.string(),
    noun: z.string(),
    title: z.string(),
    removedAt: z.string(),
    actorName: z.string(),
    reason: z.string(),
    changeSetId: z.uuid(),
    /** What went with it. */
    with: z.array(Counted),
    /** The day on which it is emptied for good, when the rule for the trash is on. */
    emptiedOn: z.string().nullable(),
  }),
)
/** Records that are removed here with what belongs to them. */
export const removable = z.enum(['accounts', 'people', 'opportunities'])
const row = { rowId: z.uuid() }
const Row = z.object({ rowId: z.uuid(), title: z.string() })

export const trash = operations({
  list: {
    route: 'GET /trash',
    summary: 'List what was removed, newest first',
    may: 'member',
    takes: z.object({ ...pageAsked, words: z.string().max(200).optional(), record: z.string().max(100).optional() }),
    returns: pageOf(Trashed),
  },
  restore: {
    route: 'POST /trash/restore',
    summary: 'Bring removed records back with what went with them, or learn what stands in the way',
    may: 'member',
    takes: z.object({ rowIds: z.array(z.uuid()).min(1).max(200) }),
    returns: z.object({
      restored: z.array(Row.extend({ rows: z.int(), note: z.string().nullable() })),
      left: z.array(Row.extend({ why: z.string() })),
    }),
  },
  empty: {
    route: 'POST /trash/empty',
    summary: 'Empty removed records for good: their values leave the change history too',
    may: 'owner',
    takes: z.object({ rowIds: z.array(z.uuid()).min(1).max(200).optional() }),
    returns: z.object({ records: z.int(), rows: z.int(), more: z.boolean() }),
  },
  previewRemoval: {
    route: 'GET /rows/:rowId/removal',
    summary: 'What would go with a record if it were removed, and what would stay without it',
    may: 'manager',
    takes: z.object({ ...row, record: removable }),
    returns: z.object({
      noun: z.string(),
      title: z.string(),
      rows: z.int(),
      refusal: z.string().nullable(),
      goes: z.array(Counted),
      stays: z.array(Counted),
    }),
  },
  remove: {
    route: 'POST /rows/:rowId/removal',
    summary: 'Remove a record with what belongs to it, or move that to another account first; one change that can be taken back',
    may: 'manager',
    takes: z.object({ ...row, record: removable, moveTo: z.uuid().optional() }),
    returns: z.object({ changeSetId: z.uuid(), rows: z.int() }),
  },
})
