/** How much does a word tell that so many of the rows say? */

/** Bits: 1 for a word that all say, at most 16. Among few rows a word is not taken for common because it happens to stand twice. */
export const tellBits = (sayIt: number, rows: number): number =>
  Math.min(16, Math.max(1, Math.log2(Math.max(rows, 1000) / Math.max(1, sayIt))))
