/** What does the state of a piece of evidence allow? */
import { type Allowed, type Verdict, verdictOf } from '#foundation/contract/verdict.ts'

export type EvidenceState = 'found' | 'confirmed' | 'rejected'

const confirm: Allowed<EvidenceState> = { found: true, confirmed: 'These words are confirmed already.', rejected: true }
const reject: Allowed<EvidenceState> = { found: true, confirmed: true, rejected: 'These words are rejected already.' }

/** Whether somebody may say "yes, these words say that". */
export const mayConfirmEvidence = (state: EvidenceState): Verdict => verdictOf(confirm, state)
/** Whether somebody may say "no, these words do not say that". */
export const mayRejectEvidence = (state: EvidenceState): Verdict => verdictOf(reject, state)
