/** What is an account, and what can be asked of accounts? */
import { z } from 'zod'
import { integer, longText, oneOf, reference, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { customGiven } from '#foundation/contract/own-field.ts'
import { baseAsked, pageAsked, pageOf, record } from '#foundation/contract/record.ts'
import { accountNameKey } from './rules/key-account-name.ts'

export const Account = record(
  'accounts',
  {
    noun: 'account',
    plural: 'accounts',
    title: 'name',
    search: ['name', 'domain'],
    titleKey: accountNameKey,
    tells: true,
    own: 'account_values',
  },
  {
    name: text('Name'),
    domain: text('Mail domain', 253).nullable(),
    website: text('Website', 500).nullable(),
    industry: text('Industry').nullable(),
    country: text('Country').nullable(),
    employeeCount: integer('Employees', 0).nullable(),
    standing: oneOf('Standing', 'prospect', 'customer', 'former'),
    ownerId: reference('Owner', 'members').nullable(),
    foundFrom: oneOf('Came from', 'person', 'mail', 'table'),
    externalId: text('Id elsewhere').nullable(),
    note: longText('Note').nullable(),
  },
)

const writable = Account.draft.omit({ foundFrom: true }).partial().required({ name: true })
export const accounts = operations({
  list: {
    route: 'GET /accounts',
    summary: 'List accounts by name',
    may: 'member',
    takes: z.object({ ...pageAsked, words: z.string().max(200).optional(), standing: Account.fields.standing.optional() }),
    returns: pageOf(Account.schema),
  },
  get: {
    route: 'GET /accounts/:id',
    summary: 'Show an account',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: Account.schema,
  },
  create: {
    route: 'POST /accounts',
    summary: 'Add an account',
    may: 'member',
    takes: writable.extend(customGiven),
    returns: Account.schema,
  },
  change: {
    route: 'PATCH /accounts/:id',
    summary: 'Change an account',
    may: 'member',
    takes: writable.partial().extend({ ...customGiven, id: z.uuid(), ...baseAsked }),
    returns: Account.schema,
  },
  remove: {
    route: 'DELETE /accounts/:id',
    summary: 'Remove an account that nothing refers to',
    may: 'manager',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ changeSetId: z.uuid() }),
  },
})
