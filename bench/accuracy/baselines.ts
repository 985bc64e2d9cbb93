/** What do twenty lines of keyword rules, and guessing the majority class, find? The two figures every result stands beside. */
import type { AnalysisInput } from '#discovery/needs/rules/analysis-input.ts'
import { readClauses } from '#foundation/language/read-clauses.ts'
import type { PredictedSpan } from './match-spans.ts'

const KEYWORDS: readonly { kind: string; by?: 'customer'; words: RegExp }[] = [
  { kind: 'need.explicit', by: 'customer', words: /\b(?:need|must|want|require|looking for|has to|would like)\b/i },
  { kind: 'need.implicit', by: 'customer', words: /\b(?:problem|issue|manually|difficult|struggl\w+|slow|by hand)\b/i },
  { kind: 'objection', by: 'customer', words: /\b(?:expensive|concerned|worried|but|too much|not sure)\b/i },
  { kind: 'competitor', words: /\b(?:competitor|currently use|instead of|alternative|compared to)\b/i },
  { kind: 'promise', words: /\b(?:I|we)(?:['’]ll| will)\b/i },
]

function clausesOf(input: AnalysisInput) {
  return readClauses(input.text, input.utterances, input.parts)
}

/** Keyword rules over our own sentences and sides: kinder to the baseline than a bare search. */
export function findByKeywords(input: AnalysisInput): PredictedSpan[] {
  return clausesOf(input).flatMap((clause) =>
    KEYWORDS.filter(({ by, words }) => (!by || clause.side === by) && words.test(clause.plain)).map(({ kind }) => ({
      kind,
      start: clause.start,
      end: clause.end,
      confidence: 0.5,
    })),
  )
}

/** Every clause of a customer is called the commonest kind of the five. */
export function findByMajority(input: AnalysisInput): PredictedSpan[] {
  return clausesOf(input)
    .filter((clause) => clause.side === 'customer')
    .map((clause) => ({ kind: 'need.implicit', start: clause.start, end: clause.end, confidence: 0.2 }))
}
