/** How does a run go through an import, a look ahead or an undo, batch by batch, so that any of them may end at any moment? */
import { notFound } from '#foundation/contract/problem.ts'
import { findUndone } from '#foundation/platform/changes/find-undone.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import { type Left, undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { type Ended, Import, ImportEntry } from './contract.ts'
import type { PreviewFound } from './rules/preview.ts'
import {
  changeSetsOfImport,
  findUnneeded,
  type ImportRow,
  importById,
  lastPosition,
  lockImport,
  planAnew,
  sourcesOf,
  workspaceOf,
} from './store.ts'

const set = async (ctx: Ctx, id: string, fields: Partial<ImportRow>): Promise<ImportRow> => {
  await ctx.save({ why: 'Import', changes: [change(Import, id, fields)] })
  const row = await importById(ctx, id)
  if (!row) throw notFound('import')
  return row
}

/** The import for its runner: held, and null when it is not this runner's any more (stopped, finished, or another one is ahead). */
export async function holdRunning(ctx: Ctx, importId: string, batch: number): Promise<ImportRow | null> {
  await planAnew(ctx)
  const row = await lockImport(ctx, importId)
  if (!row || (row.state !== 'running' && row.state !== 'waiting')) return null
  const at = Number(row.resumeAfter?.batch ?? 0)
  return at === batch ? row : null
}

/** Marks a waiting import as running, and answers it with what its reader must know. */
export async function beginRunning(ctx: Ctx, importId: string) {
  const row = await lockImport(ctx, importId)
  if (!row || (row.state !== 'waiting' && row.state !== 'running')) return null
  const running = row.state === 'running' ? row : await set(ctx, importId, { state: 'running' })
  return { import: running, sources: await sourcesOf(ctx, importId), workspace: await workspaceOf(ctx) }
}

/** An import that is looked ahead at, with what its reader must know; null when nobody looks ahead any more. */
export async function beginPreview(ctx: Ctx, importId: string) {
  const row = await lockImport(ctx, importId)
  if (row?.state !== 'previewing') return null
  return { import: row, sources: await sourcesOf(ctx, importId), workspace: await workspaceOf(ctx) }
}

/** Keeps what a look ahead has found so far, and how far it is. False: somebody stopped it. */
export async function notePreview(ctx: Ctx, importId: string, preview: PreviewFound, bytesDone: number): Promise<boolean> {
  const row = await lockImport(ctx, importId)
  if (row?.state !== 'previewing') return false
  const done = Math.min(row.bytesTotal, bytesDone)
  await set(ctx, importId, preview.whole ? { preview, state: 'gathering', bytesDone: 0 } : { preview, bytesDone: done })
  return true
}

/** Ends a look ahead that cannot go on, with the reason in words. */
export async function failPreview(ctx: Ctx, importId: string, problem: string): Promise<void> {
  const row = await lockImport(ctx, importId)
  if (row?.state === 'previewing') await set(ctx, importId, { state: 'gathering', problem, bytesDone: 0 })
}

export interface LedgerLine extends Ended {
  path: string
  label: string
  sourceKey: string | null
  record: string | null
  /** The row as it stood in the file, when something of it was not taken. */
  cells: string[] | null
}

