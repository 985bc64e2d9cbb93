/** Where does what a view shows come as a table file? All its rows, filtered, in its order, with its columns. */
import type { ViewState } from './view-state.ts'

/** The groups of a table come one after the other, as they stand on the screen. */
export function exportAddress(object: string, { filter, words, sort, columns, groupBy, kind }: ViewState): string {
  const sorts = [...(kind === 'table' && groupBy ? [groupBy] : []), ...(sort?.split(',') ?? [])]
  const plain = sorts.filter((one, at) => sorts.findIndex((other) => bare(other) === bare(one)) === at)
  const query = new URLSearchParams({
    ...(filter ? { filter: JSON.stringify(filter) } : {}),
    ...(words ? { words } : {}),
    ...(plain.length ? { sort: plain.slice(0, 3).join(',') } : {}),
    fields: columns.map(({ field }) => field).join(','),
  })
  return `/api/objects/${encodeURIComponent(object)}/table.csv?${query}`
}

const bare = (field: string): string => field.replace(/^-/, '')
