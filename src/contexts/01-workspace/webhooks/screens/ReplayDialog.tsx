/** Since when is everything sent again? */
import { type FormEvent, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { DateField } from '#foundation/ui/DateField.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { webhooks } from '../contract.ts'

export function ReplayDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const replay = useDo(useClient(webhooks).replaySince, {
    says: ({ count }) => `${countOf(count, 'delivery', 'deliveries')} on the way again`,
    onDone: onClose,
  })
  const [since, setSince] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (since) replay.mutate({ id, since: new Date(since).toISOString() })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Send again"
      says="Everything since this moment that the webhook is told, each row in its order, under the same ids as before. Kept for thirty days."
    >
      <form onSubmit={send} className="flex flex-col gap-4" noValidate>
        <DateField label="Since" kind="moment" required value={since} onChange={setSince} />
        <div>
          <Button look="main" type="submit" busy={replay.isPending} disabled={!since}>
            Send again
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
