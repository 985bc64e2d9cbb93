/** Which rows have a day in this stretch? At most five hundred; how many there are is said exactly. */
import type { Filter } from '#foundation/contract/filter.ts'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'
import { both } from './group-rows-by.ts'
import type { RowsAsked } from './useRows.ts'

export const mostShown = 500

export function useDayRows(asked: RowsAsked, stretch: Filter, sort: string, fields: string[]) {
  const api = useClient(views)
  const filter = both(asked.filter, stretch) ?? stretch
  const meant = { object: asked.object, filter, ...(asked.words ? { words: asked.words } : {}) }
  const rows = useAsk(api.rows, { ...meant, sort, fields, limit: mostShown }, { keep: true })
  const count = useAsk(api.count, meant, { when: rows.data?.next != null })
  return {
    rows: rows.data?.rows ?? null,
    error: rows.error,
    refetch: rows.refetch,
    total: rows.data?.next == null ? null : (count.data?.count ?? null),
  }
}
