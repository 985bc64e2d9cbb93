/** What does a look ahead come to, added up row by row in bounded memory? */
import type { TableRecord } from './header-synonyms.ts'
import type { PreviewFound } from './preview.ts'

type Outcome = 'stored' | 'changed' | 'already' | 'skipped'
type Sample = PreviewFound['samples'][number]
export interface PreviewTally {
  add: (path: string, record: TableRecord | null, outcome: Outcome, notes: readonly string[]) => void
  addAlongside: (accounts: number, stages: readonly string[]) => void
  /** Whether one more example of this is of use. */
  wants: (path: string, deed: Sample['deed']) => boolean
  show: (sample: Sample) => void
  sum: (whole: boolean) => PreviewFound
}

const mostReasons = 200
const shownReasons = 12
const samplesEach = 4
const mostTables = 200
const counted = { stored: 'created', changed: 'changed', already: 'same', skipped: 'skipped' } as const

/** Reasons that differ only in what the row says are one reason. */
const plain = (note: string): string => note.replace(/“[^”]*”/g, '“…”').slice(0, 300)

/** Opens a tally of nothing. */
export function tallyPreview(): PreviewTally {
  const tables = new Map<string, PreviewFound['tables'][number]>()
  const reasons = new Map<string, number>()
  const stages = new Map<string, string>()
  const samples: Sample[] = []
  let [seen, accounts] = [0, 0]
  return {
    add: (path, record, outcome, notes) => {
      seen++
      const key = tables.has(path) || tables.size < mostTables ? path : 'Further tables'
      const table = tables.get(key) ?? { path: key, record, created: 0, changed: 0, same: 0, skipped: 0 }
      table.record ??= record
      table[counted[outcome]]++
      tables.set(key, table)
      for (const note of new Set(notes.map(plain)))
        if (reasons.has(note) || reasons.size < mostReasons) reasons.set(note, (reasons.get(note) ?? 0) + 1)
    },
    addAlongside: (more, names) => {
      accounts += more
      for (const name of names) if (stages.size < 1000) stages.set(name.toLowerCase(), stages.get(name.toLowerCase()) ?? name)
    },
    wants: (path, deed) => samples.length < 40 && samples.filter((s) => s.path === path && s.deed === deed).length < samplesEach,
    show: (sample) => {
      samples.push(sample)
    },
    sum: (whole) => ({
      whole,
      seen,
      tables: [...tables.values()].map((table) => ({ ...table })),
      alongside: { accounts, stages: stages.size, stageNames: [...stages.values()].slice(0, shownReasons) },
      reasons: [...reasons]
        .map(([reason, count]) => ({ reason, count }))
        .toSorted((a, b) => b.count - a.count)
        .slice(0, shownReasons),
      samples: [...samples],
    }),
  }
}
