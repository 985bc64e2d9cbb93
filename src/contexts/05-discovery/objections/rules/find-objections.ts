/** Where does a customer resist, of which type is it, and what is the concern? */
import type { ObjectionType } from '#conversation/evidence/rules/evidence-span.ts'
import { type FoundSpan, findSpans, type SignedClause } from '#foundation/language/find-spans.ts'
import { OBJECTION_CUES, OBJECTION_TOPICS, type ObjectionCue } from './objection-cues.ts'
import { OBJECTION_WEIGHTS } from './objection-weights.ts'

/** A found objection: [start, end) of the text. */
export type FoundObjection = FoundSpan & { type: ObjectionType; concern: string }

const CUES: readonly ObjectionCue[] = OBJECTION_CUES
const WEIGHTS: Readonly<Record<string, number>> = OBJECTION_WEIGHTS.cues
const typeOfRule = new Map(CUES.flatMap((cue) => (cue.type ? [[cue.rule, cue.type] as const] : [])))

/** The type that the cues speak for most; a bare worry takes its type from its topic, and is doubt (trust) without one. */
export function typeObjection(signs: readonly string[], plain: string): ObjectionType {
  const sums = new Map<ObjectionType, number>()
  for (const rule of signs) {
    const type = typeOfRule.get(rule)
    if (type) sums.set(type, (sums.get(type) ?? 0) + Math.max(0.2, WEIGHTS[rule] ?? 0))
  }
  const bare = signs.includes('objection.concerned') || signs.includes('objection.problem-with-offer')
  const topic = OBJECTION_TOPICS.find(({ form }) => form.test(plain))?.type
  if (topic) sums.set(topic, (sums.get(topic) ?? 0) + (bare ? 1.2 : 0.3))
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'trust'
}

/** One line in the customer's words. */
export function nameConcern(quote: string): string {
  return quote
    .replace(/\s+/g, ' ')
    .replace(/^(?:but|and|so|well|also|plus|honestly|to be honest|look|ok|okay|however|yeah|yes|no)[, ]+/i, '')
    .replace(/[\s.!]+$/, '')
    .slice(0, 160)
}

/** Objections in the customer's clauses, in order of the text. */
export function findObjections(text: string, signed: readonly SignedClause[]): FoundObjection[] {
  const typeOf = (one: SignedClause) => typeObjection(one.signs, one.clause.plain)
  return findSpans(signed, OBJECTION_WEIGHTS, 'objection.', (a, b) => typeOf(a) !== typeOf(b)).map((span) => {
    const signs = span.clauses.flatMap((one) => one.signs)
    const plain = span.clauses.map((one) => one.clause.plain).join(' ')
    return { ...span, type: typeObjection(signs, plain), concern: nameConcern(text.slice(span.start, span.end)) }
  })
}
