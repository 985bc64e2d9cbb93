/** How do many actions become one change that one undo takes back? Each writes at once; what they wrote is remembered together. */
import { sql } from 'kysely'
import { Problem } from '#foundation/contract/problem.ts'
import type { Ctx } from '../context.ts'
import type { Written } from './plan-changes.ts'
import { writeChanges } from './save-changes.ts'

export interface Gathered<T> {
  /** What was done, with its answer, in order. */
  done: { step: T; answer: unknown }[]
  refused: { step: T; problem: Problem }[]
  changeSetId: string | null
}

/**
 * Takes steps one after the other, each as its capability's own action, and saves them as one change set. A step that is refused with a
 * Problem leaves nothing behind and does not stop the others.
 */
export async function gatherChanges<T>(
  ctx: Ctx,
  steps: readonly T[],
  take: (ctx: Ctx, step: T) => Promise<unknown>,
  why: (done: number) => string,
): Promise<Gathered<T>> {
  const written: Written[] = []
  const within: Ctx = {
    ...ctx,
    save: async (plan) => {
      const saved = await writeChanges(within, plan)
      written.push(...saved.written)
      // Actions ask whether something was saved; under which name, nobody knows yet.
      return { ids: saved.ids, changeSetId: saved.written.length ? ctx.id() : null }
    },
  }
  const gathered: Gathered<T> = { done: [], refused: [], changeSetId: null }
  for (const step of steps) {
    const before = written.length
    await sql`savepoint gathered_step`.execute(ctx.db)
    try {
      gathered.done.push({ step, answer: await take(within, step) })
      await sql`release savepoint gathered_step`.execute(ctx.db)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await sql`rollback to savepoint gathered_step`.execute(ctx.db)
      written.length = before
      gathered.refused.push({ step, problem: error })
    }
  }
  const saved = await ctx.save({ why: why(gathered.done.length).slice(0, 1000), changes: [], written })
  return { ...gathered, changeSetId: saved.changeSetId }
}
