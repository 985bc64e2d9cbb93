/** What follows when a person is to be erased? The whole of it, from where it stands; what keeps it from going on is told in its report. */
import { when } from '#foundation/platform/workflow.ts'
import { moveErasure } from '#workspace/personal-data/actions.ts'
import { ErasureAsked } from '#workspace/personal-data/contract.ts'
import { runErasure } from './run-erasure.ts'

const stalled = 'Something stood in the way; it is tried again. If this stays, look at the log of the server.'

export const whenAnErasureIsAsked = when(ErasureAsked, 'erase-people', async (work, { erasureId }) => {
  try {
    await runErasure(work, erasureId)
  } catch (error) {
    await work.act((ctx) => moveErasure(ctx, erasureId, { problem: stalled }))
    throw error
  }
})
