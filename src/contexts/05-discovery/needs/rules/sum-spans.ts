/** What does a need say of itself, given the words it rests on? */
import { byMoment } from '#foundation/kernel/order-moments.ts'

export type Spoken = { who: string; saidAt: string; confidence: number }
export type SpanSums = { confidence: number; spanCount: number; firstSaidAt: string; lastSaidAt: string; who: string }

/** More than this no number of sentences makes a guess. */
const surest = 0.995

/**
 * The sums over all spans of a need. The confidence is the chance that at least one span holds, spans taken as independent;
 * who said it are all who did, in the order of time. Null for no span: no quote, no conclusion.
 */
export function sumSpans(spans: readonly Spoken[]): SpanSums | null {
  const inOrder = spans.toSorted((a, b) => byMoment(a.saidAt, b.saidAt))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return null
  const missed = inOrder.reduce((miss, one) => miss * (1 - one.confidence), 1)
  const sure = inOrder.some((one) => one.confidence === 1) ? 1 : Math.min(surest, 1 - missed)
  const names = [...new Set(inOrder.map((one) => one.who))]
  return {
    confidence: Math.round(sure * 1000) / 1000,
    spanCount: inOrder.length,
    firstSaidAt: first.saidAt,
    lastSaidAt: last.saidAt,
    who: names.join(', ').slice(0, 480).trim() || 'Unknown',
  }
}
