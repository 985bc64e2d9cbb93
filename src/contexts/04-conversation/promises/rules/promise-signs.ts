/** Which cues for a promise fire on a clause? */
import { CLAUSE_SIGNS } from '#foundation/language/clause-signs.ts'
import type { Clause } from '#foundation/language/read-clauses.ts'
import { type Cue, fireCues } from '#foundation/language/weigh-cues.ts'
import { PROMISE_CUES } from './promise-cues.ts'

const VENDOR: Cue = { rule: 'promise.by-vendor', form: /\S/, prior: 0 }
export const PROMISE_TABLE: readonly Cue[] = [...PROMISE_CUES, VENDOR, ...CLAUSE_SIGNS]

/** The rules that fire; "promise.by-vendor" tells who speaks. */
export const readPromiseSigns = (clause: Clause): string[] =>
  fireCues(clause, PROMISE_TABLE).filter((rule) => rule !== VENDOR.rule || clause.side === 'vendor')
