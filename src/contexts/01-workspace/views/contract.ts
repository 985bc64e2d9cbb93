/** Which rows are there, how are they looked at, and how are many changed at once? For every object that has rows. */
import { z } from 'zod'
import { exampleId } from '#foundation/contract/example.ts'
import { oneOf, reference, structured, text, yesNo } from '#foundation/contract/fields.ts'
import { Filter } from '#foundation/contract/filter.ts'
import { operations } from '#foundation/contract/operation.ts'
import { baseAsked, pageAsked, pageOf, record } from '#foundation/contract/record.ts'
import { RefusedRow, RowGroup, RowObject, ShownRow } from '#foundation/contract/shown-row.ts'

/** A way to look at the rows of an object, kept under a name. */
export const View = record(
  'views',
  { noun: 'view', plural: 'views', title: 'name' },
  {
    object: text('Object', 63),
    name: text('Name', 100),
    kind: oneOf('Looks like', 'table', 'board', 'calendar', 'timeline'),
    seenBy: oneOf('Seen by', 'private', 'shared'),
    pinned: yesNo('Pinned'),
    ownerId: reference('Owner', 'members'),
    filter: structured(
      'Filter',
      z.lazy(() => Filter),
    ).nullable(),
    words: text('Words', 200).nullable(),
    /** Fields, the first counts most; "-" before one turns it round: "stageId,-amountMinor". */
    sort: text('Sorted by', 200).nullable(),
    /** Which columns, in order, and how wide (pixels; null: as wide as it is by itself). */
    columns: structured(
      'Columns',
      z.array(z.object({ field: z.string().max(100), width: z.int().min(40).max(2000).nullable() })).max(200),
    ).nullable(),
    /** The field that groups a table or makes the columns of a board. */
    groupBy: text('Grouped by', 100).nullable(),
    /** The day of a calendar, or the first of a timeline. */
    startBy: text('Starts', 100).nullable(),
    /** The last day of a timeline. */
    endBy: text('Ends', 100).nullable(),
  },
)

const object = z
  .string()
  .min(1)
  .max(63)
  .meta({ description: 'An object with rows, as GET /objects names it', examples: ['accounts'] })
const asked = { object, filter: Filter.optional(), words: z.string().max(200).optional() }
const sort = z.string().max(200).optional().meta({ description: 'Fields, "-" before one turns it round: stageId,-amountMinor' })
/** As many rows as can be changed or removed in one request; who means more asks again. */
export const mostAtOnce = 5000
const ids = z.array(z.uuid()).min(1).max(mostAtOnce)
const writable = View.draft.omit({ ownerId: true })

export const views = operations({
  objects: {
    route: 'GET /objects',
    summary: 'List the objects that have rows, with their fields and what can be asked of each',
    may: 'member',
    takes: z.object({}),
    returns: z.array(RowObject),
  },
  rows: {
    route: 'GET /objects/:object/rows',
    summary: 'List rows, filtered and sorted, a page at a time; rows without the sorted field come last',
    may: 'member',
    takes: z.object({
      ...asked,
      ...pageAsked,
      sort,
      ids: z.array(z.uuid()).max(200).optional(),
      fields: z.array(z.string().max(100)).max(200).optional(),
    }),
    returns: pageOf(ShownRow),
  },
  row: {
    route: 'GET /objects/:object/rows/:id',
    summary: "Show one row with all its values, those of the workspace's own fields too, and the titles of what it refers to",
    may: 'member',
    example: { object: 'accounts', id: exampleId('account') },
    takes: z.object({ object, id: z.uuid() }),
    returns: ShownRow,
  },
  count: {
    route: 'GET /objects/:object/count',
    summary: 'Count the rows that a filter means, exactly',
    may: 'member',
    takes: z.object(asked),
    returns: z.object({ count: z.int() }),
  },
  groups: {
    route: 'GET /objects/:object/groups',
    summary: 'Count and sum rows by a choice, a reference, yes or no, or by day, week, month, quarter or year',
    may: 'member',
    takes: z.object({
      ...asked,
      by: z
        .string()
        .max(100)
        .meta({ examples: ['standing'] }),
      every: z.enum(['day', 'week', 'month', 'quarter', 'year']).default('month'),
    }),
    returns: z.object({ groups: z.array(RowGroup), more: z.boolean() }),
  },
  ids: {
    route: 'GET /objects/:object/ids',
    summary: `List the ids of all rows that a filter means, in order, ${mostAtOnce} at a time`,
    may: 'member',
    takes: z.object({ ...asked, sort, after: pageAsked.after }),
    returns: z.object({ ids: z.array(z.uuid()), more: z.boolean(), next: z.string().nullable() }),
  },
  options: {
    route: 'GET /objects/:object/options',
    summary: 'What a reference field can point to, by words',
    may: 'member',
    takes: z.object({
      object,
      field: z
        .string()
        .max(100)
        .meta({ examples: ['ownerId'] }),
      words: z.string().max(200).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    returns: z.array(z.object({ id: z.uuid(), title: z.string() })),
  },
  changeMany: {
    route: 'PATCH /objects/:object/rows',
    summary: 'Change fields of many rows as one change; rows that may not be changed so are left and named',
    may: 'member',
    takes: z.object({
      object,
      // base: the values from which the writer began; seenAt: the row's updatedAt then. A field that somebody else changed since is not overwritten.
      cells: z
        .array(
          z.object({
            id: z.uuid(),
            set: z.record(z.string(), z.unknown()),
            seenAt: z.iso.datetime({ offset: true }).optional(),
            ...baseAsked,
          }),
        )
        .min(1)
        .max(mostAtOnce),
    }),
    returns: z.object({ changeSetId: z.uuid().nullable(), rows: z.array(ShownRow), refused: z.array(RefusedRow) }),
  },
  removeMany: {
    route: 'POST /objects/:object/removals',
    summary: 'Remove many rows as one change; rows that may not be removed are left and named',
    may: 'member',
    takes: z.object({ object, ids }),
    returns: z.object({ changeSetId: z.uuid().nullable(), rows: z.array(z.uuid()), refused: z.array(RefusedRow) }),
  },
  place: {
    route: 'PUT /objects/:object/rows/:id/place',
    summary: 'Put a card of a board in a column and under another card (or, without one, first)',
    may: 'member',
    example: { object: 'opportunities', id: exampleId('opportunity'), under: null },
    takes: z.object({ object, id: z.uuid(), set: z.record(z.string(), z.unknown()).default({}), under: z.uuid().nullable() }),
    returns: ShownRow,
  },
  list: {
    route: 'GET /views',
    summary: 'List the saved views that you see: your own and the shared ones',
    may: 'member',
    takes: z.object({ object: object.optional() }),
    returns: z.array(View.schema),
  },
  get: {
    route: 'GET /views/:id',
    summary: 'Show a saved view',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: View.schema,
  },
  create: {
    route: 'POST /views',
    summary: 'Save a view',
    may: 'member',
    example: { object: 'accounts', name: 'Customers in Sweden' },
    takes: writable.partial().required({ object: true, name: true }),
    returns: View.schema,
  },
  change: {
    route: 'PATCH /views/:id',
    summary: 'Change a saved view: your own, or a shared one as a manager',
    may: 'member',
    takes: writable.omit({ object: true }).partial().extend({ id: z.uuid() }),
    returns: View.schema,
  },
  remove: {
    route: 'DELETE /views/:id',
    summary: 'Remove a saved view: your own, or a shared one as a manager',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ changeSetId: z.uuid() }),
  },
})
