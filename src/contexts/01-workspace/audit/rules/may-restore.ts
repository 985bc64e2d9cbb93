/** May a row be made what it once was, and if not, why not? */
import type { Verdict } from '#foundation/contract/verdict.ts'

// Counted from what was said: a former count would be wrong.
const counted = new Set(['threads', 'messages', 'evidence', 'files'])

/** What kind of row it is decides; what stands in the way of single fields is told beside them. */
export function mayRestore(record: { table: string; plural: string; undo?: 'never'; history?: 'full' | 'none' }): Verdict {
  if (record.undo === 'never')
    return { may: false, why: `What concerns ${record.plural} is changed anew in Settings, by the rules that hold there.` }
  if (counted.has(record.table) || record.history === 'none')
    return { may: false, why: `What was said and sent stays as it came: ${record.plural} are not restored to an earlier state.` }
  return { may: true }
}
