/** When is a task due, and how often does it come back, after somebody wrote some of it? */
import { dayIn } from '#foundation/kernel/day-in.ts'
import { clockIn, momentIn } from '#foundation/kernel/moment-in.ts'
import { laterOf } from '#foundation/kernel/order-moments.ts'
import { nextOccurrence } from './next-occurrence.ts'

type Unit = 'day' | 'week' | 'month'
export interface WhenDue {
  dueOn: string | null
  dueAt: string | null
  repeatEvery: number | null
  repeatUnit: Unit | null
  repeatFrom: string | null
}
export const noDue: WhenDue = { dueOn: null, dueAt: null, repeatEvery: null, repeatUnit: null, repeatFrom: null }
type Given = { [K in Exclude<keyof WhenDue, 'repeatFrom'>]?: WhenDue[K] | undefined }

/** A time tells its day; another day keeps the time that stood there; no day takes the time along. */
function settleDay(given: Given, stood: WhenDue, timeZone: string): Pick<WhenDue, 'dueOn' | 'dueAt'> {
  const { dueOn, dueAt } = given
  if (dueAt) return { dueAt, dueOn: dueOn ?? dayIn(dueAt, timeZone) }
  if (dueOn === undefined) return dueAt === null ? { dueOn: stood.dueOn, dueAt: null } : stood
  if (dueOn === null || dueAt === null || stood.dueAt === null) return { dueOn, dueAt: null }
  return { dueOn, dueAt: dueOn === stood.dueOn ? stood.dueAt : momentIn(dueOn, clockIn(stood.dueAt, timeZone), timeZone) }
}

/**
 * The whole of it. A task that repeats has a day: today, when none is named. A series begins anew where somebody moves it.
 * @param timeZone whose day and clock count
 */
export function settleDue(given: Given, stood: WhenDue, now: string, timeZone: string): WhenDue {
  const day = settleDay(given, stood, timeZone)
  const unit =
    given.repeatUnit === undefined ? (given.repeatEvery ? (stood.repeatUnit ?? 'day') : stood.repeatUnit) : given.repeatUnit
  if (unit === null || given.repeatEvery === null)
    return { dueOn: day.dueOn, dueAt: day.dueAt, repeatEvery: null, repeatUnit: null, repeatFrom: null }
  const every = given.repeatEvery ?? stood.repeatEvery ?? 1
  const dueOn = day.dueOn ?? dayIn(now, timeZone)
  const isSame = stood.repeatFrom !== null && dueOn === stood.dueOn && unit === stood.repeatUnit && every === stood.repeatEvery
  return { dueOn, dueAt: day.dueAt, repeatEvery: every, repeatUnit: unit, repeatFrom: isSame ? stood.repeatFrom : dueOn }
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** When the next of a repeating task is due, once this one is done: later than this one, and not in the past. Null for one that does not repeat. */
export function settleNext(task: WhenDue, now: string, timeZone: string): WhenDue | null {
  const { repeatEvery: every, repeatUnit: unit, repeatFrom: from, dueOn, dueAt } = task
  if (every === null || unit === null || from === null) return null
  const yesterday = dayBefore(dayIn(now, timeZone))
  const next = nextOccurrence({ from, every, unit }, laterOf(dueOn ?? yesterday, yesterday))
  return {
    repeatEvery: every,
    repeatUnit: unit,
    repeatFrom: from,
    dueOn: next,
    dueAt: dueAt === null ? null : momentIn(next, clockIn(dueAt, timeZone), timeZone),
  }
}
