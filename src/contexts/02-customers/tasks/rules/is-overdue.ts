/** Is a task late, where its reader is? */
import { dayIn } from '#foundation/kernel/day-in.ts'

/** When a task is due, and whether it was done. */
export interface Due {
  dueOn: string | null
  dueAt: string | null
  doneAt: string | null
}
/** A moment and the day that it is where the reader is. */
export interface Here {
  /** ISO, UTC. */
  now: string
  /** YYYY-MM-DD */
  today: string
}

/** Now, where the clocks of a zone are read. */
export const hereIn = (now: string, timeZone: string): Here => ({ now, today: dayIn(now, timeZone) })

/** An open task whose moment has passed or, without a time, whose day is over here. */
export function isOverdue({ dueOn, dueAt, doneAt }: Due, { now, today }: Here): boolean {
  if (doneAt !== null || dueOn === null) return false
  return dueAt === null ? dueOn < today : Date.parse(dueAt) < Date.parse(now)
}
