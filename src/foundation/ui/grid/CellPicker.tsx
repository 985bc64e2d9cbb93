/** Which one of many goes into this cell? (ARIA combobox with a listbox; found by typing, here or on the server) */
import { Check } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { dress } from '../dress.ts'
import { fittingOptions, type Option } from '../fit-options.ts'
import { itemLook, listLook } from '../floating-looks.ts'
import { useAskedOptions } from '../useAskedOptions.ts'
import { useBeside } from '../useBeside.ts'
import { type Leave, leaveBy } from './leave-cell.ts'

interface CellPickerProps {
  label: string
  start: string | null
  value: string
  canClear: boolean
  options?: readonly Option[]
  ask?: (text: string) => Promise<readonly Option[]>
  /** Null empties the cell; undefined leaves it as it is. */
  onKeep: (option: Option | null | undefined, leave: Leave) => void
  onLeave: () => void
}

const nobody: Option = { value: '', label: 'Empty' }

export function CellPicker({ label, start, value, canClear, options = [], ask, onKeep, onLeave }: CellPickerProps) {
  const listId = useId()
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(start ?? '')
  const [at, setAt] = useState<number | null>(null)
  const done = useRef(false)
  const asked = useAskedOptions(ask, text, true)
  const found = ask ? asked.options : fittingOptions(options, text)
  const shown = canClear && text === '' ? [...found, nobody] : found
  const own = shown.findIndex((o) => o.value === value)
  const here = Math.min(at ?? Math.max(0, own), shown.length - 1)
  useBeside(field, list, true, { asWide: true })
  useEffect(() => {
    field?.focus({ preventScroll: true })
  }, [field])
  useEffect(() => {
    document.getElementById(`${listId}-${here}`)?.scrollIntoView({ block: 'nearest' })
  }, [here, listId])

  const take = (index: number, leave: Leave) => {
    const option = shown[index]
    if (!option || done.current) return
    done.current = true
    onKeep(option.value === '' ? null : option, leave)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 8, PageUp: here - 8 }[event.key]
    const leave = leaveBy(event)
    if (step !== undefined) setAt(Math.max(0, Math.min(shown.length - 1, step)))
    else if (event.key === 'Escape') {
      done.current = true
      onLeave()
    } else if (leave !== null && text === '' && at === null) {
      done.current = true
      onKeep(undefined, leave)
    } else if (leave !== null) take(here, leave)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const says = asked.error ?? (asked.waiting && found.length === 0 ? 'Searching' : found.length === 0 ? 'Nothing found' : null)
  return (
    <>
      <input
        ref={setField}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={shown.length > 0 ? `${listId}-${here}` : undefined}
        placeholder="Type to find"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(event.target.value === '' ? null : 0)
        }}
        onBlur={() => {
          if (!done.current) onLeave()
        }}
        onKeyDown={onKeyDown}
        className="absolute inset-0 h-full w-full bg-raised px-3 text-13 font-normal text-ink outline-2 -outline-offset-2 outline-accent focus-visible:outline-2"
      />
      <span role="status" className="sr-only">
        {says ?? `${found.length} found`}
      </span>
      <div
        ref={list}
        id={listId}
        popover="manual"
        role="listbox"
        aria-label={label}
        // The field keeps the focus while the mouse chooses.
        onMouseDown={(event) => event.preventDefault()}
        className={`${listLook} max-w-[min(32rem,calc(100vw-1rem))] font-normal`}
      >
        {says && (
          <div role="option" aria-selected="false" aria-disabled="true" tabIndex={-1} className="px-2 py-1.5 text-faint">
            {says}
          </div>
        )}
        {shown.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            key={option.value}
            id={`${listId}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value}
            onMouseMove={() => setAt(i)}
            onClick={() => take(i, 'stay')}
            className={dress(itemLook, i === here && 'bg-accent-wash', option === nobody && 'text-soft')}
          >
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.detail && <span className="max-w-[50%] truncate text-faint">{option.detail}</span>}
            {option.value === value && <Check size={14} aria-hidden className="text-accent" />}
          </div>
        ))}
      </div>
    </>
  )
}
