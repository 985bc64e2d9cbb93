/** One promise: where search and links lead. */
import { useState } from 'react'
import { promises } from '#conversation/promises/contract.ts'
import { PromiseList } from '#conversation/promises/screens/PromiseList.tsx'
import { TaskForm } from '#customers/tasks/screens/TaskForm.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import type { PageArgs } from '../page-args.ts'

export function PromisePage({ params }: PageArgs) {
  const [planning, setPlanning] = useState(false)
  const asked = useAsk(useClient(promises).get, { id: params.id ?? '' })
  if (!asked.data) {
    return (
      <Page title="Promise">
        {asked.error ? (
          <ErrorState what="This promise could not be opened" error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Skeleton shape="paragraph" lines={5} label="Opening the promise" />
        )}
      </Page>
    )
  }
  const { id, what, dueOn, state, ownerName, accountId, accountName } = asked.data
  const title = what.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
  return (
    <RecordPage
      title={title}
      standing={`Promised by ${ownerName}`}
      actions={state === 'open' ? <Button onClick={() => setPlanning(true)}>Plan a task</Button> : undefined}
      {...(accountId && accountName ? { from: { label: accountName, href: `/accounts/${accountId}` } } : {})}
    >
      <Section title="The promise">
        <PromiseList rows={[asked.data]} none="" />
      </Section>
      {planning && (
        <TaskForm
          start={{ title: title.slice(0, 300), dueOn, accountId, accountName, promiseId: id }}
          onClose={() => setPlanning(false)}
        />
      )}
    </RecordPage>
  )
}
