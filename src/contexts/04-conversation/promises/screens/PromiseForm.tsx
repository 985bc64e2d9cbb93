/** What exactly was promised, by whom, by when? */
import { formOf } from '#foundation/contract/form.ts'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { RecordForm } from '#foundation/ui/RecordForm.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { PromiseMade, promises } from '../contract.ts'
import type { PromiseRow } from './why-promise.ts'

const fields = formOf(PromiseMade.fields, ['what', 'dueOn', 'ownerName'])

export function PromiseForm({ promise, onClose }: { promise: PromiseRow; onClose: () => void }) {
  const correct = useChange(useClient(promises).correct, 'Corrected', onClose)
  return (
    <Dialog open onClose={onClose} title="Correct this promise" says="The sentence it rests on stays as it was said.">
      <RecordForm
        fields={fields}
        value={promise}
        submit="Save promise"
        onCancel={onClose}
        onSubmit={(changes) => correct.mutateAsync({ ...changes, id: promise.id })}
      />
    </Dialog>
  )
}
