/** Who is this, where do we stand, what is next? A record read top-down like a briefing. */
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from './Link.tsx'
import { Together } from './Together.tsx'
import { usePageTitle } from './usePageTitle.ts'

export interface RecordPageProps {
  /** The way back: the list it came from. */
  from?: { label: string; href: string }
  title: string
  /** Beside the title: one state badge. */
  badge?: ReactNode
  /** Where we stand, in one line. */
  standing?: ReactNode
  /** The main action last. */
  actions?: ReactNode
  /** Sections in the order of a briefing. */
  children: ReactNode
  /** The facts of the record, beside the briefing on a desk, after it on a phone. */
  side?: ReactNode
}

export function RecordPage({ from, title, badge, standing, actions, children, side }: RecordPageProps) {
  usePageTitle(title)
  return (
    <article className="@container w-full max-w-[76rem] px-4 pt-4 pb-20 sm:px-8 sm:pt-5">
      {from && (
        <p className="m-0" data-print="no">
          <Link
            href={from.href}
            look="bare"
            className="inline-flex min-h-6 items-center rounded-sm text-12 text-faint no-underline hover:text-ink hover:underline pointer-coarse:min-h-11"
          >
            {from.label}
          </Link>
        </p>
      )}
      <header className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b border-line pb-5">
        <div className="min-w-0 flex-1 basis-80">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <h1 className="m-0 min-w-0 text-20 font-semibold @min-[44rem]:text-28 tracking-tight text-ink">{title}</h1>
            {badge}
          </div>
          {standing && <div className="mt-2 max-w-reading text-16 text-soft">{standing}</div>}
        </div>
        {actions && (
          <div data-print="no" className="flex flex-wrap gap-2 pt-0.5">
            {actions}
          </div>
        )}
      </header>
      <Together className={side ? '@min-[52rem]:grid @min-[52rem]:grid-cols-[minmax(0,1fr)_16.5rem] @min-[52rem]:gap-x-12' : ''}>
        <div className="min-w-0">{children}</div>
        {side && <div className="min-w-0 @min-[52rem]:pt-7 @max-[52rem]:mt-8">{side}</div>}
      </Together>
    </article>
  )
}

export interface SectionProps {
  title: string
  /** How many, or what else one should know at once. */
  note?: ReactNode
  action?: ReactNode
  children: ReactNode
}

/** One part of the briefing. The title is small: the content is what is read. */
export function Section({ title, note, action, children }: SectionProps) {
  return (
    <section className="pt-7">
      <header className="mb-2 flex min-h-7 items-center gap-2">
        <h2 className="m-0 text-14 font-semibold text-ink">{title}</h2>
        {note !== undefined && <span className="num text-13 text-faint">{note}</span>}
        <span className="flex-1" />
        {action && (
          <span data-print="no" className="*:data-[look=quiet]:-mr-3">
            {action}
          </span>
        )}
      </header>
      {children}
    </section>
  )
}

export interface Fact {
  label: string
  value: ReactNode
  /** A small thing to do with it, beside the label. */
  action?: ReactNode
}

/** Label and value pairs at one left edge; facts without a value are said to be unknown. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="m-0 flex flex-col gap-3">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt className="flex items-center gap-1 text-12 text-faint">
            {fact.label}
            {fact.action}
          </dt>
          <FactValue value={fact.value} />
        </div>
      ))}
    </dl>
  )
}

/** Long enough to be found after a glance elsewhere. */
const markedMs = 4_000

/** A value that became another one while it was looked at is marked for a moment, whoever changed it. */
function FactValue({ value }: { value: ReactNode }) {
  const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : value === null ? '' : undefined
  const [known, setKnown] = useState(plain)
  const [isMarked, setMarked] = useState(false)
  if (plain !== known) {
    setKnown(plain)
    setMarked(plain !== undefined && known !== undefined)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the moment anew
  useEffect(() => {
    if (!isMarked) return
    const timer = setTimeout(() => setMarked(false), markedMs)
    return () => clearTimeout(timer)
  }, [isMarked, known])
  return (
    <dd
      data-marked={isMarked || undefined}
      className="m-0 -mx-1 rounded-sm px-1 wrap-anywhere text-13 text-ink transition-colors duration-700 data-marked:bg-ochre-wash"
    >
      {value ?? <span className="text-faint">Not known</span>}
    </dd>
  )
}
