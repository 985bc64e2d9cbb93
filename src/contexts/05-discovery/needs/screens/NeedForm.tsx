/** What is it that they need, in better words? */
import { formOf } from '#foundation/contract/form.ts'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { RecordForm } from '#foundation/ui/RecordForm.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { Need, needs } from '../contract.ts'
import type { NeedRow } from './why-need.ts'

const fields = formOf(Need.fields, ['statement', 'priority', 'category', 'kind', 'because'])

export function NeedForm({ need, onClose }: { need: NeedRow; onClose: () => void }) {
  const api = useClient(needs)
  const correct = useChange(api.correct, 'Corrected', onClose)
  return (
    <Dialog
      open
      onClose={onClose}
      title="Correct this need"
      says="Your words replace the program's. The sentences it rests on stay as they were said."
    >
      <RecordForm
        fields={fields}
        value={need}
        submit="Save need"
        onCancel={onClose}
        onSubmit={(changes) => correct.mutateAsync({ ...changes, id: need.id })}
      />
    </Dialog>
  )
}
