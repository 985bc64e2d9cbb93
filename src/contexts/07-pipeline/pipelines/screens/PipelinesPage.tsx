/** Through which stages do opportunities go here? Pipelines and their stages, in order, each to be changed, moved and archived. */
import { useState } from 'react'
import { reaches } from '#foundation/contract/operation.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { members } from '#workspace/members/contract.ts'
import { pipelines } from '../contract.ts'
import { NameDialog } from './NameDialog.tsx'
import { PipelineSection } from './PipelineSection.tsx'

export function PipelinesPage() {
  const api = useClient(pipelines)
  const asked = useAsk(api.list, {})
  const me = useAsk(useClient(members).me, {})
  const [adding, setAdding] = useState(false)
  const restore = useChange(api.restore, ({ name }) => `${name} is in use again`)
  const mayChange = me.data !== undefined && reaches(me.data.member.role, 'manager')
  const used = (asked.data ?? []).filter(({ archivedAt }) => archivedAt === null)
  const archived = (asked.data ?? []).filter(({ archivedAt }) => archivedAt !== null)
  return (
    <Page
      title="Pipelines and stages"
      says={<Link href="/settings">Settings</Link>}
      layout="reading"
      actions={mayChange && asked.data && <Button onClick={() => setAdding(true)}>New pipeline</Button>}
    >
      {asked.error && !asked.data && (
        <ErrorState what="The pipelines could not be read" error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.isPending && <Skeleton shape="rows" lines={8} label="Reading the pipelines" />}
      {asked.data && (
        <p className="m-0 max-w-reading text-13 text-soft">
          An opportunity goes through the stages of one pipeline.
          {used.length > 1 && ` New ones start in ${used[0]?.name}, the first.`}
          {me.data && !mayChange && ' A manager can change them.'}
        </p>
      )}
      {used.map((pipeline) => (
        <PipelineSection key={pipeline.id} pipeline={pipeline} used={used} mayChange={mayChange} />
      ))}
      {archived.length > 0 && (
        <Section title="Archived pipelines" note={archived.length}>
          <ul className="m-0 list-none divide-y divide-line border-y border-line p-0">
            {archived.map((pipeline) => (
              <li key={pipeline.id} className="flex min-h-(--row) flex-wrap items-center gap-x-3 py-1.5 text-13">
                <span className="min-w-0 flex-1 wrap-anywhere text-soft">{pipeline.name}</span>
                {mayChange && (
                  <Button look="quiet" busy={restore.isPending} onClick={() => restore.mutate({ id: pipeline.id })}>
                    Use again
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {adding && <NameDialog used={used} onClose={() => setAdding(false)} />}
    </Page>
  )
}
