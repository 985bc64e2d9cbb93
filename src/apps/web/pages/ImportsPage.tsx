/** What has come in, and what shall come in next? Drop a mailbox, calls or tables; see where everything ended. */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { DropZone, type FileLine } from '#foundation/ui/DropZone.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { formatNumber } from '#foundation/ui/format-number.ts'
import { Link, useGo } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { toastProblem } from '#foundation/ui/Toasts.tsx'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { imports } from '#workspace/imports/contract.ts'
import { sendFile } from '../send-file.ts'
import { importStates } from './imports/import-states.ts'

const mayHoldTables = (path: string): boolean => /\.(csv|tsv|tab|xl[st][xm]|vcf|vcard|ics|ical|zip)$|(?:^|\/)[^.]+$/i.test(path)

export function ImportsPage() {
  const api = useClient(imports)
  const { go } = useGo()
  const list = useAskPages(api.list, { limit: 30 }, (page) => page)
  const [files, setFiles] = useState<FileLine[]>([])
  const [busy, setBusy] = useState(false)
  const patch = (id: string, change: Partial<FileLine>) =>
    setFiles((all) => all.map((f) => (f.id === id ? { ...f, ...change } : f)))

  const bringIn = async (dropped: { file: File; path: string }[]) => {
    if (busy || dropped.length === 0) return
    setBusy(true)
    setFiles(dropped.map(({ file, path }) => ({ id: path, name: path, size: file.size, done: 0, state: 'waiting' })))
    let path = ''
    try {
      const first = dropped[0]?.path ?? 'Files'
      const made = await api.create({ name: dropped.length === 1 ? first : `${first} and ${dropped.length - 1} more` })
      for (const one of dropped) {
        path = one.path
        patch(path, { state: 'sending' })
        await sendFile(`/api/imports/${made.id}/sources?path=${encodeURIComponent(path)}`, one.file, (done) =>
          patch(path, { done }),
        )
        patch(path, { state: 'done', done: 1 })
      }
      // Tables wait for a look at their columns; mail and calls start at once.
      const tables = dropped.some((d) => mayHoldTables(d.path)) ? await api.inspect({ id: made.id }) : []
      if (tables.length === 0) await api.start({ id: made.id })
      go(`/imports/${made.id}`)
    } catch (error) {
      patch(path, { state: 'failed', says: error instanceof Error ? error.message : 'It could not be sent' })
      toastProblem(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Page
      title="Imports"
      says="Mailboxes, call transcripts, tables, address cards and calendars. Importing twice stores nothing twice."
      layout="reading"
    >
      <DropZone
        onFiles={(dropped) => void bringIn(dropped)}
        says="Drop a mailbox (mbox), mail files (eml), call transcripts (txt, vtt, srt, json), tables (xlsx, csv), address cards (vcf), calendars (ics), or a folder or zip of them"
        files={files}
        busy={busy}
      />
      <Section title="So far">
        {list.state === 'error' && <ErrorState what="The imports could not be loaded" error={list.error} onRetry={list.retry} />}
        {list.state === 'loading' && <Skeleton shape="rows" lines={4} label="Loading imports" />}
        {list.state === 'ready' && list.rows.length === 0 && (
          <p className="m-0 text-13 text-faint">Nothing has been imported yet.</p>
        )}
        <ul className="m-0 list-none p-0">
          {list.rows.map((row) => (
            <li
              key={row.id}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0"
            >
              <Link
                href={`/imports/${row.id}`}
                look="quiet"
                className="min-w-0 flex-1 basis-56 text-14 font-medium wrap-anywhere"
              >
                {row.name}
              </Link>
              <span className="num text-12 text-soft">
                {formatNumber(row.storedCount)} stored
                {row.skippedCount > 0 && `, ${formatNumber(row.skippedCount)} skipped`}
              </span>
              <StateBadge {...importStates[row.state]} look="plain" />
              <span className="text-12 text-faint">
                <RelativeTime at={row.createdAt} />
              </span>
            </li>
          ))}
        </ul>
        {list.hasMore && (
          <Button look="quiet" busy={list.loadingMore} onClick={list.more}>
            Show older
          </Button>
        )}
      </Section>
    </Page>
  )
}
