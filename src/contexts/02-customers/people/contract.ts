/** Who is a person, and what can be asked of people? */
import { z } from 'zod'
import { email, oneOf, reference, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { customGiven } from '#foundation/contract/own-field.ts'
import { baseAsked, named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const Person = record(
  'people',
  { noun: 'person', plural: 'people', title: 'name', search: ['name', 'email'], tells: true, own: 'person_values' },
  {
    name: text('Name'),
    email: email('E-mail').nullable(),
    accountId: reference('Account', 'accounts').nullable(),
    title: text('Title').nullable(),
    phone: text('Phone', 60).nullable(),
    side: oneOf('Side', 'customer', 'vendor'),
    foundFrom: oneOf('Came from', 'person', 'mail', 'table'),
    externalId: text('Id elsewhere').nullable(),
  },
)

export const PersonShown = named('person', Person.schema.extend({ accountName: z.string().nullable() }))
const writable = Person.draft.omit({ foundFrom: true }).partial().required({ name: true })
export const people = operations({
  list: {
    route: 'GET /people',
    summary: 'List people by name',
    may: 'member',
    takes: z.object({
      ...pageAsked,
      words: z.string().max(200).optional(),
      accountId: z.uuid().optional(),
      side: Person.fields.side.optional(),
    }),
    returns: pageOf(PersonShown),
  },
  get: {
    route: 'GET /people/:id',
    summary: 'Show a person',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: PersonShown,
  },
  create: {
    route: 'POST /people',
    summary: 'Add a person',
    may: 'member',
    takes: writable.extend(customGiven),
    returns: PersonShown,
  },
  change: {
    route: 'PATCH /people/:id',
    summary: 'Change a person',
    may: 'member',
    takes: writable.partial().extend({ ...customGiven, id: z.uuid(), ...baseAsked }),
    returns: PersonShown,
  },
  remove: {
    route: 'DELETE /people/:id',
    summary: 'Remove a person whom nothing refers to',
    may: 'manager',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ changeSetId: z.uuid() }),
  },
})
