/** What happens when somebody says how long things are kept, and when the day comes? */
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { forgetValues } from '#foundation/platform/changes/forget-rows.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { releaseBytes } from '../files/actions.ts'
import { countOldTrash, emptyOldTrash } from '../trash/actions.ts'
import { kinds, Retention, RetentionRun, type retention } from './contract.ts'
import { dueBefore, retentionDefaults } from './rules/retention-defaults.ts'
import * as store from './store.ts'

export type Kind = (typeof kinds)[number]
const mostCounted = 100_000
const atOnce = 500

const rulesNow = async (ctx: Ctx) => {
  const own = await store.listRules(ctx)
  return kinds.map((kind) => {
    const { days, isOn } = own.find((row) => row.kind === kind) ?? retentionDefaults[kind]
    return { kind, days, isOn }
  })
}

/** How many are due under a rule, at most so many. */
async function countDue(ctx: Ctx, kind: Kind, before: string, most: number): Promise<number> {
  if (kind === 'trash') return countOldTrash(ctx, before, most)
  if (kind === 'messages') return (await store.oldMessages(ctx, before, most)).length
  if (kind === 'history') return (await store.oldHistory(ctx, before, most)).length
  if (kind === 'ledgers') return (await store.oldLedgerLines(ctx, before, most)).length
  return (await store.oldSources(ctx, before, most)).length
}

export const retentionActions = {
  list: (ctx) => rulesNow(ctx),
  async preview(ctx, { kind, days }) {
    const count = await countDue(ctx, kind, dueBefore(ctx.now, days), mostCounted + 1)
    return { count: Math.min(count, mostCounted), isMore: count > mostCounted }
  },
  async set(ctx, { kind, days, isOn }) {
    const there = (await store.listRules(ctx)).find((row) => row.kind === kind)
    const why = isOn ? `Said that ${names[kind]} is kept for ${days} days` : `Said that ${names[kind]} is kept for ever`
    await ctx.save({
      why,
      changes: [there ? change(Retention, there.id, { days, isOn }) : create(Retention, { kind, days, isOn })],
    })
    return { kind, days, isOn }
  },
  async runs(ctx, { limit, after }) {
    const [before] = after ? readCursor(after, 1) : [null]
    const rows = await store.listRuns(ctx, before === null ? null : String(before), limit + 1)
    return pageFrom(rows, limit, (row) => writeCursor(row.id))
  },
} satisfies Actions<typeof retention, Ctx>

const names: Record<Kind, string> = {
  trash: 'the trash',
  messages: 'old mail',
  history: 'the history of removed rows',
  ledgers: 'the ledger of imports',
  files: 'what was sent up for imports',
}

/** The rules that are on today and whose run of this day has not ended. */
export async function dueToday(ctx: Ctx, day: string): Promise<{ kind: Kind; days: number }[]> {
  const due = []
  for (const { kind, days, isOn } of await rulesNow(ctx))
    if (isOn && !(await store.runOf(ctx, day, kind))?.finishedAt) due.push({ kind, days })
  return due
}

/** Removes a batch of what is due; answers how many went. Messages reach downstream and are removed by whoever asks. */
export async function removeDue(
  ctx: Ctx,
  { kind, days }: { kind: Kind; days: number },
  removeMessages: (ids: string[]) => Promise<void>,
): Promise<number> {
  const before = dueBefore(ctx.now, days)
  if (kind === 'trash') return emptyOldTrash(ctx, before, 50)
  if (kind === 'messages') {
    const ids = await store.oldMessages(ctx, before, 100)
    await removeMessages(ids)
    return ids.length
  }
  if (kind === 'history') {
    const ids = await store.oldHistory(ctx, before, atOnce)
    await forgetValues(ctx, ids)
    return ids.length
  }
  if (kind === 'ledgers') {
    const ids = await store.oldLedgerLines(ctx, before, atOnce)
    await store.deleteLines(ctx, ids)
    return ids.length
  }
  const ids = await store.oldSources(ctx, before, atOnce)
  await releaseBytes(ctx, await store.deleteSources(ctx, ids))
  return ids.length
}

/** Notes what a batch came to in the report of the day. */
export async function noteRun(
  ctx: Ctx,
  day: string,
  { kind, days }: { kind: Kind; days: number },
  removed: number,
  isDone: boolean,
) {
  const there = await store.runOf(ctx, day, kind)
  const removedCount = (there?.removedCount ?? 0) + removed
  const row = { removedCount, counts: [{ what: names[kind], count: removedCount }], finishedAt: isDone ? ctx.now : null }
  // A day on which nothing was due leaves no line: the report is what was done.
  if (!there && isDone && removedCount === 0) return
  await ctx.save({
    why: 'Retention',
    changes: [there ? change(RetentionRun, there.id, row) : create(RetentionRun, { day, kind, days, ...row })],
  })
}
