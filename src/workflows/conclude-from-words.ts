/** What follows when a person marks words as evidence, or rejects them? All of it in one change, so that one undo takes it back. */
import { evidenceActions, markWords, planEvidence } from '#conversation/evidence/actions.ts'
import { Evidence, type evidence } from '#conversation/evidence/contract.ts'
import { mayRejectEvidence } from '#conversation/evidence/rules/may-reject-evidence.ts'
import { planPromises, planPromisesWithout } from '#conversation/promises/actions.ts'
import { type NeedFound, planNeeds, planNeedsWithout } from '#discovery/needs/actions.ts'
import { Need } from '#discovery/needs/contract.ts'
import { planObjections, planObjectionsWithout } from '#discovery/objections/actions.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import type { Row } from '#foundation/contract/record.ts'
import { demand } from '#foundation/contract/verdict.ts'
import { change } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'

/** The need that marked words tell, when whoever marked them said which. */
function needOf(said: Row<typeof Evidence>): NeedFound[] {
  const { kind, detail, accountId, threadId } = said
  if (!kind.startsWith('need.') || !detail.need?.trim()) return []
  const category = Need.fields.category.safeParse(detail.category)
  return [
    {
      accountId,
      threadId,
      statement: detail.need,
      category: category.success ? category.data : 'functionality',
      priority: detail.priority ?? 'should',
      kind: kind === 'need.explicit' ? 'explicit' : 'implicit',
      because: detail.because ?? null,
      shows: [said],
    },
  ]
}

/** The operations of evidence as people meet them: with what follows downstream. */
export const evidenceOperations = {
  ...evidenceActions,

  async add(ctx, input) {
    const said = await markWords(ctx, input)
    const changes = [
      ...planEvidence([said]),
      ...planPromises([said]),
      ...planObjections([said]),
      ...(await planNeeds(ctx, needOf(said))),
    ]
    await ctx.save({ why: 'Marked words as evidence', changes })
    return evidenceActions.get(ctx, { id: said.id })
  },

  async reject(ctx, { id }) {
    demand(mayRejectEvidence((await evidenceActions.get(ctx, { id })).state))
    await ctx.save({
      why: 'Rejected what words were said to say',
      changes: [
        change(Evidence, id, { state: 'rejected' }),
        ...(await planPromisesWithout(ctx, [id])),
        ...(await planObjectionsWithout(ctx, [id])),
        ...(await planNeedsWithout(ctx, [id])),
      ],
    })
    return evidenceActions.get(ctx, { id })
  },
} satisfies Actions<typeof evidence, Ctx>
