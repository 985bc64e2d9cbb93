/** When does what begin and end? The rows of some months as bars between two of their days, or as dots on one. */
import type { Filter } from '#foundation/contract/filter.ts'
import type { ShownRow } from '#foundation/contract/shown-row.ts'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { dayOf } from '#foundation/ui/grid/read-day.ts'
import { addMonths } from '#foundation/ui/month-weeks.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { SpanChart } from '#foundation/ui/SpanChart.tsx'
import { usePhone } from '#foundation/ui/useMedia.ts'
import { useNow } from '#foundation/ui/useNow.ts'
import { capital, lastOfMonth } from './group-rows-by.ts'
import type { RecordViewProps } from './record-view-props.ts'
import { columnsOf, type ObjectField } from './row-columns.ts'
import { ShownOf } from './ShownOf.tsx'
import { useDayRows } from './useDayRows.ts'

export function RecordTimeline(props: RecordViewProps) {
  const { object, state, usual } = props
  const days = object.fields.filter(({ control }) => control === 'day' || control === 'moment')
  const start = days.find(({ name }) => name === (state.startBy ?? usual.startBy)) ?? days[0]
  const end = days.find(({ name }) => name === (state.endBy ?? usual.endBy)) ?? null
  if (!start) return <EmptyState title="No day to go by" says="A time line needs a field that is a day." />
  return <TimelineBy {...props} start={start} end={end === start ? null : end} />
}

const dayIn = (field: ObjectField | null, row: ShownRow): string | null => {
  const value = field && row.values[field.name]
  if (typeof value !== 'string') return null
  return field?.control === 'moment' ? dayOf(new Date(value)) : value
}

/** What begins, ends or is under way between two days. */
function during(start: ObjectField, end: ObjectField | null, first: string, last: string): Filter {
  const begins: Filter = { field: start.name, is: 'between', value: [first, last] }
  if (!end) return begins
  return {
    any: [
      begins,
      { field: end.name, is: 'between', value: [first, last] },
      {
        all: [
          { field: start.name, is: 'before', value: first },
          { field: end.name, is: 'after', value: last },
        ],
      },
    ],
  }
}

function TimelineBy({
  object,
  state,
  set,
  asked,
  looks,
  hrefOf,
  start,
  end,
  empty,
}: RecordViewProps & { start: ObjectField; end: ObjectField | null }) {
  const now = useNow()
  const phone = usePhone()
  const today = dayOf(now)
  const months = phone ? 4 : 8
  const usualFrom = addMonths(today.slice(0, 7), -2)
  const from = state.month ?? usualFrom
  const last = lastOfMonth(`${addMonths(from, months - 1)}-01`)
  const columns = columnsOf(object, state.columns, now, looks)
  const names = [start.name, end?.name]
  const fields = object.fields
    .map(({ name }) => name)
    .filter((name) => names.includes(name) || columns.some(({ id }) => id === name))
  const found = useDayRows(asked, during(start, end, `${from}-01`, last), start.name, fields)
  if (found.error)
    return <ErrorState what="The time line could not be loaded" error={found.error} onRetry={() => void found.refetch()} />
  if (!found.rows) return <Skeleton shape="rows" lines={8} label="Laying out the time line" />
  const beside =
    columns.find(({ id, control }) => id !== object.title && control === 'money') ??
    columns.find(({ id }) => id !== object.title && !names.includes(id))
  const spans = found.rows.flatMap((row) => {
    const [begins, ends] = [dayIn(start, row), dayIn(end, row)]
    const first = begins ?? ends
    if (first === null) return []
    const isBar = begins !== null && ends !== null && ends > begins
    return [
      {
        id: row.id,
        title: String(row.values[object.title] ?? ''),
        start: first,
        end: isBar ? ends : null,
        says: beside?.text(row) ?? '',
        href: hrefOf(row),
      },
    ]
  })
  return (
    <ShownOf total={found.total}>
      <SpanChart
        label={`${capital(object.plural)} over time`}
        spans={spans}
        from={from}
        months={months}
        onFrom={(month) => set({ month: month === usualFrom ? null : month })}
        today={today}
      />
      {spans.length === 0 && state.month === null && <div className="px-4 sm:px-8">{empty}</div>}
    </ShownOf>
  )
}
