/** Where am I, and where else can I go? A rail on a desk, a bar of four and a sheet on a phone, the Why panel beside. */
import type { LucideIcon } from 'lucide-react'
import { Ellipsis, Search } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { dress } from './dress.ts'
import { formatNumber } from './format-number.ts'
import { Kbd } from './Kbd.tsx'
import { Link, useGo } from './Link.tsx'
import { Sheet } from './Sheet.tsx'
import { useShortcuts } from './useShortcuts.ts'
import { useWhy } from './useWhy.tsx'

export interface RailItem {
  id: string
  label: string
  href: string
  icon: LucideIcon
  /** How many wait there; nothing is shown for 0. */
  count?: number
  /** What the count counts, for screen readers: "need you". */
  countSays?: string
  /** "g t" */
  keys?: string
}

export interface AppFrameProps {
  /** The workspace's name. */
  brand: string
  items: readonly RailItem[]
  /** Stand at the foot of the rail. */
  footItems?: readonly RailItem[]
  /** The path shown now. */
  at: string
  /** Ids of the four in the phone's bar; the rest is behind More. */
  phoneItems: readonly string[]
  onSearch?: () => void
  /** Under the foot items: who is signed in. */
  foot?: ReactNode
  children: ReactNode
}

const WhyPanel = lazy(() => import('./WhyPanel.tsx').then((m) => ({ default: m.WhyPanel })))

const isAt = (item: RailItem, at: string): boolean => at === item.href || (item.href !== '/' && at.startsWith(`${item.href}/`))

export function AppFrame({ brand, items, footItems = [], at, phoneItems, onSearch, foot, children }: AppFrameProps) {
  const { go } = useGo()
  const { why } = useWhy()
  const all = [...items, ...footItems]
  useShortcuts(
    all.flatMap((item) =>
      item.keys ? [{ keys: item.keys, says: `Go to ${item.label}`, group: 'Go', run: () => go(item.href) }] : [],
    ),
  )
  return (
    <div data-print="page" className="flex h-dvh flex-col overflow-hidden sm:flex-row">
      <a
        href="#main"
        className="sr-only rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60"
      >
        Skip to the page
      </a>
      <nav
        aria-label="Workspace"
        data-print="no"
        className="hidden w-14 shrink-0 flex-col gap-px overflow-y-auto border-r border-line bg-canvas px-2 pb-3 sm:flex lg:w-52"
      >
        <p className="m-0 flex h-12 shrink-0 items-center gap-2 px-2 text-13 font-semibold text-ink">
          <Mark />
          <span className="hidden min-w-0 truncate lg:block" title={brand}>
            {brand}
          </span>
        </p>
        {onSearch && (
          <button
            type="button"
            onClick={onSearch}
            aria-keyshortcuts="Control+K"
            className="mb-3 flex h-(--row) shrink-0 items-center gap-2.5 rounded-md border border-line bg-surface px-2 text-13 text-faint hover:border-edge/70 hover:text-soft max-lg:justify-center"
          >
            <Search size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
            <span className="flex-1 text-left max-lg:sr-only">Search</span>
            <span aria-hidden className="max-lg:hidden">
              <Kbd keys="mod+k" />
            </span>
          </button>
        )}
        {items.map((item) => (
          <RailLink key={item.id} item={item} here={isAt(item, at)} />
        ))}
        <div className="flex-1" />
        {footItems.map((item) => (
          <RailLink key={item.id} item={item} here={isAt(item, at)} />
        ))}
        {foot && <div className="mt-2 border-t border-line pt-2">{foot}</div>}
      </nav>
      <main
        id="main"
        tabIndex={-1}
        data-print="page"
        className="relative min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface outline-none"
      >
        {children}
      </main>
      {why && (
        <Suspense>
          <WhyPanel />
        </Suspense>
      )}
      <PhoneBar items={all} at={at} phoneItems={phoneItems} onSearch={onSearch} foot={foot} brand={brand} />
    </div>
  )
}

