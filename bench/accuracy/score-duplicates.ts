/** How many true pairs are found, and how many of those said are true? One model, one threshold, beside the trivial baselines. */
import { chance } from '#foundation/kernel/seed.ts'
import { duplicateWeights } from '#workspace/duplicates/rules/duplicate-weights.ts'
import { foldWordsOf } from '#workspace/duplicates/rules/fold-letters.ts'
import { weighPair } from '#workspace/duplicates/rules/weigh-pair.ts'
import { assignPairs } from './assign-pairs.ts'
import { bitsAmong, pairCandidates } from './pair-candidates.ts'
import { type DuplicateSet, pairKey, readDuplicateSets } from './read-duplicate-sets.ts'

const root = process.env.DATASETS ?? '../shared/datasets/entity-resolution'
const { threshold } = duplicateWeights
const sets = readDuplicateSets(root)
if (!sets.length) {
  console.log(`No sets at ${root}; name their folder in DATASETS.`)
  process.exit(0)
}

interface Scored {
  key: string
  a: number
  b: number
  chance: number
}
const figures = (said: ReadonlySet<string>, truth: ReadonlySet<string>) => {
  const right = [...said].filter((key) => truth.has(key)).length
  const precision = said.size ? right / said.size : 0
  const recall = truth.size ? right / truth.size : 0
  return { precision, recall, f1: right ? (2 * right) / (said.size + truth.size) : 0 }
}

/** 95 of 100 draws of the pairs that matter (said or true) give an F1 between these. */
function intervalOf(said: ReadonlySet<string>, truth: ReadonlySet<string>): string {
  const all = [...new Set([...said, ...truth])]
  const draw = chance(7)
  const drawn = Array.from({ length: 500 }, () => {
    let [right, sum] = [0, 0]
    for (let n = 0; n < all.length; n++) {
      const key = all[Math.floor(draw() * all.length)] ?? ''
      const [is, was] = [truth.has(key), said.has(key)]
      if (is && was) right++
      sum += Number(is) + Number(was)
    }
    return (2 * right) / sum
  }).sort((x, y) => x - y)
  return `${drawn[12]?.toFixed(3)} .. ${drawn[487]?.toFixed(3)}`
}

const line = (what: string, said: ReadonlySet<string>, truth: ReadonlySet<string>, more = '') => {
  const { precision, recall, f1 } = figures(said, truth)
  console.log(
    `  ${what.padEnd(44)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${intervalOf(said, truth)}; n ${truth.size} true, ${said.size} said)${more}`,
  )
}

const wordsOf = (row: DuplicateSet['rows'][number]) => new Set(row.flatMap((one) => foldWordsOf(one.value)))
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common / (a.size + b.size - common || 1)
}

/** The baseline at the threshold that suits each set best: kinder than it can be in use. */
function bestJaccard(set: DuplicateSet, pairs: readonly (readonly [number, number])[], truth: ReadonlySet<string>) {
  const bags = set.rows.map(wordsOf)
  const scored = pairs.map(([a, b]) => ({ key: pairKey(a, b), like: jaccard(bags[a] ?? new Set(), bags[b] ?? new Set()) }))
  let best = { at: 0, f1: -1, said: new Set<string>() }
  for (let at = 0.1; at < 1; at += 0.025) {
    const said = new Set(scored.filter((one) => one.like >= at).map((one) => one.key))
    const { f1 } = figures(said, truth)
    if (f1 > best.f1) best = { at, f1, said }
  }
  return best
}

function sameNames(set: DuplicateSet, pairs: readonly (readonly [number, number])[]): Set<string> {
  const nameOf = (at: number) =>
    (set.rows[at] ?? [])
      .filter((one) => one.kind === (set.rows[at]?.[0]?.kind ?? 'person'))
      .map((one) => foldWordsOf(one.value).join(' '))
      .join(' ')
  return new Set(pairs.filter(([a, b]) => nameOf(a) === nameOf(b)).map(([a, b]) => pairKey(a, b)))
}

