/** What would change if this became what it was then? Shown before anything does. */
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { audit } from '../contract.ts'
import { FieldChange } from './PastEntry.tsx'

interface RestoreProps {
  rowId: string
  name: string
  at: string
  onBack: () => void
  onDone: () => void
}

export function RestoreDialog({ rowId, name, at, onBack, onDone }: RestoreProps) {
  const api = useClient(audit)
  const asked = useAsk(api.previewRestore, { rowId, at })
  const restore = useChange(api.restore, `${name} is restored`, onDone)
  const fields = asked.data?.fields ?? []
  const may = asked.data?.refusal === null && fields.some((field) => !field.why)
  const says = asked.data?.refusal ?? (fields.length ? 'This is what would change. One undo takes it back.' : undefined)
  return (
    <Dialog
      open
      onClose={onBack}
      title={`Restore ${name}`}
      {...(says ? { says } : {})}
      actions={
        <>
          <Button onClick={onBack}>Back to the history</Button>
          {may && (
            <Button look="main" busy={restore.isPending} onClick={() => restore.mutate({ rowId, at })}>
              Restore
            </Button>
          )}
        </>
      }
    >
      {asked.error && <ErrorState what="This could not be compared" error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton shape="paragraph" lines={4} label="Comparing" />}
      {asked.data && !asked.data.refusal && (
        <>
          <p className="m-0 text-12 text-faint">
            As of <RelativeTime at={at} />
          </p>
          {fields.length === 0 && <p className="m-0 text-13 text-ink">Nothing differs from what is there now.</p>}
          <ul className="m-0 list-none p-0">
            {fields.map((field) => (
              <FieldChange key={field.field} field={field} why={field.why} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
