/** What is this stage called, what does it mean, how sure is it, and how long is a stay normal? */
import { type FormEvent, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { NumberField } from '#foundation/ui/NumberField.tsx'
import { readProblem } from '#foundation/ui/read-problem.ts'
import { Select } from '#foundation/ui/Select.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { type PipelineLook, pipelines } from '../contract.ts'
import { mayChangeKind } from '../rules/may.ts'

type Stage = PipelineLook['stages'][number]
const kindChoices = [
  { value: 'open', label: 'Open: it may still be sold' },
  { value: 'won', label: 'Won: it is sold' },
  { value: 'lost', label: 'Lost: it will not be sold' },
]
const kindOf = (value: string): Stage['kind'] => (value === 'won' || value === 'lost' ? value : 'open')

export function StageDialog({ pipelineId, stage, onClose }: { pipelineId: string; stage?: Stage; onClose: () => void }) {
  const api = useClient(pipelines)
  const add = useChange(api.addStage, (_answer, { name }) => `Added the stage ${name}`, onClose)
  const change = useChange(api.changeStage, 'Saved', onClose)
  const [given, setGiven] = useState({
    name: stage?.name ?? '',
    kind: stage?.kind ?? ('open' as Stage['kind']),
    probability: stage?.probability ?? null,
    normalDays: stage?.normalDays ?? null,
  })
  const error = add.error ?? change.error
  const problem = error ? readProblem(error) : null
  const kindRefusal = stage ? mayChangeKind(stage.count) : null
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { name, kind, probability, normalDays } = given
    const sure =
      probability === null || (stage && stage.kind !== kind && stage.probability === probability) ? {} : { probability }
    if (stage) change.mutate({ id: stage.id, name, normalDays, ...(kindRefusal ? {} : { kind }), ...sure })
    else add.mutate({ id: pipelineId, name, kind, normalDays, ...sure })
  }
  return (
    <Dialog open onClose={onClose} title={stage ? 'Change the stage' : 'Add a stage'}>
      <form onSubmit={save} className="flex flex-col gap-4" noValidate>
        <TextField
          label="Name"
          autoFocus
          required
          error={problem?.fields.name}
          value={given.name}
          onChange={(name) => setGiven({ ...given, name })}
        />
        <Select
          label="Kind"
          required
          disabled={kindRefusal !== null}
          help={kindRefusal ?? undefined}
          error={problem?.fields.kind}
          value={given.kind}
          onChange={(kind) => setGiven({ ...given, kind: kindOf(kind) })}
          choices={kindChoices}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            label="Usual probability"
            share
            help={stage ? undefined : 'Left empty, the name decides.'}
            error={problem?.fields.probability}
            value={given.probability}
            onChange={(probability) => setGiven({ ...given, probability })}
          />
          <NumberField
            label="Normal stay, in days"
            help="Longer stays are pointed out."
            error={problem?.fields.normalDays}
            value={given.normalDays}
            onChange={(normalDays) => setGiven({ ...given, normalDays })}
          />
        </div>
        {problem && Object.keys(problem.fields).length === 0 && (
          <p role="alert" className="m-0 text-13 text-bad">
            {problem.detail}
          </p>
        )}
        <div>
          <Button look="main" type="submit" busy={add.isPending || change.isPending}>
            {stage ? 'Save' : 'Add the stage'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
