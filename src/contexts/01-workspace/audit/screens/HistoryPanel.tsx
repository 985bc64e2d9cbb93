/** How did this record, or one field of it, come to be what it is, and how does it become what it was? */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { DateField } from '#foundation/ui/DateField.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Sheet } from '#foundation/ui/Sheet.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { audit } from '../contract.ts'
import { PastEntry } from './PastEntry.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'

export interface HistoryPanelProps {
  rowId: string
  name: string
  /** One field only, as the contract names it, with its label. */
  field?: { name: string; label: string } | undefined
  onClose: () => void
}

export function HistoryPanel({ rowId, name, field, onClose }: HistoryPanelProps) {
  const [at, setAt] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const past = useAskPages(useClient(audit).past, { rowId, limit: 30, ...(field ? { field: field.name } : {}) }, (page) => page)
  if (at !== null) return <RestoreDialog rowId={rowId} name={name} at={at} onBack={() => setAt(null)} onDone={onClose} />
  return (
    <Sheet open onClose={onClose} title={field ? `${field.label} over time: ${name}` : `History of ${name}`}>
      {past.state === 'error' && <ErrorState what="The history could not be read" error={past.error} onRetry={past.retry} />}
      {past.state === 'loading' && <Skeleton shape="paragraph" lines={8} label="Reading the history" />}
      {past.state === 'ready' && past.rows.length === 0 && (
        <p className="m-0 text-13 text-faint">Nothing was changed here since this history is kept.</p>
      )}
      {!field && past.rows.length > 1 && (
        <div className="mb-2 flex items-end gap-2 border-b border-line pb-4">
          <DateField kind="moment" label="What was it on" value={typed} onChange={setTyped} className="min-w-0 flex-1" />
          <Button disabled={typed === ''} onClick={() => setAt(typed)}>
            Compare
          </Button>
        </div>
      )}
      <ol className="m-0 list-none p-0">
        {past.rows.map((one, nth) => (
          <PastEntry key={one.id} past={one} {...(nth > 0 && !field ? { onRestore: () => setAt(one.at) } : {})} />
        ))}
      </ol>
      {past.hasMore && (
        <Button busy={past.loadingMore} onClick={past.more}>
          Show earlier changes
        </Button>
      )}
    </Sheet>
  )
}
