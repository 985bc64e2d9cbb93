/** How are the records of an object worked on as a table? With the grid at a desk, as a list on a phone. */
import { ArrowDown, ArrowDownAZ, ArrowLeft, ArrowRight, ArrowUp, EyeOff, Rows3 } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { ShownRow } from '#foundation/contract/shown-row.ts'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import type { GridColumn } from '#foundation/ui/grid/grid-column.ts'
import { nothingChosen } from '#foundation/ui/grid/grid-props.ts'
import { RecordGrid } from '#foundation/ui/grid/RecordGrid.tsx'
import { dayOf } from '#foundation/ui/grid/read-day.ts'
import type { MenuItem } from '#foundation/ui/Menu.tsx'
import { TableSkeleton } from '#foundation/ui/TableSkeleton.tsx'
import { usePhone } from '#foundation/ui/useMedia.ts'
import { useNow } from '#foundation/ui/useNow.ts'
import { capital } from './group-rows-by.ts'
import { LiveNews } from './LiveNews.tsx'
import { moveColumn } from './move-column.ts'
import type { RecordViewProps } from './record-view-props.ts'
import { columnsOf } from './row-columns.ts'
import { useLiveRows } from './useLiveRows.ts'
import { useOptions } from './useOptions.ts'
import { useRowEdits } from './useRowEdits.ts'
import { type RowsAsked, useHeard, useWindow } from './useRows.ts'
import { useSegments } from './useSegments.ts'
import type { ShownColumn } from './view-state.ts'

// What a desk does not need at first, what a phone needs, and what is needed once rows are chosen.
const BulkActions = lazy(() => import('./BulkActions.tsx').then((m) => ({ default: m.BulkActions })))
const loadUnsaved = () => import('./UnsavedCells.tsx').then((m) => ({ default: m.UnsavedCells }))
const UnsavedCells = lazy(loadUnsaved)
const PhoneTable = lazy(() => import('./PhoneTable.tsx').then((m) => ({ default: m.PhoneTable })))

