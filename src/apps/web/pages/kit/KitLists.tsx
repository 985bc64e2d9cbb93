/** How does a list look while it loads, and along the time? */
import { Quote } from '#foundation/ui/Quote.tsx'
import { TableSkeleton } from '#foundation/ui/TableSkeleton.tsx'
import { TimeLine } from '#foundation/ui/TimeLine.tsx'
import { Sample } from './Both.tsx'
import { kinds } from './sample.ts'

const columns = [
  { id: 'name', header: 'Account', width: 260, grow: true },
  { id: 'person', header: 'Person', width: 140 },
  { id: 'amount', header: 'Amount', width: 120, align: 'end' as const },
]

export function KitLists() {
  return (
    <>
      <Sample title="A table on its way" note="Its true head and rows of the true height; the rest of a table stands under Grid.">
        <div className="h-72 overflow-hidden rounded-md border border-line">
          <TableSkeleton label="Accounts" columns={columns} selectable />
        </div>
      </Sample>
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
