/** In which order is an import read? Accounts before the people who belong to them, both before the opportunities that name them. */
import type { TableRecord } from './header-synonyms.ts'

const rank: Record<TableRecord, number> = { accounts: 0, people: 1, meetings: 3, opportunities: 4 }
const ofOther = 2

/** One reading of a file; `wants` says which of what lies in it is taken in this one. */
export interface SourceReading<S> {
  source: S
  wants: (path: string) => boolean
}

/**
 * The readings of an import's files in order: the same files and mapping give the same readings, so that an import resumes where it was.
 * A workbook or an archive that holds tables of several kinds is read once for each kind.
 */
export function orderSources<S extends { path: string }>(
  sources: readonly S[],
  mapped: Readonly<Record<string, { record: TableRecord }>>,
): SourceReading<S>[] {
  const rankOf = (path: string) => (mapped[path] ? rank[mapped[path].record] : ofOther)
  const paths = Object.keys(mapped)
  return sources
    .flatMap((source, at) => {
      const inside = paths.filter((path) => path.startsWith(`${source.path}/`))
      const places = inside.length ? [...new Set([...inside.map(rankOf), ofOther])] : [rankOf(source.path)]
      return places.map((place) => ({
        source,
        at,
        place,
        wants: (path: string) => path === source.path || places.length === 1 || rankOf(path) === place,
      }))
    })
    .toSorted(
      (a, b) => a.place - b.place || (a.source.path < b.source.path ? -1 : a.source.path > b.source.path ? 1 : a.at - b.at),
    )
    .map(({ source, wants }) => ({ source, wants }))
}
