/** What is kept about this person, and should all of it go for good? Asks for the name, because nothing takes it back. */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { personalData } from '../contract.ts'
import { isTypedToErase } from '../rules/may-erase.ts'

interface EraseProps {
  personId: string
  name: string
  onClose: () => void
  onErased: () => void
}

export function EraseDialog({ personId, name, onClose, onErased }: EraseProps) {
  const api = useClient(personalData)
  const asked = useAsk(api.preview, { id: personId }, { staleMs: 0 })
  const erase = useDo(api.erase, { says: 'The erasure has begun. Its report stands under Personal data.', onDone: onErased })
  const [typed, setTyped] = useState('')
  const refusal = asked.data?.refusal
  const isTyped = isTypedToErase(typed, name)
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Erase ${name}`}
      says={
        refusal ??
        'Rows, messages, quotes, files, search and history: everywhere, and for good. What others wrote stays, without this person in it.'
      }
      actions={
        <>
          <Button onClick={onClose}>Keep this person</Button>
          {asked.data && !refusal && (
            <Button
              look="danger"
              disabled={!isTyped}
              busy={erase.isPending}
              onClick={() => erase.mutate({ id: personId, name: typed })}
            >
              Erase for good
            </Button>
          )}
        </>
      }
    >
      {asked.error && (
        <ErrorState what="What is kept could not be counted" error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.isPending && <Skeleton shape="paragraph" lines={5} label="Counting what is kept" />}
      {asked.data && (
        <dl className="m-0 mb-4 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          {asked.data.counts.map(({ what, count }) => (
            <div key={what} className="contents">
              <dt className="text-13 text-soft">{what}</dt>
              <dd className="num m-0 text-13 text-ink">{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {asked.data && !refusal && (
        <TextField label={`Type the name to erase: ${name}`} value={typed} onChange={setTyped} autoComplete="off" />
      )}
    </Dialog>
  )
}
