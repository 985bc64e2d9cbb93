/** Which rows stand under which head? One list, or a group per value with its count and sums. */
import { useMemo } from 'react'
import type { RowGroup, RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import { formatNumber } from '#foundation/ui/format-number.ts'
import type { GridSegment } from '#foundation/ui/grid/grid-lines.ts'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'
import { addSums, both, filterOfGroup, keyOf, saySums, titleOfGroup } from './group-rows-by.ts'
import { type RowsAsked, useRows, windowOf } from './useRows.ts'
import type { ViewState } from './view-state.ts'

const nothing: RowGroup[] = []

/** What rows are asked for: the words and conditions, without a sort. */
const meant = ({ object, filter, words }: RowsAsked) => ({ object, ...(filter ? { filter } : {}), ...(words ? { words } : {}) })

export function useSegments(object: RowObject, asked: RowsAsked, state: Pick<ViewState, 'groupBy' | 'closed' | 'columns'>) {
  const api = useClient(views)
  const field = object.fields.find(({ name, groupable }) => groupable && name === state.groupBy)
  const shown = useMemo(() => new Set(state.columns.map((column) => column.field)), [state.columns])
  const hasMoney = object.fields.some(({ name, summable, control }) => summable && control === 'money' && shown.has(name))
  const count = useAsk(api.count, meant(asked), { keep: true })
  // Every row was made in some year: the groups by year are all rows, and their sums the sums of all.
  const groups = useAsk(
    api.groups,
    field
      ? { ...meant(asked), by: field.name, every: 'month' as const }
      : { ...meant(asked), by: 'createdAt', every: 'year' as const },
    { when: field !== undefined || hasMoney, keep: true },
  )
  const list = useRows(field ? null : asked)
  const found = groups.data?.groups ?? nothing
  const key = JSON.stringify(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that is asked
  const segments = useMemo<GridSegment<ShownRow>[]>(() => {
    if (!field) return [{ id: 'all', group: null, rows: list.rows }]
    return found.map((group) => {
      const id = keyOf(group.key)
      const isOpen = !state.closed.includes(id)
      const rows = isOpen
        ? windowOf(api, { ...asked, filter: both(asked.filter, filterOfGroup(field, group.key)) ?? undefined })
        : null
      const note = [formatNumber(group.count, 0), ...saySums(object, group.sums, shown)].join(' · ')
      return { id, group: { title: titleOfGroup(field, group), note, isOpen }, rows }
    })
  }, [field, found, list.rows, state.closed, key, object, shown])
  const sums = saySums(object, addSums(found.map((group) => group.sums)), shown)
  return {
    field,
    segments,
    /** Exact; null until it is counted. */
    total: count.data?.count ?? null,
    totals: sums,
    /** More groups than can be shown. */
    more: field !== undefined && groups.data?.more === true,
    error: (field ? groups.error : null) ?? count.error,
    isGrouping: field !== undefined && groups.isPending,
    isLate: list.isLate || groups.isPlaceholderData,
    retry: () => {
      void count.refetch()
      void groups.refetch()
      for (const { rows } of segments) rows?.refresh()
    },
  }
}
