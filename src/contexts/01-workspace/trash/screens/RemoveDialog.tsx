/** What goes with this record when it is removed, or where should that move? One undo takes all of it back. */
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { Combobox, type Option } from '#foundation/ui/Combobox.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { type Counted, type removable, trash } from '../contract.ts'
import { sayKinds } from '../rules/count-kinds.ts'

export interface RemoveDialogProps {
  record: z.output<typeof removable>
  rowId: string
  name: string
  onClose: () => void
  onRemoved: () => void
  /** Finds accounts to move to; absent where nothing can move. */
  ask?: (text: string) => Promise<readonly Option[]>
}

function Kinds({ kinds }: { kinds: readonly z.output<typeof Counted>[] }) {
  return (
    <ul className="m-0 mt-1 list-none p-0">
      {kinds.map(({ record, count, noun, plural }) => (
        <li key={record} className="num text-13 text-ink">
          {count} {count === 1 ? noun : plural}
        </li>
      ))}
    </ul>
  )
}

export function RemoveDialog({ record, rowId, name, onClose, onRemoved, ask }: RemoveDialogProps) {
  const api = useClient(trash)
  const asked = useAsk(api.previewRemoval, { rowId, record }, { staleMs: 0 })
  const [way, setWay] = useState<'remove' | 'move'>('remove')
  const [moveTo, setMoveTo] = useState('')
  const remove = useChange(api.remove, `${name} is in the trash`, onRemoved)
  const { goes = [], stays = [], refusal } = asked.data ?? {}
  const mayMove = ask !== undefined && goes.length > 0
  const isReady = asked.data && !refusal && (way === 'remove' || moveTo !== '')
  const ways = [
    ['remove', `Also remove ${sayKinds(goes, 3)}`],
    ['move', 'Move all of it to another account'],
  ] as const
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${name}`}
      says={refusal ?? 'It goes to the trash, from where it can be brought back.'}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          {isReady && (
            <Button
              look="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate({ rowId, record, ...(way === 'move' ? { moveTo } : {}) })}
            >
              {way === 'move' ? 'Move and remove' : 'Remove'}
            </Button>
          )}
        </>
      }
    >
      {asked.error && (
        <ErrorState what="What belongs to it could not be counted" error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.isPending && <Skeleton shape="paragraph" lines={4} label="Counting what belongs to it" />}
      {mayMove && (
        <fieldset className="m-0 mb-3 border-0 p-0">
          <legend className="sr-only">What happens to what belongs to it</legend>
          {ways.map(([id, label]) => (
            <label key={id} className="flex min-h-(--control) items-center gap-2 text-13 text-ink">
              <input type="radio" name="way" className="accent-accent" checked={way === id} onChange={() => setWay(id)} />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {way === 'move' && ask && (
        <Combobox label="Account" required ask={ask} value={moveTo} onChange={setMoveTo} placeholder="Type a name" />
      )}
      {way === 'remove' && goes.length > 0 && (
        <div>
          <span className="text-12 text-faint">Goes with it</span>
          <Kinds kinds={goes} />
        </div>
      )}
      {way === 'remove' && stays.length > 0 && (
        <div className="mt-3">
          <span className="text-12 text-faint">Stays, without this {asked.data?.noun}</span>
          <Kinds kinds={stays} />
        </div>
      )}
    </Dialog>
  )
}
