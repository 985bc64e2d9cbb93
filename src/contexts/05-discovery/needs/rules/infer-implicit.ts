/** From which problem, workaround, cost, fear or situation does an unstated need follow, and why? */
import { type FoundSpan, findSpans, type SignedClause } from '#foundation/language/find-spans.ts'
import { IMPLICIT_WEIGHTS } from './implicit-weights.ts'

/** A found situation; `because` is one line of why the need follows. */
export type FoundImplicit = FoundSpan & { because: string }

/** Why a need follows, by the rule that weighs most; the customer's own words come behind it. */
const REASONS: Readonly<Record<string, string>> = {
  'implicit.trouble': 'they name it as a problem',
  'implicit.slow': 'it takes too long today',
  'implicit.breaks': 'what they have fails',
  'implicit.wrong': 'things go wrong or get lost',
  'implicit.harm': 'it has done harm or could',
  'implicit.by-hand': 'it is done by hand today',
  'implicit.time-cost': 'it takes up working time',
  'implicit.every': 'it comes back again and again',
  'implicit.spend': 'it costs money today',
  'implicit.fear': 'they fear it',
  'implicit.unsure': 'they cannot see or know it today',
  'implicit.lack': 'they lack it',
  'implicit.growth': 'they outgrow what they have',
  'implicit.incident': 'it happened to them',
  'implicit.loss-told': 'they tell of a loss',
  'implicit.budget': 'money is short',
  'implicit.people': 'their people cannot work with it as it is',
  'implicit.scattered': 'it is spread over several places',
  'implicit.depends': 'it hangs on one person or supplier',
  'implicit.why-cant': 'their people ask for it',
  'implicit.incumbent-pain': 'what they have today falls short',
  'implicit.past-purchase': 'an earlier purchase let them down',
  'implicit.space': 'the place sets limits',
} satisfies Record<string, string>

/** Situations in the customer's clauses, in order of the text. Clauses already found as explicit are left to that rule. */
export function inferImplicit(
  text: string,
  signed: readonly SignedClause[],
  explicit: readonly FoundSpan[] = [],
): FoundImplicit[] {
  const stated = new Set(explicit.flatMap((span) => span.clauses.map((one) => one.clause.start)))
  const open = signed.filter((one) => !stated.has(one.clause.start))
  return findSpans(open, IMPLICIT_WEIGHTS, 'implicit.').map((span) => {
    const words = text
      .slice(span.start, span.end)
      .replace(/\s+/g, ' ')
      .replace(/[\s.!]+$/, '')
    return { ...span, because: `${REASONS[span.rule] ?? 'the situation calls for it'}: "${words.slice(0, 140)}"` }
  })
}
