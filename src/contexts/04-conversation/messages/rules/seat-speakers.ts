/** Who are the speakers of a call, and on which side does each sit? */
import { guessSides } from '#foundation/language/guess-sides.ts'
import type { ArrivedPart, Named } from './prepare-arrivals.ts'

export type Known = { id: string; name: string; email: string | null; side: 'customer' | 'vendor'; accountId: string | null }
export type Seat = Named & { personId: string | null; accountId: string | null; side: 'customer' | 'vendor' }

const plain = (name: string) => name.trim().toLowerCase()

/**
 * A seat for every speaker, by the label that the transcript uses. A person is known by address, else by a name that only one person
 * bears; the side is what the transcript says, else the person's, else a guess from how they talk.
 */
export function seatSpeakers(
  call: { text: string; parts: readonly ArrivedPart[]; speakers: readonly Named[] },
  byEmail: ReadonlyMap<string, Known>,
  byName: readonly Known[],
  ownDomains: readonly string[],
): Map<string, Seat> {
  const labels = [...new Set([...call.parts.flatMap((part) => part.speaker ?? []), ...call.speakers.map((one) => one.name)])]
  const found = labels.map((label) => {
    const email = call.speakers.find((one) => plain(one.name) === plain(label))?.email ?? null
    const namesakes = byName.filter((one) => plain(one.name) === plain(label))
    const person = (email ? byEmail.get(email) : undefined) ?? (namesakes.length === 1 ? namesakes[0] : undefined)
    const turns = call.parts.filter((part) => part.speaker === label)
    const said = turns.map((part) => call.text.slice(part.start, part.end)).join(' ')
    return { label, email, person, said: said.slice(0, 20_000), stated: turns.find((part) => part.side)?.side ?? person?.side }
  })
  const known = found.flatMap(({ label, stated }) => (stated ? [{ name: label, side: stated }] : []))
  const guessed = guessSides(
    found.map(({ label, email, said }) => ({ name: label, said, ...(email ? { email } : {}) })),
    { known, ownDomains },
  )
  return new Map(
    found.map(({ label, email, person, stated }, at) => [
      label,
      {
        name: person?.name ?? label,
        email: person?.email ?? email,
        personId: person?.id ?? null,
        accountId: person?.accountId ?? null,
        side: stated ?? guessed[at]?.side ?? 'customer',
      },
    ]),
  )
}
