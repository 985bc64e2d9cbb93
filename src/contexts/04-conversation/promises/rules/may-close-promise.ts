/** What does the state of a promise allow? */
import { type Allowed, type Verdict, verdictOf } from '#foundation/contract/verdict.ts'

export type PromiseState = 'open' | 'kept' | 'late' | 'broken' | 'released' | 'rejected'

const closed = (how: string) => `This promise is closed as ${how}. Open it again first.`
const noPromise = 'Somebody said that this is no promise. Open it again first.'

const close: Allowed<PromiseState> = {
  open: true,
  kept: closed('kept'),
  late: closed('kept late'),
  broken: closed('broken'),
  released: closed('released'),
  rejected: noPromise,
}
const reopen: Allowed<PromiseState> = {
  open: 'This promise is open.',
  kept: true,
  late: true,
  broken: true,
  released: true,
  rejected: true,
}
const confirm: Allowed<PromiseState> = { open: true, kept: true, late: true, broken: true, released: true, rejected: noPromise }
const reject: Allowed<PromiseState> = { ...confirm, rejected: 'Somebody said already that this is no promise.' }

/** Whether it may be said how the promise ended. */
export const mayClosePromise = (state: PromiseState): Verdict => verdictOf(close, state)
export const mayReopenPromise = (state: PromiseState): Verdict => verdictOf(reopen, state)
/** Whether a promise may be confirmed; one that was confirmed before needs no second time. */
export const mayConfirmPromise = (state: PromiseState, confirmedAt: string | null): Verdict =>
  confirmedAt ? { may: false, why: 'This promise is confirmed already.' } : verdictOf(confirm, state)
export const mayCorrectPromise = (state: PromiseState): Verdict => verdictOf(confirm, state)
export const mayRejectPromise = (state: PromiseState): Verdict => verdictOf(reject, state)
