/** How well is evidence found, per kind, beside keyword rules and the majority class? Prints a table; `npm run bench:accuracy [FOLDER]`. */

import type { AnalyzedDocument } from '#discovery/needs/rules/analysis-input.ts'
import { analyzeDocument } from '#discovery/needs/rules/analyze-document.ts'
import { findByKeywords, findByMajority } from './baselines.ts'
import { GOLD_AT, type Gold, readGold } from './gold-documents.ts'
import { addTallies, bootstrapF1, f1Of, type PredictedSpan, pairSpans, type Tally } from './match-spans.ts'

const KINDS = ['need.explicit', 'need.implicit', 'objection', 'competitor', 'promise'] as const
const at = process.argv[2] ?? GOLD_AT
const golds = readGold(at)
if (golds.length === 0) {
  console.log(`No annotated documents at ${at}: nothing to score.`)
  process.exit(0)
}

const isNeed = (span: { kind: string }) => span.kind.startsWith('need.')
const tally = (golds: readonly { start: number; end: number }[], guesses: readonly { start: number; end: number }[]): Tally => ({
  hits: pairSpans(golds, guesses).length,
  gold: golds.length,
  predicted: guesses.length,
})

function tallyKind(gold: Gold, guesses: readonly PredictedSpan[], kind: string): Tally {
  if (kind === 'need, either way') return tally(gold.document.evidence.filter(isNeed), guesses.filter(isNeed))
  if (kind === 'micro') return addTallies(KINDS.map((one) => tallyKind(gold, guesses, one)))
  return tally(
    gold.document.evidence.filter((span) => span.kind === kind),
    guesses.filter((span) => span.kind === kind),
  )
}

/** Canonical needs match when they share a matched span. */
function tallyNeeds({ document }: Gold, analyzed: AnalyzedDocument): Tally {
  const pairs = new Map(
    pairSpans(document.evidence.filter(isNeed), analyzed.evidence.filter(isNeed)).map(([gold, guess]) => [gold.id, guess.id]),
  )
  const used = new Set<number>()
  for (const need of document.needs) {
    const found = analyzed.needs.findIndex(
      (other, n) => !used.has(n) && need.evidence.some((id) => other.evidence.includes(pairs.get(id) ?? '')),
    )
    if (found >= 0) used.add(found)
  }
  return { hits: used.size, gold: document.needs.length, predicted: analyzed.needs.length }
}

const analyzed = golds.map((gold) => analyzeDocument(gold.input))
// Timed warm: a server reads the thousandth message, not the first.
const ROUNDS = 5
const started = process.cpuUsage()
for (let round = 0; round < ROUNDS; round++) for (const gold of golds) analyzeDocument(gold.input)
const seconds = process.cpuUsage(started).user / 1e6 / ROUNDS
const characters = golds.reduce((sum, gold) => sum + gold.input.text.length, 0)
const keywords = golds.map((gold) => findByKeywords(gold.input))
const majority = golds.map((gold) => findByMajority(gold.input))

const share = (value: number) => value.toFixed(3).padStart(6)
function printGroup(title: string, takes: (gold: Gold) => boolean) {
  const chosen = golds.flatMap((gold, n) => (takes(gold) ? [n] : []))
  console.log(`\n${title}: ${chosen.length} documents`)
  console.log(`${'kind'.padEnd(18)}   n  pred      P      R     F1  95 % over documents   Brier | keywords  majority`)
  const pick = (kind: string, from: readonly (readonly PredictedSpan[])[]) =>
    chosen.map((n) => tallyKind(golds[n] as Gold, from[n] ?? [], kind))
  for (const kind of [...KINDS, 'need, either way', 'micro']) {
    const perDocument = pick(
      kind,
      analyzed.map((document) => document.evidence),
    )
    const sum = addTallies(perDocument)
    const [low, high] = bootstrapF1(perDocument)
    const brier = brierOf(chosen, kind)
    const against = [keywords, majority].map((guesses) => share(f1Of(addTallies(pick(kind, guesses)))))
    console.log(
      `${kind.padEnd(18)} ${String(sum.gold).padStart(3)} ${String(sum.predicted).padStart(5)} ${share(sum.hits / Math.max(1, sum.predicted))} ${share(sum.hits / Math.max(1, sum.gold))} ${share(f1Of(sum))}  ${low.toFixed(2)} to ${high.toFixed(2)}         ${brier} |   ${against.join('    ')}`,
    )
  }
  const needs = chosen.map((n) => tallyNeeds(golds[n] as Gold, analyzed[n] as AnalyzedDocument))
  const sum = addTallies(needs)
  const [low, high] = bootstrapF1(needs)
  console.log(
    `${'canonical needs'.padEnd(18)} ${String(sum.gold).padStart(3)} ${String(sum.predicted).padStart(5)} ${share(sum.hits / Math.max(1, sum.predicted))} ${share(sum.hits / Math.max(1, sum.gold))} ${share(f1Of(sum))}  ${low.toFixed(2)} to ${high.toFixed(2)}`,
  )
}

