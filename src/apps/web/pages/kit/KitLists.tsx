/** How does a table look with nothing, one, ten thousand rows, while it loads, and when it fails? */
import { Building2, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { DataTable } from '#foundation/ui/DataTable.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { formatMoney, formatShare } from '#foundation/ui/format-number.ts'
import { Quote } from '#foundation/ui/Quote.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { StateBadge, type Tone } from '#foundation/ui/StateBadge.tsx'
import { TimeLine } from '#foundation/ui/TimeLine.tsx'
import { toast } from '#foundation/ui/Toasts.tsx'
import type { Column } from '#foundation/ui/table-column.ts'
import { Sample } from './Both.tsx'
import { kinds, type SampleRow, sampleRows } from './sample.ts'

const tones: Record<SampleRow['stage'], Tone> = {
  Qualify: 'still',
  Discover: 'active',
  Propose: 'active',
  Decide: 'warn',
  Won: 'good',
}
const columns: Column<SampleRow>[] = [
  { id: 'name', header: 'Account', cell: (r) => r.name, value: (r) => r.name, width: 260, grow: true, phone: 'title' },
  { id: 'person', header: 'Person', cell: (r) => r.person, value: (r) => r.person, width: 140, phone: 'line' },
  {
    id: 'stage',
    header: 'Stage',
    cell: (r) => <StateBadge look="plain" tone={tones[r.stage]} word={r.stage} />,
    value: (r) => r.stage,
    width: 120,
    phone: 'line',
  },
  {
    id: 'amount',
    header: 'Amount',
    cell: (r) => (r.amount === null ? <span className="text-faint">not known</span> : formatMoney(r.amount, 'EUR')),
    value: (r) => r.amount,
    width: 120,
    align: 'end',
    phone: 'aside',
  },
  {
    id: 'chance',
    header: 'Chance',
    cell: (r) => formatShare(r.chance),
    value: (r) => r.chance,
    width: 90,
    align: 'end',
    phone: 'hide',
  },
  {
    id: 'touched',
    header: 'Last word',
    cell: (r) => <RelativeTime at={r.touched} />,
    value: (r) => r.touched,
    width: 150,
    phone: 'line',
  },
]
const shared = {
  columns,
  rowId: (r: SampleRow) => r.id,
  hrefOf: (r: SampleRow) => `/kit?part=Record&of=${r.id}`,
  noun: ['account', 'accounts'] as const,
}
const frame = 'overflow-hidden rounded-md border border-line'

export function KitLists() {
  const rows = useMemo(() => sampleRows(10_000), [])
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const [loaded, setLoaded] = useState(200)
  const [loading, setLoading] = useState(false)
  const more = () => {
    if (loading) return
    setLoading(true)
    setTimeout(() => {
      setLoaded((n) => Math.min(8_800, n + 200))
      setLoading(false)
    }, 400)
  }
  return (
    <>
      <Sample
        title="Ten thousand rows"
        note="j k move, Enter opens, x chooses; heads sort, their right edges move (Alt with ← → does the same)."
      >
        <div className={`${frame} h-[26rem]`}>
          <DataTable
            {...shared}
            label="Accounts"
            rows={rows}
            selected={selected}
            onSelect={setSelected}
            selectedActions={<Button onClick={() => toast(`${selected.size} archived`, { undo: () => {} })}>Archive</Button>}
            place="kit"
          />
        </div>
      </Sample>
      <Sample title="Page by page" note="More is asked for before the end is reached; the foot says how much of it is here.">
        <div className={`${frame} h-64`}>
          <DataTable
            {...shared}
            keys={false}
            density="compact"
            label="Accounts by page"
            rows={useMemo(() => rows.slice(0, loaded), [rows, loaded])}
            total={8_800}
            hasMore={loaded < 8_800}
            onMore={more}
            loadingMore={loading}
          />
        </div>
      </Sample>
      <div className="grid gap-x-8 xl:grid-cols-2">
        <Sample title="One row">
          <div className={`${frame} h-32`}>
            <DataTable {...shared} keys={false} label="One account" rows={useMemo(() => sampleRows(5).slice(4), [])} />
          </div>
        </Sample>
        <Sample title="None">
          <div className={frame}>
            <DataTable
              {...shared}
              keys={false}
              label="No accounts"
              rows={[]}
              empty={
                <EmptyState
                  icon={Building2}
                  title="No accounts yet"
                  says="They come from the people who write to you, or from a CSV file."
                >
                  <Button look="main" icon={Plus}>
                    Import a mailbox
                  </Button>
                </EmptyState>
              }
            />
          </div>
        </Sample>
        <Sample title="Loading">
          <div className={`${frame} h-72`}>
            <DataTable {...shared} keys={false} label="Loading accounts" rows={[]} state="loading" />
          </div>
        </Sample>
        <Sample title="Failed">
          <div className={frame}>
            <DataTable
              {...shared}
              keys={false}
              label="Accounts"
              rows={[]}
              state="error"
              error={new TypeError('Failed to fetch')}
              onRetry={() => toast('Asked again')}
            />
          </div>
        </Sample>
      </div>
      <Sample title="Time line">
        <div className="max-w-[44rem]">
          <TimeLine
            entries={[
              {
                id: '1',
                at: new Date(Date.now() - 3_600_000).toISOString(),
                title: 'Dana Weber wrote: Re: Offer and next steps',
                href: '/kit',
              },
              {
                id: '2',
                at: new Date(Date.now() - 2 * 86_400_000).toISOString(),
                icon: kinds.promise.icon,
                hue: kinds.promise.hue,
                title: 'Dana promised the list of locations',
                says: 'Due in 2 days',
                children: <Quote size="small" text="I'll send you the list of our locations by Thursday." who="Dana Weber" />,
              },
              { id: '3', at: '2026-09-14T10:00:00Z', title: 'First call with Ingrid Solheim', says: '42 minutes, 3 needs' },
              { id: '4', at: '2026-09-02T08:12:00Z', title: 'Opportunity created from the trade fair list' },
            ]}
          />
        </div>
      </Sample>
    </>
  )
}
