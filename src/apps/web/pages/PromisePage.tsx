/** One promise: where search and links lead. */
import { promises } from '#conversation/promises/contract.ts'
import { PromiseList } from '#conversation/promises/screens/PromiseList.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import type { PageArgs } from '../page-args.ts'

export function PromisePage({ params }: PageArgs) {
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
  const { what, ownerName, accountId, accountName } = asked.data
  return (
    <RecordPage
      title={what.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}
      standing={`Promised by ${ownerName}`}
      {...(accountId && accountName ? { from: { label: accountName, href: `/accounts/${accountId}` } } : {})}
    >
      <Section title="The promise">
        <PromiseList rows={[asked.data]} none="" />
      </Section>
    </RecordPage>
  )
}
