/** What may they buy, and where does it stand? A short list, for an account or a person. */
import { formatMoney } from '#foundation/ui/format-number.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { relateDay } from '#foundation/ui/relate-time.ts'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import type { OpportunityRow } from './OpportunityForm.tsx'

export const outcomeLooks = { open: 'active', won: 'good', lost: 'bad' } as const

export function OpportunityList({ rows, none }: { rows: readonly OpportunityRow[]; none: string }) {
  const now = useNow()
  if (!rows.length) return <p className="m-0 py-2 text-13 text-faint">{none}</p>
  return (
    <ul className="m-0 list-none p-0">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0">
          <Link
            href={`/opportunities/${row.id}`}
            look="quiet"
            className="min-w-0 flex-1 basis-48 text-14 font-medium wrap-anywhere"
          >
            {row.name}
          </Link>
          <StateBadge tone={outcomeLooks[row.outcome]} word={row.stageName} look="plain" />
          <span className="num text-13 text-ink">
            {row.amountMinor === null ? 'No amount' : formatMoney(row.amountMinor, row.currency)}
          </span>
          {row.closeOn && (
            <span className="text-12 text-faint">
              {row.outcome === 'open' ? 'closes' : 'closed'} {relateDay(row.closeOn, now)}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
