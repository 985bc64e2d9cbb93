/** What falls on this day? A few lines, the rest on request; entries are dragged in and out. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { dress } from './dress.ts'
import { Link } from './Link.tsx'
import { withDrag } from './load-drag.ts'

export interface CalendarEntry {
  id: string
  /** YYYY-MM-DD. */
  day: string
  title: string
  says?: string
  href: string
}

interface CalendarDayProps {
  day: string
  name: string
  isOutside: boolean
  isToday: boolean
  entries: readonly CalendarEntry[]
  onKey: (event: KeyboardEvent, entry: CalendarEntry) => void
  onDrop: ((entry: CalendarEntry, day: string) => void) | undefined
}
const fits = 4

export function CalendarDay({ day, name, isOutside, isToday, entries, onKey, onDrop }: CalendarDayProps) {
  const cell = useRef<HTMLTableCellElement>(null)
  const [over, setOver] = useState(false)
  const [all, setAll] = useState(false)
  const drop = useRef(onDrop)
  drop.current = onDrop
  const canDrop = onDrop !== undefined
  useEffect(() => {
    const element = cell.current
    if (!element || !canDrop) return
    return withDrag(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.calendarEntry !== undefined,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false)
          const entry = source.data.calendarEntry as CalendarEntry
          if (entry.day !== day) drop.current?.(entry, day)
        },
      }),
    )
  }, [day, canDrop])
  const shown = all ? entries : entries.slice(0, fits)
  return (
    <td
      ref={cell}
      className={dress('h-24 border border-line p-1 align-top', isOutside && 'bg-sunken/60', over && 'bg-accent-wash')}
    >
      <span
        className={dress(
          'num inline-flex h-5 min-w-5 items-center justify-center rounded-sm px-1 text-12',
          isToday ? 'bg-accent font-semibold text-on-accent' : isOutside ? 'text-faint' : 'text-soft',
        )}
      >
        <span aria-hidden>{Number(day.slice(8))}</span>
        <span className="sr-only">{isToday ? `${name}, today` : name}</span>
      </span>
      <ul className="m-0 mt-0.5 flex list-none flex-col gap-0.5 p-0">
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} onKey={onKey} canMove={canDrop} />
        ))}
      </ul>
      {entries.length > fits && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="mt-0.5 min-h-6 rounded-sm px-1.5 text-12 text-soft hover:text-ink hover:underline"
        >
          {all ? 'Fewer' : `${entries.length - fits} more`}
        </button>
      )}
    </td>
  )
}

function Entry({ entry, onKey, canMove }: { entry: CalendarEntry; onKey: CalendarDayProps['onKey']; canMove: boolean }) {
  const item = useRef<HTMLLIElement>(null)
  const latest = useRef(entry)
  latest.current = entry
  useEffect(() => {
    const element = item.current
    if (!element || !canMove) return
    return withDrag(({ draggable }) => draggable({ element, getInitialData: () => ({ calendarEntry: latest.current }) }))
  }, [canMove])
  return (
    <li ref={item}>
      <Link
        href={entry.href}
        look="bare"
        title={entry.says ? `${entry.title} · ${entry.says}` : entry.title}
        onKeyDown={(event) => onKey(event, entry)}
        className="block min-h-6 truncate rounded-sm border-l-2 border-accent bg-accent-wash px-1.5 py-0.5 text-12 text-ink no-underline hover:underline"
      >
        {entry.title}
      </Link>
    </li>
  )
}
