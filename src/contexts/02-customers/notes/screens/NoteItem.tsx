/** What was noted, by whom, when, and what can be done with it? */
import { Pin } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Menu } from '#foundation/ui/Menu.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { members } from '#workspace/members/contract.ts'
import { type NoteShown, notes } from '../contract.ts'
import { mayChangeNote } from '../rules/may-change-note.ts'
import { NoteText } from './NoteText.tsx'
import { NoteWriter } from './NoteWriter.tsx'

export type NoteRow = z.output<typeof NoteShown>
export interface About {
  accountId?: string
  personId?: string
  opportunityId?: string
}

/** Beyond this a note is folded: a briefing before it is an archive. */
const longNote = 900

export function NoteItem({ note, about = {}, unfolded }: { note: NoteRow; about?: About; unfolded?: boolean }) {
  const [writing, setWriting] = useState(false)
  const [open, setOpen] = useState(unfolded === true || note.body.length <= longNote)
  const api = useClient(notes)
  const me = useAsk(useClient(members).me, {}, { staleMs: 60_000 }).data?.member
  const change = useChange(api.change, 'Saved the note', () => setWriting(false))
  const pin = useChange(api.change, (now) => (now.pinned ? 'Pinned the note' : 'Unpinned the note'))
  const remove = useChange(api.remove, 'Removed the note')
  const isMine = me !== undefined && mayChangeNote({ memberId: me.id, role: me.role }, note).may
  if (writing)
    return (
      <li className="border-t border-line py-3 first:border-t-0">
        <NoteWriter
          label="Edit the note"
          body={note.body}
          submit="Save note"
          busy={change.isPending}
          onCancel={() => setWriting(false)}
          onSave={(body) => change.mutate({ id: note.id, body })}
        />
      </li>
    )
  return (
    <li className="flex items-start gap-3 border-t border-line py-3 first:border-t-0">
      <div className="min-w-0 flex-1">
        <NoteText body={open ? note.body : `${note.body.slice(0, longNote).trimEnd()} …`} mentions={note.mentions} />
        {!open && (
          <Button look="quiet" onClick={() => setOpen(true)} className="mt-1 -ml-3">
            Show the whole note
          </Button>
        )}
        <p className="m-0 mt-1 flex flex-wrap items-baseline gap-x-3 text-12 text-faint">
          {note.pinned && (
            <span className="inline-flex items-baseline gap-1 text-soft">
              <Pin size={12} aria-hidden className="self-center" />
              Pinned
            </span>
          )}
          <span>{note.authorName ?? 'Nobody in particular'}</span>
          <RelativeTime at={note.createdAt} />
          <Elsewhere note={note} about={about} />
        </p>
      </div>
      <span className="-my-1 shrink-0" data-print="no">
        <Menu
          label={`More for: ${note.title}`}
          items={[
            {
              id: 'pin',
              label: note.pinned ? 'Unpin' : 'Pin to the top',
              run: () => pin.mutate({ id: note.id, pinned: !note.pinned }),
            },
            ...(isMine
              ? [
                  { id: 'edit', label: 'Edit', run: () => setWriting(true) },
                  { id: 'remove', label: 'Remove', danger: true, run: () => remove.mutate({ id: note.id }) },
                ]
              : []),
          ]}
        />
      </span>
    </li>
  )
}

/** What else the note is about than the page it stands on. */
function Elsewhere({ note, about }: { note: NoteRow; about: About }) {
  const places = [
    { id: note.opportunityId, name: note.opportunityName, at: 'opportunities', here: about.opportunityId },
    { id: note.personId, name: note.personName, at: 'people', here: about.personId },
    { id: note.accountId, name: note.accountName, at: 'accounts', here: about.accountId },
  ]
  return places.map(({ id, name, at, here }) =>
    id && name && id !== here ? (
      <Link key={id} href={`/${at}/${id}`} look="quiet" className="text-soft">
        {name}
      </Link>
    ) : null,
  )
}
