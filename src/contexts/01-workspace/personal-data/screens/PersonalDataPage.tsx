/** How does a person get to see what is kept, or have it erased, and who was? */
import { UserRoundX } from 'lucide-react'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { personalData } from '../contract.ts'
import { ErasureReport } from './ErasureReport.tsx'

const everyMs = 1_000

export function PersonalDataPage() {
  const asked = useAsk(
    useClient(personalData).erasures,
    { limit: 50 },
    { everyMs: (page) => (page?.rows.some((row) => row.state === 'running') ? everyMs : false) },
  )
  const rows = asked.data?.rows
  return (
    <Page title="Personal data" says={<Link href="/settings">Settings</Link>} layout="reading">
      <p className="m-0 max-w-reading text-14 text-soft">
        Open a person under <Link href="/people">People</Link> and choose “Export what is kept” or “Erase this person” from the
        menu there. An erasure also holds against a restored backup and against a mailbox that is read again.
      </p>
      <Section title="Erasures" note={rows?.length || undefined}>
        {asked.error && (
          <ErrorState what="The reports could not be read" error={asked.error} onRetry={() => void asked.refetch()} />
        )}
        {asked.isPending && <Skeleton shape="paragraph" lines={6} label="Reading the reports" />}
        {rows?.length === 0 && (
          <EmptyState
            icon={UserRoundX}
            title="Nobody was erased yet"
            says="Each erasure leaves a report here: what went, what stays and why."
          />
        )}
        <ul className="m-0 list-none p-0">
          {rows?.map((row) => (
            <ErasureReport key={row.id} report={row} />
          ))}
        </ul>
      </Section>
    </Page>
  )
}
