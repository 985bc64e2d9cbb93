/** What happens when a formula or a roll-up is defined for more rows than one transaction reckons? The rest follows in parts. */
import { DerivedFieldChanged } from '#foundation/contract/change-set.ts'
import { fillDerived } from '#foundation/platform/own-fields/settle-derived.ts'
import { when } from '#foundation/platform/workflow.ts'

const timeoutMs = 5 * 60_000

export const whenFieldsAreDerived = when(DerivedFieldChanged, 'derive-fields', async (work, { fieldId, after }) => {
  let last: string | null = after
  while (last !== null) {
    const from: string = last
    last = await work.act((ctx) => fillDerived(ctx, fieldId, from), { kind: 'deriving', id: fieldId }, { timeoutMs })
  }
})
