/** Where did each message, call and row end, and why? */
import { useEffect } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { imports } from '#workspace/imports/contract.ts'
import { outcomeStates } from './import-states.ts'

const outcomes = ['stored', 'changed', 'already', 'skipped'] as const
const places: Record<string, (id: string) => string> = {
  accounts: (id) => `/accounts/${id}`,
  people: (id) => `/people/${id}`,
  opportunities: (id) => `/opportunities/${id}`,
  threads: (id) => `/conversations/${id}`,
}

interface LedgerProps {
  importId: string
  going: boolean
  seen: number
  outcome: string | undefined
  onOutcome: (outcome: string | undefined) => void
}

export function Ledger({ importId, going, seen, outcome, onOutcome }: LedgerProps) {
  const chosen = outcomes.find((o) => o === outcome)
  const list = useAskPages(
    useClient(imports).ledger,
    { id: importId, limit: 100, ...(chosen ? { outcome: chosen } : {}) },
    (page) => page,
  )
  const { retry } = list
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again as the import moves on
  useEffect(() => retry(), [seen, going])
  return (
    <>
      <Tabs
        label="Outcome"
        value={chosen ?? ''}
        onChange={(next) => onOutcome(next || undefined)}
        tabs={[{ value: '', label: 'All' }, ...outcomes.map((value) => ({ value, label: outcomeStates[value].word }))]}
      />
      {list.state === 'error' && <ErrorState what="The ledger could not be loaded" error={list.error} onRetry={list.retry} />}
      {list.state === 'loading' && <Skeleton shape="rows" lines={6} label="Loading the ledger" />}
      {list.state === 'ready' && list.rows.length === 0 && (
        <p className="m-0 pt-4 text-13 text-faint">{going ? 'Nothing yet.' : 'Nothing ended this way.'}</p>
      )}
      <ul className="m-0 mt-2 list-none p-0">
        {list.rows.map((entry, at) => {
          // The file is named where it begins, and wherever there is more to say.
          const says = entry.reason ? `${entry.path}: ${entry.reason}` : entry.path !== list.rows[at - 1]?.path && entry.path
          const place = entry.record && entry.rowId ? places[entry.record]?.(entry.rowId) : undefined
          return (
            <li key={entry.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-line py-2 first:border-t-0">
              <span className="truncate text-13 text-ink">
                {place ? (
                  <Link href={place} look="quiet">
                    {entry.label}
                  </Link>
                ) : (
                  entry.label
                )}
              </span>
              <StateBadge {...outcomeStates[entry.outcome]} look="plain" />
              {says && <span className="col-span-2 text-12 wrap-anywhere text-faint">{says}</span>}
            </li>
          )
        })}
      </ul>
      {list.hasMore && (
        <Button look="quiet" busy={list.loadingMore} onClick={list.more}>
          Show more
        </Button>
      )}
    </>
  )
}
