/** What happens when two rows become one, when they become two again, and when somebody asks for the one that went? */

import { RowsWritten } from '#foundation/contract/change-set.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { findReferences } from '#foundation/platform/changes/find-references.ts'
import { lockWhole } from '#foundation/platform/changes/lock-whole.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import { planMerge } from '#foundation/platform/changes/plan-merge.ts'
import { saveUnlessBlocked } from '#foundation/platform/changes/save-unless-taken.ts'
import { type Left, undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { ownRecord } from '#foundation/platform/own-fields/own-record.ts'
import { mayUndo } from '../audit/rules/may-undo.ts'
import { DuplicatePair, Merge } from './contract.ts'
import { chooseValues, chooseValuesAlias } from './rules/choose-values.ts'
import type { DescribeKind } from './rules/describe-kind.ts'
import { countOf, ledFrom, makerOf, mergeById, mergesByAlias, pairsOfRows } from './store.ts'

export interface MergeAsked {
  keepId: string
  mergeId: string
  take: readonly string[]
}

/**
 * Merges a row into another in one change set: references move, the row goes, its id leads on.
 * @throws Problem 404 for a row that is not there, 409 when others write to them at this moment, 422 for one row twice or an unknown field
 */
export async function mergeRows(ctx: Ctx, { record, alias }: DescribeKind, { keepId, mergeId, take }: MergeAsked) {
  if (keepId === mergeId) throw new Problem(422, 'Choose two different rows.', [{ path: 'mergeId', message: 'the same row' }])
  const fields = Object.keys((await ownRecord(ctx, record)).fields)
  const unknown = take.find((field) => !fields.includes(field))
  if (unknown) throw new Problem(422, `"${unknown}" is no field here.`, [{ path: 'take', message: `no field "${unknown}"` }])
  const rows = await lockWhole(ctx, record, [keepId, mergeId], true)
  const [keep, merge] = [rows.get(keepId), rows.get(mergeId)]
  if (!keep || !merge) throw notFound(record.noun)
  const set = chooseValues(keep, merge, take, fields)
  // The row that goes cannot be what the other one belongs to.
  for (const [field, value] of Object.entries(set)) if (value === keepId || value === mergeId) delete set[field]
  const plan = await planMerge(ctx, record, { keepId, mergeId, set })
  const mergedName = String(merge[record.title ?? 'id'] ?? '')
  const pair = (await pairsOfRows(ctx, [mergeId])).find((one) => one.leftId === keepId || one.rightId === keepId)
  const id = ctx.id()
  const redirect = {
    record: record.table,
    keptId: keepId,
    mergedId: mergeId,
    mergedName,
    alias: chooseValuesAlias(keep[alias], merge[alias], set[alias]),
  }
  const saved = await saveUnlessBlocked(ctx, {
    why: `Merged ${mergedName} into ${String(keep[record.title ?? 'id'] ?? '')}`.slice(0, 1000),
    whole: true,
    changes: [
      ...plan.changes,
      create(Merge, { id, ...redirect }),
      ...(pair ? [change(DuplicatePair, pair.id, { state: 'merged' as const })] : []),
    ],
  })
  if (!saved?.changeSetId) throw new Problem(409, 'Others are writing to these two at this moment. Try again.')
  await ctx.announce(RowsWritten, { record: record.table, rowIds: [keepId] })
  const moved = [...plan.moved.values()].reduce((sum, n) => sum + n, 0)
  return { id, keptId: keepId, changeSetId: saved.changeSetId, moved, joined: plan.joined }
}

/**
 * Brings both rows back as they were. What was changed since stays as it is and is named; what came since stays where it is.
 * @throws Problem 409 when the merged row itself cannot come back
 */
export async function unmergeRows(ctx: Ctx, id: string): Promise<{ changeSetId: string; rows: number; left: Left[] }> {
  const merge = await mergeById(ctx, id)
  const made = merge && (await makerOf(ctx, id))
  if (!merge || !made) throw notFound('merge')
  const refusal = mayUndo(ctx.actor, made)
  if (refusal) throw new Problem(403, refusal)
  const { changeSetId, rows, left } = await undoChangeSet(ctx, made.id, 'leave')
  const stuck = left.find((one) => one.rowId === merge.mergedId)
  if (stuck || !changeSetId)
    throw new Problem(409, `${merge.mergedName} cannot come back. ${stuck?.why ?? 'Nothing of the merge is left.'}`)
  return { changeSetId, rows, left }
}

/** Where merged ids lead: from each that was merged to the row that was kept in the end. */
export const leadMerged = async (ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> =>
  ids.length ? ledFrom(ctx, [...ids]) : new Map()

/** The rows to which addresses lead that a merge gave up. */
export async function leadAliases(ctx: Ctx, record: string, aliases: readonly string[]): Promise<Map<string, string>> {
  const merges = aliases.length ? await mergesByAlias(ctx, record, [...aliases]) : []
  const on = await leadMerged(
    ctx,
    merges.map((one) => one.keptId),
  )
  return new Map(merges.map((one) => [one.alias ?? '', on.get(one.keptId) ?? one.keptId]))
}

/** How much hangs on a row: the rows that refer to it, by what they are called. */
export async function countReferences(ctx: Ctx, table: string, id: string) {
  const counted = new Map<string, { noun: string; plural: string; count: number }>()
  for (const reference of await findReferences(ctx, table)) {
    const holder = ctx.records.get(reference.table)
    const count = await countOf(ctx, reference.table, reference.column, id)
    if (!holder || !count) continue
    const before = counted.get(holder.table)?.count ?? 0
    counted.set(holder.table, { noun: holder.noun, plural: holder.plural, count: before + count })
  }
  return [...counted.values()].sort((x, y) => y.count - x.count)
}
