/** What follows when a person is to be erased? The whole of it, from where it stands. */
import { when } from '#foundation/platform/workflow.ts'
import { ErasureAsked } from '#workspace/personal-data/contract.ts'
import { runErasure } from './run-erasure.ts'

export const whenAnErasureIsAsked = when(ErasureAsked, 'erase-people', (work, { erasureId }) => runErasure(work, erasureId))
