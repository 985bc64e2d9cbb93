/** Which records are matched and merged, by which of their fields? The matching itself lies upstream and knows none of them. */
import { Account } from '#customers/accounts/contract.ts'
import { Person } from '#customers/people/contract.ts'
import { type Described, openDuplicates } from '#workspace/duplicates/actions.ts'

export const describedRecords: Described = {
  accounts: {
    record: Account,
    kinds: {
      name: 'company',
      domain: 'domain',
      website: 'domain',
      country: 'category',
      industry: 'category',
      employeeCount: 'number',
    },
    alias: 'domain',
    shown: ['name', 'domain', 'website', 'industry', 'country', 'employeeCount', 'standing', 'ownerId', 'externalId', 'note'],
  },
  people: {
    record: Person,
    kinds: { name: 'person', email: 'mail', phone: 'phone', accountId: 'company', title: 'category' },
    regionBy: 'accountId',
    alias: 'email',
    shown: ['name', 'email', 'phone', 'title', 'accountId', 'side', 'externalId'],
  },
}

export const duplicatesOperations = openDuplicates(describedRecords)
