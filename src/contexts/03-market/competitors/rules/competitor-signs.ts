/** Which cues for an alternative fire on a clause, and do they stand beside a name? */
import { CLAUSE_SIGNS } from '#foundation/language/clause-signs.ts'
import type { Clause } from '#foundation/language/read-clauses.ts'
import { type Cue, fireCues } from '#foundation/language/weigh-cues.ts'
import { COMPETITOR_CUES } from './competitor-cues.ts'

/** Cues that mean much more beside a name: "X quoted", "we looked at X". */
const NAMED = [
  { rule: 'competitor.named', form: /\S/, prior: 0.6 },
  { rule: 'competitor.named.rival-word', form: /\S/, prior: 1.5 },
  { rule: 'competitor.named.name-offers', form: /\S/, prior: 1.2 },
  { rule: 'competitor.named.looked-at', form: /\S/, prior: 1.2 },
  { rule: 'competitor.named.better-worse', form: /\S/, prior: 1.2 },
  { rule: 'competitor.named.using', form: /\S/, prior: 0.6 },
  { rule: 'competitor.named.with-provider', form: /\S/, prior: 1.8 },
  { rule: 'competitor.named.compared', form: /\S/, prior: 1.8 },
  { rule: 'competitor.named.also-talks', form: /\S/, prior: 2.2 },
  { rule: 'competitor.by-vendor', form: /\S/, prior: -1.5 },
] as const satisfies readonly Cue[]

export const COMPETITOR_TABLE: readonly Cue[] = [...COMPETITOR_CUES, ...NAMED, ...CLAUSE_SIGNS]
const TESTED = [...COMPETITOR_CUES, ...CLAUSE_SIGNS]
const NAMED_RULES: ReadonlySet<string> = new Set(NAMED.map((cue) => cue.rule))

/** The rules that fire; the "named" ones only when the clause names somebody. */
export function readCompetitorSigns(clause: Clause, named: boolean): string[] {
  const fired = fireCues(clause, TESTED)
  const beside = named
    ? [
        'competitor.named',
        ...fired.map((rule) => rule.replace('competitor.', 'competitor.named.')).filter((rule) => NAMED_RULES.has(rule)),
      ]
    : []
  return [...fired, ...beside, ...(clause.side === 'vendor' ? ['competitor.by-vendor'] : [])]
}
