/** What is stored of an arrived message: its parts, its people, its side, its account? */
import { isOwnAddress } from '#customers/accounts/rules/known-domains.ts'
import { segmentMessage } from '#foundation/language/segment-message.ts'
import { chooseAccount, type Standing } from './choose-account.ts'
import { cutSnippet } from './cut-snippet.ts'
import type { ArrivedPart, Prepared } from './prepare-arrivals.ts'
import { type Known, type Seat, seatSpeakers } from './seat-speakers.ts'

export type Side = 'customer' | 'vendor'
export type House = { ownDomains: readonly string[]; ownAddresses: ReadonlySet<string> }
export type StoredPart = ArrivedPart & { personId?: string }
export type StoredRecipient = {
  role: 'to' | 'cc' | 'bcc' | 'speaker'
  name: string
  email: string | null
  personId: string | null
}

/** All that follows from the message itself and the people behind it; the thread is told elsewhere. */
export type Described = {
  fromName: string
  fromEmail: string | null
  fromPersonId: string | null
  side: Side
  accountId: string | null
  parts: StoredPart[]
  recipients: StoredRecipient[]
  /** Who took part, once per person and role. */
  took: { personId: string; role: 'from' | StoredRecipient['role'] }[]
  snippet: string
}

/** Who sells: members, and whoever writes from an own domain. */
export const sideOf = (email: string | null, person: Known | undefined, house: House): Side =>
  email && (house.ownAddresses.has(email) || isOwnAddress(email, house.ownDomains)) ? 'vendor' : (person?.side ?? 'customer')

/** Describes a mail, or a call by its speakers. */
export function describeMessage(
  item: Prepared<unknown>,
  byEmail: ReadonlyMap<string, Known>,
  byName: readonly Known[],
  house: House,
): Described {
  const personOf = (email: string | null) => (email ? byEmail.get(email) : undefined)
  const parts = item.parts ?? segmentMessage(item.text, item.from?.name ? { writer: item.from.name } : {})
  const seats = item.source === 'call' ? seatCall(item, parts, byEmail, byName, house) : new Map<string, Seat>()
  const recipients = item.recipients.map((r): StoredRecipient => {
    const seat = r.role === 'speaker' ? seats.get(r.name) : undefined
    return {
      role: r.role,
      name: r.name,
      email: seat?.email ?? r.email,
      personId: seat?.personId ?? personOf(r.email)?.id ?? null,
    }
  })
  for (const [label, seat] of seats)
    if (!recipients.some((r) => r.role === 'speaker' && r.name === label))
      recipients.push({ role: 'speaker', name: label, email: seat.email, personId: seat.personId })
  const from = personOf(item.from?.email ?? null)
  const accountOf = new Map([...byEmail.values(), ...byName].map((person) => [person.id, person.accountId]))
  const took = onceEach([
    ...(from ? [{ personId: from.id, role: 'from' as const }] : []),
    ...recipients.flatMap((r) => (r.personId ? [{ personId: r.personId, role: r.role }] : [])),
  ])
  const standing = took.map(({ personId, role }): Standing => ({ role, accountId: accountOf.get(personId) ?? null }))
  return {
    fromName:
      item.from?.name ||
      [...seats.values()]
        .map((seat) => seat.name)
        .join(', ')
        .slice(0, 500) ||
      'Unknown sender',
    fromEmail: item.from?.email ?? null,
    fromPersonId: from?.id ?? null,
    side: item.source === 'call' ? callSide(seats) : sideOf(item.from?.email ?? null, from, house),
    accountId: chooseAccount(standing) ?? item.accountId ?? null,
    parts: seats.size ? parts.map((part) => seated(part, seats)) : [...parts],
    recipients,
    took,
    snippet: cutSnippet(item.text, parts),
  }
}

const seatCall = (
  item: Prepared<unknown>,
  parts: readonly ArrivedPart[],
  byEmail: ReadonlyMap<string, Known>,
  byName: readonly Known[],
  house: House,
): Map<string, Seat> => {
  const speakers = item.recipients.filter((r) => r.role === 'speaker')
  const stated = parts.map((part): ArrivedPart => {
    const email = speakers.find((one) => one.name === part.speaker)?.email ?? null
    return part.side || !email || sideOf(email, undefined, house) === 'customer' ? part : { ...part, side: 'vendor' }
  })
  return seatSpeakers({ text: item.text, parts: stated, speakers }, byEmail, byName, house.ownDomains)
}

const callSide = (seats: ReadonlyMap<string, Seat>): Side =>
  seats.size === 0 || [...seats.values()].some((seat) => seat.side === 'customer') ? 'customer' : 'vendor'

function seated(part: ArrivedPart, seats: ReadonlyMap<string, Seat>): StoredPart {
  const seat = part.speaker === undefined ? undefined : seats.get(part.speaker)
  return seat ? { ...part, side: seat.side, ...(seat.personId ? { personId: seat.personId } : {}) } : part
}

function onceEach<T extends { personId: string; role: string }>(took: T[]): T[] {
  return [...new Map(took.map((one) => [`${one.personId} ${one.role}`, one])).values()]
}
