/** What happens when an import is begun, given files, looked ahead at, started, stopped, taken back, or asked how far it is? */
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Kept } from '#foundation/platform/file-store.ts'
import { guessTables, rememberMappings, wholeMapping } from './actions-inspect.ts'
import { Import, ImportPreviewAsked, ImportSource, ImportStarted, ImportUndoAsked, type imports } from './contract.ts'
import { type ImportDeed, may } from './rules/may.ts'
import { faultHeaders } from './rules/sign-headers.ts'
import { countFaults, type ImportRow, importById, listEntries, listImports, lockImport, sourceAt } from './store.ts'

const mostFiles = 100_000

async function need(ctx: Ctx, id: string): Promise<ImportRow> {
  const row = await importById(ctx, id)
  if (!row) throw notFound('import')
  return row
}

const noFile = () => new Problem(422, 'This import holds no file yet. Add files, then start it.')

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
      preview: null,
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
    return guessTables(ctx, id)
  },
  async preview(ctx, { id, mapping }) {
    const row = await hold(ctx, id, 'preview')
    if (!row.fileCount) throw noFile()
    const chosen = wholeMapping(await guessTables(ctx, id), mapping)
    const looking = await set(ctx, id, { state: 'previewing', mapping: chosen, preview: null, problem: null, bytesDone: 0 })
    await ctx.announce(ImportPreviewAsked, { importId: id })
    return looking
  },
  async start(ctx, { id, mapping }) {
    const row = await hold(ctx, id, 'start')
    if (!row.fileCount) throw noFile()
    const guesses = await guessTables(ctx, id)
    const chosen = wholeMapping(guesses, mapping)
    await rememberMappings(ctx, guesses, chosen)
    const started = await set(ctx, id, { state: 'waiting', mapping: chosen, startedAt: ctx.now, bytesDone: 0, problem: null })
    await ctx.announce(ImportStarted, { importId: id })
    return started
  },
  async stop(ctx, { id }) {
    const row = await hold(ctx, id, 'stop')
    return set(ctx, id, { state: row.state === 'previewing' ? 'gathering' : 'stopped' })
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
  async faults(ctx, { id }) {
    await need(ctx, id)
    return countFaults(ctx, id)
  },
} satisfies Omit<Actions<typeof imports, Ctx>, 'match'>

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

/** Rows of a table that were not taken whole, behind a position of the ledger, as lines of a table file: where, why, and their cells. */
export async function listFaults(ctx: Ctx, id: string, path: string, after: number | null, skippedOnly: boolean) {
  const row = await need(ctx, id)
  const found = await listEntries(ctx, { importId: id, outcome: skippedOnly ? 'skipped' : null, after, most: 1000, path })
  return {
    headers: [...faultHeaders, ...(row.mapping?.[path]?.headers ?? [])],
    lines: found.map((entry) => [/^Line (\d+)/.exec(entry.label)?.[1] ?? '', entry.reason ?? '', ...(entry.cells ?? [])]),
    last: found.at(-1)?.position ?? null,
  }
}
