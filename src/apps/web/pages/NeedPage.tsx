/** One need with every time it was said: where search and links lead. */
import { needs } from '#discovery/needs/contract.ts'
import { NeedList } from '#discovery/needs/screens/NeedList.tsx'
import { spanHref } from '#discovery/needs/screens/why-need.ts'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Quote } from '#foundation/ui/Quote.tsx'
import { RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import type { PageArgs } from '../page-args.ts'

export function NeedPage({ params }: PageArgs) {
  const asked = useAsk(useClient(needs).get, { id: params.id ?? '' })
  if (!asked.data) {
    return (
      <Page title="Need">
        {asked.error ? (
          <ErrorState what="This need could not be opened" error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Skeleton shape="paragraph" lines={5} label="Opening the need" />
        )}
      </Page>
    )
  }
  const need = asked.data
  return (
    <RecordPage
      title={need.statement.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}
      standing={need.because}
      {...(need.accountId && need.accountName ? { from: { label: need.accountName, href: `/accounts/${need.accountId}` } } : {})}
    >
      <Section title="The need">
        <NeedList rows={[{ ...need, spans: need.spans.slice(-1) }]} />
      </Section>
      {need.spans.length > 1 && (
        <Section title="Every time it was said" note={need.spans.length}>
          <ul className="m-0 flex list-none flex-col gap-4 p-0">
            {need.spans.map((s) => (
              <li key={s.evidenceId}>
                <Quote text={s.quote} who={s.who} when={s.saidAt} where={s.subject} href={spanHref(s)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </RecordPage>
  )
}
