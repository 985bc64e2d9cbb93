/** How does a test import files: from their bytes to the end of the run, as the program does it? */
import { Readable } from 'node:stream'
import type { Work } from '#foundation/platform/workflow.ts'
import { whenAnImportIsStarted } from '#workflows/when-an-import-is-started.ts'
import { whenAnImportUndoIsAsked } from '#workflows/when-an-import-undo-is-asked.ts'
import { addSource, importsActions } from '#workspace/imports/actions.ts'
import type { EntryRow, ImportRow } from '#workspace/imports/store.ts'
import type { TestHouse, TestWorkspace } from './with-workspace.ts'

export type GivenFile = { path: string; bytes: Buffer | string | Readable }

/** A workflow's hands in a test workspace. */
export const workIn = (ws: TestWorkspace): Work => ({
  workspaceId: ws.id,
  act: (run, cause) => ws.act(run, { cause: cause ?? null, actor: { via: 'system' } }),
})

/** Begins an import with these files; not started. */
export async function gather(house: TestHouse, ws: TestWorkspace, files: readonly GivenFile[]): Promise<ImportRow> {
  const made = await ws.act((ctx) => importsActions.create(ctx, { name: 'Test import' }))
  for (const { path, bytes } of files) {
    const kept = await house.files.keep(bytes instanceof Readable ? bytes : Buffer.from(bytes as Buffer))
    await ws.act((ctx) => addSource(ctx, made.id, path, kept))
  }
  return made
}

/** Runs a started import until it ends. */
export async function run(ws: TestWorkspace, importId: string): Promise<ImportRow> {
  await whenAnImportIsStarted.run(workIn(ws), { importId })
  return ws.act((ctx) => importsActions.get(ctx, { id: importId }))
}

/** Imports files from begin to end. */
export async function importFiles(house: TestHouse, ws: TestWorkspace, files: readonly GivenFile[]): Promise<ImportRow> {
  const made = await gather(house, ws, files)
  await ws.act((ctx) => importsActions.start(ctx, { id: made.id }))
  return run(ws, made.id)
}

/** Takes an import back, to the end. */
export async function undoImport(ws: TestWorkspace, importId: string): Promise<ImportRow> {
  await ws.act((ctx) => importsActions.undo(ctx, { id: importId }))
  await whenAnImportUndoIsAsked.run(workIn(ws), { importId })
  return ws.act((ctx) => importsActions.get(ctx, { id: importId }))
}

/** The whole ledger. */
export async function ledgerOf(ws: TestWorkspace, importId: string): Promise<EntryRow[]> {
  const all: EntryRow[] = []
  let after: string | undefined
  do {
    const page = await ws.act((ctx) => importsActions.ledger(ctx, { id: importId, limit: 500, after }))
    all.push(...page.rows)
    after = page.next ?? undefined
  } while (after)
  return all
}
