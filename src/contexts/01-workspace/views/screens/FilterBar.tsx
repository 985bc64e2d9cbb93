/** Which rows are meant? The filter as a sentence of chips: each opens, each can be taken away, "and" turns into "or". */
import { ListFilter, Plus, X } from 'lucide-react'
import { Fragment, lazy, useRef, useState } from 'react'
import { type Condition, type Filter, isGroup, partsOf } from '#foundation/contract/filter.ts'
import { type NameOf, sayFilter } from '#foundation/contract/filter-sentence.ts'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { IconButton } from '#foundation/ui/IconButton.tsx'
import { Popover } from '#foundation/ui/Popover.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { addTo, asGroup, changeAt, joinAt, type Path, turnAt } from './change-filter.ts'

const ConditionEditor = lazy(() => import('./ConditionEditor.tsx').then((m) => ({ default: m.ConditionEditor })))

interface FilterProps {
  object: RowObject
  filter: Filter | null
  nameOf: NameOf
  onChange: (filter: Filter | null) => void
}

/** What is being edited, and beside what. */
type Open = { anchor: HTMLElement } & (
  | { what: 'change'; path: Path; condition: Condition; outerIsAll: boolean }
  | { what: 'add'; path: Path }
  | { what: 'join'; path: Path; outerIsAll: boolean }
)

/** The button that begins a condition: `f` from anywhere on the page. */
export function FilterButton({ object, filter, nameOf, onChange }: FilterProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  useShortcuts([{ keys: 'f', says: 'Filter', group: 'In a table', run: () => setAnchor(button.current) }])
  return (
    <>
      <Button
        ref={button}
        icon={ListFilter}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        className="max-sm:order-1"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Filter
      </Button>
      {anchor && (
        <Popover anchor={anchor} label="Filter by" onClose={() => setAnchor(null)}>
          <ConditionEditor
            object={object}
            condition={null}
            nameOf={nameOf}
            submit="Apply"
            onKeep={(condition) => {
              onChange(addTo(filter, [], condition))
              setAnchor(null)
              button.current?.focus()
            }}
          />
        </Popover>
      )}
    </>
  )
}

/** The sentence itself; nothing when everything is shown. */
export function FilterSentence({ object, filter, nameOf, onChange }: FilterProps) {
  const [open, setOpen] = useState<Open | null>(null)
  if (filter === null) return null
  const close = () => setOpen(null)
  const keep = (next: Filter | null) => {
    onChange(next)
    close()
  }
  return (
    <section
      aria-label={`Filter: ${sayFilter(filter, object.fields, nameOf)}`}
      className="flex w-full flex-wrap items-center gap-1.5 text-13 max-sm:order-3"
    >
      <span className="text-faint">where</span>
      <Parts
        object={object}
        group={asGroup(filter)}
        path={[]}
        nameOf={nameOf}
        root={filter}
        onChange={onChange}
        onOpen={setOpen}
      />
      <Button look="quiet" onClick={() => onChange(null)}>
        Clear
      </Button>
      {open && (
        <Popover
          // A new step is a new popover: it takes the focus.
          key={open.what}
          anchor={open.anchor}
          label={open.what === 'change' ? 'Change the condition' : 'Another condition'}
          onClose={close}
        >
          {open.what === 'change' ? (
            <ConditionEditor
              key={open.path.join()}
              object={object}
              condition={open.condition}
              nameOf={nameOf}
              submit="Apply"
              onKeep={(condition) => keep(changeAt(filter, open.path, () => condition))}
              onRemove={() => keep(changeAt(filter, open.path, () => null))}
              onJoin={{
                says: open.outerIsAll ? 'Or …' : 'And …',
                run: (condition) => {
                  onChange(changeAt(filter, open.path, () => condition))
                  setOpen({ what: 'join', anchor: open.anchor, path: open.path, outerIsAll: open.outerIsAll })
                },
              }}
            />
          ) : (
            <ConditionEditor
              key={open.what}
              object={object}
              condition={null}
              nameOf={nameOf}
              submit={open.what === 'add' ? 'Add' : open.outerIsAll ? 'Add, or' : 'Add, and'}
              onKeep={(condition) =>
                keep(
                  open.what === 'add'
                    ? addTo(filter, open.path, condition)
                    : joinAt(filter, open.path, condition, open.outerIsAll),
                )
              }
            />
          )}
        </Popover>
      )}
    </section>
  )
}

interface PartsProps {
  object: RowObject
  group: Filter
  path: Path
  nameOf: NameOf
  root: Filter
  onChange: (filter: Filter | null) => void
  onOpen: (open: Open) => void
}

function Parts(props: PartsProps) {
  const { object, group, path, nameOf, root, onChange, onOpen } = props
  if (!isGroup(group)) return null
  const { parts, all } = partsOf(group)
  const word = all ? 'and' : 'or'
  return (
    <>
      {parts.map((part, i) => {
        const at = [...path, i]
        const says = sayFilter(part, object.fields, nameOf)
        return (
          <Fragment key={at.join()}>
            {i > 0 && (
              <button
                type="button"
                title={all ? 'All of these must hold. Press for any.' : 'Any of these may hold. Press for all.'}
                onClick={() => onChange(turnAt(root, path))}
                className="min-h-6 rounded-sm px-1 text-soft underline decoration-dotted underline-offset-3 hover:text-ink pointer-coarse:min-h-11"
              >
                {word}
              </button>
            )}
            {isGroup(part) ? (
              <span className="inline-flex max-w-full flex-wrap items-center gap-1.5 rounded-md border border-dashed border-edge px-1.5 py-1">
                <Parts {...props} group={part} path={at} />
                <IconButton
                  icon={Plus}
                  size="small"
                  label={`Add to “${says}”`}
                  onClick={(event) => onOpen({ what: 'add', anchor: event.currentTarget, path: at })}
                />
              </span>
            ) : (
              <span className="inline-flex h-(--row-compact) max-w-full items-center rounded-md border border-line bg-accent-wash text-ink">
                <button
                  type="button"
                  aria-haspopup="dialog"
                  onClick={(event) =>
                    onOpen({ what: 'change', anchor: event.currentTarget, path: at, condition: part, outerIsAll: all })
                  }
                  className="h-full min-w-0 truncate rounded-md pr-1 pl-2.5 hover:underline"
                >
                  {says}
                </button>
                <button
                  type="button"
                  aria-label={`Remove “${says}”`}
                  onClick={() => onChange(changeAt(root, at, () => null))}
                  className="inline-flex h-full w-6 shrink-0 items-center justify-center rounded-md text-soft hover:text-ink pointer-coarse:w-11"
                >
                  <X size={14} aria-hidden />
                </button>
              </span>
            )}
          </Fragment>
        )
      })}
    </>
  )
}
