/** Why does the program say so? The same panel everywhere: conclusion, how sure, quotes, rows, rule, and what a person can do. */
import { useQuery } from '@tanstack/react-query'
import { Check, Pencil, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import { ErrorState } from './ErrorState.tsx'
import { countOf } from './format-number.ts'
import { IconButton } from './IconButton.tsx'
import { Kbd } from './Kbd.tsx'
import { Link } from './Link.tsx'
import { Quote } from './Quote.tsx'
import { Sheet } from './Sheet.tsx'
import { Skeleton } from './Skeleton.tsx'
import { SureMeter } from './SureMeter.tsx'
import { saySure } from './say-sure.ts'
import { useWide } from './useMedia.ts'
import { useShortcuts } from './useShortcuts.ts'
import { useWhy, type Why, type WhyContent } from './useWhy.tsx'

/** The panel in its place: a column beside the page where there is room, a sheet elsewhere. AppFrame carries it. */
export function WhyPanel() {
  const { why, close } = useWhy()
  const wide = useWide()
  if (!why) return null
  return wide ? (
    <WhyColumn key={why.key} why={why} close={close} />
  ) : (
    <Sheet open onClose={close} title="Why">
      <WhyLoaded why={why} />
    </Sheet>
  )
}

function WhyColumn({ why, close }: { why: Why; close: () => void }) {
  const box = useRef<HTMLElement>(null)
  useShortcuts([{ keys: 'Escape', says: 'Close the Why panel', group: 'Anywhere', run: close }])
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      ref={box}
      tabIndex={-1}
      aria-label="Why"
      data-print="no"
      className="flex w-[22.5rem] shrink-0 animate-arrive flex-col border-l border-line bg-surface outline-none"
    >
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-5">
        <h2 className="m-0 flex-1 text-13 font-semibold">Why</h2>
        <Kbd keys="w" />
        <IconButton icon={X} label="Close" onClick={close} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="min-h-0 flex-1 overflow-y-auto px-5 py-4" tabIndex={0} aria-label="Reasons">
        <WhyLoaded why={why} />
      </section>
    </aside>
  )
}

function WhyLoaded({ why }: { why: Why }) {
  const asked = useQuery({ queryKey: ['why', why.key], queryFn: async () => why.load() })
  if (asked.isError) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton shape="paragraph" lines={6} label="Loading the reasons" />
  const after = (act: () => unknown) => async () => {
    await act()
    await asked.refetch()
  }
  const { actions, ...rest } = asked.data
  return (
    <WhyBody
      {...rest}
      {...(actions
        ? {
            actions: {
              ...(actions.confirm ? { confirm: after(actions.confirm) } : {}),
              ...(actions.correct ? { correct: actions.correct } : {}),
              ...(actions.reject ? { reject: after(actions.reject) } : {}),
            },
          }
        : {})}
    />
  )
}

/** The content alone, for a place that already is a panel. */
export function WhyBody({ conclusion, sure, standing, quotes = [], rows = [], rowsTotal, rule, actions }: WhyContent) {
  return (
    <div className="flex flex-col gap-6">
      <section>
        <p className="m-0 text-16 font-medium text-ink">{conclusion}</p>
        {sure && (
          <p className="num m-0 mt-2 flex items-center gap-2 text-13 text-soft">
            <SureMeter confidence={sure.confidence} />
            {saySure(sure)}
          </p>
        )}
        {standing && <div className="mt-2 text-13 text-soft">{standing}</div>}
        {actions && (
          <div className="mt-3 flex flex-wrap gap-2 *:first:data-[look=quiet]:-ml-3">
            {actions.confirm && (
              <Button icon={Check} onClick={() => void actions.confirm?.()}>
                Confirm
              </Button>
            )}
            {actions.correct && (
              <Button icon={Pencil} onClick={() => void actions.correct?.()}>
                Correct
              </Button>
            )}
            {actions.reject && (
              <Button icon={X} look="quiet" onClick={() => void actions.reject?.()}>
                Reject
              </Button>
            )}
          </div>
        )}
      </section>
      {quotes.length > 0 && (
        <section>
          <h3 className={heading}>In their words</h3>
          <div className="flex flex-col gap-4">
            {quotes.map(({ id, ...quote }) => (
              <Quote key={id} {...quote} />
            ))}
          </div>
        </section>
      )}
      {rows.length > 0 && (
        <section>
          <h3 className={heading}>Counted from {countOf(rowsTotal ?? rows.length, 'record')}</h3>
          <ul className="m-0 list-none p-0">
            {rows.map((row) => (
              <li key={row.id} className="flex min-h-(--row) items-center gap-3 border-t border-line first:border-t-0">
                <span className="min-w-0 flex-1 truncate">{row.href ? <Link href={row.href}>{row.label}</Link> : row.label}</span>
                <span className="num text-soft">{row.value}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rule && (
        <section>
          <h3 className={heading}>How it was concluded</h3>
          <p className="m-0 text-13 text-soft">{rule.says}</p>
          <p className="m-0 mt-1 text-12 text-faint">{rule.href ? <Link href={rule.href}>{rule.name}</Link> : rule.name}</p>
        </section>
      )}
    </div>
  )
}

const heading = 'm-0 mb-2 text-12 font-medium text-faint'
