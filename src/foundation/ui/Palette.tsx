/** What do you want to find or do? Ctrl-K: records as you type, and every action. */
import { Dialog as Base } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import type { LucideIcon } from 'lucide-react'
import { Search } from 'lucide-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { dress } from './dress.ts'
import { veilLook } from './floating-looks.ts'
import { Kbd } from './Kbd.tsx'
import { useGo } from './Link.tsx'
import { readProblem } from './read-problem.ts'

export interface PaletteItem {
  id: string
  label: string
  /** Quiet, at the right. */
  detail?: ReactNode
  /** What was said, under it; a customer's own words in serif. */
  says?: { words: string; voice: 'theirs' | 'ours' }
  group: string
  icon?: LucideIcon
  href?: string
  run?: () => void
  keys?: string
  /** More words it is found by. */
  words?: readonly string[]
}

export interface PaletteProps {
  open: boolean
  onClose: () => void
  /** Always there, filtered here. */
  actions: readonly PaletteItem[]
  /** Asked as one types, from the first letter on; its answer is not filtered again. */
  search?: (text: string) => Promise<readonly PaletteItem[]>
}

export function Palette({ open, onClose, actions, search }: PaletteProps) {
  const { go } = useGo()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['palette', asked],
    queryFn: async () => (await search?.(asked)) ?? [],
    enabled: open && search !== undefined && asked !== '',
    placeholderData: (old) => (asked === '' ? undefined : old),
  })
  const close = () => {
    setText('')
    onClose()
  }
  const take = (item: PaletteItem) => {
    close()
    if (item.run) item.run()
    else if (item.href) go(item.href)
  }
  const records = asked === '' ? [] : (found.data ?? [])
  const needle = text.trim().toLowerCase()
  const fitting = actions.filter(
    (a) => needle === '' || [a.label, ...(a.words ?? [])].some((w) => w.toLowerCase().includes(needle)),
  )
  const groups = [...new Set([...records, ...fitting].map((i) => i.group))]
  const status = found.isError
    ? readProblem(found.error).detail
    : found.isFetching
      ? 'Searching'
      : search !== undefined && asked === ''
        ? 'Type to find records and what was said'
        : `Nothing is called “${asked}”, and nobody said it. Fewer letters find more.`
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && close()}>
      <Base.Portal>
        <Base.Backdrop className={veilLook} />
        <Base.Popup className="fixed inset-x-0 top-0 z-50 mx-auto flex max-h-[70dvh] w-full flex-col overflow-hidden border border-line bg-raised text-ink shadow-float transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:top-[12dvh] sm:max-w-[36rem] sm:rounded-md">
          <Base.Title className="sr-only">Search and do anything</Base.Title>
          <Command shouldFilter={false} loop label="Search and do anything" className="flex min-h-0 flex-col">
            <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
              <Search size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-faint" />
              <Command.Input
                autoFocus
                value={text}
                onValueChange={setText}
                placeholder="Find a record, or do something"
                className="h-full min-w-0 flex-1 border-0 bg-transparent text-16 text-ink outline-none"
              />
              <Kbd keys="Escape" className="max-sm:hidden" />
            </div>
            <Command.List className="min-h-0 overflow-y-auto p-2">
              {groups.length === 0 && (
                <p role="status" className="m-0 px-2 py-4 text-13 text-faint">
                  {status}
                </p>
              )}
              {groups.map((group) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-faint"
                >
                  {[...records, ...fitting]
                    .filter((i) => i.group === group)
                    .map((item) => (
                      <Command.Item
                        key={item.id}
                        value={item.id}
                        onSelect={() => take(item)}
                        className="flex min-h-(--row) cursor-default items-center gap-3 rounded-md px-2 py-1 text-13 data-[selected=true]:bg-accent-wash"
                      >
                        {item.icon && <item.icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-faint" />}
                        <span className="min-w-0 flex-1">
                          <span className="block truncate">{item.label}</span>
                          {item.says && (
                            <span className={dress('line-clamp-2 text-soft', item.says.voice === 'theirs' && 'font-serif')}>
                              {item.says.words}
                            </span>
                          )}
                        </span>
                        {item.detail && <span className="max-w-[45%] truncate text-faint">{item.detail}</span>}
                        {item.keys && <Kbd keys={item.keys} className="max-sm:hidden" />}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
