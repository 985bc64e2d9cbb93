/** What happened, in order? The latest first, grouped by month. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { tongue } from './format-number.ts'
import { type Hue, hueText } from './hues.ts'
import { Link } from './Link.tsx'
import { RelativeTime } from './RelativeTime.tsx'

export interface TimeLineEntry {
  id: string
  /** ISO moment. */
  at: string
  title: ReactNode
  says?: ReactNode
  icon?: LucideIcon
  hue?: Hue
  href?: string
  /** A quote, a list: under the line. */
  children?: ReactNode
}

const months = new Intl.DateTimeFormat(tongue, { month: 'long', year: 'numeric' })
const monthOf = (at: string): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? 'No date' : months.format(date)
}

export function TimeLine({ entries }: { entries: readonly TimeLineEntry[] }) {
  const shown = [...new Set(entries.map((e) => monthOf(e.at)))]
  return (
    <div>
      {shown.map((month) => (
        <section key={month}>
          <h3 className="m-0 pt-4 pb-1 text-12 font-medium text-faint first:pt-0">{month}</h3>
          <ol className="m-0 list-none p-0">
            {entries
              .filter((e) => monthOf(e.at) === month)
              .map((entry) => {
                const Icon = entry.icon
                return (
                  <li
                    key={entry.id}
                    className="relative flex gap-3 pb-4 before:absolute before:top-6 before:bottom-0 before:left-[9px] before:w-px before:bg-line last:before:hidden"
                  >
                    <span
                      className={`flex h-6 w-5 shrink-0 items-center justify-center ${entry.hue ? hueText[entry.hue] : 'text-faint'}`}
                    >
                      {Icon ? <Icon size={14} strokeWidth={2} aria-hidden /> : <span className="size-1.5 rounded-full bg-edge" />}
                    </span>
                    <div className="min-w-0 flex-1">
                      <div className="flex min-h-6 flex-wrap items-baseline gap-x-3">
                        <span className="min-w-0 flex-1 basis-48 py-0.5 text-13 text-ink">
                          {entry.href ? (
                            <Link href={entry.href} look="quiet">
                              {entry.title}
                            </Link>
                          ) : (
                            entry.title
                          )}
                        </span>
                        <RelativeTime at={entry.at} className="num shrink-0 text-12 text-faint" />
                      </div>
                      {entry.says && <div className="text-13 text-soft">{entry.says}</div>}
                      {entry.children && <div className="mt-2">{entry.children}</div>}
                    </div>
                  </li>
                )
              })}
          </ol>
        </section>
      ))}
    </div>
  )
}
