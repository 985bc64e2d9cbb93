/** What becomes of a table's row about a person? */
import type { Draft, Row } from '#foundation/contract/record.ts'
import { pickDiffering } from '#foundation/kernel/pick-differing.ts'
import { isSamePhone, readPhone } from '#foundation/language/read-phone.ts'
import type { Person } from '../contract.ts'
import { namePerson } from './name-person.ts'
import { phoneKey } from './phone-key.ts'

/** What a table may say of a person; accounts by id elsewhere or name. */
export interface PersonGiven {
  name?: string
  firstName?: string
  lastName?: string
  email?: string
  title?: string
  phone?: string
  externalId?: string
  accountName?: string
  accountExternalId?: string
}
type PersonRow = Row<typeof Person>
export interface KnownPeople {
  byExternalId: Map<string, PersonRow>
  byEmail: Map<string, PersonRow>
  byName: Map<string, PersonRow[]>
  /** By the key of their number, which others may share. */
  byPhone: Map<string, PersonRow[]>
  /** In which country the numbers of an account ring, when they do not say it themselves. */
  regionOf: (accountId: string | null) => string | null
}
export type PersonPlan =
  | { deed: 'create'; draft: Partial<Draft<typeof Person>> & { name: string }; notes: string[] }
  | { deed: 'change'; row: PersonRow; set: Partial<PersonRow>; notes: string[] }
  | { deed: 'none'; row: PersonRow; notes: string[] }
  | { deed: 'skip'; notes: string[] }

export const personKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

export function learnPerson(known: KnownPeople, row: PersonRow): void {
  if (row.externalId) known.byExternalId.set(row.externalId, row)
  if (row.email) known.byEmail.set(row.email, row)
  const same = (known.byName.get(personKey(row.name)) ?? []).filter((r) => r.id !== row.id)
  known.byName.set(personKey(row.name), [...same, row])
  const phone = row.phone ? phoneKey(row.phone) : null
  if (phone) known.byPhone.set(phone, [...(known.byPhone.get(phone) ?? []).filter((r) => r.id !== row.id), row])
}

/** Nobody yet. */
export const nobody = (regionOf: KnownPeople['regionOf'] = () => null): KnownPeople => ({
  byExternalId: new Map(),
  byEmail: new Map(),
  byName: new Map(),
  byPhone: new Map(),
  regionOf,
})

/** Under which keys a person is found again. */
export function keysOfPerson({
  externalId,
  email,
  name,
  phone,
}: { [K in 'externalId' | 'email' | 'name' | 'phone']?: string | null }): string[] {
  const figures = phone ? phoneKey(phone) : null
  return [
    ...(externalId ? [`id ${externalId}`] : []),
    ...(email ? [`mail ${email}`] : []),
    ...(name ? [`name ${personKey(name)}`] : []),
    ...(figures ? [`phone ${figures}`] : []),
  ]
}

const usual: ReadonlySet<string> = new Set(['externalId', 'email', 'name'])

/** The name that a row tells, in one piece; null when it tells none. */
export function nameOfRow(given: PersonGiven): string | null {
  const joined = given.name ?? [given.firstName, given.lastName].filter(Boolean).join(' ')
  return joined || given.email ? namePerson(joined, given.email ?? null) : null
}

function findPerson(
  given: PersonGiven,
  name: string,
  accountId: string | null,
  known: KnownPeople,
  by: ReadonlySet<string>,
): PersonRow | null {
  const tellsApart = by.has('externalId') && given.externalId
  const byId = tellsApart ? known.byExternalId.get(tellsApart) : undefined
  if (byId) return byId
  const free = (row: PersonRow | undefined) => (row && (!tellsApart || !row.externalId) ? row : undefined)
  const byEmail = by.has('email') && given.email ? free(known.byEmail.get(given.email)) : undefined
  if (byEmail) return byEmail
  const phone = by.has('phone') && given.phone ? given.phone : null
  // A number that several people share is the number of their firm.
  const called = phone ? calledBy(phone, accountId, known).filter((row) => free(row)) : []
  if (called.length === 1) return called[0] ?? null
  if (!by.has('name')) return null
  // A name alone joins only people of one account, and never two addresses.
  const named = (known.byName.get(personKey(name)) ?? []).filter(
    (row) => free(row) && row.accountId === accountId && (!given.email || !row.email),
  )
  return named.length === 1 ? (named[0] ?? null) : null
}

function calledBy(phone: string, accountId: string | null, known: KnownPeople): PersonRow[] {
  const asked = readPhone(phone, known.regionOf(accountId))
  return (known.byPhone.get(phoneKey(phone) ?? '') ?? []).filter((row) => {
    const own = readPhone(row.phone ?? '', known.regionOf(row.accountId))
    return asked !== null && own !== null && isSamePhone(asked, own)
  })
}

/** Decides for one row, whose account has been looked up. */
export function planPersonRow(
  given: PersonGiven,
  about: { accountId: string | null; isOurs: boolean },
  known: KnownPeople,
  by: ReadonlySet<string> = usual,
): PersonPlan {
  const name = nameOfRow(given)
  if (!name) return { deed: 'skip', notes: ['The row names nobody.'] }
  const notes: string[] = []
  const accountId = about.isOurs ? null : about.accountId
  if (given.accountExternalId && !about.accountId) notes.push(`The account “${given.accountExternalId}” is not known here.`)
  const row = findPerson(given, name, accountId, known, by)
  const holder = given.email ? known.byEmail.get(given.email) : undefined
  const free = given.email && (!holder || holder.id === row?.id)
  if (given.email && !free)
    notes.push(`The address ${given.email} belongs to ${holder?.name ?? 'somebody else'}, and was left out.`)
  const other = given.externalId ? known.byExternalId.get(given.externalId) : undefined
  const keepsId = given.externalId && (!other || other.id === row?.id) && (by.has('externalId') || !row?.externalId)
  if (other && other.id !== row?.id) notes.push(`The id ${given.externalId} belongs to ${other.name}, and was left out.`)
  const fields: Partial<Draft<typeof Person>> = {
    name,
    ...(given.title ? { title: given.title } : {}),
    ...(given.phone ? { phone: given.phone } : {}),
    ...(keepsId ? { externalId: given.externalId } : {}),
    ...(free ? { email: given.email } : {}),
    ...(accountId ? { accountId } : {}),
  }
  if (!row)
    return { deed: 'create', draft: { ...fields, name, side: about.isOurs ? 'vendor' : 'customer', foundFrom: 'table' }, notes }
  const set = pickDiffering(row, given.name || given.firstName || given.lastName ? fields : { ...fields, name: row.name })
  return Object.keys(set).length ? { deed: 'change', row, set, notes } : { deed: 'none', row, notes }
}
