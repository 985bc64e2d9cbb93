/** How far is this import, and where did each thing in it end? */

import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { formatNumber } from '#foundation/ui/format-number.ts'
import { Page } from '#foundation/ui/Page.tsx'
import { Progress } from '#foundation/ui/Progress.tsx'
import { RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { imports } from '#workspace/imports/contract.ts'
import type { PageArgs } from '../page-args.ts'
import { FaultyRows } from './imports/FaultyRows.tsx'
import { importStates, isGoing } from './imports/import-states.ts'
import { Ledger } from './imports/Ledger.tsx'
import { MapColumns } from './imports/MapColumns.tsx'
import { PreviewPanel } from './imports/PreviewPanel.tsx'

export function ImportPage({ params, search, setSearch }: PageArgs) {
  const id = params.id ?? ''
  const api = useClient(imports)
  const asked = useAsk(api.get, { id }, { everyMs: (row) => (row && isGoing(row.state) ? 700 : false) })
  const stop = useDo(api.stop)
  const resume = useDo(api.resume)
  const undo = useDo(api.undo, { says: 'Taking it back' })
  if (asked.error) {
    return (
      <Page title="Import">
        <ErrorState what="This import could not be opened" error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  }
  if (!asked.data) {
    return (
      <Page title="Import">
        <Skeleton shape="paragraph" lines={6} label="Opening the import" />
      </Page>
    )
  }
  const row = asked.data
  const counts = [
    [row.seenCount, 'seen'],
    [row.storedCount, 'stored'],
    [row.alreadyCount, 'already here'],
    [row.skippedCount, 'skipped'],
  ] as const
  return (
    <RecordPage
      from={{ label: 'Imports', href: '/imports' }}
      title={row.name}
      badge={<StateBadge {...importStates[row.state]} />}
      standing={row.problem ?? (row.state === 'stopped' ? stoppedSays(row.storedCount) : null)}
      actions={
        <>
          {(row.state === 'running' || row.state === 'waiting' || row.state === 'previewing') && (
            <Button onClick={() => stop.mutate({ id })}>Stop</Button>
          )}
          {(row.state === 'stopped' || row.state === 'failed') && <Button onClick={() => resume.mutate({ id })}>Go on</Button>}
          {(row.state === 'finished' || row.state === 'stopped' || row.state === 'failed') && row.storedCount > 0 && (
            <Button onClick={() => undo.mutate({ id })}>Take back</Button>
          )}
        </>
      }
    >
      {row.state === 'gathering' ? (
        <MapColumns row={row} />
      ) : row.state === 'previewing' ? (
        <Section title="What would happen">
          <Progress label="Looking ahead" done={row.bytesTotal ? row.bytesDone / row.bytesTotal : null} />
          {row.preview && (
            <div className="pt-4">
              <PreviewPanel preview={row.preview} />
            </div>
          )}
        </Section>
      ) : (
        <>
          <div className="pt-6">
            {isGoing(row.state) && <Progress label="Import" done={row.bytesTotal ? row.bytesDone / row.bytesTotal : null} />}
            <dl className="m-0 mt-3 flex flex-wrap gap-x-10 gap-y-3">
              {counts.map(([count, word]) => (
                <div key={word} className="flex flex-col-reverse">
                  <dt className="text-12 text-faint first-letter:uppercase">{word}</dt>
                  <dd className="num m-0 text-20 font-semibold text-ink">{formatNumber(count, 0)}</dd>
                </div>
              ))}
            </dl>
          </div>
          <Section title="Where everything ended">
            {!isGoing(row.state) && row.state !== 'undone' && <FaultyRows importId={id} />}
            <Ledger
              importId={id}
              going={isGoing(row.state)}
              seen={row.seenCount}
              outcome={search.outcome}
              onOutcome={(outcome) => setSearch({ outcome })}
            />
          </Section>
        </>
      )}
    </RecordPage>
  )
}

const stoppedSays = (stored: number): string =>
  stored === 0
    ? 'Stopped before anything was stored. You can go on where it was.'
    : `Stopped. ${formatNumber(stored, 0)} ${stored === 1 ? 'thing is' : 'things are'} in and stay; you can go on where it was, or take them back.`
