/** Which logistic weights are likeliest? Iteratively reweighted least squares with a ridge, our own: the same result each run. */

export interface Example {
  features: ReadonlyMap<string, number>
  hit: boolean
  weight: number
}

/** @param ridge how strongly weights are held near zero (the precision of a normal prior); the bias is free */
export function fitLogistic(examples: readonly Example[], names: readonly string[], ridge: number, rounds = 12) {
  const width = names.length + 1
  const x = new Float64Array(examples.length * width)
  for (const [row, one] of examples.entries()) {
    x[row * width] = 1
    for (const [at, name] of names.entries()) x[row * width + at + 1] = one.features.get(name) ?? 0
  }
  const beta = new Float64Array(width)
  for (let round = 0; round < rounds; round++) {
    const hessian = Array.from({ length: width }, () => new Float64Array(width))
    const slope = new Float64Array(width)
    for (const [row, one] of examples.entries()) {
      const base = row * width
      let sum = 0
      for (let j = 0; j < width; j++) sum += (beta[j] ?? 0) * (x[base + j] ?? 0)
      const p = 1 / (1 + Math.exp(-sum))
      const w = one.weight * Math.max(p * (1 - p), 1e-6)
      const error = one.weight * (Number(one.hit) - p)
      for (let j = 0; j < width; j++) {
        const xj = x[base + j] ?? 0
        if (xj === 0) continue
        slope[j] = (slope[j] ?? 0) + error * xj
        const line = hessian[j] as Float64Array
        for (let k = j; k < width; k++) line[k] = (line[k] ?? 0) + w * xj * (x[base + k] ?? 0)
      }
    }
    for (let j = 0; j < width; j++) {
      const line = hessian[j] as Float64Array
      for (let k = 0; k < j; k++) line[k] = hessian[k]?.[j] ?? 0
      const hold = j === 0 ? 1e-6 : ridge
      line[j] = (line[j] ?? 0) + hold
      slope[j] = (slope[j] ?? 0) - hold * (beta[j] ?? 0)
    }
    const step = solve(hessian, slope)
    const longest = Math.max(...step.map(Math.abs))
    const damped = longest > 4 ? 4 / longest : 1
    for (let j = 0; j < width; j++) beta[j] = (beta[j] ?? 0) + damped * (step[j] ?? 0)
    if (longest < 1e-4) break
  }
  return { bias: beta[0] ?? 0, weights: Object.fromEntries(names.map((name, at) => [name, beta[at + 1] ?? 0])) }
}

/** Gaussian elimination with pivots. */
function solve(matrix: Float64Array[], right: Float64Array): number[] {
  const size = right.length
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0])
  for (let c = 0; c < size; c++) {
    let pivot = c
    for (let r = c + 1; r < size; r++) if (Math.abs(lines[r]?.[c] ?? 0) > Math.abs(lines[pivot]?.[c] ?? 0)) pivot = r
    const top = lines[pivot] as number[]
    lines[pivot] = lines[c] as number[]
    lines[c] = top
    for (let r = c + 1; r < size; r++) {
      const line = lines[r] as number[]
      const by = (line[c] ?? 0) / (top[c] || 1e-12)
      if (by !== 0) for (let k = c; k <= size; k++) line[k] = (line[k] ?? 0) - by * (top[k] ?? 0)
    }
  }
  const answer = new Array<number>(size).fill(0)
  for (let r = size - 1; r >= 0; r--) {
    const line = lines[r] as number[]
    let rest = line[size] ?? 0
    for (let k = r + 1; k < size; k++) rest -= (line[k] ?? 0) * (answer[k] ?? 0)
    answer[r] = rest / (line[r] || 1e-12)
  }
  return answer
}
