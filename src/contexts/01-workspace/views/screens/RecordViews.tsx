/** How are all records of one kind looked at? As a table, a board, a calendar or a time line; what is shown stands in the address. */

import { Columns3, Download } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import type { ShownRow } from '#foundation/contract/shown-row.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { PopoverButton } from '#foundation/ui/PopoverButton.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'
import { exportAddress } from './export-address.ts'
import { FilterButton, FilterSentence } from './FilterBar.tsx'
import { capital } from './group-rows-by.ts'
import type { RecordViewProps } from './record-view-props.ts'
import type { FieldLooks } from './row-columns.ts'
import type { RowsAsked } from './useRows.ts'
import { useTitles } from './useTitles.ts'
import { ViewPicker } from './ViewPicker.tsx'
import {
  type Patch,
  readViewState,
  stateOfSaved,
  type UsualView,
  type ViewKind,
  type ViewState,
  writeViewState,
} from './view-state.ts'

type Shown = (props: RecordViewProps) => ReactNode
const part = (load: () => Promise<Shown>) => ({ load, View: lazy(async () => ({ default: await load() })) })
const parts = {
  table: part(() => import('./RecordTable.tsx').then((m) => m.RecordTable)),
  board: part(() => import('./RecordBoard.tsx').then((m) => m.RecordBoard)),
  calendar: part(() => import('./RecordCalendar.tsx').then((m) => m.RecordCalendar)),
  timeline: part(() => import('./RecordTimeline.tsx').then((m) => m.RecordTimeline)),
}
const ColumnChooser = lazy(() => import('./ColumnChooser.tsx').then((m) => ({ default: m.ColumnChooser })))
const waiting = { table: 'rows', board: 'cards', calendar: 'rows', timeline: 'rows' } as const satisfies Record<ViewKind, string>
const kindNames = { table: 'Table', board: 'Board', calendar: 'Calendar', timeline: 'Timeline' } as const satisfies Record<
  ViewKind,
  string
>

export interface RecordViewsProps {
  /** The object's name, as the server has it: "accounts". */
  name: string
  title: string
  search: Readonly<Record<string, string | undefined>>
  setSearch: (patch: Patch, options?: { push: boolean }) => void
  usual: UsualView
  looks?: FieldLooks
  actions: ReactNode
  ofChosen?: RecordViewProps['ofChosen']
  /** When there are none at all, and when none is meant. */
  empty: { none: ReactNode; noMatch: ReactNode }
}

const noLooks: FieldLooks = {}

export function RecordViews({
  name,
  title,
  search,
  setSearch,
  usual,
  looks = noLooks,
  actions,
  ofChosen,
  empty,
}: RecordViewsProps) {
  const objects = useAsk(useClient(views).objects, {}, { staleMs: 300_000 })
  const object = useMemo(() => {
    const found = objects.data?.find((one) => one.name === name)
    return found && { ...found, fields: found.fields.filter((field) => !field.own?.hidden) }
  }, [objects.data, name])
  const state = useMemo(() => readViewState(search, usual), [search, usual])
  // What one would want to come back from is a step of its own; typing and widening is not.
  const set = (patch: Partial<ViewState>) =>
    setSearch(writeViewState({ ...state, ...patch }, usual), {
      push: !('words' in patch || 'columns' in patch || 'closed' in patch),
    })
  const asked = useMemo<RowsAsked>(
    () => ({ object: name, ...(state.filter ? { filter: state.filter } : {}), ...(state.words ? { words: state.words } : {}) }),
    [name, state.filter, state.words],
  )
  // The code of the view comes while the server is asked for the object.
  useEffect(() => void parts[state.kind].load(), [state.kind])
  useSavedAlone(search, (next) => setSearch(writeViewState(next, usual)), usual)
  if (objects.error || (objects.data && !object))
    return (
      <Page title={title}>
        <ErrorState
          what={`${title} could not be loaded`}
          error={objects.error ?? new Error('The server knows no such rows.')}
          onRetry={() => void objects.refetch()}
        />
      </Page>
    )
  if (!object)
    return (
      <Page key="waiting" title={title} layout="fill" actions={actions}>
        <Skeleton shape="rows" lines={12} label={`Loading ${title.toLowerCase()}`} />
      </Page>
    )
  const isFiltered = state.filter !== null || state.words !== ''
  const given: RecordViewProps = {
    object,
    state,
    set,
    asked,
    looks,
    usual,
    hrefOf: (row: ShownRow) => `/${name}/${row.id}`,
    ofChosen,
    empty: isFiltered ? empty.noMatch : empty.none,
  }
  const { View } = parts[state.kind]
  const open = (next: ViewState | null) => setSearch(writeViewState(next ?? readViewState({}, usual), usual), { push: true })
  return (
    <Page title={title} layout="fill" actions={actions} tools={<Tools {...given} title={title} onOpen={open} />}>
      <Suspense fallback={<Skeleton shape={waiting[state.kind]} lines={12} label={`Laying out the ${state.kind}`} />}>
        <View {...given} />
      </Suspense>
    </Page>
  )
}

