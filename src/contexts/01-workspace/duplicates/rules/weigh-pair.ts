/** How likely are two rows one thing? A logistic sum over what agrees and what differs; general features, no vocabulary. */
import type { BitsOf } from './compare-names.ts'
import { type Comparison, compareRows } from './compare-rows.ts'
import type { DescribedRow } from './describe-row.ts'
import { duplicateWeights } from './duplicate-weights.ts'
import type { PairWeights } from './pair-weights.ts'

/** The features that a comparison lights, by name. */
export function featuresOfPair(comparisons: readonly Comparison[]): Map<string, number> {
  const features = new Map<string, number>()
  const add = (name: string, value: number) => value !== 0 && features.set(name, (features.get(name) ?? 0) + value)
  let [same, unlike, bits] = [0, 0, 0]
  for (const { kind, like, bits: told, figures } of comparisons) {
    add(`${kind}.seen`, 1)
    add(`${kind}.same`, like >= 0.98 ? 1 : 0)
    add(`${kind}.near`, Math.max(0, like - 0.8) * 5)
    add(`${kind}.like`, like)
    add(`${kind}.unlike`, Math.max(0, 0.5 - like) * 2)
    add(`${kind}.bits`, like >= 0.7 ? Math.min(told, 40) / 40 : 0)
    add('figures.differ', figures ? 1 : 0)
    const weighty = kind !== 'category' && kind !== 'number'
    if (weighty && like >= 0.85) same += 1
    if (weighty && like < 0.5) unlike += 1
    if (like >= 0.7) bits += told
  }
  add('all.same', Math.min(same, 4) / 4)
  add('all.unlike', Math.min(unlike, 3) / 3)
  add('all.bits', Math.min(bits, 60) / 60)
  add('all.one', comparisons.length === 1 ? 1 : 0)
  add('all.lone', same <= 1 ? 1 : 0)
  return features
}

/** The chance from features and weights. */
export function weighPairFeatures(features: ReadonlyMap<string, number>, table: PairWeights): number {
  let sum = table.bias
  for (const [name, value] of features) sum += (table.weights[name] ?? 0) * value
  return 1 / (1 + Math.exp(-sum))
}

/** A pair weighed: the calibrated chance that both rows are one, and what it was concluded from. */
export function weighPair(a: DescribedRow, b: DescribedRow, bitsOf?: BitsOf): { chance: number; comparisons: Comparison[] } {
  const comparisons = compareRows(a, b, bitsOf)
  return { chance: weighPairFeatures(featuresOfPair(comparisons), duplicateWeights), comparisons }
}
