/** What becomes of a need when words show it, for the first time or again? */
import type { Draft } from '#foundation/contract/record.ts'
import { earlierOf, laterOf } from '#foundation/kernel/order-moments.ts'
import type { Need } from '../contract.ts'
import { type Spoken, sumSpans } from './sum-spans.ts'

export type FoundNeed = Pick<Draft<typeof Need>, 'statement' | 'category' | 'priority' | 'kind' | 'because'>

const rank = { must: 2, should: 1, could: 0 } as const

/** A need that was not known before. @throws RangeError without words: no quote, no conclusion */
export function makeNeed(found: FoundNeed, accountId: string | null, shows: readonly Spoken[]): Draft<typeof Need> {
  const sums = sumSpans(shows)
  if (!sums) throw new RangeError('A need rests on at least one span')
  const { statement, category, priority, kind, because } = found
  return {
    ...{ accountId, category, priority, kind, because: because?.slice(0, 1_000) ?? null },
    statement: statement.trim().slice(0, 500) || 'Unnamed need',
    ...sums,
    state: 'found',
    stateReason: null,
  }
}

/**
 * What a known need becomes when it is said again: said more often, surer, and no weaker than its strongest wording.
 * A field that a person wrote stays as written.
 */
export function growNeed(
  before: Draft<typeof Need>,
  found: FoundNeed,
  shows: readonly Spoken[],
  theirs: ReadonlySet<string>,
): Partial<Draft<typeof Need>> {
  const sums = sumSpans(shows)
  if (!sums) return {}
  const who = [...new Set([...before.who.split(', '), ...sums.who.split(', ')])].join(', ')
  const stronger = rank[found.priority] > rank[before.priority] && !theirs.has('priority')
  const outright = found.kind === 'explicit' && before.kind === 'implicit' && !theirs.has('kind')
  const missed = (1 - before.confidence) * (1 - sums.confidence)
  return {
    confidence: before.confidence === 1 ? 1 : Math.min(0.995, Math.round((1 - missed) * 1000) / 1000),
    spanCount: before.spanCount + sums.spanCount,
    firstSaidAt: earlierOf(sums.firstSaidAt, before.firstSaidAt),
    lastSaidAt: laterOf(sums.lastSaidAt, before.lastSaidAt),
    who: who.length <= 480 ? who : before.who,
    ...(stronger ? { priority: found.priority } : {}),
    ...(outright ? { kind: 'explicit' as const } : {}),
  }
}