/** Writes what a batch came to: its lines in the ledger, the figures, and where to go on. In the batch's own transaction. */
export async function recordBatch(
  ctx: Ctx,
  row: ImportRow,
  lines: LedgerLine[],
  progress: { resumeAfter: Record<string, unknown>; bytesDone: number },
): Promise<void> {
  const count = (...outcomes: string[]) => lines.filter((l) => outcomes.includes(l.outcome)).length
  await ctx.save({
    why: 'Import',
    changes: [
      ...lines.map((line, at) =>
        create(ImportEntry, {
          importId: row.id,
          position: row.seenCount + at + 1,
          path: line.path.slice(0, 1000).toWellFormed(),
          label: line.label.slice(0, 500).toWellFormed(),
          sourceKey: line.sourceKey?.slice(0, 1000).toWellFormed() ?? null,
          outcome: line.outcome,
          reason: line.notes.join(' ').slice(0, 1000).toWellFormed() || null,
          record: line.record,
          rowId: line.rowId,
          cells: line.cells,
        }),
      ),
      change(Import, row.id, {
        seenCount: row.seenCount + lines.length,
        storedCount: row.storedCount + count('stored', 'changed'),
        alreadyCount: row.alreadyCount + count('already'),
        skippedCount: row.skippedCount + count('skipped'),
        bytesDone: Math.max(row.bytesDone, Math.min(row.bytesTotal, progress.bytesDone)),
        resumeAfter: progress.resumeAfter,
      }),
    ],
  })
}

/** Ends a run: finished, or failed with the problem in words. */
export async function endRunning(ctx: Ctx, importId: string, problem: string | null): Promise<void> {
  const row = await lockImport(ctx, importId)
  if (!row || (row.state !== 'running' && row.state !== 'waiting')) return
  await set(ctx, importId, {
    state: problem === null ? 'finished' : 'failed',
    problem,
    finishedAt: ctx.now,
    ...(problem === null ? { bytesDone: row.bytesTotal } : {}),
  })
}

/** Takes back the newest change set of an import that is being undone; null when there is none left. Resumable after each. */
export async function undoOneStep(ctx: Ctx, importId: string): Promise<{ left: number } | null> {
  await planAnew(ctx)
  const row = await lockImport(ctx, importId)
  if (row?.state !== 'undoing') return null
  const before = row.resumeAfter ? String(row.resumeAfter.undone) : null
  const [next] = await changeSetsOfImport(ctx, importId, before, 1)
  if (!next) return null
  const isUndone = (await findUndone(ctx, [next])).has(next)
  const left = isUndone ? [] : (await undoChangeSet(ctx, next, 'leave')).left
  const first = left.length ? await lastPosition(ctx, importId) : 0
  await ctx.save({
    why: 'Import',
    changes: [
      ...left.map((one, at) => create(ImportEntry, leftEntry(importId, first + at + 1, one))),
      change(Import, importId, { resumeAfter: { undone: next, left: Number(row.resumeAfter?.left ?? 0) + left.length } }),
    ],
  })
  return { left: left.length }
}

const leftEntry = (importId: string, position: number, left: Left) => ({
  importId,
  position,
  path: '(taking back)',
  label: 'Left as it is',
  sourceKey: null,
  outcome: 'skipped' as const,
  reason: left.why.slice(0, 1000),
  record: left.record,
  rowId: left.rowId,
  cells: null,
})

/** Says what keeps an undo from going on; it may be asked again. */
export async function stallUndo(ctx: Ctx, importId: string, problem: string): Promise<void> {
  const row = await lockImport(ctx, importId)
  if (row?.state === 'undoing') await set(ctx, importId, { problem })
}

/** Ends an undo, and answers the hashes of bytes that nothing needs any more; the caller drops them once this is committed. */
export async function endUndo(ctx: Ctx, importId: string): Promise<string[]> {
  const row = await lockImport(ctx, importId)
  if (row?.state !== 'undoing') return []
  const left = Number(row.resumeAfter?.left ?? 0)
  const problem = left
    ? `${left} ${left === 1 ? 'row was' : 'rows were'} changed or used since, and left as ${left === 1 ? 'it is; the ledger names it' : 'they are; the ledger names them'}.`
    : null
  await set(ctx, importId, { state: 'undone', problem, finishedAt: ctx.now })
  // What was attached to mails stays: who takes this taking back, back, wants it again.
  const hashes = (await sourcesOf(ctx, importId)).map((s) => s.sha256)
  return findUnneeded(ctx, [...new Set(hashes)], importId)
}
