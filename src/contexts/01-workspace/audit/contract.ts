/** What was changed, by whom, why, can it be taken back, and what was a row at any moment? (S4) */
import { z } from 'zod'
import { Change, ChangeSet } from '#foundation/contract/change-set.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf } from '#foundation/contract/record.ts'

const Shown = named('change', ChangeSet.schema.extend({ undone: z.boolean() }))

const Told = {
  field: z.string(),
  label: z.string(),
  control: z.string(),
  /** The table that the field points into, for links. */
  references: z.string().nullable(),
}
/** A value as it is kept, and as a person reads it; text is null when there was none. */
const Said = z.object({ value: z.unknown(), text: z.string().nullable() })
export const PastField = z.object({ ...Told, from: Said, to: Said })
export const PastChange = named(
  'past change',
  z.object({
    id: z.uuid(),
    changeSetId: z.uuid(),
    at: z.string(),
    deed: Change.fields.deed,
    actorName: z.string(),
    via: ChangeSet.fields.via,
    reason: z.string(),
    cause: z.object({ kind: z.string(), id: z.uuid(), name: z.string().nullable() }).nullable(),
    undone: z.boolean(),
    /** Its values were erased or emptied from the trash. */
    forgotten: z.boolean(),
    fields: z.array(PastField),
  }),
)
const AsOf = z.object({
  record: z.string(),
  noun: z.string(),
  title: z.string().nullable(),
  at: z.string(),
  there: z.boolean(),
  fields: z.array(z.object({ ...Told, ...Said.shape })),
})
/** What restoring would change: `why` says what keeps a field as it is. */
const Restoring = z.object({
  record: z.string(),
  noun: z.string(),
  title: z.string().nullable(),
  at: z.string(),
  refusal: z.string().nullable(),
  fields: z.array(PastField.extend({ why: z.string().nullable() })),
})
const row = { rowId: z.uuid() }
const moment = { at: z.iso.datetime({ offset: true }) }

export const audit = operations({
  list: {
    route: 'GET /changes',
    summary: 'List change sets, newest first',
    may: 'member',
    takes: z.object({ ...pageAsked, causeId: z.uuid().optional() }),
    returns: pageOf(Shown),
  },
  get: {
    route: 'GET /changes/:id',
    summary: 'Show a change set, row by row',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ changeSet: Shown, changes: z.array(Change.schema) }),
  },
  history: {
    route: 'GET /rows/:rowId/history',
    summary: 'How one row came to be what it is',
    may: 'member',
    takes: z.object(row),
    returns: z.array(Change.schema.extend({ actorName: z.string(), reason: z.string() })),
  },
  past: {
    route: 'GET /rows/:rowId/past',
    summary: 'What was changed in a row, field by field with names, newest first; or in one field of it',
    may: 'member',
    takes: z.object({ ...row, ...pageAsked, field: z.string().max(100).optional() }),
    returns: pageOf(PastChange),
  },
  asOf: {
    route: 'GET /rows/:rowId/as-of',
    summary: 'What a row was at a moment',
    may: 'member',
    takes: z.object({ ...row, ...moment }),
    returns: AsOf,
  },
  previewRestore: {
    route: 'GET /rows/:rowId/restore',
    summary: 'What restoring a row as it was at a moment would change',
    may: 'member',
    takes: z.object({ ...row, ...moment }),
    returns: Restoring,
  },
  restore: {
    route: 'POST /rows/:rowId/restore',
    summary: 'Make a row what it was at a moment, as one change that can be taken back',
    may: 'member',
    takes: z.object({ ...row, ...moment }),
    returns: z.object({ changeSetId: z.uuid(), fields: z.int() }),
  },
  undo: {
    route: 'POST /changes/:id/undo',
    summary: 'Take a change set back, or learn which later change stands in the way',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ changeSetId: z.uuid(), rows: z.int() }),
  },
})
