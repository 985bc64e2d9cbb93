/** How long are things kept here, and what did the rules remove? */
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { retention } from '../contract.ts'
import { RuleLine } from './RuleLine.tsx'

export function RetentionPage() {
  const api = useClient(retention)
  const rules = useAsk(api.list, {})
  const runs = useAsk(api.runs, { limit: 30 })
  const failed = rules.error ?? runs.error
  return (
    <Page title="How long things are kept" says={<Link href="/settings">Settings</Link>} layout="reading">
      {failed && (
        <ErrorState
          what="The rules could not be read"
          error={failed}
          onRetry={() => void Promise.all([rules.refetch(), runs.refetch()])}
        />
      )}
      {rules.isPending && <Skeleton shape="paragraph" lines={10} label="Reading the rules" />}
      <ul className="m-0 list-none divide-y divide-line border-y border-line p-0">
        {rules.data?.map((rule) => (
          <RuleLine key={`${rule.kind} ${rule.days} ${rule.isOn}`} rule={rule} />
        ))}
      </ul>
      <Section title="What the rules removed" note={runs.data?.rows.length || undefined}>
        {runs.data?.rows.length === 0 && (
          <p className="m-0 text-13 text-faint">Nothing yet. Each day on which something goes is told here.</p>
        )}
        <ul className="m-0 list-none p-0">
          {runs.data?.rows.map((run) => (
            <li key={run.id} className="flex flex-wrap gap-x-3 py-1 text-13 text-ink">
              <RelativeTime at={run.day} className="num w-28 text-faint" />
              {run.counts.map(({ what, count }) => `${count} out of ${what}`).join(', ')}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
