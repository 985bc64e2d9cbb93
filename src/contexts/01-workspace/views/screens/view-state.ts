/** How is a view looked at, and how does that stand in the address? What is as usual is left out. */
import type { z } from 'zod'
import type { Filter } from '#foundation/contract/filter.ts'
import { readFilter, writeFilter } from '#foundation/contract/filter-url.ts'
import type { View } from '../contract.ts'

export const viewKinds = ['table', 'board', 'calendar', 'timeline'] as const
export type ViewKind = (typeof viewKinds)[number]
export type SavedView = z.output<typeof View.schema>

export interface ShownColumn {
  field: string
  width: number | null
}

export interface ViewState {
  kind: ViewKind
  words: string
  filter: Filter | null
  /** "stageId,-amountMinor"; null for the usual order. */
  sort: string | null
  columns: readonly ShownColumn[]
  groupBy: string | null
  startBy: string | null
  endBy: string | null
  /** Groups that are closed, by their key. */
  closed: readonly string[]
  /** The month of a calendar (YYYY-MM), or the first month of a timeline. */
  month: string | null
  /** The saved view that this began with. */
  saved: string | null
}
/** What a page shows when its address says nothing. */
export type UsualView = Pick<ViewState, 'kind' | 'columns'> & Partial<Record<'board' | 'calendar' | 'startBy' | 'endBy', string>>
type Search = Readonly<Record<string, string | undefined>>
export type Patch = Record<string, string | undefined>

const writeColumns = (columns: readonly ShownColumn[]): string =>
  columns.map(({ field, width }) => (width === null ? field : `${field}.${width}`)).join('~')

function readColumns(text: string): ShownColumn[] {
  return text.split('~').flatMap((one) => {
    // A field of our own has a point in its name: custom.budget.180
    const [, field, width] = one.match(/^(.+?)(?:\.(\d+))?$/) ?? []
    const pixels = Math.round(Number(width))
    return field ? [{ field, width: pixels >= 40 && pixels <= 2000 ? pixels : null }] : []
  })
}

/** The state that an address says. */
export function readViewState(search: Search, usual: UsualView): ViewState {
  const columns = search.cols ? readColumns(search.cols) : usual.columns
  return {
    kind: viewKinds.find((kind) => kind === search.view) ?? usual.kind,
    words: search.words ?? '',
    filter: search.filter ? readFilter(search.filter) : null,
    sort: search.sort ?? null,
    columns: columns.length > 0 ? columns : usual.columns,
    groupBy: search.group ?? null,
    startBy: search.starts ?? null,
    endBy: search.ends ?? null,
    closed: search.closed ? search.closed.split('~') : [],
    month: /^\d{4}-\d{2}$/.test(search.month ?? '') ? (search.month ?? null) : null,
    saved: search.saved ?? null,
  }
}

/** What an address says of a state; undefined takes a word out of it. */
export function writeViewState(state: ViewState, usual: UsualView): Patch {
  const columns = writeColumns(state.columns)
  return {
    view: state.kind === usual.kind ? undefined : state.kind,
    words: state.words || undefined,
    filter: state.filter ? writeFilter(state.filter) : undefined,
    sort: state.sort ?? undefined,
    cols: columns === writeColumns(usual.columns) ? undefined : columns,
    group: state.groupBy ?? undefined,
    starts: state.startBy ?? undefined,
    ends: state.endBy ?? undefined,
    closed: state.closed.join('~') || undefined,
    month: state.month ?? undefined,
    saved: state.saved ?? undefined,
  }
}

/** What is kept of a state under a name. Which month is looked at and what is closed is the moment's business. */
export const keptOf = (state: ViewState) => ({
  kind: state.kind,
  filter: state.filter,
  words: state.words || null,
  sort: state.sort,
  columns: state.columns.map(({ field, width }) => ({ field, width })),
  groupBy: state.groupBy,
  startBy: state.startBy,
  endBy: state.endBy,
})

/** The state that a saved view opens in. */
export const stateOfSaved = (view: SavedView, usual: UsualView): ViewState => ({
  kind: view.kind,
  words: view.words ?? '',
  filter: view.filter,
  sort: view.sort,
  columns: view.columns?.length ? view.columns : usual.columns,
  groupBy: view.groupBy,
  startBy: view.startBy,
  endBy: view.endBy,
  closed: [],
  month: null,
  saved: view.id,
})

/** Whether what is shown is still what was saved. */
export const isAsSaved = (state: ViewState, view: SavedView, usual: UsualView): boolean =>
  JSON.stringify(keptOf(state)) === JSON.stringify(keptOf(stateOfSaved(view, usual)))