export function RecordTable({ object, state, set, asked: meant, looks, hrefOf, ofChosen, empty }: RecordViewProps) {
  const now = useNow()
  const phone = usePhone()
  const options = useOptions(object.name)
  const [chosen, setChosen] = useState(nothingChosen)
  const columns = useMemo(() => columnsOf(object, state.columns, now, looks), [object, state.columns, now, looks])
  // In the order of the object, so that moving a column asks nothing anew.
  const fields = object.fields.map(({ name }) => name).filter((name) => columns.some(({ id }) => id === name))
  const asked: RowsAsked = { ...meant, fields, ...(state.sort ? { sort: state.sort } : {}) }
  const table = useSegments(object, asked, state)
  useHeard(table.segments.map(({ rows }) => rows))
  const refresh = () => {
    for (const { rows } of table.segments) rows?.refresh()
  }
  const edits = useRowEdits(object, refresh)
  // What keeps typed words when the network breaks must be here before it does.
  useEffect(() => void loadUnsaved().catch(() => undefined), [])
  const live = useLiveRows(
    object,
    asked,
    table.segments.map(({ rows }) => rows),
    refresh,
  )

  const question = JSON.stringify([meant, state.sort, state.groupBy])
  const [answered, setAnswered] = useState(JSON.stringify(meant))
  if (answered !== JSON.stringify(meant)) {
    setAnswered(JSON.stringify(meant))
    setChosen(nothingChosen)
  }
  const sizes = Object.fromEntries(state.columns.flatMap(({ field, width }) => (width === null ? [] : [[field, width]])))
  const shownColumns = (): readonly ShownColumn[] =>
    columns.map(({ id }) => state.columns.find(({ field }) => field === id) ?? { field: id, width: null })
  const size = (field: string, width: number | undefined) =>
    set({ columns: shownColumns().map((column) => (column.field === field ? { field, width: width ?? null } : column)) })
  const order = (field: string, before: string | null) => {
    const moved = shownColumns().find((column) => column.field === field)
    const rest = shownColumns().filter((column) => column.field !== field)
    const at = before === null ? rest.length : rest.findIndex((column) => column.field === before)
    if (moved && at >= 0) set({ columns: [...rest.slice(0, at), moved, ...rest.slice(at)] })
  }
  const [first, ...others] = state.sort?.split(',') ?? []
  const sort = first ? { column: first.replace(/^-/, ''), descending: first.startsWith('-') } : null
  const columnMenu = (column: GridColumn<ShownRow>): MenuItem[] => {
    const field = object.fields.find(({ name }) => name === column.id)
    const step = (by: 1 | -1) => () => set({ columns: moveColumn(shownColumns(), column.id, by) })
    const isTitle = column.id === object.title
    return [
      ...(column.sortable
        ? [
            { id: 'up', label: 'Sort upwards', icon: ArrowUp, run: () => set({ sort: column.id }) },
            { id: 'down', label: 'Sort downwards', icon: ArrowDown, run: () => set({ sort: `-${column.id}` }) },
          ]
        : []),
      ...(column.sortable && first && sort?.column !== column.id
        ? [
            {
              id: 'then',
              label: `Then sort by ${column.header}`,
              icon: ArrowDownAZ,
              run: () => set({ sort: [first, ...others.filter((o) => o.replace(/^-/, '') !== column.id), column.id].join(',') }),
            },
          ]
        : []),
      ...(field?.groupable
        ? [{ id: 'group', label: `Group by ${column.header}`, icon: Rows3, run: () => set({ groupBy: column.id, closed: [] }) }]
        : []),
      ...(isTitle
        ? []
        : [
            { id: 'left', label: 'Move to the left', icon: ArrowLeft, run: step(-1), disabled: columns[1]?.id === column.id },
            {
              id: 'right',
              label: 'Move to the right',
              icon: ArrowRight,
              run: step(1),
              disabled: columns.at(-1)?.id === column.id,
            },
            {
              id: 'hide',
              label: 'Hide the column',
              icon: EyeOff,
              run: () => set({ columns: shownColumns().filter(({ field: name }) => name !== column.id) }),
            },
          ]),
    ]
  }

  const window = useWindow(table.segments[0]?.rows ?? null)
  const error = table.error ?? (window && !window.ready ? window.error : null)
  if (error)
    return (
      <div className="px-4 py-6 sm:px-8">
        <ErrorState what={`${capital(object.plural)} could not be loaded`} error={error} onRetry={table.retry} />
      </div>
    )
  const isWaiting = table.isGrouping || (!table.field && window !== null && !window.ready)
  if (isWaiting)
    return (
      <TableSkeleton
        label={capital(object.plural)}
        columns={columns.map(({ id, header, width, grow }) => ({ id, header, width, grow: grow ?? false }))}
        selectable
      />
    )
  const isEmpty = table.field ? table.segments.length === 0 : window?.ended === true && window.count === 0
  if (isEmpty) return <div className="px-4 py-4 sm:px-8">{empty}</div>
  const toggleGroup = (id: string) =>
    set({ closed: state.closed.includes(id) ? state.closed.filter((one) => one !== id) : [...state.closed, id] })
  const given = {
    label: capital(object.plural),
    columns,
    segments: table.segments,
    rowId: (row: ShownRow) => row.id,
    rowName: (row: ShownRow) => String(row.values[object.title] ?? ''),
    hrefOf,
    total: table.total,
    noun: [object.noun, object.plural] as const,
    chosen,
    onChoose: setChosen,
    chosenActions: (
      // Waited for here: the grid itself is not hidden meanwhile, and keeps its focus.
      <Suspense>
        <BulkActions object={object} asked={asked} chosen={chosen} onChoose={setChosen} edits={edits} refresh={refresh} />
        {!chosen.all && ofChosen?.(chosen.ids)}
      </Suspense>
    ),
    onToggleGroup: toggleGroup,
    marks: live.marks,
    gone: live.gone,
    news: <LiveNews live={live} />,
    totals: table.totals.length > 0 && (
      <span title="Of all rows that are meant, not only of those loaded">{table.totals.join(' · ')}</span>
    ),
    place: question,
  }
  return (
    <div
      className={`flex h-full flex-col *:first:min-h-0 *:first:flex-1 ${table.isLate ? 'opacity-60 transition-opacity delay-300' : ''}`}
    >
      {phone ? (
        <Suspense>
          <PhoneTable key={object.name} {...given} object={object} write={edits.write} />
        </Suspense>
      ) : (
        <RecordGrid
          key={object.name}
          {...given}
          sort={sort}
          onSort={(next) => set({ sort: next && `${next.descending ? '-' : ''}${next.column}` })}
          sizes={sizes}
          onSize={size}
          onOrder={order}
          columnMenu={columnMenu}
          onEdit={(cells) => edits.write(cells)}
          onUndo={edits.undo}
          onRedo={edits.redo}
          ask={(column, text) => options(column.id, text)}
          today={dayOf(now)}
        />
      )}
      {edits.waiting.length > 0 && (
        <Suspense>
          <UnsavedCells object={object} waiting={edits.waiting} write={edits.write} forget={edits.forget} />
        </Suspense>
      )}
    </div>
  )
}