function RailLink({ item, here }: { item: RailItem; here: boolean }) {
  const Icon = item.icon
  return (
    <Link
      href={item.href}
      look="bare"
      aria-current={here ? 'page' : undefined}
      title={item.label}
      className={dress(
        'relative flex h-(--row) shrink-0 items-center gap-2.5 rounded-md px-2 text-13 no-underline transition-colors max-lg:justify-center',
        here ? 'bg-line/60 font-medium text-ink' : 'text-soft hover:bg-line/35 hover:text-ink',
      )}
    >
      {here && <span aria-hidden className="absolute top-2 bottom-2 -left-2 w-0.5 rounded-full bg-accent" />}
      <Icon size={16} strokeWidth={1.75} aria-hidden className={here ? 'shrink-0 text-accent' : 'shrink-0'} />
      <span className="min-w-0 flex-1 truncate max-lg:sr-only">{item.label}</span>
      <Count item={item} className="max-lg:hidden" />
    </Link>
  )
}

function Count({ item, className }: { item: RailItem; className?: string }) {
  if (!item.count) return null
  return (
    <span className={dress('num text-12 text-faint', className)}>
      {formatNumber(item.count, 0)}
      {item.countSays && <span className="sr-only"> {item.countSays}</span>}
    </span>
  )
}

interface PhoneBarProps {
  items: readonly RailItem[]
  at: string
  phoneItems: readonly string[]
  onSearch: (() => void) | undefined
  foot: ReactNode
  brand: string
}

function PhoneBar({ items, at, phoneItems, onSearch, foot, brand }: PhoneBarProps) {
  const [more, setMore] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the place changes
  useEffect(() => setMore(false), [at])
  const shown = phoneItems.flatMap((id) => items.find((item) => item.id === id) ?? [])
  const rest = items.filter((item) => !phoneItems.includes(item.id))
  const tab = 'flex h-14 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 text-12 no-underline'
  return (
    <>
      <nav
        aria-label="Workspace, short"
        data-print="no"
        className="flex shrink-0 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] sm:hidden"
      >
        {shown.map((item) => {
          const here = isAt(item, at)
          const Icon = item.icon
          return (
            <Link
              key={item.id}
              href={item.href}
              look="bare"
              aria-current={here ? 'page' : undefined}
              className={dress(tab, here ? 'font-medium text-accent-deep' : 'text-soft')}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              <span className="max-w-full truncate px-0.5">{item.label}</span>
            </Link>
          )
        })}
        <button
          type="button"
          onClick={() => setMore(true)}
          aria-haspopup="dialog"
          aria-expanded={more}
          className={`${tab} text-soft`}
        >
          <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
          More
        </button>
      </nav>
      <Sheet open={more} onClose={() => setMore(false)} title={brand}>
        <div className="-mx-2 flex flex-col">
          {onSearch && (
            <button
              type="button"
              onClick={() => {
                setMore(false)
                onSearch()
              }}
              className="flex h-11 items-center gap-3 rounded-md px-2 text-14 text-ink"
            >
              <Search size={18} strokeWidth={1.75} aria-hidden className="text-soft" />
              Search
            </button>
          )}
          {rest.map((item) => (
            <Link
              key={item.id}
              href={item.href}
              look="bare"
              aria-current={isAt(item, at) ? 'page' : undefined}
              className="flex h-11 items-center gap-3 rounded-md px-2 text-14 text-ink no-underline aria-[current]:bg-line/60 aria-[current]:font-medium"
            >
              <item.icon size={18} strokeWidth={1.75} aria-hidden className="text-soft" />
              <span className="flex-1">{item.label}</span>
              <Count item={item} />
            </Link>
          ))}
        </div>
        {foot && <div className="mt-4 border-t border-line pt-4">{foot}</div>}
      </Sheet>
    </>
  )
}

const Mark = () => (
  <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true" className="shrink-0">
    <rect width="32" height="32" rx="7" className="fill-accent" />
    <path d="M9 8v16" className="stroke-on-accent/70" strokeWidth="2.5" strokeLinecap="round" />
    <path d="M14 10h9M14 16h9M14 22h5" className="stroke-on-accent" strokeWidth="2.5" strokeLinecap="round" fill="none" />
  </svg>
)
