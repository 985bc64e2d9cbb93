/** What can a program ask of Rapport, and what is it told? Every operation with calls that run, every event as it is sent. */
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { OperationEntry } from './reference/OperationEntry.tsx'
import { type Description, entriesOf } from './reference/read-description.ts'
import { WebhookEvents } from './reference/WebhookEvents.tsx'

const read = async (): Promise<Description> => {
  const answer = await fetch('/openapi.json')
  if (!answer.ok) throw new Error(`The description could not be read (${answer.status}).`)
  return (await answer.json()) as Description
}

export function ReferencePage() {
  const asked = useQuery({ queryKey: ['openapi'], queryFn: read })
  return (
    <Page
      title="API reference"
      says="Every operation over HTTP. The same are commands (rapport NOUN VERB) and tools for language models."
      layout="reading"
      actions={
        <Link href="/openapi.json" target="_blank">
          OpenAPI 3.1
        </Link>
      }
    >
      {asked.error && (
        <ErrorState what="The API's description could not be read" error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.isPending && <Skeleton shape="rows" lines={10} label="Loading the reference" />}
      {asked.data && (
        <>
          <p className="m-0 text-14 text-soft">
            Make a token under <Link href="/settings">Settings</Link> and send it as <code>Authorization: Bearer …</code>. A
            refusal is a problem (RFC 9457) that names each field at fault. A write answers with the header{' '}
            <code>x-change-set</code>: post to <code>/api/changes/ID/undo</code> to take it back. A token may be limited to
            scopes; every answer says how much may still be asked (<code>RateLimit-Remaining</code>), and 429 says when to go on (
            <code>Retry-After</code>). Every example runs as it stands, with <code>RAPPORT_TOKEN</code> set and ids of yours.
          </p>
          {[...entriesOf(asked.data, window.location.origin)].map(([tag, entries]) => (
            <Section key={tag} title={tag} note={entries.length}>
              {entries.map((entry) => (
                <OperationEntry key={entry.id} entry={entry} />
              ))}
            </Section>
          ))}
          <WebhookEvents />
        </>
      )}
    </Page>
  )
}
