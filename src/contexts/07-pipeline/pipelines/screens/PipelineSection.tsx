/** Which stages has this pipeline, what stands in each, and what can be done with them? */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { countOf, formatMoney, formatShare } from '#foundation/ui/format-number.ts'
import { Menu, type MenuItem } from '#foundation/ui/Menu.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { SortableList } from '#foundation/ui/SortableList.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { type PipelineLook, pipelines } from '../contract.ts'
import { mayArchivePipeline, mayArchiveStage } from '../rules/may.ts'
import { putBefore, stepBy } from '../rules/put-in-order.ts'
import { ArchiveDialog } from './ArchiveDialog.tsx'
import { NameDialog } from './NameDialog.tsx'
import { StageDialog } from './StageDialog.tsx'

type Stage = PipelineLook['stages'][number]
type Open = { of: 'rename' | 'add' | 'archive' } | { of: 'edit' | 'archive'; stage: Stage }
const looks = { open: 'active', won: 'good', lost: 'bad' } as const
const kinds = { open: 'Open', won: 'Won', lost: 'Lost' } as const

interface PipelineSectionProps {
  pipeline: PipelineLook
  used: readonly PipelineLook[]
  mayChange: boolean
}

export function PipelineSection({ pipeline, used, mayChange }: PipelineSectionProps) {
  const api = useClient(pipelines)
  const [open, setOpen] = useState<Open | null>(null)
  const [ordered, setOrdered] = useState<readonly string[] | null>(null)
  const order = useChange(
    api.orderStages,
    'Stages in a new order',
    () => setOrdered(null),
    ({ ids }) => {
      setOrdered(ids)
      return () => setOrdered(null)
    },
  )
  const orderPipelines = useChange(api.order, 'Pipelines in a new order')
  const restoreStage = useChange(api.restoreStage, `Saved`)
  const inUse = pipeline.stages.filter(({ archivedAt }) => archivedAt === null)
  const archived = pipeline.stages.filter(({ archivedAt }) => archivedAt !== null)
  const ids = inUse.map(({ id }) => id)
  const shown = ordered && ordered.length === ids.length ? ordered.flatMap((id) => inUse.find((s) => s.id === id) ?? []) : inUse
  const pipelineIds = used.map(({ id }) => id)
  const refusal = mayArchivePipeline(used, pipeline)
  const items: MenuItem[] = [
    { id: 'rename', label: 'Rename', run: () => setOpen({ of: 'rename' }) },
    {
      id: 'up',
      label: 'Move up',
      disabled: pipelineIds[0] === pipeline.id,
      run: () => orderPipelines.mutate({ ids: stepBy(pipelineIds, pipeline.id, -1) }),
    },
    {
      id: 'down',
      label: 'Move down',
      disabled: pipelineIds.at(-1) === pipeline.id,
      run: () => orderPipelines.mutate({ ids: stepBy(pipelineIds, pipeline.id, 1) }),
    },
    {
      id: 'archive',
      label: refusal ? 'Archive (the only one in use)' : 'Archive',
      disabled: refusal !== null,
      run: () => setOpen({ of: 'archive' }),
    },
  ]
  const total = pipeline.stages.reduce((sum, { count }) => sum + count, 0)
  return (
    <Section
      title={pipeline.name}
      note={countOf(total, 'opportunity', 'opportunities')}
      action={
        mayChange && (
          <span className="flex items-center gap-2">
            <Button onClick={() => setOpen({ of: 'add' })}>Add a stage</Button>
            <Menu label={`More for ${pipeline.name}`} items={items} />
          </span>
        )
      }
    >
      <SortableList
        label={`Stages of ${pipeline.name}`}
        rows={shown}
        idOf={(stage) => stage.id}
        nameOf={(stage) => stage.name}
        {...(mayChange
          ? { onMove: (id: string, before: string | null) => order.mutate({ id: pipeline.id, ids: putBefore(ids, id, before) }) }
          : {})}
        render={(stage) => (
          <StageLine
            stage={stage}
            {...(mayChange
              ? {
                  items: [
                    { id: 'edit', label: 'Change', run: () => setOpen({ of: 'edit', stage }) },
                    {
                      id: 'up',
                      label: 'Move up',
                      disabled: ids[0] === stage.id,
                      run: () => order.mutate({ id: pipeline.id, ids: stepBy(ids, stage.id, -1) }),
                    },
                    {
                      id: 'down',
                      label: 'Move down',
                      disabled: ids.at(-1) === stage.id,
                      run: () => order.mutate({ id: pipeline.id, ids: stepBy(ids, stage.id, 1) }),
                    },
                    {
                      id: 'archive',
                      label: mayArchiveStage(inUse, stage) ? 'Archive (the last open stage)' : 'Archive',
                      disabled: mayArchiveStage(inUse, stage) !== null,
                      run: () => setOpen({ of: 'archive', stage }),
                    },
                  ],
                }
              : {})}
          />
        )}
      />
      {archived.length > 0 && (
        <ul aria-label={`Archived stages of ${pipeline.name}`} className="m-0 mt-2 list-none p-0">
          {archived.map((stage) => (
            <li key={stage.id} className="flex min-h-(--row-compact) flex-wrap items-center gap-x-3 text-13">
              <span className="min-w-0 flex-1 wrap-anywhere text-faint">
                {stage.name}, archived{stage.count > 0 && ` with ${countOf(stage.count, 'opportunity', 'opportunities')}`}
              </span>
              {mayChange && (
                <Button look="quiet" onClick={() => restoreStage.mutate({ id: stage.id })}>
                  Use {stage.name} again
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open?.of === 'rename' && <NameDialog pipeline={pipeline} used={used} onClose={() => setOpen(null)} />}
      {open?.of === 'add' && <StageDialog pipelineId={pipeline.id} onClose={() => setOpen(null)} />}
      {open?.of === 'edit' && 'stage' in open && (
        <StageDialog pipelineId={pipeline.id} stage={open.stage} onClose={() => setOpen(null)} />
      )}
      {open?.of === 'archive' && (
        <ArchiveDialog
          pipeline={pipeline}
          {...('stage' in open ? { stage: open.stage } : {})}
          used={used}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function StageLine({ stage, items }: { stage: Stage; items?: MenuItem[] }) {
  const sums = stage.amounts.filter(({ amountMinor }) => amountMinor !== 0)
  return (
    <div className="flex items-center gap-x-3">
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 gap-y-0.5">
        <span className="min-w-0 flex-1 basis-36 text-13 font-medium wrap-anywhere text-ink">{stage.name}</span>
        <span className="w-16 shrink-0">
          <StateBadge tone={looks[stage.kind]} word={kinds[stage.kind]} look="plain" />
        </span>
        <span className="num w-28 shrink-0 text-12 text-soft">{formatShare(stage.probability)} likely</span>
        <span className="num w-32 shrink-0 text-12 text-soft">
          {stage.normalDays === null ? '' : `${countOf(stage.normalDays, 'day', 'days')} normal`}
        </span>
        <span className="num w-44 text-12 text-faint sm:text-right">
          {countOf(stage.count, 'opportunity', 'opportunities')}
          {sums.length > 0 && `, ${sums.map((s) => formatMoney(s.amountMinor, s.currency, true)).join(' + ')}`}
        </span>
      </div>
      {items && <Menu label={`More for ${stage.name}`} items={items} size="small" />}
    </div>
  )
}
