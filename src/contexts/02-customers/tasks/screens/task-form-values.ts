/** What stands in the fields of the task form, and what do they send? */

import { dayIn } from '#foundation/kernel/day-in.ts'
import { clockIn, momentIn } from '#foundation/kernel/moment-in.ts'
import { howOften, ownZone, type TaskRow } from './task-words.ts'

export type TaskStart = Partial<TaskRow>
export interface TypedTask {
  title: string
  note: string
  /** YYYY-MM-DD, or empty. */
  day: string
  /** HH:MM on the reader's clock, or empty. */
  time: string
  priority: TaskRow['priority']
  assigneeId: string
  /** "accounts:ID", as search names it. */
  about: string
  aboutLabel: string
  /** "1 week", or empty. */
  repeat: string
}

function aboutOf(task: TaskStart): Pick<TypedTask, 'about' | 'aboutLabel'> {
  if (task.opportunityId) return { about: `opportunities:${task.opportunityId}`, aboutLabel: task.opportunityName ?? '' }
  if (task.personId) return { about: `people:${task.personId}`, aboutLabel: task.personName ?? '' }
  if (task.accountId) return { about: `accounts:${task.accountId}`, aboutLabel: task.accountName ?? '' }
  return { about: '', aboutLabel: '' }
}

export const typedOf = (task: TaskStart): TypedTask => ({
  title: task.title ?? '',
  note: task.note ?? '',
  day: task.dueAt ? dayIn(task.dueAt, ownZone()) : (task.dueOn ?? ''),
  time: task.dueAt ? clockIn(task.dueAt, ownZone()) : '',
  priority: task.priority ?? 'normal',
  assigneeId: task.assigneeId ?? '',
  repeat: task.repeatEvery && task.repeatUnit ? `${task.repeatEvery} ${task.repeatUnit}` : '',
  ...aboutOf(task),
})

const usual = ['1 day', '1 week', '2 week', '1 month', '3 month', '12 month']
const split = (repeat: string): { repeatEvery: number; repeatUnit: NonNullable<TaskRow['repeatUnit']> } | null => {
  const [count, unit] = repeat.split(' ')
  return unit === 'day' || unit === 'week' || unit === 'month' ? { repeatEvery: Number(count), repeatUnit: unit } : null
}

/** The usual ones, and the one that stands there. */
export const repeatChoices = (now: string): { value: string; label: string }[] =>
  [...new Set([...usual, ...(now ? [now] : [])])].flatMap((value) => {
    const parts = split(value)
    const words = parts && howOften(parts.repeatEvery, parts.repeatUnit)
    return words ? [{ value, label: words.replace(/^e/, 'E') }] : []
  })

const fieldOf = { accounts: 'accountId', people: 'personId', opportunities: 'opportunityId' } as const
const isPlace = (table: string): table is keyof typeof fieldOf => Object.hasOwn(fieldOf, table)

/** What is sent: all of a new one; of one that stands, day, time, place and series only when somebody touched them. */
export function readTaskForm(typed: TypedTask, before: TypedTask | null) {
  const { title, note, day, time, priority, assigneeId, repeat, about } = typed
  const isTouched = (...names: (keyof TypedTask)[]) => before === null || names.some((name) => before[name] !== typed[name])
  const [table = '', id] = about.split(':')
  const nowhere = { accountId: null, personId: null, opportunityId: null }
  return {
    title: title.trim(),
    note: note.trim() ? note : null,
    priority,
    // A new task for nobody in particular is the writer's.
    ...(assigneeId || before ? { assigneeId: assigneeId || null } : {}),
    ...(isTouched('day', 'time') ? { dueOn: day || null, dueAt: day && time ? momentIn(day, time, ownZone()) : null } : {}),
    ...(isTouched('about') ? { ...nowhere, ...(isPlace(table) && id ? { [fieldOf[table]]: id } : {}) } : {}),
    ...(isTouched('repeat') ? (split(repeat) ?? { repeatEvery: null, repeatUnit: null }) : {}),
  }
}
