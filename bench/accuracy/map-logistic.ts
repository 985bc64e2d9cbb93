/** Which logistic weights are likeliest, given clauses and what each weight was before they were seen? */

export type Row = { group: string; fired: string[]; hit: boolean; note: string }
export type Prior = { mean: number; sd: number }

/** Maximum a posteriori weights by plain gradient steps with momentum: small tables, no library, the same result each run. */
export function fitWeights(rows: readonly Row[], priors: Readonly<Record<string, Prior>>, biasMean: number) {
  const names = Object.keys(priors)
  const at = new Map(names.map((name, n) => [name, n]))
  const features = rows.map((row) => row.fired.flatMap((rule) => at.get(rule) ?? []))
  const mean = names.map((name) => priors[name]?.mean ?? 0)
  const precision = names.map((name) => 1 / (priors[name]?.sd ?? 1) ** 2)
  const weights = Float64Array.from(mean)
  const square = new Float64Array(names.length).fill(1e-6)
  let bias = biasMean
  let biasSquare = 1e-6
  for (let step = 0; step < 400; step++) {
    const slope = new Float64Array(names.length)
    let biasSlope = (biasMean - bias) / 1
    for (const [n, row] of rows.entries()) {
      const list = features[n] ?? []
      let sum = bias
      for (const f of list) sum += weights[f] ?? 0
      const error = Number(row.hit) - 1 / (1 + Math.exp(-sum))
      biasSlope += error
      for (const f of list) slope[f] = (slope[f] ?? 0) + error
    }
    const rate = 0.5 / (1 + step / 60)
    for (let f = 0; f < names.length; f++) {
      const g = (slope[f] ?? 0) + ((mean[f] ?? 0) - (weights[f] ?? 0)) * (precision[f] ?? 1)
      square[f] = 0.9 * (square[f] ?? 0) + 0.1 * g * g
      weights[f] = (weights[f] ?? 0) + (rate * 0.2 * g) / Math.sqrt((square[f] ?? 0) + 1e-6)
    }
    biasSquare = 0.9 * biasSquare + 0.1 * biasSlope * biasSlope
    bias += (rate * 0.2 * biasSlope) / Math.sqrt(biasSquare + 1e-6)
  }
  const cues = Object.fromEntries(names.map((name, n) => [name, weights[n] ?? 0]))
  const chance = (fired: readonly string[]) =>
    1 / (1 + Math.exp(-(bias + fired.reduce((sum, rule) => sum + (cues[rule] ?? 0), 0))))
  return { bias, cues, chance }
}
