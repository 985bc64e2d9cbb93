/** Which found needs are the same need said again? */
import type { NeedCategory, NeedPriority } from '#conversation/evidence/rules/evidence-span.ts'
import { contentStems } from '#foundation/language/content-words.ts'
import type { CanonicalNeed } from './analysis-input.ts'

/** A need span as merging sees it. `speech` numbers the message or turn, `plain` is its normalised text. */
export type NeedSpan = {
  id: string
  explicit: boolean
  need: string
  category: NeedCategory
  priority: NeedPriority
  confidence: number
  speech: number
  plain: string
}

const RANK: Readonly<Record<NeedPriority, number>> = { must: 2, should: 1, could: 0 }

type Stemmed = { span: NeedSpan; stems: ReadonlySet<string> }
const stemmed = (span: NeedSpan): Stemmed => ({ span, stems: new Set(contentStems(span.plain)) })

/**
 * How alike two need spans are, 0..1: shared content words against the shorter one, a shared category, and standing close
 * together (people tell one pain in several sentences).
 */
function likenStemmed({ span: a, stems: first }: Stemmed, { span: b, stems: second }: Stemmed): number {
  let shared = 0
  for (const stem of first) if (second.has(stem)) shared++
  const words = shared === 0 ? 0 : shared / Math.max(2, Math.min(first.size, second.size))
  const sameCategory = a.category !== b.category ? 0 : a.category === 'functionality' ? 0.1 : 0.3
  const near = a.speech === b.speech ? 0.2 : Math.abs(a.speech - b.speech) <= 2 ? 0.08 : 0
  return Math.min(1, words * 0.75 + sameCategory + near)
}

/** From this likeness on two spans tell the same need. Chosen on the development set. */
export const SAME_NEED = 0.4

/**
 * Canonical needs in order of first mention: the same need said five times is one need with five spans. Named by its
 * surest explicit span, else its surest span; the priority is the highest stated, the confidence that of at least one span.
 */
export function mergeNeeds(spans: readonly NeedSpan[]): CanonicalNeed[] {
  const groups: Stemmed[][] = []
  for (const span of spans) {
    const one = stemmed(span)
    let best: Stemmed[] | undefined
    let most = SAME_NEED
    for (const group of groups) {
      // The latest wordings speak for a group: a text that repeats itself must not cost the square of its length.
      const likeness = Math.max(...group.slice(-8).map((other) => likenStemmed(one, other)))
      if (likeness >= most) {
        most = likeness
        best = group
      }
    }
    if (best) best.push(one)
    else groups.push([one])
  }
  return groups.flatMap((stems): CanonicalNeed[] => {
    const group = stems.map((one) => one.span)
    const named = [...group].sort((a, b) => Number(b.explicit) - Number(a.explicit) || b.confidence - a.confidence)[0]
    if (!named) return []
    const priority = group.reduce<NeedPriority>(
      (most, span) => (RANK[span.priority] > RANK[most] ? span.priority : most),
      named.priority,
    )
    const confidence = 1 - group.reduce((miss, span) => miss * (1 - span.confidence), 1)
    return [
      {
        need: named.need,
        category: named.category,
        priority,
        explicit: group.some((span) => span.explicit),
        evidence: group.map((span) => span.id),
        confidence: Math.round(confidence * 1000) / 1000,
      },
    ]
  })
}
