/** What does a fitted table say of pairs? */

export interface PairWeights {
  bias: number
  /** From this chance on a pair is shown to people as a possible duplicate. One for everything. */
  threshold: number
  weights: Readonly<Record<string, number>>
}
