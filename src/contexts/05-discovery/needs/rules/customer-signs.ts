/** Which cues for needs and objections fire on what a customer said? */
import { CLAUSE_SIGNS } from '#foundation/language/clause-signs.ts'
import type { Clause } from '#foundation/language/read-clauses.ts'
import { fireCues } from '#foundation/language/weigh-cues.ts'
import { OBJECTION_CUES } from '../../objections/rules/objection-cues.ts'
import { EXPLICIT_CUES } from './explicit-cues.ts'
import { IMPLICIT_CUES } from './implicit-cues.ts'

/** All cues that needs and objections weigh together: a wording that speaks for one often speaks against another. */
export const CUSTOMER_CUES = [...EXPLICIT_CUES, ...IMPLICIT_CUES, ...OBJECTION_CUES, ...CLAUSE_SIGNS] as const

/** The rules that fire on a customer's clause. */
export const readCustomerSigns = (clause: Clause): string[] => fireCues(clause, CUSTOMER_CUES)
