/** Which views are there, and what can be done with the one that is shown? */
import { BookmarkPlus, Download, Lock, Pin, PinOff, RotateCcw, Save, Trash2, UsersRound } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { dress } from '#foundation/ui/dress.ts'
import { itemLook } from '#foundation/ui/floating-looks.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { exportAddress } from './export-address.ts'
import type { useSavedViews } from './useSavedViews.ts'
import { keptOf, type SavedView, type ViewState } from './view-state.ts'

interface ViewMenuProps {
  object: string
  state: ViewState
  saved: ReturnType<typeof useSavedViews>
  current: SavedView | undefined
  isChanged: boolean
  usualName: string
  /** Null opens the usual view. */
  onOpen: (view: SavedView | null) => void
  onForget: () => void
  onDone: () => void
}

export function ViewMenu({ object, state, saved, current, isChanged, usualName, onOpen, onForget, onDone }: ViewMenuProps) {
  const [naming, setNaming] = useState(false)
  const then = (run: () => void) => () => {
    run()
    onDone()
  }
  const save = (name: string, shared: boolean, pinned: boolean) =>
    saved.create.mutate({ ...keptOf(state), object, name, seenBy: shared ? 'shared' : 'private', pinned })
  if (naming) return <NameView onSave={save} onDone={onDone} />
  return (
    <>
      <Item icon={null} isCurrent={state.saved === null} run={then(() => onOpen(null))}>
        {usualName}
      </Item>
      {saved.all.map((view) => (
        <Item
          key={view.id}
          icon={
            view.seenBy === 'shared' ? <UsersRound size={14} aria-label="Shared" /> : <Lock size={14} aria-label="Only you" />
          }
          isCurrent={view.id === state.saved}
          run={then(() => onOpen(view))}
        >
          {view.name}
        </Item>
      ))}
      <hr className="my-2 border-0 border-t border-line" />
      {current && isChanged && (
        <>
          <Item icon={<Save size={14} aria-hidden />} run={then(() => saved.change.mutate({ id: current.id, ...keptOf(state) }))}>
            Save the changes to {current.name}
          </Item>
          <Item icon={<RotateCcw size={14} aria-hidden />} run={then(() => onOpen(current))}>
            Back to how it was saved
          </Item>
        </>
      )}
      <Item icon={<BookmarkPlus size={14} aria-hidden />} run={() => setNaming(true)}>
        Save as a new view
      </Item>
      <Link
        href={exportAddress(object, state)}
        download=""
        look="bare"
        onClick={onDone}
        className={dress(itemLook, 'no-underline hover:bg-accent-wash sm:hidden')}
      >
        <span className="inline-flex w-4 shrink-0 justify-center text-faint">
          <Download size={14} aria-hidden />
        </span>
        Export as a table file
      </Link>
      {current && (
        <>
          <Item
            icon={current.pinned ? <PinOff size={14} aria-hidden /> : <Pin size={14} aria-hidden />}
            run={then(() => saved.change.mutate({ id: current.id, pinned: !current.pinned }))}
          >
            {current.pinned ? 'Unpin' : 'Pin'}
          </Item>
          <Item
            icon={current.seenBy === 'shared' ? <Lock size={14} aria-hidden /> : <UsersRound size={14} aria-hidden />}
            run={then(() => saved.change.mutate({ id: current.id, seenBy: current.seenBy === 'shared' ? 'private' : 'shared' }))}
          >
            {current.seenBy === 'shared' ? 'Keep it for yourself' : 'Share with everybody here'}
          </Item>
          <Item
            icon={<Trash2 size={14} aria-hidden />}
            run={then(() => {
              saved.remove.mutate({ id: current.id })
              onForget()
            })}
          >
            Remove {current.name}
          </Item>
        </>
      )}
    </>
  )
}

interface ItemProps {
  icon: ReactNode
  isCurrent?: boolean
  run: () => void
  children: ReactNode
}

const Item = ({ icon, isCurrent, run, children }: ItemProps) => (
  <button
    type="button"
    aria-current={isCurrent || undefined}
    onClick={run}
    className={dress(itemLook, 'hover:bg-accent-wash', isCurrent && 'font-medium')}
  >
    <span className="inline-flex w-4 shrink-0 justify-center text-faint">{icon}</span>
    <span className="min-w-0 flex-1 truncate">{children}</span>
    {isCurrent && <span className="text-12 font-normal text-faint">shown</span>}
  </button>
)

function NameView({ onSave, onDone }: { onSave: (name: string, shared: boolean, pin: boolean) => void; onDone: () => void }) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [pin, setPin] = useState(false)
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (name.trim() === '') return
        onSave(name.trim(), shared, pin)
        onDone()
      }}
      className="flex flex-col gap-2"
    >
      <TextField label="Name of the view" value={name} onChange={setName} maxLength={100} autoFocus autoComplete="off" />
      <Checkbox label="Share with everybody here" checked={shared} onChange={setShared} />
      <Checkbox label="Pin beside the list" checked={pin} onChange={setPin} />
      <Button look="main" type="submit" className="self-start">
        Save view
      </Button>
    </form>
  )
}
