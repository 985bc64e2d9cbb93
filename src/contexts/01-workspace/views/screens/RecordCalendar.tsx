/** What falls on which day? The rows of a month by one of their days; an entry moved to another day is written there. */

import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { dayOf } from '#foundation/ui/grid/read-day.ts'
import { MonthCalendar } from '#foundation/ui/MonthCalendar.tsx'
import { weeksOf } from '#foundation/ui/month-weeks.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { toastProblem } from '#foundation/ui/Toasts.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { capital } from './group-rows-by.ts'
import type { RecordViewProps } from './record-view-props.ts'
import { columnsOf } from './row-columns.ts'
import { ShownOf } from './ShownOf.tsx'
import { useDayRows } from './useDayRows.ts'
import { useRowEdits } from './useRowEdits.ts'

export function RecordCalendar(props: RecordViewProps) {
  const { object, state, usual } = props
  const days = object.fields.filter(({ control }) => control === 'day' || control === 'moment')
  const field = days.find(({ name }) => name === (state.startBy ?? usual.calendar)) ?? days[0]
  if (!field) return <EmptyState title="No day to go by" says="A calendar needs a field that is a day." />
  return <CalendarBy {...props} field={field} />
}

function CalendarBy({
  object,
  state,
  set,
  asked,
  looks,
  hrefOf,
  field,
}: RecordViewProps & { field: RecordViewProps['object']['fields'][number] }) {
  const now = useNow()
  const today = dayOf(now)
  const month = state.month ?? today.slice(0, 7)
  const shownDays = weeksOf(month).flat()
  const [first, last] = [shownDays[0] ?? `${month}-01`, shownDays.at(-1) ?? `${month}-28`]
  const columns = columnsOf(object, state.columns, now, looks)
  const fields = object.fields
    .map(({ name }) => name)
    .filter((name) => name === field.name || columns.some(({ id }) => id === name))
  const found = useDayRows(asked, { field: field.name, is: 'between', value: [first, last] }, field.name, fields)
  const edits = useRowEdits(object, () => void found.refetch())
  if (found.error)
    return <ErrorState what="The calendar could not be loaded" error={found.error} onRetry={() => void found.refetch()} />
  if (!found.rows) return <Skeleton shape="rows" lines={8} label="Laying out the calendar" />
  const { rows } = found
  const beside = columns.find(({ id }) => id !== object.title && id !== field.name)
  const canMove = field.editable && field.control === 'day'
  const move = (id: string, day: string) => {
    const row = rows.find((one) => one.id === id)
    const column = columnsOf(object, [{ field: field.name, width: null }], now, {}).find((one) => one.id === field.name)
    if (row && column) edits.write([{ row, column, value: day, text: day }], `Moved to ${day}`).catch(toastProblem)
  }
  return (
    <ShownOf total={found.total}>
      <MonthCalendar
        label={`${capital(object.plural)} by ${field.label.toLowerCase()}`}
        month={month}
        onMonth={(next) => set({ month: next === today.slice(0, 7) ? null : next })}
        today={today}
        entries={rows.map((row) => ({
          id: row.id,
          day: field.control === 'day' ? String(row.values[field.name]) : dayOf(new Date(String(row.values[field.name]))),
          title: String(row.values[object.title] ?? ''),
          says: beside?.text(row) ?? '',
          href: hrefOf(row),
        }))}
        {...(canMove ? { onMove: move } : {})}
      />
    </ShownOf>
  )
}
