/** Which saved view is this, and is it still as it was saved? Pinned ones are one press away. */
import { BookmarkPlus, ChevronDown, Lock, Pin, PinOff, RotateCcw, Save, Trash2, UsersRound } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { dress } from '#foundation/ui/dress.ts'
import { itemLook } from '#foundation/ui/floating-looks.ts'
import { Popover } from '#foundation/ui/Popover.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useSavedViews } from './useSavedViews.ts'
import { isAsSaved, keptOf, type SavedView, stateOfSaved, type UsualView, type ViewState } from './view-state.ts'

interface ViewPickerProps {
  object: RowObject
  state: ViewState
  usual: UsualView
  /** What is shown without any of them: "All accounts". */
  usualName: string
  onOpen: (state: ViewState | null) => void
}

export function ViewPicker({ object, state, usual, usualName, onOpen }: ViewPickerProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [naming, setNaming] = useState(false)
  const saved = useSavedViews(object.name, (view) => onOpen(stateOfSaved(view, usual)))
  const current = saved.all.find((view) => view.id === state.saved)
  const isChanged = current !== undefined && !isAsSaved(state, current, usual)
  const close = () => {
    setAnchor(null)
    setNaming(false)
  }
  const open = (view: SavedView | null) => {
    onOpen(view && stateOfSaved(view, usual))
    close()
  }
  const pinned = saved.all.filter((view) => view.pinned)
  const then = (run: () => void) => () => {
    run()
    close()
  }
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1">
      <Button aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <span className="max-w-44 truncate">{current?.name ?? usualName}</span>
        {isChanged && <span className="font-normal text-faint">changed</span>}
        <ChevronDown size={14} aria-hidden className="-mr-1 text-faint" />
      </Button>
      {pinned.map((view) => (
        <button
          key={view.id}
          type="button"
          aria-pressed={view.id === state.saved}
          onClick={() => open(view)}
          className={dress(
            'inline-flex h-(--control) max-w-40 items-center gap-1.5 rounded-md px-2 text-13 hover:bg-line/50 hover:text-ink',
            view.id === state.saved ? 'font-medium text-ink' : 'text-soft',
          )}
        >
          <Pin size={14} aria-hidden className="shrink-0 text-faint" />
          <span className="truncate">{view.name}</span>
        </button>
      ))}
      {anchor && (
        <Popover anchor={anchor} label="Views" onClose={close}>
          {naming ? (
            <NameView
              onSave={(name, shared, pin) =>
                saved.create.mutate({
                  ...keptOf(state),
                  object: object.name,
                  name,
                  seenBy: shared ? 'shared' : 'private',
                  pinned: pin,
                })
              }
              onDone={close}
            />
          ) : (
            <>
              <Item icon={null} isCurrent={state.saved === null} run={() => open(null)}>
                {usualName}
              </Item>
              {saved.all.map((view) => (
                <Item
                  key={view.id}
                  icon={
                    view.seenBy === 'shared' ? (
                      <UsersRound size={14} aria-label="Shared" />
                    ) : (
                      <Lock size={14} aria-label="Only you" />
                    )
                  }
                  isCurrent={view.id === state.saved}
                  run={() => open(view)}
                >
                  {view.name}
                </Item>
              ))}
              <hr className="my-2 border-0 border-t border-line" />
              {current && isChanged && (
                <>
                  <Item
                    icon={<Save size={14} aria-hidden />}
                    run={then(() => saved.change.mutate({ id: current.id, ...keptOf(state) }))}
                  >
                    Save the changes to {current.name}
                  </Item>
                  <Item icon={<RotateCcw size={14} aria-hidden />} run={() => open(current)}>
                    Back to how it was saved
                  </Item>
                </>
              )}
              <Item icon={<BookmarkPlus size={14} aria-hidden />} run={() => setNaming(true)}>
                Save as a new view
              </Item>
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
                    run={then(() =>
                      saved.change.mutate({ id: current.id, seenBy: current.seenBy === 'shared' ? 'private' : 'shared' }),
                    )}
                  >
                    {current.seenBy === 'shared' ? 'Keep it for yourself' : 'Share with everybody here'}
                  </Item>
                  <Item
                    icon={<Trash2 size={14} aria-hidden />}
                    run={then(() => {
                      saved.remove.mutate({ id: current.id })
                      onOpen({ ...state, saved: null })
                    })}
                  >
                    Remove {current.name}
                  </Item>
                </>
              )}
            </>
          )}
        </Popover>
      )}
    </span>
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
