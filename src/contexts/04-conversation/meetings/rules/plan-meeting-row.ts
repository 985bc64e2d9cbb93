/** What becomes of a calendar's event? */
import type { Draft, Row } from '#foundation/contract/record.ts'
import { pickDiffering } from '#foundation/kernel/pick-differing.ts'
import type { Meeting } from '../contract.ts'

/** What a calendar, or a table of meetings, may say of one. */
export interface MeetingGiven {
  title?: string
  startsAt?: string
  endsAt?: string
  isAllDay?: boolean
  timeZone?: string
  location?: string
  organizer?: string
  attendees?: string
  status?: string
  repeats?: string
  about?: string
  sourceKey?: string
}
export type MeetingPlan =
  | { deed: 'create'; draft: Draft<typeof Meeting>; notes: string[] }
  | { deed: 'change'; row: Row<typeof Meeting>; set: Partial<Row<typeof Meeting>>; notes: string[] }
  | { deed: 'none'; row: Row<typeof Meeting>; notes: string[] }
  | { deed: 'skip'; notes: string[] }

const statuses: Record<string, Row<typeof Meeting>['status']> = {
  confirmed: 'confirmed',
  tentative: 'tentative',
  cancelled: 'cancelled',
  canceled: 'cancelled',
}

/** The key of an event; one without an id is told by its begin and title. */
export const keyOfMeeting = (given: MeetingGiven): string =>
  (given.sourceKey ?? `${given.startsAt ?? ''} ${given.title ?? ''}`).trim().slice(0, 500)

/** Decides for one event. The same id is the same meeting, and the calendar says how it is now. */
export function planMeetingRow(
  given: MeetingGiven,
  accountId: string | null,
  there: Row<typeof Meeting> | undefined,
): MeetingPlan {
  const { startsAt } = given
  const sourceKey = keyOfMeeting(given)
  if (!startsAt || !sourceKey) return { deed: 'skip', notes: ['The event does not say when it begins.'] }
  const stated = given.status?.toLowerCase() ?? 'confirmed'
  const notes = statuses[stated] ? [] : [`The status “${given.status}” is not known here; it was taken as confirmed.`]
  const ends = given.endsAt && Date.parse(given.endsAt) >= Date.parse(startsAt) ? given.endsAt : null
  if (given.endsAt && !ends) notes.push('The end lies before the begin, and was left out.')
  const draft = {
    title: given.title ?? 'Without a title',
    startsAt,
    endsAt: ends,
    isAllDay: given.isAllDay ?? false,
    timeZone: given.timeZone ?? null,
    location: given.location ?? null,
    status: statuses[stated] ?? 'confirmed',
    repeats: given.repeats ?? null,
    about: given.about ?? null,
    sourceKey,
    accountId,
  }
  if (!there) return { deed: 'create', draft, notes }
  const set = pickDiffering(sameMoments(there, draft), draft)
  return Object.keys(set).length ? { deed: 'change', row: there, set, notes } : { deed: 'none', row: there, notes }
}

/** The row with moments written as the draft writes them, where they are the same. */
function sameMoments(row: Row<typeof Meeting>, draft: Draft<typeof Meeting>): Row<typeof Meeting> {
  const alike = (a: string | null, b: string | null) => (a && b && Date.parse(a) === Date.parse(b) ? b : a)
  return { ...row, startsAt: alike(row.startsAt, draft.startsAt) ?? row.startsAt, endsAt: alike(row.endsAt, draft.endsAt) }
}