interface ToolsProps extends RecordViewProps {
  title: string
  onOpen: (state: ViewState | null) => void
}

function Tools({ object, state, set, usual, title, onOpen }: ToolsProps) {
  const nameOf = useTitles(object, state.filter)
  const filtering = { object, filter: state.filter, nameOf, onChange: (filter: ViewState['filter']) => set({ filter }) }
  const days = object.fields.filter(({ control }) => control === 'day' || control === 'moment')
  const kinds = (Object.keys(kindNames) as ViewKind[]).filter((kind) => kind === 'table' || kind === 'board' || days.length > 0)
  const fieldSelect = (
    label: string,
    value: string,
    fields: typeof days,
    key: 'groupBy' | 'startBy' | 'endBy',
    none?: string,
  ) => (
    <Select
      label={label}
      hideLabel
      required={none === undefined}
      value={value}
      {...(none === undefined ? {} : { placeholder: none })}
      onChange={(next) => set({ [key]: next || null, closed: [] })}
      choices={fields.map((field) => ({ value: field.name, label: `${label} ${field.label.toLowerCase()}` }))}
      className="w-40"
    />
  )
  const groupable = object.fields.filter((field) => field.groupable)
  return (
    <>
      <ViewPicker object={object} state={state} usual={usual} usualName={`All ${object.plural}`} onOpen={onOpen} />
      <Words label={`Search ${title.toLowerCase()}`} value={state.words} onChange={(words) => set({ words })} />
      <FilterButton {...filtering} />
      {state.kind === 'table' && fieldSelect('Group by', state.groupBy ?? '', groupable, 'groupBy', 'No groups')}
      {state.kind === 'board' &&
        fieldSelect(
          'Columns by',
          state.groupBy ?? usual.board ?? '',
          groupable.filter(({ control }) => !/day|moment/.test(control)),
          'groupBy',
        )}
      {(state.kind === 'calendar' || state.kind === 'timeline') &&
        fieldSelect(
          state.kind === 'calendar' ? 'By' : 'From',
          state.startBy ?? (state.kind === 'calendar' ? usual.calendar : usual.startBy) ?? days[0]?.name ?? '',
          days,
          'startBy',
        )}
      {state.kind === 'timeline' && fieldSelect('To', state.endBy ?? usual.endBy ?? '', days, 'endBy', 'One day only')}
      {(state.kind === 'table' || state.kind === 'board') && (
        <PopoverButton
          icon={Columns3}
          about="Columns"
          className="max-sm:hidden"
          inside={() => <ColumnChooser object={object} columns={state.columns} onChange={(columns) => set({ columns })} />}
        >
          {state.kind === 'board' ? 'On the card' : 'Columns'}
        </PopoverButton>
      )}
      {state.kind === 'table' && (
        <Button look="quiet" icon={Download} href={exportAddress(object.name, state)} download className="max-sm:hidden">
          Export
        </Button>
      )}
      <span className="max-sm:order-2 sm:ml-auto">
        <Tabs
          label="View"
          value={state.kind}
          onChange={(kind) => set({ kind: kind as ViewKind, groupBy: null, closed: [], month: null })}
          tabs={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
        />
      </span>
      <FilterSentence {...filtering} />
      <p role="status" className="sr-only">
        {capital(object.plural)} as a {state.kind}
      </p>
    </>
  )
}

/** One word typed is one question: the address follows after a pause. */
const pauseMs = 150

function Words({ label, value, onChange }: { label: string; value: string; onChange: (words: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do then is the moment's, not a reason to wait anew
  useEffect(() => {
    if (typed === null) return
    if (typed === value) return setTyped(null)
    const timer = setTimeout(() => onChange(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      value={typed ?? value}
      onChange={setTyped}
      className="min-w-40 flex-1 max-sm:order-1 sm:max-w-64"
    />
  )
}

/** An address that names only a saved view (a bookmark, a link in a mail) opens as that was saved. */
function useSavedAlone(search: RecordViewsProps['search'], open: (state: ViewState) => void, usual: UsualView) {
  const id = search.saved
  const alone = id !== undefined && Object.entries(search).every(([key, value]) => key === 'saved' || value === undefined)
  const asked = useAsk(useClient(views).get, { id: id ?? '' }, { when: alone })
  const view = alone ? asked.data : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per view
  useEffect(() => {
    if (view) open(stateOfSaved(view, usual))
  }, [view])
}
