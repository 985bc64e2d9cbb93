/** What do we keep of one person, who was erased, and what did the erasure leave and why? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { longText, moment, oneOf, reference, structured } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { pageAsked, pageOf, record } from '#foundation/contract/record.ts'

/** One line of the report: of what, how many, and of what stays, why. */
export const Erased = z.object({ what: z.string(), count: z.int() })
export const Kept = z.object({ what: z.string(), count: z.int(), why: z.string() })

export const Erasure = record(
  'erasures',
  // A log of its own: its change history would be the first place to look for who was erased.
  { noun: 'erasure', plural: 'erasures', history: 'none', undo: 'never' },
  {
    personId: reference('Person', 'people'),
    state: oneOf('State', 'running', 'finished'),
    stage: oneOf('Stage', 'texts', 'rows', 'done'),
    hashes: structured('Hashes of addresses', z.array(z.string())),
    erased: structured('Erased', z.array(Erased)),
    kept: structured('Kept', z.array(Kept)),
    work: structured('Where it goes on', z.record(z.string(), z.unknown())).nullable(),
    askedById: reference('Asked by', 'members').nullable(),
    finishedAt: moment('Finished').nullable(),
    problem: longText('Problem', 1000).nullable(),
  },
)

export const ErasureAsked = event('erasure.asked', z.object({ erasureId: z.uuid() }))

const Shown = Erasure.schema.omit({ hashes: true, work: true }).extend({ askedByName: z.string().nullable() })
const Found = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  refusal: z.string().nullable(),
  counts: z.array(Erased),
})

export const personalData = operations({
  preview: {
    route: 'GET /people/:id/personal-data',
    summary: 'What is kept about a person, in numbers, and whether they can be erased',
    may: 'manager',
    takes: z.object({ id: z.uuid() }),
    returns: Found,
  },
  export: {
    route: 'GET /people/:id/personal-data/export',
    summary:
      'Everything kept about a person, as one JSON document (with files and a readable page: /api/people/ID/personal-data.zip)',
    may: 'manager',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({
      madeAt: z.string(),
      person: z.record(z.string(), z.unknown()),
      parts: z.array(z.object({ title: z.string(), says: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
    }),
  },
  erase: {
    route: 'POST /people/:id/erasure',
    summary: 'Erase a person everywhere, for good; asks for the name as it is written',
    may: 'owner',
    takes: z.object({ id: z.uuid(), name: z.string().max(300) }),
    returns: Shown,
  },
  erasures: {
    route: 'GET /erasures',
    summary: 'List erasures with their reports, newest first',
    may: 'owner',
    takes: z.object(pageAsked),
    returns: pageOf(Shown),
  },
  erasure: {
    route: 'GET /erasures/:id',
    summary: 'Show the report of an erasure',
    may: 'owner',
    takes: z.object({ id: z.uuid() }),
    returns: Shown,
  },
})
