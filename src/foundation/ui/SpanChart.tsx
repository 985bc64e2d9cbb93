/** When does what begin and end? Bars over months, a line per record; a dot where only one day is known. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from './Button.tsx'
import { dress } from './dress.ts'
import { tongue } from './format-number.ts'
import { IconButton } from './IconButton.tsx'
import { Link } from './Link.tsx'
import { addMonths, daysBetween } from './month-weeks.ts'

export interface Span {
  id: string
  title: string
  /** YYYY-MM-DD. */
  start: string
  /** Null for a single day. */
  end: string | null
  says?: string
  href: string
}

export interface SpanChartProps {
  label: string
  spans: readonly Span[]
  /** The first month, YYYY-MM. */
  from: string
  /** How many months stand side by side. */
  months: number
  onFrom: (month: string) => void
  today: string
}

const say = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tongue, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
const plain = (day: string) => say(day, { day: 'numeric', month: 'short', year: 'numeric' })

export function SpanChart({ label, spans, from, months, onFrom, today }: SpanChartProps) {
  const names = Array.from({ length: months }, (_, i) => addMonths(from, i))
  const first = `${from}-01`
  const total = daysBetween(first, `${addMonths(from, months)}-01`)
  const share = (day: string) => (daysBetween(first, day) / total) * 100
  const now = share(today)
  const step = Math.max(1, Math.floor(months / 2))
  return (
    <section aria-label={label} className="flex h-full min-h-0 flex-col">
      <header className="flex shrink-0 items-center gap-1 px-4 pb-2 sm:px-8">
        <IconButton icon={ChevronLeft} label="Earlier" onClick={() => onFrom(addMonths(from, -step))} />
        <IconButton icon={ChevronRight} label="Later" onClick={() => onFrom(addMonths(from, step))} />
        <h2 className="m-0 ml-1 text-14 font-semibold text-ink" aria-live="polite">
          {say(first, { month: 'short', year: 'numeric' })} to{' '}
          {say(`${names.at(-1) ?? from}-01`, { month: 'short', year: 'numeric' })}
        </h2>
        {(now < 0 || now > 100) && (
          <Button look="quiet" onClick={() => onFrom(addMonths(today.slice(0, 7), -1))}>
            Today
          </Button>
        )}
      </header>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={`${label}, by month`}
        className="min-h-0 flex-1 overflow-auto px-4 pb-4 sm:px-8"
      >
        <div className="relative grid min-w-full grid-cols-[minmax(0,1fr)] sm:grid-cols-[14rem_minmax(28rem,1fr)]">
          <span className="sticky top-0 left-0 z-20 hidden border-b border-line bg-surface sm:block" />
          <span aria-hidden className="sticky top-0 z-10 flex h-7 border-b border-line bg-surface text-12 text-faint">
            {names.map((month) => (
              <span
                key={month}
                className="absolute inset-y-0 flex items-center border-l border-line pl-1.5"
                style={{ left: `${share(`${month}-01`)}%` }}
              >
                {say(`${month}-01`, { month: 'short' })}
              </span>
            ))}
          </span>
          <ul className="contents list-none">
            {spans.map((span) => (
              <SpanLine key={span.id} span={span} left={share(span.start)} right={share(span.end ?? span.start)} now={now} />
            ))}
          </ul>
        </div>
      </section>
    </section>
  )
}

interface SpanLineProps {
  span: Span
  left: number
  right: number
  now: number
}

function SpanLine({ span, left, right, now }: SpanLineProps) {
  const when = span.end === null || span.end === span.start ? plain(span.start) : `${plain(span.start)} to ${plain(span.end)}`
  const [from, to] = [Math.max(0, Math.min(100, left)), Math.max(0, Math.min(100, right))]
  const isDot = span.end === null
  return (
    <li className="contents">
      <span className="sticky left-0 z-1 flex min-h-8 min-w-0 flex-col justify-center border-line/70 bg-surface pt-1 pr-3 text-13 sm:border-b sm:pt-0">
        <Link href={span.href} look="quiet" className="line-clamp-2 font-medium wrap-anywhere sm:block sm:truncate">
          {span.title}
        </Link>
        <span className="sr-only">{when}</span>
      </span>
      <span
        className="relative block h-8 overflow-hidden border-b border-line/70"
        title={`${span.title}: ${when}${span.says ? ` · ${span.says}` : ''}`}
      >
        {now >= 0 && now <= 100 && (
          <span aria-hidden className="absolute inset-y-0 w-px bg-accent/40" style={{ left: `${now}%` }} />
        )}
        <span
          aria-hidden
          className={dress(
            'absolute flex items-center text-12 text-ink',
            isDot
              ? 'top-2.5 size-3 -translate-x-1/2 rounded-full bg-accent'
              : 'inset-y-1.5 min-w-1 rounded-sm border border-accent/40 bg-accent-wash',
            (left > 100 || right < 0) && 'hidden',
          )}
          style={isDot ? { left: `${left}%` } : { left: `${from}%`, width: `${to - from}%` }}
        >
          {!isDot && span.says && <span className="num truncate px-1.5">{span.says}</span>}
        </span>
        {left > 100 && <ChevronRight size={14} aria-hidden className="absolute top-2 right-0 text-faint" />}
        {right < 0 && <ChevronLeft size={14} aria-hidden className="absolute top-2 left-0 text-faint" />}
      </span>
    </li>
  )
}
