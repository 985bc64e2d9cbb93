/** What happens when an import is begun, given files, started, stopped, taken back, or asked how far it is? */
import type { z } from 'zod'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { findUndone } from '#foundation/platform/changes/find-undone.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import { type Left, undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Kept } from '#foundation/platform/file-store.ts'
import { findTables } from '#foundation/platform/intake/find-tables.ts'
import {
  type Ended,
  Import,
  ImportEntry,
  ImportSource,
  ImportStarted,
  ImportUndoAsked,
  type imports,
  type Mapping,
} from './contract.ts'
import { guessMapping } from './rules/guess-mapping.ts'
import { type ImportDeed, may } from './rules/may.ts'
import { targets } from './rules/target-fields.ts'
import {
  changeSetsOfImport,
  findUnneeded,
  type ImportRow,
  importById,
  lastPosition,
  listEntries,
  listImports,
  lockImport,
  planAnew,
  type SourceRow,
  sourceAt,
  sourcesOf,
  workspaceOf,
} from './store.ts'

const mostFiles = 100_000

async function need(ctx: Ctx, id: string): Promise<ImportRow> {
  const row = await importById(ctx, id)
  if (!row) throw notFound('import')
  return row
}

/** The import, held by this transaction, when the deed may be done with it. */
async function hold(ctx: Ctx, id: string, deed: ImportDeed): Promise<ImportRow> {
  const row = await lockImport(ctx, id)
  if (!row) throw notFound('import')
  const refusal = may(deed, row.state)
  if (refusal) throw new Problem(409, refusal)
  return row
}

const set = async (ctx: Ctx, id: string, fields: Partial<ImportRow>): Promise<ImportRow> => {
  await ctx.save({ why: 'Import', changes: [change(Import, id, fields)] })
  return need(ctx, id)
}

export const importsActions = {
  async list(ctx, { limit, after }) {
    const [before] = after ? readCursor(after, 1) : [null]
    const rows = await listImports(ctx, before === null ? null : String(before), limit + 1)
    return pageFrom(rows, limit, (row) => writeCursor(row.id))
  },
  get: (ctx, { id }) => need(ctx, id),
  async create(ctx, { name }) {
    const row = {
      name,
      state: 'gathering' as const,
      fileCount: 0,
      mapping: null,
      resumeAfter: null,
      memberId: ctx.actor.memberId,
      seenCount: 0,
      storedCount: 0,
      alreadyCount: 0,
      skippedCount: 0,
      bytesTotal: 0,
      bytesDone: 0,
      problem: null,
      startedAt: null,
      finishedAt: null,
    }
    const saved = await ctx.save({ why: 'Began an import', changes: [create(Import, row)] })
    return need(ctx, saved.ids[0] ?? '')
  },
  async inspect(ctx, { id }) {
    await need(ctx, id)
    return guessAll(ctx, await sourcesOf(ctx, id))
  },
  async start(ctx, { id, mapping }) {
    const row = await hold(ctx, id, 'start')
    if (!row.fileCount) throw new Problem(422, 'This import holds no file yet. Add files, then start it.')
    const guessed = mapping ?? mappingOf(await guessAll(ctx, await sourcesOf(ctx, id)))
    const started = await set(ctx, id, { state: 'waiting', mapping: guessed, startedAt: ctx.now })
    await ctx.announce(ImportStarted, { importId: id })
    return started
  },
  async stop(ctx, { id }) {
    await hold(ctx, id, 'stop')
    return set(ctx, id, { state: 'stopped' })
  },
  async resume(ctx, { id }) {
    await hold(ctx, id, 'resume')
    const waiting = await set(ctx, id, { state: 'waiting', problem: null })
    await ctx.announce(ImportStarted, { importId: id })
    return waiting
  },
  async undo(ctx, { id }) {
    await hold(ctx, id, 'undo')
    const undoing = await set(ctx, id, { state: 'undoing', problem: null, resumeAfter: null })
    await ctx.announce(ImportUndoAsked, { importId: id })
    return undoing
  },
  async ledger(ctx, { id, limit, after, outcome }) {
    await need(ctx, id)
    const [position] = after ? readCursor(after, 1) : [null]
    const rows = await listEntries(ctx, {
      importId: id,
      outcome: outcome ?? null,
      after: position === null ? null : Number(position),
      most: limit + 1,
    })
    return pageFrom(rows, limit, (row) => writeCursor(row.position))
  },
} satisfies Actions<typeof imports, Ctx>

