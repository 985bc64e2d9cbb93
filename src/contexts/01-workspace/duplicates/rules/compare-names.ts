/** How alike are two names, of people or companies, weighed by how rare their words are? */
import { compareWordsByJaro, compareWordsByPieces, compareWordsOfBags } from './compare-words.ts'
import { foldUmlauts } from './fold-letters.ts'
import { normalizePerson, normalizePersonAgree } from './normalize-person.ts'

/** How much a word tells, in bits: 1 for what every row says, more the fewer say it. */
export type BitsOf = (word: string) => number

export interface Likeness {
  /** 0 .. 1 */
  like: number
  /** How much the agreeing words tell, in bits. */
  bits: number
}

const wordLike = (a: string, b: string): number => {
  const [x, y] = [foldUmlauts(a), foldUmlauts(b)]
  if (x === y) return 0.99
  // Figures are not misspelt: 500 and 501 are two things.
  if (/\d/.test(a) && /\d/.test(b)) return 0
  return Math.min(a.length, b.length) < 4 ? 0 : compareWordsByJaro(x, y)
}

const givenLike = (a: string, b: string): number => {
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0) ? 0.9 : 0
  if (normalizePersonAgree(a, b)) return 0.95
  const like = compareWordsByJaro(foldUmlauts(a), foldUmlauts(b))
  return Math.min(a.length, b.length) < 4 && like < 0.9 ? 0 : like
}

/** Of two bags of words: what agrees in the sum of bits, against what stands alone. `known` words stand alone without blame. */
export function compareNamesByWords(
  a: readonly string[],
  b: readonly string[],
  bitsOf: BitsOf,
  likeOf: (x: string, y: string) => number = wordLike,
  known: ReadonlySet<string> = new Set(),
): Likeness {
  if (!a.length || !b.length) return { like: 0, bits: 0 }
  const met = compareWordsOfBags(a, b, likeOf, 0.84)
  const sum = (words: readonly string[]) => words.reduce((bits, word) => bits + bitsOf(word), 0)
  const held = met.reduce((bits, one) => bits + one.like ** 2 * Math.min(bitsOf(one.a), bitsOf(one.b)), 0)
  const metA = new Set(met.map((one) => one.a))
  const metB = new Set(met.map((one) => one.b))
  const ofA = sum(a.filter((word) => metA.has(word) || !known.has(word)))
  const ofB = sum(b.filter((word) => metB.has(word) || !known.has(word)))
  // Half the cosine, half how much of the shorter one is held: what is only left out weighs less than what differs.
  const whole = held / Math.sqrt(Math.max(ofA, held) * Math.max(ofB, held) || 1)
  const part = held / (Math.max(Math.min(ofA, ofB), held) || 1)
  return { like: Math.min(1, 0.6 * whole + 0.4 * part), bits: held }
}

/** Two names of companies, as their telling words. Spaces count little: "Sun Power" and "SunPower". */
export function compareNamesOfCompanies(
  a: readonly string[],
  b: readonly string[],
  bitsOf: BitsOf,
  known?: ReadonlySet<string>,
): Likeness {
  const byWords = compareNamesByWords(a, b, bitsOf, wordLike, known)
  const [x, y] = [foldUmlauts(a.join('')), foldUmlauts(b.join(''))]
  if (x === y) return { like: 1, bits: Math.max(byWords.bits, bitsOf(x)) }
  const initials = (words: readonly string[]) => words.map((word) => word.charAt(0)).join('')
  const short = (one: readonly string[], other: readonly string[]) =>
    one.length === 1 && other.length > 2 && one[0] === initials(other)
  if (short(a, b) || short(b, a)) return { like: Math.max(byWords.like, 0.8), bits: byWords.bits }
  const byPieces = compareWordsByPieces(x, y)
  const digits = (words: readonly string[]) => words.filter((word) => /^\d+$/.test(word)).join()
  return digits(a) === digits(b) && byPieces > byWords.like ? { like: byPieces, bits: byWords.bits } : byWords
}

/** The people that a value names: one, or several told apart by commas ("Lopez, Ana" is one). */
export function readPeople(value: string): string[][] {
  const pieces = value.split(/[,;]/).map((piece) => normalizePerson(piece))
  const told = pieces.filter((piece) => piece.length > 0)
  const several = told.length > 2 || (told.length === 2 && told.every((piece) => piece.length > 1))
  return several ? told : [normalizePerson(value)]
}

/** Two names of people, in any order of their words, with initials, everyday forms and slips; or two lists of people. */
export function compareNamesOfPeople(a: readonly string[][], b: readonly string[][], bitsOf: BitsOf): Likeness {
  const one = (x: string[], y: string[]) => {
    const like = compareNamesByWords(x, y, bitsOf, givenLike)
    const whole = compareWordsByJaro(x.join(''), y.join(''))
    return whole > 0.92 && whole > like.like ? { like: whole, bits: like.bits } : like
  }
  if (a.length === 1 && b.length === 1) return one(a[0] ?? [], b[0] ?? [])
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const rest = [...many]
  let held = 0
  let bits = 0
  for (const x of few) {
    let best = { like: 0, bits: 0, at: -1 }
    for (const [at, y] of rest.entries()) {
      const now = one(x, y)
      if (now.like > best.like) best = { ...now, at }
    }
    if (best.like < 0.6) continue
    rest.splice(best.at, 1)
    held += best.like
    bits += best.bits
  }
  return { like: (0.6 * held) / Math.sqrt(few.length * many.length) + (0.4 * held) / few.length, bits }
}
