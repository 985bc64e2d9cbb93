/** What are browsers told while others work? Pointers: which rows changed, in which change set, by whom; never what stands in them. */
import { z } from 'zod'
import { bigInteger, reference } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, record } from '#foundation/contract/record.ts'

/** That a change set can be told; forgotten after a day. */
export const LiveEvent = record(
  'live_events',
  { noun: 'live event', plural: 'live events', history: 'none' },
  { changeSetId: reference('Change', 'change_sets'), xact: bigInteger('Transaction') },
)

export const Pointer = named(
  'pointer',
  z.object({
    changeSetId: z.uuid(),
    at: z.string(),
    memberId: z.uuid().nullable(),
    by: z.string(),
    /** The table: "accounts". */
    object: z.string(),
    /** The rows that the asker may read. Empty when there were many, or when rows are gone: then whoever shows some asks for those again. */
    ids: z.array(z.uuid()),
    /** Rows changed that are not named. */
    more: z.boolean(),
    /** There were very many. */
    many: z.boolean(),
  }),
)
export type Pointer = z.output<typeof Pointer>

/** Who looks at a row at this moment, and which field they have open. */
export const Presence = named(
  'presence',
  z.object({ memberId: z.uuid(), name: z.string(), field: z.string().nullable(), since: z.string() }),
)
export type Presence = z.output<typeof Presence>

export const Heard = z.object({
  /** Where to go on: give it back as `after`. */
  position: z.string(),
  changes: z.array(Pointer),
  /** Too much has happened to name it: look at everything again. */
  all: z.boolean(),
})

export const live = operations({
  since: {
    route: 'GET /live/changes',
    summary: 'Learn which rows changed since a position; without one, the last half minute. GET /api/live streams the same',
    may: 'member',
    takes: z.object({ after: z.string().max(60).optional() }),
    returns: Heard,
  },
})
