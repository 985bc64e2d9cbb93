/** Which clauses are likely enough, and which neighbours form one span? */
import type { Clause } from './read-clauses.ts'
import { type CueWeights, weighCues } from './weigh-cues.ts'

/** A clause with the rules that fired on it. */
export type SignedClause = { clause: Clause; signs: readonly string[] }

/** A found stretch of one sentence: who said it, how sure, which rule. */
export type FoundSpan = {
  start: number
  end: number
  /** 0..1 */
  confidence: number
  rule: string
  clauses: [SignedClause, ...SignedClause[]]
}

/**
 * Clauses at or above the threshold; neighbours within one sentence become one span unless `apart` says that they tell
 * different things. Spans come in order of the text and never overlap.
 */
export function findSpans(
  signed: readonly SignedClause[],
  weights: CueWeights,
  prefix: string,
  apart: (a: SignedClause, b: SignedClause) => boolean = () => false,
): FoundSpan[] {
  const spans: FoundSpan[] = []
  let lastAt = -2
  for (const [at, one] of signed.entries()) {
    const { probability, rule } = weighCues(one.signs, weights, prefix)
    if (probability < weights.threshold) continue
    const last = spans.at(-1)
    const before = last?.clauses.at(-1)
    const { clause } = one
    const joins =
      last &&
      before &&
      lastAt === at - 1 &&
      before.clause.speech === clause.speech &&
      before.clause.sentence.start === clause.sentence.start &&
      !apart(before, one)
    if (joins) {
      last.end = clause.end
      last.clauses.push(one)
      if (probability > last.confidence) Object.assign(last, { confidence: probability, rule })
    } else spans.push({ start: clause.start, end: clause.end, confidence: probability, rule, clauses: [one] })
    lastAt = at
  }
  return spans
}
