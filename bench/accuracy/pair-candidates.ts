/** Which pairs of rows meet under a key, and how rare is each word among the rows? As the product does it, in memory. */

import { blockRow, mostInBlock } from '#workspace/duplicates/rules/block-row.ts'
import type { BitsOf } from '#workspace/duplicates/rules/compare-names.ts'
import type { DescribedRow } from '#workspace/duplicates/rules/describe-row.ts'
import { foldWordsOf } from '#workspace/duplicates/rules/fold-letters.ts'
import { tellBits } from '#workspace/duplicates/rules/tell-bits.ts'

/** How much each word tells among these rows. */
export function bitsAmong(rows: readonly DescribedRow[]): BitsOf {
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const word of new Set(row.flatMap((one) => foldWordsOf(one.value)))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => tellBits(counts.get(word) ?? 1, rows.length)
}

/** Pairs of rows that share a key, each once; `sideOf` keeps apart what is clean by itself (only pairs across sides are met). */
export function pairCandidates(rows: readonly DescribedRow[], sideOf?: (at: number) => number) {
  const blocks = new Map<string, number[]>()
  for (const [at, row] of rows.entries()) for (const key of blockRow(row)) blocks.set(key, [...(blocks.get(key) ?? []), at])
  const met = new Set<number>()
  let skipped = 0
  for (const members of blocks.values()) {
    if (members.length > mostInBlock) {
      skipped++
      continue
    }
    for (const [n, a] of members.entries())
      for (const b of members.slice(n + 1))
        if (!sideOf || sideOf(a) !== sideOf(b)) met.add(Math.min(a, b) * rows.length + Math.max(a, b))
  }
  const pairs = [...met].map((both) => [Math.floor(both / rows.length), both % rows.length] as const)
  return { pairs, skipped, keys: blocks.size }
}