/** Every pair within what said pairs hold together: what merging one pair after another comes to. */
function joinedBy(said: readonly Scored[]): Set<string> {
  const above = new Map<number, number>()
  const top = (row: number): number => {
    const next = above.get(row) ?? row
    return next === row ? row : top(next)
  }
  for (const { a, b } of said) above.set(top(a), top(b))
  const groups = new Map<number, number[]>()
  for (const row of new Set(said.flatMap(({ a, b }) => [a, b]))) groups.set(top(row), [...(groups.get(top(row)) ?? []), row])
  return new Set([...groups.values()].flatMap((rows) => rows.flatMap((a, n) => rows.slice(n + 1).map((b) => pairKey(a, b)))))
}

function report(set: DuplicateSet): void {
  const began = performance.now()
  const bitsOf = bitsAmong(set.rows)
  const side = set.sideOf
  const { pairs, skipped } = pairCandidates(set.rows, side ? (at) => side[at] ?? 0 : undefined)
  const score = ([a, b]: readonly [number, number]): Scored => ({
    key: pairKey(a, b),
    a,
    b,
    chance: weighPair(set.rows[a] ?? [], set.rows[b] ?? [], bitsOf).chance,
  })
  const scored = pairs.map(score)
  const seconds = (performance.now() - began) / 1000
  const met = new Set(scored.map((one) => one.key))
  const reached = [...set.truth].filter((key) => met.has(key)).length
  console.log(
    `\n${set.name}: ${set.rows.length} rows${side ? ' in two lists' : ''}; ${pairs.length} pairs compared, blocking keeps ${((100 * reached) / set.truth.size).toFixed(1)} % of true pairs, ${skipped} oversized keys skipped, ${seconds.toFixed(1)} s`,
  )
  const said = scored.filter((one) => one.chance >= threshold)
  const setOf = (list: readonly Scored[]) => new Set(list.map((one) => one.key))
  if (side) line('whole lists, each row at most once', setOf(assignPairs(said)), set.truth)
  line(side ? 'whole lists, no assignment' : 'ours', setOf(said), set.truth)
  if (!side) line('ours, what hangs together joined', joinedBy(said), set.truth)
  if (set.judged) {
    const judged = set.judged
    const truthOf = (split?: string) =>
      new Set(judged.filter((one) => one.hit && (!split || one.split === split)).map((one) => pairKey(one.a, one.b)))
    const pairsOf = (split?: string) =>
      judged.filter((one) => !split || one.split === split).map((one) => [one.a, one.b] as const)
    const saidOf = (split?: string) =>
      setOf(
        pairsOf(split)
          .map(score)
          .filter((one) => one.chance >= threshold),
      )
    line('judged pairs, all', saidOf(), truthOf())
    line('judged pairs, test split', saidOf('test'), truthOf('test'))
    const words = bestJaccard(set, pairsOf(), truthOf())
    line(`baseline: common words, judged, >= ${words.at.toFixed(2)}`, words.said, truthOf())
    line('baseline: same name, judged', sameNames(set, pairsOf()), truthOf())
  }
  const words = bestJaccard(set, pairs, set.truth)
  line(`baseline: common words >= ${words.at.toFixed(2)}, its best`, words.said, set.truth)
  line('baseline: same name', sameNames(set, pairs), set.truth)
  if (process.env.MISSES) {
    const show = (one: Scored, what: string) =>
      console.log(
        `    ${what} ${one.chance.toFixed(2)}\n      ${(set.rows[one.a] ?? []).map((v) => v.value).join(' | ')}\n      ${(set.rows[one.b] ?? []).map((v) => v.value).join(' | ')}`,
      )
    const stands = side ? assignPairs(said) : said
    const kept = setOf(stands)
    for (const one of stands.filter((s) => !set.truth.has(s.key)).slice(0, Number(process.env.MISSES))) show(one, 'wrong')
    for (const one of scored.filter((s) => set.truth.has(s.key) && !kept.has(s.key)).slice(0, Number(process.env.MISSES)))
      show(one, 'missed')
    for (const key of [...set.truth].filter((k) => !met.has(k)).slice(0, Number(process.env.MISSES)))
      show(score(key.split(' ').map(Number) as [number, number]), 'never met')
  }
}

console.log(`One model, one threshold (${threshold}) for all; fitted on drawn worlds, on none of these sets.`)
const only = process.argv.slice(2)
for (const set of sets) if (!only.length || only.includes(set.name)) report(set)
