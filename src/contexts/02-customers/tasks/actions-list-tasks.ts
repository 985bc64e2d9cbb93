/** Which tasks are asked for, page by page? Those with a day first, then those without; or the done ones. */
import type { z } from 'zod'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { tasks } from './contract.ts'
import { type DueGroup, weekEndOf } from './rules/group-by-due.ts'
import { type Here, hereIn } from './rules/is-overdue.ts'
import { type DaysAsked, listDated, listDone, listUndated, type TasksAsked, type TaskWithNames } from './store.ts'

type Asked = Omit<z.output<(typeof tasks)['list']['takes']>, 'timeZone'>
type Days = Pick<DaysAsked, 'from' | 'to' | 'late'>

const dayOn = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The days of a heading; what is late stands under its own alone. */
function daysOf(due: DueGroup, { now, today }: Here): Days {
  const late = (is: boolean) => ({ at: now, today, is })
  if (due === 'overdue') return { from: null, to: null, late: late(true) }
  if (due === 'today') return { from: null, to: today, late: late(false) }
  if (due === 'week') return { from: dayOn(today), to: weekEndOf(today), late: late(false) }
  return { from: dayOn(weekEndOf(today)), to: null, late: late(false) }
}

export async function listTasks(ctx: Ctx, asked: Asked, timeZone: string) {
  const { limit, after, state, whose, due, until, words, ...narrow } = asked
  const most = limit + 1
  const which: TasksAsked = {
    assigneeId: narrow.assigneeId ?? (whose === 'mine' ? ctx.actor.memberId : null),
    accountId: narrow.accountId ?? null,
    personId: narrow.personId ?? null,
    opportunityId: narrow.opportunityId ?? null,
    words: words?.trim() ? words : null,
    most,
  }
  const [key, id] = after ? readCursor(after, 2) : []
  if (state === 'done') {
    const rows = await listDone(ctx, which, after ? { doneAt: String(key), id: String(id) } : null)
    return pageFrom(rows, limit, (row) => writeCursor(row.doneAt, row.id))
  }
  const days: Days = due && due !== 'none' ? daysOf(due, hereIn(ctx.now, timeZone)) : { from: null, to: null, late: null }
  const wantsDated = due !== 'none' && key !== null
  const wantsUndated = due === 'none' || (due === undefined && until === undefined)
  const rows: TaskWithNames[] = []
  if (wantsDated)
    rows.push(
      ...(await listDated(ctx, which, {
        ...days,
        to: until && (!days.to || until < days.to) ? until : days.to,
        after: after ? { dueOn: String(key), id: String(id) } : null,
      })),
    )
  if (wantsUndated && rows.length < most) {
    const isBehind = after !== undefined && key === null
    rows.push(...(await listUndated(ctx, { ...which, most: most - rows.length }, isBehind ? String(id) : null)))
  }
  return pageFrom(rows, limit, (row) => writeCursor(row.dueOn, row.id))
}
