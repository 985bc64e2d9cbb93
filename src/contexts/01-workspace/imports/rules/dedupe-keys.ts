/** By what may a row be taken for one that is there already? */
import type { TableRecord } from './header-synonyms.ts'

export interface DedupeKey {
  key: string
  label: string
  /** Fields that a row must fill for the key to tell anything; one of them is enough. */
  fields: readonly string[]
  /** Whether it is used unless somebody says otherwise. */
  usual: boolean
}

/** In the order in which they are tried. */
export const dedupeKeys: Record<TableRecord, readonly DedupeKey[]> = {
  accounts: [
    { key: 'externalId', label: 'Id elsewhere', fields: ['externalId'], usual: true },
    { key: 'domain', label: 'Mail domain', fields: ['domain', 'website'], usual: true },
    { key: 'name', label: 'Name without legal form', fields: ['name'], usual: true },
  ],
  people: [
    { key: 'externalId', label: 'Id elsewhere', fields: ['externalId'], usual: true },
    { key: 'email', label: 'Mail address', fields: ['email'], usual: true },
    { key: 'phone', label: 'Phone', fields: ['phone'], usual: false },
    { key: 'name', label: 'Name within the account', fields: ['name', 'firstName', 'lastName'], usual: true },
  ],
  opportunities: [
    { key: 'externalId', label: 'Id elsewhere', fields: ['externalId'], usual: true },
    { key: 'name', label: 'Name within the account', fields: ['name', 'product'], usual: true },
  ],
  meetings: [{ key: 'sourceKey', label: 'Id of the event', fields: ['sourceKey', 'startsAt'], usual: true }],
}

/** The keys that are used when nobody chose. */
export const usualKeys = (record: TableRecord): string[] => dedupeKeys[record].filter((k) => k.usual).map((k) => k.key)
