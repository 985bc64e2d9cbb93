/** Which rows may be one and the same? A queue, the surest first: merge, not the same, or later. */
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { countOf, formatShare } from '#foundation/ui/format-number.ts'
import { Link, useGo } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'
import { useAskPages, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { duplicates } from '../contract.ts'
import { ComparePair } from './ComparePair.tsx'
import { hrefOf, placeOf } from './row-places.ts'

interface PageArgs {
  search: Readonly<Record<string, string | undefined>>
  setSearch: (patch: Record<string, string | undefined>) => void
}

export function DuplicatesPage({ search, setSearch }: PageArgs) {
  const { go } = useGo()
  const { record, left, right } = search
  if (record && left && right)
    return (
      <Page
        title={`Merge two ${placeOf(record).plural.toLowerCase()}`}
        says="Chosen by hand"
        actions={<Button href="/duplicates">All duplicates</Button>}
      >
        <ComparePair record={record} leftId={left} rightId={right} onDone={(keptId) => go(hrefOf(record, keptId))} />
      </Page>
    )
  return <Queue only={record} at={search.pair} setSearch={setSearch} />
}

function Queue({ only, at, setSearch }: { only: string | undefined; at: string | undefined; setSearch: PageArgs['setSearch'] }) {
  const api = useClient(duplicates)
  const list = useAskPages(api.list, { ...(only ? { record: only } : {}), limit: 100 }, (page) => page)
  const seek = useDo(api.seek, { says: 'Looking through everything in the background' })
  const place = Math.max(
    0,
    list.rows.findIndex((pair) => pair.id === at),
  )
  const pair = list.rows[place]
  const step = (by: number) => {
    const next = list.rows[place + by]
    if (next) setSearch({ pair: next.id })
  }
  useShortcuts([
    { keys: 'j', says: 'Next pair', group: 'Duplicates', run: () => step(1) },
    { keys: 'k', says: 'Previous pair', group: 'Duplicates', run: () => step(-1) },
  ])
  const rest = list.rows.filter((one) => one !== pair)
  return (
    <Page
      title="Duplicates"
      says={
        list.state === 'ready'
          ? pair
            ? `${countOf(list.rows.length, 'pair')}${list.hasMore ? ' and more' : ''} to look at`
            : 'Nothing to look at'
          : ''
      }
      actions={
        <Button look="quiet" busy={seek.isPending} onClick={() => seek.mutate({})}>
          Look through everything again
        </Button>
      }
      tools={
        <Tabs
          label="Which records"
          value={only ?? ''}
          onChange={(next) => setSearch({ record: next || undefined, pair: undefined })}
          tabs={[
            { value: '', label: 'All' },
            { value: 'accounts', label: 'Accounts' },
            { value: 'people', label: 'People' },
          ]}
        />
      }
    >
      {list.state === 'loading' && <Skeleton shape="paragraph" lines={8} label="Opening the queue" />}
      {list.state === 'error' && <ErrorState what="The queue could not be opened" error={list.error} onRetry={list.retry} />}
      {list.state === 'ready' && !pair && (
        <EmptyState
          title="No duplicates to look at"
          says="Accounts and people are compared as they come in. Two that may be the same appear here."
        />
      )}
      {pair && (
        <>
          <ComparePair
            record={pair.record}
            leftId={pair.leftId}
            rightId={pair.rightId}
            pairId={pair.id}
            onDone={() => setSearch({ pair: undefined })}
          />
          {rest.length > 0 && (
            <nav aria-label="Next in line" className="mt-8 max-w-[60rem]">
              <h2 className="m-0 mb-1 text-14 font-semibold text-ink">Next in line</h2>
              <ul className="m-0 list-none p-0">
                {rest.slice(0, 20).map((one) => (
                  <li key={one.id} className="border-t border-line">
                    <Link
                      href={`/duplicates?${new URLSearchParams({ ...(only ? { record: only } : {}), pair: one.id })}`}
                      look="bare"
                      className="flex min-h-(--row) items-center gap-3 px-1 py-1 text-13 text-ink no-underline hover:bg-hover"
                    >
                      <span className="min-w-0 flex-1 wrap-anywhere">
                        {one.leftName} <span className="text-faint">and</span> {one.rightName}
                      </span>
                      <span className="num shrink-0 text-12 text-faint">{formatShare(one.chance)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </>
      )}
    </Page>
  )
}
