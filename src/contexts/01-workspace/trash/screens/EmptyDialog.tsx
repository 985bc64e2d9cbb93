/** Should this really go for good? The one thing here that nothing takes back. */
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { trash } from '../contract.ts'

interface EmptyProps {
  rowIds: string[]
  onClose: () => void
  onDone: () => void
}

export function EmptyDialog({ rowIds, onClose, onDone }: EmptyProps) {
  const empty = useDo(useClient(trash).empty, {
    says: ({ records }) => `${countOf(records, 'record')} emptied for good`,
    onDone: () => {
      onDone()
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Empty ${countOf(rowIds.length, 'record')} for good`}
      says="Their values leave the history too. Nothing brings them back. Only an owner may do this."
      actions={
        <>
          <Button onClick={onClose}>Keep them</Button>
          <Button look="danger" busy={empty.isPending} onClick={() => empty.mutate({ rowIds })}>
            Empty for good
          </Button>
        </>
      }
    />
  )
}
