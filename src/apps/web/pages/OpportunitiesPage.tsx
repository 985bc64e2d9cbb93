/** What may be sold, and where does it stand? As a board by stage, or as a table, a calendar, a time line. */
import { useState } from 'react'
import { readFilter, writeFilter } from '#foundation/contract/filter-url.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { useGo } from '#foundation/ui/Link.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { OpportunityForm } from '#pipeline/opportunities/screens/OpportunityForm.tsx'
import { outcomeLooks } from '#pipeline/opportunities/screens/OpportunityList.tsx'
import { pipelinePicked } from '#pipeline/pipelines/rules/pick-pipeline.ts'
import { PipelinePicker } from '#pipeline/pipelines/screens/PipelinePicker.tsx'
import { RecordViews } from '#workspace/views/screens/RecordViews.tsx'
import type { FieldLooks } from '#workspace/views/screens/row-columns.ts'
import type { UsualView } from '#workspace/views/screens/view-state.ts'
import type { PageArgs } from '../page-args.ts'
import { WithOwnFields } from './record/WithOwnFields.tsx'

const outcomes = { open: 'Open', won: 'Won', lost: 'Lost' } as const
const isOutcome = (value: unknown): value is keyof typeof outcomes => typeof value === 'string' && value in outcomes

const looks: FieldLooks = {
  outcome: ({ values }) =>
    isOutcome(values.outcome) && <StateBadge tone={outcomeLooks[values.outcome]} word={outcomes[values.outcome]} look="plain" />,
}
const usual: UsualView = {
  kind: 'board',
  board: 'stageId',
  calendar: 'closeOn',
  startBy: 'openedOn',
  endBy: 'closeOn',
  columns: [
    { field: 'name', width: null },
    { field: 'accountId', width: 190 },
    { field: 'amountMinor', width: 120 },
    { field: 'closeOn', width: 130 },
    { field: 'stageId', width: 130 },
    { field: 'outcome', width: 110 },
    { field: 'ownerId', width: 140 },
  ],
}
const empty = {
  none: <EmptyState title="No opportunity yet" says="Add one, or import a table of them." />,
  noMatch: <EmptyState title="No opportunity matches" says="Change the search or the filter." />,
}

export function OpportunitiesPage({ search, setSearch }: PageArgs) {
  const { go } = useGo()
  const [adding, setAdding] = useState(false)
  const filter = search.filter ? readFilter(search.filter) : null
  useShortcuts([{ keys: 'c', says: 'New opportunity', group: 'Opportunities', run: () => setAdding(true) }])
  return (
    <>
      <RecordViews
        name="opportunities"
        title="Opportunities"
        search={search}
        setSearch={setSearch}
        usual={usual}
        looks={looks}
        empty={empty}
        actions={
          <>
            <PipelinePicker
              filter={filter}
              isFresh={Object.values(search).every((value) => value === undefined)}
              onFilter={(next, isChosen) =>
                setSearch(
                  { filter: next ? writeFilter(next) : undefined, pipelines: next ? undefined : 'all' },
                  { push: isChosen },
                )
              }
            />
            <Button onClick={() => setAdding(true)}>New opportunity</Button>
          </>
        }
      />
      {adding && (
        <WithOwnFields object="opportunities">
          {(own) => (
            <OpportunityForm
              own={own}
              pipelineId={pipelinePicked(filter)}
              onClose={() => setAdding(false)}
              onSaved={(saved) => go(`/opportunities/${saved.id}`)}
            />
          )}
        </WithOwnFields>
      )}
    </>
  )
}
