/** Which events are chosen after one box is ticked or cleared? A whole record is written as "accounts.*". */
import { deeds } from './offered-records.ts'

type Deed = (typeof deeds)[number]

/** Whether a choice covers an event. */
export const isChosen = (chosen: readonly string[], record: string, deed: Deed): boolean =>
  chosen.includes('*') || chosen.includes(`${record}.*`) || chosen.includes(`${record}.${deed}`)

/** @param every the records that can be chosen, for when "everything" becomes everything but one */
export function toggleEvent(chosen: readonly string[], record: string, deed: Deed, every: readonly string[]): string[] {
  const named = chosen.includes('*') ? every.map((one) => `${one}.*`) : [...chosen]
  const had = deeds.filter((one) => isChosen(named, record, one))
  const now = had.includes(deed) ? had.filter((one) => one !== deed) : [...had, deed]
  const others = named.filter((event) => !event.startsWith(`${record}.`))
  return [...others, ...(now.length === deeds.length ? [`${record}.*`] : now.map((one) => `${record}.${one}`))].sort()
}