function brierOf(chosen: readonly number[], kind: string): string {
  const scored = chosen.flatMap((n) => {
    const [gold, document] = [golds[n] as Gold, analyzed[n] as AnalyzedDocument]
    const takes = (span: { kind: string }) =>
      kind === 'micro'
        ? (KINDS as readonly string[]).includes(span.kind)
        : kind === 'need, either way'
          ? isNeed(span)
          : span.kind === kind
    const guesses = document.evidence.filter(takes)
    const right = new Set(
      (kind === 'micro'
        ? KINDS.flatMap((one) =>
            pairSpans(
              gold.document.evidence.filter((span) => span.kind === one),
              guesses.filter((span) => span.kind === one),
            ),
          )
        : pairSpans(gold.document.evidence.filter(takes), guesses)
      ).map(([, guess]) => guess),
    )
    return guesses.map((guess) => (guess.confidence - (right.has(guess) ? 1 : 0)) ** 2)
  })
  return scored.length === 0 ? '    -' : (scored.reduce((sum, one) => sum + one, 0) / scored.length).toFixed(3)
}

function printReliability() {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, right: 0 }))
  for (const [n, gold] of golds.entries()) {
    for (const kind of KINDS) {
      const guesses = (analyzed[n] as AnalyzedDocument).evidence.filter((span) => span.kind === kind)
      const right = new Set(
        pairSpans(
          gold.document.evidence.filter((span) => span.kind === kind),
          guesses,
        ).map(([, guess]) => guess),
      )
      for (const guess of guesses) {
        const bin = bins[Math.min(9, Math.floor(guess.confidence * 10))]
        if (bin)
          Object.assign(bin, { n: bin.n + 1, said: bin.said + guess.confidence, right: bin.right + Number(right.has(guess)) })
      }
    }
  }
  console.log('\nconfidence said -> share right')
  for (const { n, said, right } of bins)
    if (n > 0) console.log(`  ${(said / n).toFixed(2)} -> ${(right / n).toFixed(2)}  (n ${n})`)
}

for (const group of [...new Set(golds.map((gold) => gold.group))])
  printGroup(group || 'documents', (gold) => gold.group === group)
printGroup('all', () => true)
printReliability()
const invented = golds.flatMap((gold, n) =>
  (analyzed[n] as AnalyzedDocument).evidence.filter((span) => span.quote !== gold.document.text.slice(span.start, span.end)),
).length
const dues = golds.flatMap((gold, n) =>
  pairSpans(
    gold.document.evidence.filter((span) => span.kind === 'promise'),
    (analyzed[n] as AnalyzedDocument).evidence.filter((span) => span.kind === 'promise'),
  ),
)
const types = golds.flatMap((gold, n) =>
  pairSpans(
    gold.document.evidence.filter((span) => span.kind === 'objection'),
    (analyzed[n] as AnalyzedDocument).evidence.filter((span) => span.kind === 'objection'),
  ),
)
const rightDue = dues.filter(([gold, guess]) => guess.kind === 'promise' && (gold.due ?? null) === guess.due).length
const rightType = types.filter(([gold, guess]) => guess.kind === 'objection' && gold.type === guess.type).length
console.log(
  `\ninvented quotes ${invented} · due dates right ${rightDue} of ${dues.length} · objection types right ${rightType} of ${types.length} · ${(golds.length / seconds).toFixed(0)} documents/s on one core (${(characters / golds.length / 1_000).toFixed(1)} kB each, warm) · ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
)
