/** How are many rows changed, removed or put in order at once? By their capability's own actions, as one change that one undo takes back. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { RefusedRow } from '#foundation/contract/shown-row.ts'
import { conflictProblem, findConflicts } from '../changes/find-conflicts.ts'
import { gatherChanges } from '../changes/gather-changes.ts'
import { lockWhole } from '../changes/lock-whole.ts'
import { change } from '../changes/plan-changes.ts'
import { lockRows } from '../changes/write-rows.ts'
import type { Ctx } from '../context.ts'
import { placeBetween, placeOfBirth } from './place-between.ts'
import { type Cell, findOvertaken, refuseOvertaken } from './refuse-overtaken.ts'
import { changeRow, type RowSource, removeRow } from './row-source.ts'

export interface Changed {
  changeSetId: string | null
  /** The rows that were changed or removed, in the order given. */
  ids: string[]
  refused: RefusedRow[]
}

const many = ({ record }: RowSource, count: number): string => `${count} ${count === 1 ? record.noun : record.plural}`

const refusal = (id: string, problem: Problem): RefusedRow => {
  const [first] = problem.errors
  return {
    id,
    field: first?.path || null,
    why: problem.status === 422 && first ? `${first.message}` : problem.message,
    ...(problem.conflicts.length ? { conflicts: [...problem.conflicts] } : {}),
  }
}

/** Changes fields of many rows. Rows that are refused (by a rule, by a check, or since somebody else was faster) are named, the others changed. */
export async function changeRows(ctx: Ctx, source: RowSource, cells: readonly Cell[]): Promise<Changed> {
  const { record, fields } = source
  // Locked together and in one order, so that two who change many rows never wait for each other in a ring.
  const rows = await lockWhole(ctx, record, [...new Set(cells.map((c) => c.id))])
  const overtaken = await findOvertaken(ctx, cells, rows)
  const labels = [...new Set(cells.flatMap((c) => Object.keys(c.set)))].map((name) => fields.get(name)?.label ?? name)
  const { done, refused, changeSetId } = await gatherChanges(
    ctx,
    cells,
    async (within, cell) => {
      const row = rows.get(cell.id)
      if (!row) throw notFound(record.noun)
      refuseOvertaken(source, cell, row, overtaken.get(cell.id))
      const conflicts = cell.base ? await findConflicts(within, record, row, { set: cell.set, base: cell.base }) : []
      if (conflicts.length) throw conflictProblem(conflicts)
      await changeRow(within, source, cell.id, cell.set)
    },
    (count) => `Changed ${labels.join(', ')} of ${many(source, count)}`,
  )
  return {
    changeSetId,
    ids: [...new Set(done.map(({ step }) => step.id))],
    refused: refused.map(({ step, problem }) => refusal(step.id, problem)),
  }
}

/** Removes many rows; those that something refers to, or that are not there, are named. */
export async function removeRows(ctx: Ctx, source: RowSource, ids: readonly string[]): Promise<Changed> {
  const once = [...new Set(ids)]
  await lockRows(ctx.db, source.record, ctx.actor.workspaceId, once)
  const { done, refused, changeSetId } = await gatherChanges(
    ctx,
    once,
    (within, id) => removeRow(within, source, id),
    (count) => `Removed ${many(source, count)}`,
  )
  return {
    changeSetId,
    ids: done.map(({ step }) => step),
    refused: refused.map(({ step, problem }) => refusal(step, problem)),
  }
}

/**
 * Puts a card under another, or first, and sets what its new column says. One row is written. The card above is held meanwhile: of two who
 * put a card in the same gap, the second finds the first one there.
 * @throws Problem 404 for a card that is not there, and whatever the capability refuses
 */
export async function placeRow(
  ctx: Ctx,
  source: RowSource,
  given: { id: string; set: Cell['set']; under: string | null },
): Promise<void> {
  const { record } = source
  const { id, set, under } = given
  const { place } = record
  if (under === id) throw new Problem(422, 'A card cannot lie under itself.', [{ path: 'under', message: 'is the card itself' }])
  const rows = await lockRows(ctx.db, record, ctx.actor.workspaceId, under ? [id, under] : [id])
  for (const one of under ? [id, under] : [id]) if (!rows.has(one)) throw notFound(record.noun)
  const title = String(rows.get(id)?.[record.title ?? ''] ?? record.noun)
  const { refused } = await gatherChanges(
    ctx,
    [id],
    async (within) => {
      if (Object.keys(set).length) await changeRow(within, source, id, set)
      if (!place) return
      const [above, below] = await neighbours(ctx, source, place, { id, under, row: under ? rows.get(under) : undefined })
      await within.save({ why: '', changes: [change(record, id, { [place]: placeBetween(above, below) })] })
    },
    () => `Moved ${title}`,
  )
  if (refused[0]) throw refused[0].problem
}

async function neighbours(
  ctx: Ctx,
  { record }: RowSource,
  place: string,
  { id, under, row }: { id: string; under: string | null; row: Record<string, unknown> | undefined },
): Promise<[string | null, string | null]> {
  const at = sql.id(snake(place))
  const next = async (above: string | null, hold: boolean) => {
    const { rows } = await sql<{ id: string; place: string }>`select id, ${at} as place from ${sql.table(record.table)}
      where workspace_id = ${ctx.actor.workspaceId}::uuid and id <> ${id}::uuid and ${above === null ? sql`${at} is not null` : sql`${at} > ${above}`}
      order by ${at}, id limit 1 ${hold ? sql`for update` : sql``}`.execute(ctx.db.withoutPlugins())
    return rows[0]
  }
  if (under) {
    const above = String(row?.[place] ?? placeOfBirth(under))
    return [above, (await next(above, false))?.place ?? null]
  }
  // Who waits for the first card may find another one before it afterwards.
  let first = await next(null, true)
  for (let round = 0; first && round < 10; round++) {
    const again = await next(null, true)
    if (again?.id === first.id) break
    first = again
  }
  return [null, first?.place ?? null]
}
