/** Which line of a grid shows what: the head of a group, or a row of it? */
import { type ReactNode, useCallback, useMemo, useSyncExternalStore } from 'react'
import type { RowWindow } from './row-window.ts'

export interface GridGroup {
  title: string
  /** Beside the title: how many, how much together. */
  note: ReactNode
  isOpen: boolean
}

/** Rows under one head; a list without groups is one segment without a head. */
export interface GridSegment<Row> {
  id: string
  group: GridGroup | null
  /** Null while the group is closed. */
  rows: RowWindow<Row> | null
}

export type GridLine<Row> =
  | { kind: 'group'; segment: GridSegment<Row>; group: GridGroup }
  | { kind: 'row'; segment: GridSegment<Row>; row: Row | undefined; at: number }

export interface GridLines<Row> {
  /** All lines, those on their way too. */
  count: number
  /** Lines that are known: a key goes no further. */
  known: number
  /** Rows loaded so far. */
  loaded: number
  at: (line: number) => GridLine<Row> | null
  /** Says which lines are looked at. */
  look: (first: number, last: number) => void
}

/** Lines shown as on their way at the end of a list that goes on. */
const coming = 12

export function layLines<Row>(segments: readonly GridSegment<Row>[]): GridLines<Row> {
  let count = 0
  let known = 0
  let loaded = 0
  const spans = segments.map((segment) => {
    const start = count
    const head = segment.group ? 1 : 0
    const state = segment.rows?.state()
    const rows = state?.count ?? 0
    count += head + rows + (state && !state.ended ? coming : 0)
    known = start + head + rows
    loaded += rows
    return { segment, start, head }
  })
  const spanAt = (line: number) => {
    let [low, high] = [0, spans.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((spans[middle]?.start ?? 0) <= line) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    count,
    known,
    loaded,
    at: (line) => {
      const span = spans[spanAt(line)]
      if (!span || line < 0 || line >= count) return null
      const { segment, start, head } = span
      if (segment.group && line === start) return { kind: 'group', segment, group: segment.group }
      const at = line - start - head
      return { kind: 'row', segment, row: segment.rows?.at(at), at }
    },
    look: (first, last) => {
      for (let i = spanAt(first); i <= spanAt(last); i++) {
        const span = spans[i]
        if (!span) continue
        const from = span.start + span.head
        span.segment.rows?.look(Math.max(0, first - from), Math.max(0, last - from))
      }
    },
  }
}

/** The lines of these segments, drawn again as rows arrive. */
export function useGridLines<Row>(segments: readonly GridSegment<Row>[]): GridLines<Row> {
  const version = useSyncExternalStore(
    useCallback(
      (tell: () => void) => {
        const stops = segments.map((segment) => segment.rows?.subscribe(tell))
        return () => {
          for (const stop of stops) stop?.()
        }
      },
      [segments],
    ),
    () => segments.reduce((sum, { rows }) => sum + (rows?.state().version ?? 0), 0),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the windows hold has changed when the version has
  return useMemo(() => layLines(segments), [segments, version])
}
