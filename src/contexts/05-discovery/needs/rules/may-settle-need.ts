/** What does the state of a need allow? */
import { type Allowed, type Verdict, verdictOf } from '#foundation/contract/verdict.ts'

export type NeedState = 'found' | 'confirmed' | 'rejected' | 'withdrawn' | 'met'

const rejected = 'Somebody said that this is no need. Open it again first.'

const confirm: Allowed<NeedState> = {
  found: true,
  confirmed: 'This need is confirmed already.',
  rejected: true,
  withdrawn: 'They withdrew this need. Open it again first.',
  met: 'This need is met.',
}
const correct: Allowed<NeedState> = { found: true, confirmed: true, rejected, withdrawn: true, met: true }
const reject: Allowed<NeedState> = { ...correct, rejected: 'Somebody said already that this is no need.' }
const settle: Record<'found' | 'met' | 'withdrawn', Allowed<NeedState>> = {
  found: { found: 'This need is open.', confirmed: true, rejected: true, withdrawn: true, met: true },
  met: { found: true, confirmed: true, rejected, withdrawn: true, met: 'This need is met already.' },
  withdrawn: { found: true, confirmed: true, rejected, withdrawn: 'This need is withdrawn already.', met: true },
}

export const mayConfirmNeed = (state: NeedState): Verdict => verdictOf(confirm, state)
export const mayCorrectNeed = (state: NeedState): Verdict => verdictOf(correct, state)
export const mayRejectNeed = (state: NeedState): Verdict => verdictOf(reject, state)
/** Whether a need may be said to be met, withdrawn, or open again ('found'). */
export const maySettleNeed = (state: NeedState, to: keyof typeof settle): Verdict => verdictOf(settle[to], state)
