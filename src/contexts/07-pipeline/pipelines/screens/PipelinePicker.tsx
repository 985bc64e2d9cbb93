/** Of which pipeline are opportunities shown? Shown only where there are several; what is chosen is a condition of the filter. */
import { useEffect, useRef } from 'react'
import type { Filter } from '#foundation/contract/filter.ts'
import { Select } from '#foundation/ui/Select.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { pipelines } from '../contract.ts'
import { pickPipeline, pipelinePicked } from '../rules/pick-pipeline.ts'

interface PipelinePickerProps {
  filter: Filter | null
  /** Whether the address says nothing yet: then the first pipeline is shown. */
  isFresh: boolean
  onFilter: (filter: Filter | null, isChosen: boolean) => void
}

export function PipelinePicker({ filter, isFresh, onFilter }: PipelinePickerProps) {
  const asked = useAsk(useClient(pipelines).list, {}, { staleMs: 60_000 })
  const used = (asked.data ?? []).filter(({ archivedAt }) => archivedAt === null)
  const [first, second] = used
  const begin = useRef(onFilter)
  begin.current = onFilter
  const start = isFresh && second ? first?.id : undefined
  useEffect(() => {
    if (start !== undefined) begin.current(pickPipeline(null, start), false)
  }, [start])
  if (!second) return null
  const all = (asked.data ?? []).filter(({ id, archivedAt }) => archivedAt === null || id === pipelinePicked(filter))
  return (
    <Select
      label="Pipeline"
      hideLabel
      value={pipelinePicked(filter) ?? ''}
      placeholder="All pipelines"
      onChange={(id) => onFilter(pickPipeline(filter, id || null), true)}
      choices={all.map(({ id, name }) => ({ value: id, label: name }))}
      className="w-40"
    />
  )
}
