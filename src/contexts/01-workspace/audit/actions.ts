/** What happens when somebody asks what was changed, or takes a change back? */
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { findUndone } from '#foundation/platform/changes/find-undone.ts'
import { undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { audit } from './contract.ts'
import { mayUndo } from './rules/may-undo.ts'
import { changesOfRow, changesOfSet, listSets, setById } from './store.ts'

/** A change set of an import may have thousands of rows; a page shows these many. */
const mostShown = 2000
const mostHistory = 500

export const auditActions = {
  async list(ctx, { limit, after, causeId }) {
    const [before] = after ? readCursor(after, 1) : [null]
    const rows = await listSets(ctx, {
      causeId: causeId ?? null,
      before: before === null ? null : String(before),
      most: limit + 1,
    })
    const page = pageFrom(rows, limit, (row) => writeCursor(row.id))
    const undone = await findUndone(
      ctx,
      page.rows.map((r) => r.id),
    )
    return { ...page, rows: page.rows.map((row) => ({ ...row, undone: undone.has(row.id) })) }
  },
  async get(ctx, { id }) {
    const set = await setById(ctx, id)
    if (!set) throw notFound('change')
    const undone = await findUndone(ctx, [id])
    return { changeSet: { ...set, undone: undone.has(id) }, changes: await changesOfSet(ctx, id, mostShown) }
  },
  history: (ctx, { rowId }) => changesOfRow(ctx, rowId, mostHistory),
  async undo(ctx, { id }) {
    const set = await setById(ctx, id)
    if (!set) throw notFound('change')
    const refusal = mayUndo(ctx.actor, set)
    if (refusal) throw new Problem(403, refusal)
    const undone = await undoChangeSet(ctx, id, 'refuse')
    if (!undone.changeSetId) throw new Problem(409, 'Nothing of this change is left to take back.')
    return { changeSetId: undone.changeSetId, rows: undone.rows }
  },
} satisfies Actions<typeof audit, Ctx>
