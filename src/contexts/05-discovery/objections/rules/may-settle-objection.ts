/** Where may an objection go from where it stands? */
import { type Allowed, type Verdict, verdictOf } from '#foundation/contract/verdict.ts'

export const objectionStates = ['open', 'acknowledged', 'answered', 'confirmed', 'rejected'] as const
export type ObjectionState = (typeof objectionStates)[number]

const rejected = 'Somebody said that this is no objection. Open it again first.'
const confirmed = 'The customer said that the answer satisfies. Open it again first.'

const settle: Record<ObjectionState, Allowed<ObjectionState>> = {
  open: { open: 'This objection is open.', acknowledged: true, answered: true, confirmed: true, rejected: true },
  acknowledged: { open: true, acknowledged: 'This objection is acknowledged already.', answered: true, confirmed, rejected },
  answered: { open: true, acknowledged: true, answered: 'This objection is answered already.', confirmed, rejected },
  confirmed: {
    open: true,
    acknowledged: true,
    answered: true,
    confirmed: 'The customer confirmed the answer already.',
    rejected,
  },
  rejected: {
    open: true,
    acknowledged: true,
    answered: true,
    confirmed: true,
    rejected: 'Somebody said already that this is no objection.',
  },
}

/** Whether an objection that stands at `from` may be moved to `to`. */
export const maySettleObjection = (from: ObjectionState, to: ObjectionState): Verdict => verdictOf(settle[to], from)
