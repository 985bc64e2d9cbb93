/** What happens on the day when rules say that things are no longer kept? They go in batches, with a line in the day's report. */
import type { Database } from '#foundation/platform/database.ts'
import { type House, makeContext } from '#foundation/platform/make-context.ts'
import { when } from '#foundation/platform/workflow.ts'
import { resumeErasures } from '#workspace/personal-data/actions.ts'
import { dueToday, noteRun, removeDue } from '#workspace/retention/actions.ts'
import { RetentionDue } from '#workspace/retention/contract.ts'
import { removeForGood } from './remove-for-good.ts'

export const whenRetentionIsDue = when(RetentionDue, 'keep-retention', async (work, { day }) => {
  for (const rule of await work.act((ctx) => dueToday(ctx, day)))
    while (
      await work.act(
        async (ctx) => {
          const removed = await removeDue(ctx, rule, async (ids) => void (await removeForGood(ctx, 'messages', ids)))
          await noteRun(ctx, day, rule, removed, removed === 0)
          return removed > 0
        },
        { kind: 'retention', id: work.workspaceId },
        { timeoutMs: 10 * 60_000 },
      )
    );
})

const hourMs = 3_600_000

/**
 * Looks every hour whether a new day has begun, and asks for the day's run in every workspace; a day that was begun is gone on with after
 * a new start, and so is an erasure. Answers how to stop.
 */
export function watchTheDay(database: Database, house: House, onFault: (error: unknown) => void): () => void {
  let asked = ''
  const look = async () => {
    const day = new Date(house.clock()).toISOString().slice(0, 10)
    if (day === asked) return
    asked = day
    const { rows } = await database.pool.query<{ workspace_id: string }>('select workspace_id from find_workspaces()')
    for (const { workspace_id: workspaceId } of rows)
      await database.inWorkspace(workspaceId, async (db) => {
        const actor = { workspaceId, memberId: null, userId: null, name: 'Rapport', role: 'owner', via: 'system' } as const
        const ctx = makeContext(house, db, actor)
        await resumeErasures(ctx)
        await ctx.announce(RetentionDue, { day })
      })
  }
  const tryLook = () =>
    void look().catch((error: unknown) => {
      asked = ''
      onFault(error)
    })
  tryLook()
  const timer = setInterval(tryLook, hourMs)
  timer.unref()
  return () => clearInterval(timer)
}
