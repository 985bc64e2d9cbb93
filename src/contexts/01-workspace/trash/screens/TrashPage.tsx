/** What was removed, by whom, and what of it should come back? */
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAskPages, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { trash } from '../contract.ts'
import { sayKinds } from '../rules/count-kinds.ts'
import { EmptyDialog } from './EmptyDialog.tsx'

export function TrashPage() {
  const api = useClient(trash)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isEmptying, setEmptying] = useState(false)
  const list = useAskPages(api.list, { limit: 50, ...(words.trim() ? { words } : {}) }, (page) => page)
  const restore = useDo(api.restore, {
    says: ({ restored, left }) =>
      left.length === 0
        ? `${restored.length === 1 ? restored[0]?.title : countOf(restored.length, 'record')} ${restored.length === 1 ? 'is' : 'are'} back`
        : `${countOf(restored.length, 'record')} came back, ${left.length} did not`,
    onDone: () => setChosen(new Set()),
  })
  const picked = list.rows.filter((row) => chosen.has(row.rowId))
  const toggle = (id: string) => setChosen((old) => new Set(old.has(id) ? [...old].filter((o) => o !== id) : [...old, id]))
  const left = restore.data?.left ?? []
  return (
    <Page
      title="Trash"
      says={<Link href="/settings">Settings</Link>}
      layout="reading"
      tools={
        <>
          <TextField
            label="Find in the trash"
            hideLabel
            placeholder="Find by name"
            value={words}
            onChange={setWords}
            className="w-60"
          />
          {picked.length > 0 && (
            <>
              <Button
                look="main"
                busy={restore.isPending}
                onClick={() => restore.mutate({ rowIds: picked.map((row) => row.rowId) })}
              >
                Bring back {picked.length}
              </Button>
              <Button onClick={() => setEmptying(true)}>Empty for good</Button>
            </>
          )}
        </>
      }
    >
      {left.length > 0 && (
        <ul role="status" className="m-0 mb-4 list-none rounded-md border border-line bg-warn-wash p-3">
          {left.map((one) => (
            <li key={one.rowId} className="text-13 text-ink">
              <strong className="font-medium">{one.title}</strong>: {one.why}
            </li>
          ))}
        </ul>
      )}
      {list.state === 'error' && <ErrorState what="The trash could not be read" error={list.error} onRetry={list.retry} />}
      {list.state === 'loading' && <Skeleton shape="rows" lines={6} label="Reading the trash" />}
      {list.state === 'ready' && list.rows.length === 0 && (
        <EmptyState
          icon={Trash2}
          title={words.trim() ? 'Nothing in the trash is called so' : 'The trash is empty'}
          says="What is removed from its page waits here, with all that went with it."
        />
      )}
      <ul className="m-0 list-none divide-y divide-line p-0">
        {list.rows.map((row) => (
          <li key={row.rowId} className="flex min-h-(--row) items-start gap-3 py-2">
            <Checkbox
              label={`Choose ${row.title}`}
              hideLabel
              checked={chosen.has(row.rowId)}
              onChange={() => toggle(row.rowId)}
            />
            <div className="min-w-0 flex-1">
              <span className="block wrap-anywhere text-13 font-medium text-ink">
                {row.title} <span className="font-normal text-faint">{row.noun}</span>
              </span>
              <span className="block text-12 text-soft">
                Removed by {row.actorName} <RelativeTime at={row.removedAt} />
                {row.with.length > 0 && `, with ${sayKinds(row.with)}`}
              </span>
              {row.emptiedOn && (
                <span className="block text-12 text-faint">
                  Emptied for good <RelativeTime at={row.emptiedOn} />
                </span>
              )}
            </div>
            <Button
              look="quiet"
              aria-label={`Bring back ${row.title}`}
              busy={restore.isPending}
              onClick={() => restore.mutate({ rowIds: [row.rowId] })}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button busy={list.loadingMore} onClick={list.more}>
          Show more
        </Button>
      )}
      {isEmptying && (
        <EmptyDialog
          rowIds={picked.map((row) => row.rowId)}
          onClose={() => setEmptying(false)}
          onDone={() => setChosen(new Set())}
        />
      )}
    </Page>
  )
}
