/** Where do the opportunities go when a stage or a pipeline is archived? How many these are is said before. */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { countOf, formatMoney } from '#foundation/ui/format-number.ts'
import { readProblem } from '#foundation/ui/read-problem.ts'
import { Select } from '#foundation/ui/Select.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { type PipelineLook, pipelines } from '../contract.ts'

type Stage = PipelineLook['stages'][number]
interface ArchiveDialogProps {
  pipeline: PipelineLook
  /** Without it the whole pipeline is meant. */
  stage?: Stage
  used: readonly PipelineLook[]
  onClose: () => void
}

const isOpen = ({ kind }: Stage) => kind === 'open'
const sum = (stages: readonly Stage[]) => stages.reduce((all, { count }) => all + count, 0)
const many = (count: number) => countOf(count, 'opportunity', 'opportunities')

function amountsOf(stages: readonly Stage[]): string {
  const totals = new Map<string, number>()
  for (const { currency, amountMinor } of stages.flatMap(({ amounts }) => amounts))
    totals.set(currency, (totals.get(currency) ?? 0) + amountMinor)
  return [...totals].flatMap(([currency, minor]) => (minor === 0 ? [] : formatMoney(minor, currency))).join(' + ')
}

export function ArchiveDialog({ pipeline, stage, used, onClose }: ArchiveDialogProps) {
  const api = useClient(pipelines)
  const said = ({ moved }: { moved: number }) => `Archived${moved > 0 ? `, ${many(moved)} moved` : ''}`
  const archiveStage = useChange(api.archiveStage, said, onClose)
  const archive = useChange(api.archive, said, onClose)
  const [moveTo, setMoveTo] = useState('')
  const about = stage ? [stage] : pipeline.stages.filter(isOpen)
  const staying = stage ? 0 : sum(pipeline.stages.filter((one) => !isOpen(one)))
  const count = sum(about)
  const mustMove = count > 0 && about.some(isOpen)
  const choices = used.flatMap((one) =>
    one.stages
      .filter(({ id, archivedAt }) => archivedAt === null && id !== stage?.id && (stage || one.id !== pipeline.id))
      .map(({ id, name }) => ({ value: id, label: used.length > 1 ? `${one.name}: ${name}` : name })),
  )
  const target = choices.find(({ value }) => value === moveTo)
  const kindOfTarget = used.flatMap(({ stages }) => stages).find(({ id }) => id === moveTo)?.kind
  const changesKind = kindOfTarget !== undefined && about.some(({ kind, count: held }) => held > 0 && kind !== kindOfTarget)
  const error = archiveStage.error ?? archive.error
  const send = () => {
    const to = moveTo === '' ? null : moveTo
    if (stage) archiveStage.mutate({ id: stage.id, moveTo: to })
    else archive.mutate({ id: pipeline.id, moveTo: to })
  }
  const worth = amountsOf(about)
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Archive ${stage ? stage.name : pipeline.name}`}
      says="It is offered no more. It can be taken into use again, and the history of what was in it stays."
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            look="main"
            busy={archiveStage.isPending || archive.isPending}
            disabled={mustMove && moveTo === ''}
            onClick={send}
          >
            {target && count > 0 ? `Move ${many(count)} and archive` : 'Archive'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="m-0 text-13 text-ink">
          {count === 0
            ? 'No opportunity stands in it.'
            : `${many(count)}${worth && `, worth ${worth},`} stand${count === 1 ? 's' : ''} in it.`}
          {staying > 0 && ` ${many(staying)} that ended stay${staying === 1 ? 's' : ''} readable in it.`}
        </p>
        {count > 0 && (
          <Select
            label="They go to"
            required={mustMove}
            value={moveTo}
            onChange={setMoveTo}
            placeholder={mustMove ? 'Choose a stage' : 'They stay where they are'}
            choices={choices}
          />
        )}
        {count > 0 && changesKind && (
          <p className="m-0 text-13 text-warn">
            {kindOfTarget === 'open' ? 'They will be open again.' : `They will count as ${kindOfTarget}, ended today.`}
          </p>
        )}
        {error && (
          <p role="alert" className="m-0 text-13 text-bad">
            {readProblem(error).detail}
          </p>
        )}
      </div>
    </Dialog>
  )
}
