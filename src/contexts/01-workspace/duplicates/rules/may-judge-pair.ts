/** What may still be said about two rows that may be one? */
import { type Allowed, type Verdict, verdictOf } from '#foundation/contract/verdict.ts'

type State = 'found' | 'different' | 'merged'
const judge: Allowed<State> = {
  found: true,
  different: 'Somebody said already that these two are not the same. Take that back first.',
  merged: 'These two were merged already.',
}

export const mayJudgePair = (state: State): Verdict => verdictOf(judge, state)
