/** Which weights do the annotated documents give the cues? Prints the table; with --write it becomes the committed one. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PROMISE_TABLE, readPromiseSigns } from '#conversation/promises/rules/promise-signs.ts'
import { CUSTOMER_CUES, readCustomerSigns } from '#discovery/needs/rules/customer-signs.ts'
import { type Clause, readClauses } from '#foundation/language/read-clauses.ts'
import type { Cue, CueWeights } from '#foundation/language/weigh-cues.ts'
import { COMPETITOR_TABLE, readCompetitorSigns } from '#market/competitors/rules/competitor-signs.ts'
import { knownWords, readNames } from '#market/competitors/rules/read-names.ts'
import { type Gold, overlaps, readGold } from './gold-documents.ts'
import { fitWeights, type Row } from './map-logistic.ts'

type Plan = {
  kind: string
  prefix: string
  cues: readonly Cue[]
  signs: (clause: Clause, gold: Gold) => string[]
  takes: (clause: Clause) => boolean
  bias: number
  file: string
  name: string
}

const byCustomer = (clause: Clause) => clause.side === 'customer'
const PLANS: readonly Plan[] = [
  {
    kind: 'need.explicit',
    prefix: 'explicit.',
    cues: CUSTOMER_CUES,
    signs: readCustomerSigns,
    takes: byCustomer,
    bias: -2.5,
    file: '05-discovery/needs/rules/explicit-weights.ts',
    name: 'EXPLICIT_WEIGHTS',
  },
  {
    kind: 'need.implicit',
    prefix: 'implicit.',
    cues: CUSTOMER_CUES,
    signs: readCustomerSigns,
    takes: byCustomer,
    bias: -2.5,
    file: '05-discovery/needs/rules/implicit-weights.ts',
    name: 'IMPLICIT_WEIGHTS',
  },
  {
    kind: 'objection',
    prefix: 'objection.',
    cues: CUSTOMER_CUES,
    signs: readCustomerSigns,
    takes: byCustomer,
    bias: -2.7,
    file: '05-discovery/objections/rules/objection-weights.ts',
    name: 'OBJECTION_WEIGHTS',
  },
  {
    kind: 'competitor',
    prefix: 'competitor.',
    cues: COMPETITOR_TABLE,
    signs: (clause, gold) =>
      readCompetitorSigns(clause, readNames(gold.input.text, clause, knownWords(gold.input.participants)).length > 0),
    takes: () => true,
    bias: -3.5,
    file: '03-market/competitors/rules/competitor-weights.ts',
    name: 'COMPETITOR_WEIGHTS',
  },
  {
    kind: 'promise',
    prefix: 'promise.',
    cues: PROMISE_TABLE,
    signs: readPromiseSigns,
    takes: (clause) => !clause.automatic,
    bias: -5,
    file: '04-conversation/promises/rules/promise-weights.ts',
    name: 'PROMISE_WEIGHTS',
  },
]

const golds = readGold(process.argv.slice(2).find((word) => !word.startsWith('--')))
const write = process.argv.includes('--write')

function rowsOf(plan: Plan): Row[] {
  return golds.flatMap((gold) => {
    const spans = gold.document.evidence.filter((span) => span.kind === plan.kind)
    return readClauses(gold.input.text, gold.input.utterances, gold.input.parts)
      .filter(plan.takes)
      .map((clause) => ({
        group: gold.document.id,
        fired: plan.signs(clause, gold),
        hit: spans.some((span) => overlaps(span, clause)),
        note: clause.plain,
      }))
  })
}

function f1At(scored: readonly { p: number; hit: boolean }[], threshold: number) {
  const tp = scored.filter((row) => row.hit && row.p >= threshold).length
  const predicted = scored.filter((row) => row.p >= threshold).length
  const gold = scored.filter((row) => row.hit).length
  return {
    f1: tp === 0 ? 0 : (2 * tp) / (predicted + gold),
    precision: predicted ? tp / predicted : 0,
    recall: gold ? tp / gold : 0,
  }
}

for (const plan of PLANS) {
  const rows = rowsOf(plan)
  const priors = Object.fromEntries(
    plan.cues.map(({ rule, prior }) => [
      rule,
      rule.startsWith(plan.prefix) || rule.startsWith('sign.')
        ? { mean: prior, sd: rule.startsWith('sign.') ? 0.3 : 0.5 }
        : { mean: 0, sd: 0.2 },
    ]),
  )
  const groups = [...new Set(rows.map((row) => row.group))]
  const scored = groups.flatMap((group) => {
    const weights = fitWeights(
      rows.filter((row) => row.group !== group),
      priors,
      plan.bias,
    )
    return rows.filter((row) => row.group === group).map((row) => ({ p: weights.chance(row.fired), hit: row.hit, row }))
  })
  const grid = Array.from({ length: 14 }, (_, at) => 0.3 + at * 0.03)
  // Averaged over neighbours: the top of a curve over so few documents is mostly luck.
  const smooth = (at: number) => [-0.06, -0.03, 0, 0.03, 0.06].reduce((sum, by) => sum + f1At(scored, at + by).f1, 0) / 5
  const threshold = grid.reduce((best, at) => (smooth(at) > smooth(best) ? at : best), 0.36)
  const brier = scored.reduce((sum, row) => sum + (row.p - Number(row.hit)) ** 2, 0) / scored.length
  const held = f1At(scored, threshold)
  console.log(
    `\n${plan.kind}: ${rows.length} clauses, ${rows.filter((row) => row.hit).length} hits; held out by document: F1 ${held.f1.toFixed(3)} P ${held.precision.toFixed(3)} R ${held.recall.toFixed(3)} at ${threshold.toFixed(2)}, Brier ${brier.toFixed(3)}`,
  )
  for (const split of ['fresh', 'calls']) {
    const ids = new Set(golds.filter((gold) => gold.group === split).map((gold) => gold.document.id))
    const part = f1At(
      scored.filter((one) => ids.has(one.row.group)),
      threshold,
    )
    const trained = fitWeights(
      rows.filter((row) => !ids.has(row.group)),
      priors,
      plan.bias,
    )
    const across = f1At(
      rows.filter((row) => ids.has(row.group)).map((row) => ({ p: trained.chance(row.fired), hit: row.hit })),
      threshold,
    )
    console.log(
      `   ${split}: held-out F1 ${part.f1.toFixed(3)} (P ${part.precision.toFixed(2)} R ${part.recall.toFixed(2)}); trained on the other group only: F1 ${across.f1.toFixed(3)}`,
    )
  }
  const all = fitWeights(rows, priors, plan.bias)
  const table = plan.cues
    .map(({ rule }) => {
      const fired = rows.filter((row) => row.fired.includes(rule))
      return { rule, n: fired.length, hits: fired.filter((row) => row.hit).length, weight: all.cues[rule] ?? 0 }
    })
    .filter((row) => Math.abs(row.weight) >= 0.05)
  if (process.argv.includes('--table'))
    for (const { rule, n, hits, weight } of table)
      console.log(
        `   ${rule.padEnd(34)} n ${String(n).padStart(4)}  hits ${String(hits).padStart(4)}  precision with shrinkage ${((hits + 1) / (n + 3)).toFixed(2)}  weight ${weight.toFixed(2).padStart(6)}`,
      )
  if (process.argv.includes('--misses')) {
    console.log('  -- missed')
    for (const one of scored.filter((row) => row.hit && row.p < threshold))
      console.log(
        `   ${one.p.toFixed(2)} ${one.row.group.slice(0, 6)} ${one.row.note.slice(0, 130)} [${one.row.fired.filter((rule) => !rule.startsWith('sign')).join(' ')}]`,
      )
    console.log('  -- wrong')
    for (const one of scored.filter((row) => !row.hit && row.p >= threshold))
      console.log(
        `   ${one.p.toFixed(2)} ${one.row.group.slice(0, 6)} ${one.row.note.slice(0, 130)} [${one.row.fired.filter((rule) => !rule.startsWith('sign')).join(' ')}]`,
      )
  }
  if (write) {
    const weights: CueWeights = {
      bias: Number(all.bias.toFixed(2)),
      threshold: Number(threshold.toFixed(2)),
      cues: Object.fromEntries(table.map(({ rule, weight }) => [rule, Number(weight.toFixed(2))])),
    }
    const shape = `/** How much does each cue weigh for ${plan.kind}? Written by bench/accuracy/fit-weights.ts --write from ${golds.length} annotated documents (${rows.length} clauses, ${rows.filter((row) => row.hit).length} hits). */\nimport type { CueWeights } from '#foundation/language/weigh-cues.ts'\n\nexport const ${plan.name} = ${JSON.stringify(weights, null, 2)} satisfies CueWeights\n`
    writeFileSync(fileURLToPath(new URL(`../../src/contexts/${plan.file}`, import.meta.url)), shape)
  }
}
