/** Which cards stand in which column of a board, those on their way among them? */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { RowGroup, ShownRow } from '#foundation/contract/shown-row.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'
import { both, filterOfGroup, keyOf } from './group-rows-by.ts'
import type { ObjectField } from './row-columns.ts'
import { type Rows, type RowsAsked, windowOf } from './useRows.ts'

/** A card that was moved and is not yet shown there by the server. */
export interface Moving {
  card: ShownRow
  to: string
  /** The card above it; null is the top. */
  under: string | null
}

const firstLook = 60

export function useColumnCards(field: ObjectField, groups: readonly RowGroup[], asked: RowsAsked) {
  const api = useClient(views)
  const [moving, setMoving] = useState<readonly Moving[]>([])
  const key = JSON.stringify(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that is asked
  const columns = useMemo(
    () =>
      groups.map((group) => ({
        id: keyOf(group.key),
        group,
        rows: windowOf(api, { ...asked, filter: both(asked.filter, filterOfGroup(field, group.key)) ?? undefined }),
      })),
    [api, groups, field, key],
  )
  useEffect(() => {
    for (const { rows } of columns) rows.look(0, firstLook)
  }, [columns])
  const version = useSyncExternalStore(
    useCallback(
      (tell: () => void) => {
        const stops = columns.map(({ rows }) => rows.subscribe(tell))
        return () => {
          for (const stop of stops) stop()
        }
      },
      [columns],
    ),
    () => columns.reduce((sum, { rows }) => sum + rows.state().version, 0),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the windows hold has changed when the version has
  const shown = useMemo(() => {
    const away = new Set(moving.map(({ card }) => card.id))
    return columns.map(({ id, group, rows }) => {
      const cards = Array.from({ length: rows.state().count }, (_, i) => rows.at(i)).filter(
        (card): card is ShownRow => card !== undefined && !away.has(card.id),
      )
      for (const { card, under } of moving.filter(({ to }) => to === id)) {
        const at = under === null ? 0 : cards.findIndex((one) => one.id === under) + 1
        cards.splice(at, 0, { ...card, values: { ...card.values, [field.name]: group.key } })
      }
      return { id, group, cards, isReady: rows.state().ready, error: rows.state().error }
    })
  }, [columns, version, moving, field])
  return {
    columns: shown,
    windows: columns.map(({ rows }) => rows),
    more: (id: string) => {
      const rows = columns.find((column) => column.id === id)?.rows
      if (rows) rows.look(rows.state().count, rows.state().count + firstLook)
    },
    /** Shows a card where it goes until the columns have been asked again. */
    show: (one: Moving) => setMoving((all) => [...all.filter(({ card }) => card.id !== one.card.id), one]),
    settle: async (id: string) => {
      await Promise.all(columns.map(({ rows }) => refreshed(rows)))
      setMoving((all) => all.filter(({ card }) => card.id !== id))
    },
    putBack: (id: string) => setMoving((all) => all.filter(({ card }) => card.id !== id)),
  }
}

/** Asks a window again and waits for its answer, a few seconds at most. */
const refreshed = (rows: Rows): Promise<void> =>
  new Promise((done) => {
    const end = () => {
      stop()
      clearTimeout(timer)
      done()
    }
    const stop = rows.subscribe(end)
    const timer = setTimeout(end, 3_000)
    rows.refresh()
  })
