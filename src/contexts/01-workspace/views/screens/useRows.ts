/** Which rows does a view mean? One window per question, kept for a while, so that a list is as it was when one comes back. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Filter } from '#foundation/contract/filter.ts'
import type { Client } from '#foundation/contract/operation.ts'
import type { ShownRow } from '#foundation/contract/shown-row.ts'
import { openRowWindow, type RowWindow, type WindowState } from '#foundation/ui/grid/row-window.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'

export interface RowsAsked {
  object: string
  filter?: Filter | undefined
  words?: string | undefined
  sort?: string | undefined
  fields?: string[] | undefined
}
export type Rows = RowWindow<ShownRow>
type Api = Client<typeof views>

const pageSize = 200
/** Windows remembered: the lists one goes back to. */
const most = 40
const windows = new Map<string, Rows>()

/** The window of a question; the same as long as it is remembered. */
export function windowOf(api: Api, asked: RowsAsked): Rows {
  const key = JSON.stringify(asked)
  const known = windows.get(key)
  windows.delete(key)
  const window =
    known ??
    openRowWindow<ShownRow>({
      idOf: (row) => row.id,
      fetch: (after, wider) =>
        api.rows({ ...asked, limit: wider ? pageSize * 2 : pageSize, ...(after === null ? {} : { after }) } as Parameters<
          Api['rows']
        >[0]),
    })
  windows.set(key, window)
  for (const old of [...windows.keys()].slice(0, -most)) windows.delete(old)
  return window
}

/** Shows a change in every window that holds the row; answers how to put it back. */
export function changeEverywhere(id: string, to: (row: ShownRow) => ShownRow): () => void {
  const backs = [...windows.values()].map((window) => window.change(id, to))
  return () => {
    for (const back of backs) back()
  }
}

export const heardKey = 'rows heard'

/** Asks all shown windows again when something was written elsewhere on the page: a form, an undo, another tab's return. */
export function useHeard(shown: readonly (Rows | null)[]): void {
  const { dataUpdatedAt } = useQuery({ queryKey: [heardKey], queryFn: () => Date.now() })
  const latest = useRef(shown)
  latest.current = shown
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: hearing is the point
  useEffect(() => {
    if (first.current) {
      first.current = false
      // What was kept from an earlier visit is shown, and asked again.
      for (const window of latest.current) if (window?.state().ready) window.refresh()
      return
    }
    for (const window of latest.current) window?.refresh()
  }, [dataUpdatedAt])
}

const unasked = { subscribe: () => () => {}, ready: () => true }

/** The window of a question, null for none. While a changed question is on its way the window before stays, so that nothing blinks. */
export function useRows(asked: RowsAsked | null): { rows: Rows | null; isLate: boolean } {
  const api = useClient(views)
  const key = asked && JSON.stringify(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says it all
  const fresh = useMemo(() => asked && windowOf(api, asked), [api, key])
  const shown = useRef(fresh)
  const isReady = useSyncExternalStore(
    fresh?.subscribe ?? unasked.subscribe,
    fresh ? () => fresh.state().ready || fresh.state().error !== null : unasked.ready,
  )
  useEffect(() => {
    if (fresh && !fresh.state().ready) fresh.look(0, 40)
  }, [fresh])
  if (isReady || !shown.current?.state().ready) shown.current = fresh
  return { rows: shown.current, isLate: shown.current !== fresh }
}

/** How far a window is; draws again as it changes. */
export const useWindow = (rows: Rows | null): WindowState | null =>
  useSyncExternalStore(rows?.subscribe ?? unasked.subscribe, rows ? rows.state : () => null)
