/** Which conversations are there? One line each: who, about what, the latest words, what was found in it. */
import { Mail, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { dress } from '#foundation/ui/dress.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import type { ThreadShown } from '../contract.ts'

export type ThreadRow = z.output<typeof ThreadShown>

export interface ThreadListProps {
  rows: readonly ThreadRow[]
  currentId?: string | null
  hrefOf: (row: ThreadRow) => string
  /** The marks of what was found, drawn by the page that knows the kinds. */
  marksOf: (row: ThreadRow) => ReactNode
}

export function ThreadList({ rows, currentId = null, hrefOf, marksOf }: ThreadListProps) {
  return (
    <ul className="m-0 list-none p-0" aria-label="Conversations">
      {rows.map((row) => {
        const Icon = row.source === 'call' ? Phone : Mail
        const current = row.id === currentId
        return (
          <li key={row.id} className="border-b border-line">
            <Link
              href={hrefOf(row)}
              look="bare"
              data-thread={row.id}
              aria-current={current ? 'page' : undefined}
              className={dress('block px-4 py-2.5 text-ink hover:bg-hover', current && 'bg-accent-wash')}
            >
              <span className="flex items-baseline gap-2">
                <Icon
                  size={13}
                  aria-label={row.source === 'call' ? 'Call' : 'Mail'}
                  className="shrink-0 translate-y-0.5 text-faint"
                />
                <span className="min-w-0 flex-1 truncate text-13 font-medium">
                  {row.accountName ?? row.people.join(', ') ?? 'Unknown'}
                </span>
                <span className="shrink-0 text-12 text-faint">
                  <RelativeTime at={row.lastAt} />
                </span>
              </span>
              <span className="mt-0.5 flex items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate text-13">{row.subject || 'No subject'}</span>
                {row.messageCount > 1 && <span className="num shrink-0 text-12 text-faint">{row.messageCount}</span>}
              </span>
              <span className="mt-0.5 flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate text-12 text-faint">{row.snippet}</span>
                {marksOf(row)}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
