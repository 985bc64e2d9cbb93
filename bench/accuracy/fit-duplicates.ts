/** Which weights tell a duplicate? Fitted on worlds drawn from seeds; prints how they hold on worlds not seen; --write commits the table. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compareRows } from '#workspace/duplicates/rules/compare-rows.ts'
import { featuresOfPair, weighPairFeatures } from '#workspace/duplicates/rules/weigh-pair.ts'
import { makeDuplicateWorld } from './duplicate-worlds.ts'
import { type Example, fitLogistic } from './fit-logistic.ts'
import { bitsAmong, pairCandidates } from './pair-candidates.ts'

const worlds = Number(process.env.WORLDS ?? 200)
const held = 50
const ridge = Number(process.env.RIDGE ?? 3)
const threshold = 0.5

function examplesOf(seed: number): Example[] {
  const world = makeDuplicateWorld(seed)
  const bitsOf = bitsAmong(world.rows)
  const { pairs } = pairCandidates(world.rows)
  const each = Math.max(1, Math.floor(pairs.length / 1200))
  return pairs
    .filter((_, at) => at % each === 0)
    .map(([a, b]) => ({
      features: featuresOfPair(compareRows(world.rows[a] ?? [], world.rows[b] ?? [], bitsOf)),
      hit: world.things[a] === world.things[b],
      weight: 1,
    }))
}

const examples = Array.from({ length: worlds }, (_, n) => examplesOf(n + 1)).flat()
const names = [...new Set(examples.flatMap((one) => [...one.features.keys()]))].sort()
const fitted = fitLogistic(examples, names, ridge)
const table = {
  bias: Number(fitted.bias.toFixed(3)),
  threshold,
  weights: Object.fromEntries(Object.entries(fitted.weights).map(([name, weight]) => [name, Number(weight.toFixed(3))])),
}

const unseen = Array.from({ length: held }, (_, n) => examplesOf(100_000 + n)).flat()
const scored = unseen.map((one) => ({ hit: one.hit, p: weighPairFeatures(one.features, table) }))
const right = scored.filter((one) => one.hit && one.p >= threshold).length
const said = scored.filter((one) => one.p >= threshold).length
const hits = scored.filter((one) => one.hit).length
console.log(`${examples.length} pairs of ${worlds} worlds (${examples.filter((one) => one.hit).length} true); ridge ${ridge}`)
console.log(
  `unseen worlds: ${unseen.length} pairs, ${hits} true; precision ${(right / said).toFixed(3)} recall ${(right / hits).toFixed(3)} F1 ${((2 * right) / (said + hits)).toFixed(3)}`,
)
console.log('chance said -> share true')
for (let at = 0; at < 10; at++) {
  const bin = scored.filter((one) => one.p >= at / 10 && (one.p < (at + 1) / 10 || at === 9))
  if (bin.length)
    console.log(
      `  ${(bin.reduce((sum, one) => sum + one.p, 0) / bin.length).toFixed(2)} -> ${(bin.filter((one) => one.hit).length / bin.length).toFixed(2)}  (n ${bin.length})`,
    )
}
if (process.argv.includes('--table'))
  for (const [name, weight] of Object.entries(table.weights)) console.log(`  ${name.padEnd(18)} ${weight.toFixed(2).padStart(7)}`)
if (process.argv.includes('--write')) {
  const shape = `/** How much does each way of agreeing and differing weigh? Written by bench/accuracy/fit-duplicates.ts --write from ${examples.length} pairs of ${worlds} drawn worlds. */\nimport type { PairWeights } from './pair-weights.ts'\n\nexport const duplicateWeights: PairWeights = ${JSON.stringify(table, null, 2)}\n`
  writeFileSync(
    fileURLToPath(new URL('../../src/contexts/01-workspace/duplicates/rules/duplicate-weights.ts', import.meta.url)),
    shape,
  )
}
