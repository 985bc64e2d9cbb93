/** Which files lie with this account, person or opportunity? Dropped here or chosen, saved, taken away. */
import { useQueryClient } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { dress } from '#foundation/ui/dress.ts'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Progress } from '#foundation/ui/Progress.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { type DroppedFile, readDropped, readPicked } from '#foundation/ui/read-dropped.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { toast, toastProblem } from '#foundation/ui/Toasts.tsx'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { files } from '../contract.ts'
import { FileLine } from './FileLine.tsx'

export interface FileSectionProps {
  about: { accountId?: string; personId?: string; opportunityId?: string }
  /** Carries one file up; rejects with a problem. */
  send: (url: string, file: File, onProgress: (done: number) => void) => Promise<void>
}
interface Sending {
  name: string
  done: number
}

export function FileSection({ about, send }: FileSectionProps) {
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const cache = useQueryClient()
  const list = useAskPages(useClient(files).attached, { ...about, limit: 20 }, (page) => page)

  const add = async (given: readonly DroppedFile[]) => {
    if (sending || given.length === 0) return
    try {
      for (const { file } of given) {
        setSending({ name: file.name, done: 0 })
        const asked = new URLSearchParams({ name: file.name, ...(file.type ? { mediaType: file.type } : {}), ...about })
        await send(`/api/files?${asked}`, file, (done) => setSending({ name: file.name, done }))
      }
      toast(given.length === 1 ? `Added ${given[0]?.file.name}` : `Added ${given.length} files`)
    } catch (error) {
      toastProblem(error)
    } finally {
      setSending(null)
      void cache.invalidateQueries()
    }
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    // The list of dropped things is emptied when this handler returns, so it is read at once.
    await add(await readDropped(event.dataTransfer))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everyone's
    <div
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
      }}
      onDrop={(event) => void drop(event)}
    >
      <Section
        title="Files"
        {...(list.rows.length > 0 && !list.hasMore ? { note: list.rows.length } : {})}
        action={
          <Button look="quiet" busy={sending !== null} onClick={() => picker.current?.click()}>
            Add files
          </Button>
        }
      >
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="Files to add"
          onChange={(event) => {
            const given = readPicked(event.target.files)
            event.target.value = ''
            void add(given)
          }}
        />
        {list.state === 'error' && <ErrorState what="The files could not be shown" error={list.error} onRetry={list.retry} />}
        {list.state === 'loading' && <Skeleton shape="rows" lines={1} label="Loading files" />}
        <ul aria-label="Files" className="m-0 list-none p-0 empty:hidden">
          {list.rows.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </ul>
        {list.hasMore && (
          <Button look="quiet" busy={list.loadingMore} onClick={list.more}>
            Show older files
          </Button>
        )}
        {sending && (
          <div className="flex items-center gap-3 py-2">
            <Paperclip size={16} aria-hidden className="shrink-0 text-faint" />
            <span className="min-w-0 flex-1 truncate text-13 text-ink">{sending.name}</span>
            <span className="w-40 shrink-0">
              <Progress done={sending.done} label={`Sending ${sending.name}`} />
            </span>
          </div>
        )}
        {list.state === 'ready' && list.rows.length === 0 && !sending && (
          <p className="m-0 text-13 text-faint sm:hidden">No file yet.</p>
        )}
        {list.state === 'ready' && (
          <p
            data-print="no"
            className={dress(
              'm-0 mt-1 rounded-md border border-dashed px-3 py-2 text-13 transition-colors',
              over ? 'border-accent bg-accent-wash text-accent-deep' : 'border-line text-faint max-sm:hidden',
            )}
          >
            {over ? 'Let go to add it here' : list.rows.length ? 'Drop more files here.' : 'No file yet. Drop one here.'}
          </p>
        )}
      </Section>
    </div>
  )
}
