/** In which order are the files of an import read? Accounts before the people and opportunities that name them. */
import type { TableRecord } from './header-synonyms.ts'

const rank: Record<TableRecord, number> = { accounts: 0, people: 1, opportunities: 3 }
const ofOther = 2

/** The files in reading order: the same files and mapping give the same order, so that an import resumes where it was. */
export function orderSources<S extends { path: string }>(
  sources: readonly S[],
  recordOf: (path: string) => TableRecord | null,
): S[] {
  const place = (s: S) => {
    const record = recordOf(s.path)
    return record ? rank[record] : ofOther
  }
  return sources
    .map((source, at) => ({ source, at }))
    .toSorted(
      (a, b) =>
        place(a.source) - place(b.source) ||
        (a.source.path < b.source.path ? -1 : a.source.path > b.source.path ? 1 : a.at - b.at),
    )
    .map(({ source }) => source)
}