type Guess = Awaited<ReturnType<typeof guessesOf>>[number]

/** One file after the other: thousands must not be open at once. */
async function guessAll(ctx: Ctx, sources: SourceRow[]): Promise<Guess[]> {
  const all: Guess[] = []
  for (const source of sources) all.push(...(await guessesOf(ctx, source)))
  return all
}

async function guessesOf(ctx: Ctx, source: SourceRow) {
  const found = []
  for await (const { path, table } of findTables(ctx.files.pathOf(source.sha256), source.path)) {
    const guess = guessMapping(table.headers, table.sampleRows, targets, path)
    const headers = guess.columns.map(({ header, field, confidence }, at) => ({
      header,
      field,
      confidence,
      samples: table.sampleRows
        .flatMap((row) => row[at]?.trim() || [])
        .slice(0, 3)
        .map((s) => s.slice(0, 100)),
    }))
    found.push({ path, record: guess.record, confidence: guess.confidence, headers })
  }
  return found
}

function mappingOf(guesses: Guess[]): z.output<typeof Mapping> {
  const known = guesses.flatMap(({ path, record, headers }) =>
    record ? [[path, { record, fields: Object.fromEntries(headers.map((h) => [h.header, h.field])) }] as const] : [],
  )
  return Object.fromEntries(known)
}

/** Whether files may still be added; asked before bytes are taken in. */
export async function expectSource(ctx: Ctx, importId: string): Promise<void> {
  const row = await need(ctx, importId)
  const refusal = may('addFile', row.state)
  if (refusal) throw new Problem(409, refusal)
}

/**
 * Adds a file to an import that is gathering. Its bytes are kept first, outside of any transaction (`files.keep(stream)`): an upload may
 * take minutes. The same path given again takes the place of the former one.
 * @param path the file's name as the person knows it, with its folders
 */
export async function addSource(ctx: Ctx, importId: string, path: string, kept: Kept): Promise<ImportRow> {
  const row = await hold(ctx, importId, 'addFile')
  const name = path.replaceAll('\\', '/').replace(/^\/+/, '').slice(0, 1000).toWellFormed() || 'upload'
  const there = await sourceAt(ctx, importId, name)
  const fileCount = row.fileCount + (there ? 0 : 1)
  if (fileCount > mostFiles)
    throw new Problem(413, `An import takes at most ${mostFiles} files. Pack a folder of more into one .zip.`)
  const given = { byteCount: kept.byteCount, sha256: kept.sha256 }
  await ctx.save({
    why: 'Import',
    changes: [
      there ? change(ImportSource, there.id, given) : create(ImportSource, { importId, path: name, ...given }),
      change(Import, importId, { fileCount, bytesTotal: row.bytesTotal + kept.byteCount - (there?.byteCount ?? 0) }),
    ],
  })
  return need(ctx, importId)
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

export interface LedgerLine extends Ended {
  path: string
  label: string
  sourceKey: string | null
  record: string | null
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
        }),
      ),
      change(Import, row.id, {
        seenCount: row.seenCount + lines.length,
        storedCount: row.storedCount + count('stored', 'changed'),
        alreadyCount: row.alreadyCount + count('already'),
        skippedCount: row.skippedCount + count('skipped'),
        bytesDone: Math.min(row.bytesTotal, progress.bytesDone),
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
