/** What falls on which day of a month? A table of weeks at a desk, a list of days on a phone. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from './Button.tsx'
import { CalendarDay, type CalendarEntry } from './CalendarDay.tsx'
import { dress } from './dress.ts'
import { tongue } from './format-number.ts'
import { IconButton } from './IconButton.tsx'
import { Link } from './Link.tsx'
import { addMonths, weeksOf } from './month-weeks.ts'
import { usePhone } from './useMedia.ts'

export type { CalendarEntry } from './CalendarDay.tsx'

export interface MonthCalendarProps {
  label: string
  /** YYYY-MM. */
  month: string
  onMonth: (month: string) => void
  /** YYYY-MM-DD in the reader's zone. */
  today: string
  entries: readonly CalendarEntry[]
  /** Puts an entry on another day: dragged, or Alt with the arrows. */
  onMove?: (id: string, day: string) => void
}

const say = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tongue, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export function MonthCalendar({ label, month, onMonth, today, entries, onMove }: MonthCalendarProps) {
  const phone = usePhone()
  const [said, setSaid] = useState('')
  const weeks = weeksOf(month)
  const title = say(`${month}-01`, { month: 'long', year: 'numeric' })
  const on = (day: string) => entries.filter((entry) => entry.day === day)
  const move = (entry: CalendarEntry, day: string) => {
    setSaid(`${entry.title} moved to ${say(day, { day: 'numeric', month: 'long' })}`)
    onMove?.(entry.id, day)
  }
  const onKey = (event: KeyboardEvent, entry: CalendarEntry) => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    if (!event.altKey || days === undefined || !onMove) return
    event.preventDefault()
    const at = new Date(`${entry.day}T12:00:00Z`)
    at.setUTCDate(at.getUTCDate() + days)
    move(entry, at.toISOString().slice(0, 10))
  }
  return (
    <section aria-label={label} className="flex h-full min-h-0 flex-col">
      <header className="flex shrink-0 items-center gap-1 px-4 pb-2 sm:px-8">
        <IconButton icon={ChevronLeft} label="The month before" onClick={() => onMonth(addMonths(month, -1))} />
        <IconButton icon={ChevronRight} label="The month after" onClick={() => onMonth(addMonths(month, 1))} />
        <h2 className="m-0 ml-1 text-14 font-semibold text-ink" aria-live="polite">
          {title}
        </h2>
        {month !== today.slice(0, 7) && (
          <Button look="quiet" onClick={() => onMonth(today.slice(0, 7))}>
            This month
          </Button>
        )}
      </header>
      <p role="status" className="sr-only">
        {said}
      </p>
      {phone ? (
        <DayList days={weeks.flat().filter((day) => day.startsWith(month))} on={on} today={today} />
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={title}
          className="min-h-0 flex-1 overflow-auto px-4 pb-4 sm:px-8"
        >
          <table className="h-full w-full min-w-160 table-fixed border-collapse text-13">
            <thead>
              <tr>
                {weekdays.map((day) => (
                  <th key={day} scope="col" className="h-6 px-2 text-left text-12 font-normal text-faint">
                    {day}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week[0]}>
                  {week.map((day) => (
                    <CalendarDay
                      key={day}
                      day={day}
                      name={say(day, { day: 'numeric', month: 'long' })}
                      isOutside={!day.startsWith(month)}
                      isToday={day === today}
                      entries={on(day)}
                      onKey={onKey}
                      onDrop={onMove ? move : undefined}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

interface DayListProps {
  days: readonly string[]
  on: (day: string) => readonly CalendarEntry[]
  today: string
}

function DayList({ days, on, today }: DayListProps) {
  const full = days.filter((day) => on(day).length > 0)
  if (full.length === 0) return <p className="m-0 px-4 py-6 text-13 text-faint">Nothing falls into this month.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <ol tabIndex={0} aria-label="Days" className="m-0 min-h-0 flex-1 list-none overflow-y-auto p-0">
      {full.map((day) => (
        <li key={day} className="flex gap-4 border-t border-line px-4 py-1">
          <span
            className={dress('num w-16 shrink-0 py-2.5 text-13', day === today ? 'font-semibold text-accent-deep' : 'text-soft')}
          >
            {say(day, { weekday: 'short', day: 'numeric' })}
          </span>
          <ul className="m-0 min-w-0 flex-1 list-none p-0">
            {on(day).map((entry) => (
              <li key={entry.id}>
                <Link href={entry.href} look="quiet" className="flex min-h-11 flex-col justify-center text-14 wrap-anywhere">
                  {entry.title}
                  {entry.says && <span className="text-12 text-faint">{entry.says}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
