/** What did we write down about this account, person or opportunity? Read, written and pinned in place. */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { notes } from '../contract.ts'
import { type About, NoteItem } from './NoteItem.tsx'
import { NoteWriter } from './NoteWriter.tsx'

export function NoteSection({ about }: { about: About }) {
  const [writing, setWriting] = useState(false)
  const api = useClient(notes)
  const list = useAskPages(api.list, { ...about, limit: 10 }, (page) => page)
  const create = useChange(api.create, 'Wrote the note', () => setWriting(false))
  return (
    <Section
      title="Notes"
      {...(list.state === 'ready' && list.rows.length > 0 && !list.hasMore ? { note: list.rows.length } : {})}
      action={
        writing ? undefined : (
          <Button look="quiet" onClick={() => setWriting(true)}>
            Write a note
          </Button>
        )
      }
    >
      {writing && (
        <NoteWriter
          label="New note"
          submit="Save note"
          busy={create.isPending}
          onCancel={() => setWriting(false)}
          onSave={(body) => create.mutate({ ...about, body })}
        />
      )}
      {list.state === 'error' && <ErrorState what="The notes could not be shown" error={list.error} onRetry={list.retry} />}
      {list.state === 'loading' && <Skeleton shape="paragraph" lines={2} label="Loading notes" />}
      {list.state === 'ready' && list.rows.length === 0 && !writing && (
        <p className="m-0 text-13 text-faint">Nothing written down yet.</p>
      )}
      <ul aria-label="Notes" className="m-0 list-none p-0 empty:hidden">
        {list.rows.map((note) => (
          <NoteItem key={note.id} note={note} about={about} />
        ))}
      </ul>
      {list.hasMore && (
        <Button look="quiet" busy={list.loadingMore} onClick={list.more}>
          Show older notes
        </Button>
      )}
    </Section>
  )
}
