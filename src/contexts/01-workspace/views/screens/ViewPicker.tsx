/** Which saved view is this, and is it still as it was saved? Pinned ones are one press away. */
import { ChevronDown, Pin } from 'lucide-react'
import { lazy } from 'react'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import { dress } from '#foundation/ui/dress.ts'
import { PopoverButton } from '#foundation/ui/PopoverButton.tsx'
import { useSavedViews } from './useSavedViews.ts'
import { isAsSaved, type SavedView, stateOfSaved, type UsualView, type ViewState } from './view-state.ts'

const ViewMenu = lazy(() => import('./ViewMenu.tsx').then((m) => ({ default: m.ViewMenu })))

interface ViewPickerProps {
  object: RowObject
  state: ViewState
  usual: UsualView
  /** What is shown without any of them: "All accounts". */
  usualName: string
  onOpen: (state: ViewState | null) => void
}

export function ViewPicker({ object, state, usual, usualName, onOpen }: ViewPickerProps) {
  const saved = useSavedViews(object.name, (view) => onOpen(stateOfSaved(view, usual)))
  const current = saved.all.find((view) => view.id === state.saved)
  const isChanged = current !== undefined && !isAsSaved(state, current, usual)
  const open = (view: SavedView | null) => onOpen(view && stateOfSaved(view, usual))
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1">
      <PopoverButton
        about="Views"
        inside={(close) => (
          <ViewMenu
            object={object.name}
            state={state}
            saved={saved}
            current={current}
            isChanged={isChanged}
            usualName={usualName}
            onOpen={open}
            onForget={() => onOpen({ ...state, saved: null })}
            onDone={close}
          />
        )}
      >
        <span className="max-w-44 truncate">{current?.name ?? usualName}</span>
        {isChanged && <span className="font-normal text-faint">changed</span>}
        <ChevronDown size={14} aria-hidden className="-mr-1 text-faint" />
      </PopoverButton>
      {saved.all
        .filter((view) => view.pinned)
        .map((view) => (
          <button
            key={view.id}
            type="button"
            aria-pressed={view.id === state.saved}
            onClick={() => open(view)}
            className={dress(
              'inline-flex h-(--control) max-w-40 items-center max-sm:hidden gap-1.5 rounded-md px-2 text-13 hover:bg-line/50 hover:text-ink',
              view.id === state.saved ? 'font-medium text-ink' : 'text-soft',
            )}
          >
            <Pin size={14} aria-hidden className="shrink-0 text-faint" />
            <span className="truncate">{view.name}</span>
          </button>
        ))}
    </span>
  )
}
