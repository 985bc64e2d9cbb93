/** What was changed, by whom, why, and can it be taken back? (S4) */
import { z } from 'zod'
import { Change, ChangeSet } from '#foundation/contract/change-set.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf } from '#foundation/contract/record.ts'

const Shown = named('change', ChangeSet.schema.extend({ undone: z.boolean() }))
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
    takes: z.object({ rowId: z.uuid() }),
    returns: z.array(Change.schema.extend({ actorName: z.string(), reason: z.string() })),
  },
  undo: {
    route: 'POST /changes/:id/undo',
    summary: 'Take a change set back, or learn which later change stands in the way',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ changeSetId: z.uuid(), rows: z.int() }),
  },
})
