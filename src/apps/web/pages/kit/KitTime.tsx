/** How do a month and a time line look and move? */
import { useMemo, useState } from 'react'
import { dayAfter, dayOf } from '#foundation/ui/grid/read-day.ts'
import { MonthCalendar } from '#foundation/ui/MonthCalendar.tsx'
import { addMonths } from '#foundation/ui/month-weeks.ts'
import { SpanChart } from '#foundation/ui/SpanChart.tsx'
import { Sample } from './Both.tsx'
import { sampleRows } from './sample.ts'

const frame = 'overflow-hidden rounded-md border border-line'

export function KitTime() {
  const today = dayOf(new Date())
  const [month, setMonth] = useState(today.slice(0, 7))
  const [from, setFrom] = useState(addMonths(today.slice(0, 7), -1))
  const [moved, setMoved] = useState<Record<string, string>>({})
  const rows = useMemo(() => sampleRows(14), [])
  return (
    <>
      <Sample title="A month" note="Alt with the arrows moves an entry, as dragging does.">
        <div className={`${frame} h-[34rem] pt-2`}>
          <MonthCalendar
            label="Decisions"
            month={month}
            onMonth={setMonth}
            today={today}
            onMove={(id, day) => setMoved((all) => ({ ...all, [id]: day }))}
            entries={rows.map((row, i) => ({
              id: row.id,
              day: moved[row.id] ?? dayAfter(today, i < 6 ? 2 : i * 3 - 20),
              title: row.name,
              says: row.person,
              href: `/kit?part=Record&of=${row.id}`,
            }))}
          />
        </div>
      </Sample>
      <Sample title="Over time">
        <div className={`${frame} h-80 pt-2`}>
          <SpanChart
            label="Opportunities over time"
            from={from}
            months={8}
            onFrom={setFrom}
            today={today}
            spans={rows.map((row, i) => ({
              id: row.id,
              title: row.name,
              start: dayAfter(today, i * 9 - 60),
              end: i % 4 === 3 ? null : dayAfter(today, i * 14),
              says: row.stage,
              href: `/kit?part=Record&of=${row.id}`,
            }))}
          />
        </div>
      </Sample>
    </>
  )
}
