/** How is a task written: when, how often, about what? */
import type { z } from 'zod'
import { plainDay, relateDay } from '#foundation/ui/relate-time.ts'
import type { TaskShown } from '../contract.ts'

export type TaskRow = z.output<typeof TaskShown>
/** What a task of a record page is about. */
export interface About {
  accountId?: string
  personId?: string
  opportunityId?: string
}

/** The reader's own time zone. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const clock = (at: string): string => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "tomorrow, 09:00", "3 days ago", "Tue 1 Dec". */
export function whenDue(task: { dueOn: string | null; dueAt: string | null }, now: Date): string | null {
  if (task.dueOn === null) return null
  const day = relateDay(task.dueOn, now)
  const at = new Date(`${task.dueOn}T00:00:00Z`)
  const weekday = at.toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' })
  const named = /^\D*\d/.test(day) && !day.endsWith('ago') ? `${weekday} ${plainDay(at, now, 'UTC')}` : day
  return task.dueAt === null ? named : `${named}, ${clock(task.dueAt)}`
}

/** "every week", "every 2 months". */
export const howOften = (every: number | null, unit: TaskRow['repeatUnit']): string | null =>
  every === null || unit === null ? null : every === 1 ? `every ${unit}` : `every ${every} ${unit}s`

/** Where a task leads, the closest first; what the page is about itself is left out. */
export function placesOf(task: TaskRow, about: About = {}): { id: string; label: string; href: string }[] {
  const place = (id: string | null, label: string | null, at: string, here: string | undefined) =>
    id !== null && label !== null && id !== here ? [{ id, label, href: `/${at}/${id}` }] : []
  return [
    ...place(task.opportunityId, task.opportunityName, 'opportunities', about.opportunityId),
    ...place(task.personId, task.personName, 'people', about.personId),
    ...place(task.accountId, task.accountName, 'accounts', about.accountId),
  ]
}
