/** What becomes of a table's row about an account? */
import type { Draft, Row } from '#foundation/contract/record.ts'
import { pickDiffering } from '#foundation/kernel/pick-differing.ts'
import type { Account } from '../contract.ts'
import { findAccount, type KnownAccounts } from './find-account.ts'
import { cleanDomain } from './known-domains.ts'
import { nameAccountFromDomain } from './name-account-from-domain.ts'
import { readStanding } from './read-standing.ts'

/** What a table may say of an account; owners by name. */
export interface AccountGiven {
  name?: string
  domain?: string
  website?: string
  industry?: string
  country?: string
  employeeCount?: number
  standing?: string
  ownerName?: string
  externalId?: string
  note?: string
}
export type AccountPlan =
  | { deed: 'create'; draft: Partial<Draft<typeof Account>> & { name: string }; notes: string[] }
  | { deed: 'change'; row: Row<typeof Account>; set: Partial<Row<typeof Account>>; notes: string[] }
  | { deed: 'none'; row: Row<typeof Account>; notes: string[] }
  | { deed: 'skip'; notes: string[] }

interface Helpers {
  ownerId: (name: string) => string | null
  /** Free-mail providers and the like: a domain that names no company. */
  isShared: (domain: string) => boolean
  /** By what a row is taken for one that is there. */
  by?: ReadonlySet<string>
}

/** Decides for one row. Cells that cannot be kept are left out, and said. */
export function planAccountRow(given: AccountGiven, known: KnownAccounts, { ownerId, isShared, by }: Helpers): AccountPlan {
  const notes: string[] = []
  const { ownerName, standing: typed, domain: stated, externalId, ...plain } = given
  const told = stated ?? given.website
  const domain = told ? cleanDomain(told) : null
  const own = domain && !isShared(domain) ? domain : null
  const name = given.name ?? (own ? nameAccountFromDomain(own) : null)
  if (!name) return { deed: 'skip', notes: ['The row names no account.'] }
  const standing = typed ? readStanding(typed) : null
  if (typed && !standing) notes.push(`“${typed}” is no standing that is known here, and was left out.`)
  const owner = ownerName ? ownerId(ownerName) : null
  if (ownerName && !owner) notes.push(`The owner “${ownerName}” is no member here, and was left out.`)
  const row = findAccount(known, { externalId: externalId ?? null, domain: own, name }, by)
  const holder = own ? known.byDomain.get(own) : undefined
  const free = own && (!holder || holder.id === row?.id)
  if (own && holder && !free) notes.push(`The domain ${own} belongs to ${holder.name}, and was left out.`)
  const other = externalId ? known.byExternalId.get(externalId) : undefined
  const keepsId = externalId && (!other || other.id === row?.id) && !(by && !by.has('externalId') && row?.externalId)
  if (externalId && other && other.id !== row?.id) notes.push(`The id ${externalId} belongs to ${other.name}, and was left out.`)
  const fields: Partial<Draft<typeof Account>> = {
    ...plain,
    ...(keepsId ? { externalId } : {}),
    ...(free ? { domain: own } : {}),
    ...(standing ? { standing } : {}),
    ...(owner ? { ownerId: owner } : {}),
  }
  if (!row) return { deed: 'create', draft: { ...fields, name, foundFrom: 'table' }, notes }
  // An account keeps the domain under which its mail is known; a table adds one only where there is none.
  const { domain: offered, ...rest } = fields
  const set = pickDiffering(row, row.domain ? rest : { ...rest, ...(offered ? { domain: offered } : {}) })
  return Object.keys(set).length ? { deed: 'change', row, set, notes } : { deed: 'none', row, notes }
}
