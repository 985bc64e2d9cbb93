/** What happens when an import is started: everything in its files is stored, or skipped with its reason, once. */
import { keyOlderNames, openAccountBook } from '#customers/accounts/actions.ts'
import { type Work, when } from '#foundation/platform/workflow.ts'
import { beginRunning, endRunning } from '#workspace/imports/actions-run.ts'
import { ImportStarted } from '#workspace/imports/contract.ts'
import { isOutage } from './is-outage.ts'
import { type Batch, readImportBatches } from './read-import-batches.ts'
import { readOwners } from './read-owners.ts'
import { type Surroundings, storeImportBatch } from './store-import-batch.ts'

/** A batch is a second of work; a slow disk may need many. */
const timeoutMs = 10 * 60_000

export const whenAnImportIsStarted = when(ImportStarted, 'run-imports', async (work, { importId }) => {
  try {
    const ended = await runImport(work, importId)
    if (ended === 'read') await work.act((ctx) => endRunning(ctx, importId, null))
  } catch (error) {
    // What is stored stays, and the place is known: a person, or the next start of the program, goes on from there.
    const why = error instanceof Error ? error.message : String(error)
    if (isOutage(error)) throw error
    await work.act((ctx) => endRunning(ctx, importId, `The import stopped: ${why}`.slice(0, 2000)))
  }
})

/** Runs an import from where it is. 'left': it was stopped, is finished, or somebody else runs it. */
export async function runImport(work: Work, importId: string): Promise<'read' | 'left'> {
  const begun = await work.act(async (ctx) => ({
    files: ctx.files,
    found: await beginRunning(ctx, importId),
    keyed: await keyOlderNames(ctx),
  }))
  if (!begun.found) return 'left'
  const { import: row, sources, workspace } = begun.found
  for (let keyed = begun.keyed; !keyed; ) keyed = await work.act(keyOlderNames)
  const around: Surroundings = {
    importId,
    ownDomains: workspace.domains,
    book: openAccountBook(),
    begun: row.startedAt ?? row.createdAt,
    owners: await readOwners(sources, begun.files),
  }
  const batches = readImportBatches(row, sources, begun.files, { ...workspace, owners: around.owners })
  try {
    for (let next = batches.next(); ; ) {
      const { value: batch, done } = await next
      if (done) return 'read'
      next = batches.next()
      next.catch(() => undefined)
      if (!(await store(work, batch, around))) return 'left'
    }
  } finally {
    await batches.return(undefined)
  }
}

/**
 * Stores a batch in one transaction. One that is refused is tried again, since others may have changed what it met; if that fails too,
 * each thing is stored by itself.
 */
async function store(work: Work, batch: Batch, around: Surroundings): Promise<boolean> {
  for (let round = 0; round < 2; round++) {
    try {
      return await attempt(work, batch, around, false)
    } catch (error) {
      if (isOutage(error)) throw error
    }
  }
  return attempt(work, batch, around, true)
}

async function attempt(work: Work, batch: Batch, around: Surroundings, apart: boolean): Promise<boolean> {
  const cause = { kind: 'import', id: around.importId }
  return work.act((ctx) => storeImportBatch(ctx, batch, around, apart), cause, { timeoutMs })
}
