/** What happens when somebody wants to see what an import would do? Its tables are gone through by the same plans, and nothing is written. */
import { sql } from 'kysely'
import { keyOlderNames, openAccountBook } from '#customers/accounts/actions.ts'
import { recentRows } from '#foundation/kernel/recent-rows.ts'
import { tryChanges } from '#foundation/platform/changes/try-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { type Work, when } from '#foundation/platform/workflow.ts'
import { beginPreview, failPreview, notePreview } from '#workspace/imports/actions-run.ts'
import { ImportPreviewAsked } from '#workspace/imports/contract.ts'
import { type PreviewTally, tallyPreview } from '#workspace/imports/rules/tally-preview.ts'
import { isOutage } from './is-outage.ts'
import type { Pending } from './pending-item.ts'
import { type Batch, readImportBatches } from './read-import-batches.ts'
import { readOwners } from './read-owners.ts'
import { showChanges } from './show-changes.ts'
import { type Ahead, storeRows } from './store-import-batch.ts'

/** Rows of a file that are further apart than this, and not known to the workspace, count as new each time. Some 60 MB. */
const remembered = 100_000
const batchesBetweenNotes = 10
const timeoutMs = 10 * 60_000

export const whenAnImportIsPreviewed = when(ImportPreviewAsked, 'preview-imports', async (work, { importId }) => {
  try {
    await lookAhead(work, importId)
  } catch (error) {
    if (isOutage(error)) throw error
    const why = error instanceof Error ? error.message : String(error)
    await work.act((ctx) => failPreview(ctx, importId, `The look ahead stopped: ${why}`.slice(0, 2000)))
  }
})

type Around = Parameters<typeof storeRows>[2] & { ahead: Ahead }

async function lookAhead(work: Work, importId: string): Promise<void> {
  const begun = await work.act(async (ctx) => ({
    files: ctx.files,
    now: ctx.now,
    found: await beginPreview(ctx, importId),
    keyed: await keyOlderNames(ctx),
  }))
  if (!begun.found) return
  const { import: row, sources, workspace } = begun.found
  const owners = await readOwners(sources, begun.files)
  for (let keyed = begun.keyed; !keyed; ) keyed = await work.act(keyOlderNames)
  const around: Around = {
    ownDomains: workspace.domains,
    book: openAccountBook(recentRows(remembered)),
    begun: begun.now,
    owners,
    ahead: { people: recentRows(remembered), opportunities: recentRows(remembered), meetings: recentRows(remembered) },
  }
  const tally = tallyPreview()
  const reading = { ...workspace, owners, tablesOnly: true }
  let bytes = 0
  for await (const batch of readImportBatches({ ...row, resumeAfter: null }, sources, begun.files, reading)) {
    await work.act((ctx) => tryBatch(ctx, batch, around, tally), undefined, { timeoutMs })
    bytes = Math.max(bytes, batch.bytesDone)
    const isTime = batch.cursor.batch === 1 || batch.cursor.batch % batchesBetweenNotes === 0
    if (isTime && !(await work.act((ctx) => notePreview(ctx, importId, tally.sum(false), bytes)))) return
  }
  await work.act((ctx) => notePreview(ctx, importId, tally.sum(true), bytes))
}

/** Plans a batch as a run would; the database refuses every write meanwhile. */
async function tryBatch(ctx: Ctx, batch: Batch, around: Around, tally: PreviewTally): Promise<void> {
  await sql`set transaction read only`.execute(ctx.db)
  const rows: Extract<Pending, { kind: 'row' }>[] = []
  for (const item of batch.items) {
    if (item.kind === 'row') rows.push(item)
    else if (item.kind === 'skipped') tally.add(item.path, null, 'skipped', [item.reason])
  }
  const tried = tryChanges(ctx)
  const ended = await storeRows(tried.ctx, rows, around)
  for (const [at, { outcome, notes }] of ended.entries()) {
    const row = rows[at]
    if (row) tally.add(row.path, row.record, outcome, [...notes, ...row.notes])
  }
  const own = rows[0]?.record
  const made = tried.changes.filter((c) => c.deed === 'created')
  tally.addAlongside(
    own === 'accounts' ? 0 : made.filter((c) => c.record.table === 'accounts').length,
    made.filter((c) => c.record.table === 'stages').map((c) => String(c.row.name)),
  )
  await showChanges(ctx, rows, ended, tried.changes, tally)
}
