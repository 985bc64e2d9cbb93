/** What does the state of a task allow? */
import { type Allowed, type Verdict, verdictOf } from '#foundation/contract/verdict.ts'

type State = 'open' | 'done'
const stateOf = (task: { doneAt: string | null }): State => (task.doneAt === null ? 'open' : 'done')

const complete: Allowed<State> = { open: true, done: 'This task is done already.' }
const reopen: Allowed<State> = { open: 'This task is open.', done: true }

export const mayCompleteTask = (task: { doneAt: string | null }): Verdict => verdictOf(complete, stateOf(task))
export const mayReopenTask = (task: { doneAt: string | null }): Verdict => verdictOf(reopen, stateOf(task))
