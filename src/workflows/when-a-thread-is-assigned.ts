/** What moves when somebody says which account a conversation belongs to? All that was concluded from its words. */
import { evidenceOfThread, planEvidenceMove } from '#conversation/evidence/actions.ts'
import { ThreadAssigned } from '#conversation/messages/contract.ts'
import { planPromisesMove } from '#conversation/promises/actions.ts'
import { planNeedsMove } from '#discovery/needs/actions.ts'
import { planObjectionsMove } from '#discovery/objections/actions.ts'
import { when } from '#foundation/platform/workflow.ts'

export const whenAThreadIsAssigned = when(ThreadAssigned, 'move-conclusions', async (work, { threadId, accountId }) => {
  await work.act(
    async (ctx) => {
      const evidenceIds = (await evidenceOfThread(ctx, threadId)).map((one) => one.id)
      await ctx.save({
        why: 'Moved what a conversation tells to its account',
        changes: [
          ...(await planEvidenceMove(ctx, threadId, accountId)),
          ...(await planPromisesMove(ctx, threadId, accountId)),
          ...(await planObjectionsMove(ctx, evidenceIds, accountId)),
          ...(await planNeedsMove(ctx, threadId, evidenceIds, accountId)),
        ],
      })
    },
    { kind: 'thread', id: threadId },
  )
})
