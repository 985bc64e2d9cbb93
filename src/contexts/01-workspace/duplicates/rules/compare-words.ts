/** How alike are two words, and two bags of words, from 0 to 1? */

/** Jaro's likeness with Winkler's bonus for a common beginning (W. Winkler 1990). */
export function compareWordsByJaro(a: string, b: string): number {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const ofA: string[] = []
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++)
      if (!taken[j] && a[i] === b[j]) {
        taken[j] = 1
        ofA.push(a.charAt(i))
        break
      }
  const met = ofA.length
  if (met === 0) return 0
  let at = 0
  let turned = 0
  for (let j = 0; j < b.length; j++) if (taken[j] && b[j] !== ofA[at++]) turned++
  const jaro = (met / a.length + met / b.length + (met - turned / 2) / met) / 3
  let begin = 0
  while (begin < 4 && begin < a.length && a[begin] === b[begin]) begin++
  return jaro + begin * 0.1 * (1 - jaro)
}

/** How many letters must be put in, left out, exchanged or swapped with a neighbour; counting stops above `most`. */
export function compareWordsByEdits(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1)
      row.push(edits)
    }
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}

/** The share of three-letter pieces that two texts have in common (Dice). */
export function compareWordsByPieces(a: string, b: string): number {
  if (a === b) return 1
  const [ofA, ofB] = [piecesOf(a), piecesOf(b)]
  let common = 0
  let all = 0
  for (const [piece, count] of ofA) {
    common += Math.min(count, ofB.get(piece) ?? 0)
    all += count
  }
  for (const count of ofB.values()) all += count
  return all === 0 ? 0 : (2 * common) / all
}

function piecesOf(text: string): Map<string, number> {
  const padded = `  ${text} `
  const pieces = new Map<string, number>()
  for (let i = 0; i + 3 <= padded.length; i++) {
    const piece = padded.slice(i, i + 3)
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
  }
  return pieces
}

/** One word on each side that were taken for each other. */
export interface MetWords {
  a: string
  b: string
  like: number
}

/**
 * Pairs the words of two bags, the most alike first, each word once (the heart of soft TF-IDF, W. Cohen 2003).
 * @param least words less alike than this stay alone
 */
export function compareWordsOfBags(
  a: readonly string[],
  b: readonly string[],
  likeOf: (x: string, y: string) => number,
  least: number,
): MetWords[] {
  const met: MetWords[] = []
  const restA: string[] = []
  const restB = [...b]
  for (const x of a) {
    const at = restB.indexOf(x)
    if (at < 0) restA.push(x)
    else {
      restB.splice(at, 1)
      met.push({ a: x, b: x, like: 1 })
    }
  }
  const near: (MetWords & { i: number; j: number })[] = []
  for (const [i, x] of restA.entries())
    for (const [j, y] of restB.entries()) {
      const like = likeOf(x, y)
      if (like >= least) near.push({ a: x, b: y, like, i, j })
    }
  near.sort((x, y) => y.like - x.like)
  const [usedA, usedB] = [new Set<number>(), new Set<number>()]
  for (const one of near) {
    if (usedA.has(one.i) || usedB.has(one.j)) continue
    usedA.add(one.i)
    usedB.add(one.j)
    met.push({ a: one.a, b: one.b, like: one.like })
  }
  return met
}
