/** May this row be the same as another, and which rows were merged into it? */
import { Combine } from 'lucide-react'
import { Button } from '#foundation/ui/Button.tsx'
import { formatShare } from '#foundation/ui/format-number.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { toast } from '#foundation/ui/Toasts.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { duplicates } from '../contract.ts'
import { compareHref, hrefOf } from './row-places.ts'

export function DuplicateHint({ record, rowId }: { record: string; rowId: string }) {
  const found = useAsk(useClient(duplicates).of, { rowId }).data ?? []
  const [first] = found
  if (!first) return null
  return (
    <aside
      aria-label="Possible duplicate"
      className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-warn-wash px-3 py-2 text-13 text-ink"
    >
      <Combine size={16} aria-hidden className="shrink-0 text-warn" />
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
        Possible duplicate: <Link href={hrefOf(record, first.rowId)}>{first.name}</Link> ({formatShare(first.chance)} sure
        {found.length > 1 && `, and ${found.length - 1} more`})
      </span>
      <Button href={compareHref(record, rowId, first.rowId)}>Compare</Button>
    </aside>
  )
}

/** The rows that became this one, each with a way back. */
export function MergedHere({ record, rowId }: { record: string; rowId: string }) {
  const api = useClient(duplicates)
  const merges = useAsk(api.merges, { rowId }).data ?? []
  const unmerge = useDo(api.unmerge, {
    onDone: ({ left }) =>
      toast(
        left.length === 0
          ? 'Both are back as they were'
          : `Both are back. ${left.length === 1 ? 'One thing was' : `${left.length} things were`} changed since and stayed: ${left[0]?.why}`,
      ),
  })
  if (!merges.length) return null
  return (
    <section aria-label="Merged into this" data-record={record} className="mt-6">
      <h2 className="m-0 mb-2 text-14 font-semibold text-ink">Merged into this</h2>
      <ul className="m-0 list-none p-0">
        {merges.map((one) => (
          <li key={one.id} className="py-1 text-13">
            <span className="wrap-anywhere text-ink">{one.mergedName}</span>
            <span className="block text-12 text-faint">
              <RelativeTime at={one.createdAt} />
              {one.alias && ` · ${one.alias} leads here`}
            </span>
            <Button look="quiet" className="-ml-3" busy={unmerge.isPending} onClick={() => unmerge.mutate({ id: one.id })}>
              Undo this merge
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
