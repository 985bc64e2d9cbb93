/** What happens when an import is taken back: its change sets go in reverse, what people changed since stays and is named. */
import { Problem } from '#foundation/contract/problem.ts'
import { when } from '#foundation/platform/workflow.ts'
import { endUndo, stallUndo, undoOneStep } from '#workspace/imports/actions-run.ts'
import { ImportUndoAsked } from '#workspace/imports/contract.ts'

const timeoutMs = 10 * 60_000

export const whenAnImportUndoIsAsked = when(ImportUndoAsked, 'undo-imports', async (work, { importId }) => {
  const cause = { kind: 'import-undo', id: importId }
  try {
    while (await work.act((ctx) => undoOneStep(ctx, importId), cause, { timeoutMs }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await work.act((ctx) => stallUndo(ctx, importId, `Taking back stopped: ${error.message}`))
    return
  }
  const { files, unneeded } = await work.act(async (ctx) => ({ files: ctx.files, unneeded: await endUndo(ctx, importId) }))
  for (const sha256 of unneeded) await files.drop(sha256)
})
