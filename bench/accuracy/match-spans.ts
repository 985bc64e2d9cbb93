/** Which predicted spans hit which annotated ones? The matching of the guideline: same kind, half of the shorter, one to one. */
import { overlaps } from './gold-documents.ts'

export type PredictedSpan = { kind: string; start: number; end: number; confidence: number; id?: string }
export type Tally = { hits: number; gold: number; predicted: number }

type Placed = { start: number; end: number }

/** Pairs, greedy by overlap. */
export function pairSpans<G extends Placed, P extends Placed>(golds: readonly G[], guesses: readonly P[]): [G, P][] {
  const all = golds
    .flatMap((gold, i) =>
      guesses.map((guess, j) => ({
        i,
        j,
        shared: overlaps(gold, guess) ? Math.min(gold.end, guess.end) - Math.max(gold.start, guess.start) : 0,
      })),
    )
    .filter((pair) => pair.shared > 0)
    .sort((a, b) => b.shared - a.shared)
  const usedGold = new Set<number>()
  const usedGuess = new Set<number>()
  const pairs: [G, P][] = []
  for (const { i, j } of all) {
    const [gold, guess] = [golds[i], guesses[j]]
    if (!gold || !guess || usedGold.has(i) || usedGuess.has(j)) continue
    usedGold.add(i)
    usedGuess.add(j)
    pairs.push([gold, guess])
  }
  return pairs
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => ({ hits: sum.hits + one.hits, gold: sum.gold + one.gold, predicted: sum.predicted + one.predicted }),
    { hits: 0, gold: 0, predicted: 0 },
  )

export const f1Of = ({ hits, gold, predicted }: Tally) => (gold + predicted === 0 ? 0 : (2 * hits) / (gold + predicted))

/** 95 % interval of F1 over documents, by a seeded bootstrap. */
export function bootstrapF1(perDocument: readonly Tally[], rounds = 1_000): [number, number] {
  let seed = 42
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const values = Array.from({ length: rounds }, () =>
    f1Of(
      addTallies(
        perDocument.map(() => perDocument[Math.floor(random() * perDocument.length)] ?? { hits: 0, gold: 0, predicted: 0 }),
      ),
    ),
  ).sort((a, b) => a - b)
  return [values[Math.floor(rounds * 0.025)] ?? 0, values[Math.floor(rounds * 0.975)] ?? 0]
}
