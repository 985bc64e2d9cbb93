/** What does a new workspace stand with on its first day? Its owner, and the stages that opportunities go through. */
import type { Ctx } from '#foundation/platform/context.ts'
import { layOutStages } from '#pipeline/opportunities/actions-stages.ts'
import { type Newcomer, openWorkspace } from '#workspace/members/actions.ts'

/** Opens a workspace with its stages, in the transaction of the context, whose actor stands in the new workspace. */
export async function openNewWorkspace(ctx: Ctx, given: Parameters<typeof openWorkspace>[1], owner: Newcomer) {
  const opened = await openWorkspace(ctx, given, owner)
  await layOutStages(ctx)
  return opened
}
