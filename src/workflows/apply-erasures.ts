/** Who was erased and came back with a restored backup? They are erased again; to be called once the rows are loaded, before the program opens. */
import type { Database } from '#foundation/platform/database.ts'
import { readErasures } from '#foundation/platform/erasure-list.ts'
import { type House, makeContext } from '#foundation/platform/make-context.ts'
import type { Work } from '#foundation/platform/workflow.ts'
import { findReturned } from '#workspace/personal-data/actions.ts'
import { beginAgain } from './erase-a-person.ts'
import { runErasure } from './run-erasure.ts'

/**
 * Erases everybody anew whom the list beside the files names (files/erasures.jsonl: keep it when the files are replaced, and carry it to
 * another machine). Answers how many came back.
 */
export async function applyErasures(database: Database, house: House): Promise<number> {
  const { list } = await readErasures(house.files)
  let again = 0
  for (const workspaceId of new Set(list.map((one) => one.workspaceId))) {
    const actor = { workspaceId, memberId: null, userId: null, name: 'Rapport', role: 'owner', via: 'system' } as const
    const work: Work = {
      workspaceId,
      act: (run, cause, options) =>
        database.inWorkspace(workspaceId, (db) => run(makeContext(house, db, actor, cause ?? null)), options),
    }
    const here = list.filter((one) => one.workspaceId === workspaceId)
    for (const personId of await work.act((ctx) => findReturned(ctx, here))) {
      const erasureId = await work.act((ctx) => beginAgain(ctx, personId))
      await runErasure(work, erasureId)
      again++
    }
  }
  return again
}
