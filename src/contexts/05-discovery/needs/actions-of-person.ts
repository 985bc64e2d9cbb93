/** What is left of needs when words that showed them are gone for good? */
import { groupRows } from '#foundation/kernel/group-rows.ts'
import { forgetValues } from '#foundation/platform/changes/forget-rows.ts'
import { indexWords } from '#foundation/platform/changes/index-words.ts'
import { updateRows } from '#foundation/platform/changes/write-rows.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Need } from './contract.ts'
import { sumSpans } from './rules/sum-spans.ts'
import { findNeedsByIds, findSpans } from './store.ts'

/**
 * Counts needs anew from the words that are left, and words those anew whose statement may not stay. Past the history: the
 * former wording is what must go. Answers the needs that nothing shows any more.
 */
export async function recountNeeds(ctx: Ctx, needIds: string[], isTheirs: (text: string) => boolean): Promise<string[]> {
  if (!needIds.length) return []
  const spans = groupRows(await findSpans(ctx, needIds), (span) => span.needId)
  const bare: string[] = []
  for (const row of await findNeedsByIds(ctx, needIds)) {
    const left = spans.get(row.id) ?? []
    const sums = sumSpans(left.filter((span) => span.state !== 'rejected')) ?? sumSpans(left)
    if (!sums) {
      bare.push(row.id)
      continue
    }
    const other = left
      .find((span) => span.state !== 'rejected')
      ?.quote.trim()
      .slice(0, 500)
    const isReworded = isTheirs(row.statement) || (row.because !== null && isTheirs(row.because))
    const statement = isTheirs(row.statement) && other ? other : row.statement
    const because = isReworded ? null : row.because
    if (isReworded) await forgetValues(ctx, [row.id])
    const next = { id: row.id, ...sums, statement, because, updatedAt: ctx.now }
    await updateRows(
      ctx.db,
      Need,
      ctx.actor.workspaceId,
      Object.keys(next).filter((name) => name !== 'id'),
      [next],
    )
    await indexWords(ctx.db, Need, ctx.actor.workspaceId, ctx.now, [next])
  }
  return bare
}
