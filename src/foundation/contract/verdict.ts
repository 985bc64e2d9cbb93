/** May this be done, and if not, why not? The same answer for button, tooltip and server. */
import { Problem } from './problem.ts'

export type Verdict = { may: true } | { may: false; why: string }

/** A table of what each state allows: true, or the reason why not, as a person reads it. */
export type Allowed<State extends string> = Record<State, true | string>

/** What a table says of a state. */
export function verdictOf<State extends string>(allowed: Allowed<State>, state: State): Verdict {
  const said = allowed[state]
  return said === true ? { may: true } : { may: false, why: said }
}

/** @throws Problem 409 with the reason, when it may not be done */
export function demand(verdict: Verdict): void {
  if (!verdict.may) throw new Problem(409, verdict.why)
}
