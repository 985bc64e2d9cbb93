/** What can a program ask of Rapport? Every operation, its inputs, who may, and a call that runs. */
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { type Description, type Entry, entriesOf } from './reference/read-description.ts'

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
            <code>x-change-set</code>: post to <code>/api/changes/ID/undo</code> to take it back.
          </p>
          {[...entriesOf(asked.data, window.location.origin)].map(([tag, entries]) => (
            <Section key={tag} title={tag} note={entries.length}>
              {entries.map((entry) => (
                <Operation key={entry.id} entry={entry} />
              ))}
            </Section>
          ))}
        </>
      )}
    </Page>
  )
}

function Operation({ entry }: { entry: Entry }) {
  return (
    <details className="border-t border-line py-2">
      <summary className="grid cursor-pointer grid-cols-[4rem_minmax(0,1fr)] gap-x-3 rounded-sm py-1">
        <code className="text-12 font-semibold text-accent-deep">{entry.method}</code>
        <code className="text-13 wrap-anywhere text-ink">{entry.path}</code>
        <span className="col-start-2 text-13 text-soft">{entry.summary}</span>
      </summary>
      <div className="pt-2 pb-3 sm:pl-[4.75rem]">
        <p className="m-0 mb-2 text-12 text-faint">
          May ask: {entry.role} or above. Answers: {entry.answers}.
        </p>
        {entry.inputs.length > 0 && (
          <table className="mb-3 w-full border-collapse text-left text-12">
            <thead>
              <tr className="text-faint">
                <th className="py-1 pr-3 font-medium">Input</th>
                <th className="py-1 pr-3 font-medium">In</th>
                <th className="py-1 font-medium">Is</th>
              </tr>
            </thead>
            <tbody>
              {entry.inputs.map((input) => (
                <tr key={input.name} className="border-t border-line align-top">
                  <td className="py-1 pr-3">
                    <code className="text-ink">{input.name}</code>
                    {input.required && <span className="text-faint"> needed</span>}
                  </td>
                  <td className="py-1 pr-3 text-soft">{input.place}</td>
                  <td className="py-1 wrap-anywhere text-soft">{[input.says, input.kind].filter(Boolean).join(': ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre tabIndex={0} className="m-0 overflow-x-auto rounded-md bg-sunken p-3 text-12 text-ink">
          {entry.call}
        </pre>
      </div>
    </details>
  )
}
