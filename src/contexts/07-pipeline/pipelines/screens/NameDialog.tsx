/** What is the pipeline called, and whose stages does a new one begin with? */
import { type FormEvent, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { readProblem } from '#foundation/ui/read-problem.ts'
import { Select } from '#foundation/ui/Select.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { type PipelineLook, pipelines } from '../contract.ts'

export function NameDialog({
  pipeline,
  used,
  onClose,
}: {
  pipeline?: PipelineLook
  used: readonly PipelineLook[]
  onClose: () => void
}) {
  const api = useClient(pipelines)
  const options = { quiet: true, onDone: onClose }
  const make = useDo(api.create, { ...options, says: ({ name }) => `Added the pipeline ${name}` })
  const rename = useDo(api.rename, { ...options, says: 'Saved' })
  const [name, setName] = useState(pipeline?.name ?? '')
  const [like, setLike] = useState('')
  const error = make.error ?? rename.error
  const problem = error ? readProblem(error) : null
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (pipeline) rename.mutate({ id: pipeline.id, name })
    else make.mutate({ name, ...(like ? { like } : {}) })
  }
  return (
    <Dialog open onClose={onClose} title={pipeline ? 'Rename the pipeline' : 'New pipeline'}>
      <form onSubmit={save} className="flex flex-col gap-4" noValidate>
        <TextField label="Name" autoFocus required error={problem?.detail} value={name} onChange={setName} />
        {!pipeline && (
          <Select
            label="Begins with the stages of"
            value={like}
            onChange={setLike}
            placeholder="The usual six stages"
            choices={used.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <div>
          <Button look="main" type="submit" busy={make.isPending || rename.isPending}>
            {pipeline ? 'Save' : 'Add the pipeline'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
