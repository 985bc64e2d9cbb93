/** Under which heading does a task stand: overdue, today, this week, later, or no date? */
import { type Due, type Here, isOverdue } from './is-overdue.ts'

export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'none'
export const dueGroups = ['overdue', 'today', 'week', 'later', 'none'] as const satisfies readonly DueGroup[]

const dayMs = 86_400_000

/** The Sunday that ends the week of a day (weeks begin on Monday). */
export function weekEndOf(today: string): string {
  const at = Date.parse(`${today}T00:00:00Z`)
  const weekday = new Date(at).getUTCDay() || 7
  return new Date(at + (7 - weekday) * dayMs).toISOString().slice(0, 10)
}

/** The heading of one open task. */
export function dueGroupOf(task: Due, here: Here): DueGroup {
  if (task.dueOn === null) return 'none'
  if (isOverdue(task, here)) return 'overdue'
  if (task.dueOn <= here.today) return 'today'
  return task.dueOn <= weekEndOf(here.today) ? 'week' : 'later'
}

const weight = { high: 0, normal: 1, low: 2 } as const
type Listed = Due & { id: string; priority: keyof typeof weight; createdAt: string }

const order = (a: Listed, b: Listed): number =>
  (a.dueOn ?? '').localeCompare(b.dueOn ?? '') ||
  weight[a.priority] - weight[b.priority] ||
  (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') ||
  a.createdAt.localeCompare(b.createdAt) ||
  a.id.localeCompare(b.id)

/** The groups that hold something, in order; within one by day, then the urgent first, then by time. */
export function groupByDue<T extends Listed>(tasks: readonly T[], here: Here): { group: DueGroup; tasks: T[] }[] {
  const groups = new Map<DueGroup, T[]>(dueGroups.map((group) => [group, []]))
  for (const task of tasks) groups.get(dueGroupOf(task, here))?.push(task)
  return [...groups].flatMap(([group, own]) => (own.length ? [{ group, tasks: own.sort(order) }] : []))
}
