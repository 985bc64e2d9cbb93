/** Which one of many? Found by typing, here or on the server. (ARIA combobox with a listbox; the focus stays in the field) */
import { Check, ChevronDown, Plus, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { dress } from './dress.ts'
import { controlLook, Field, type FieldFrame } from './Field.tsx'
import { fittingOptions, type Option } from './fit-options.ts'
import { itemLook, listLook } from './floating-looks.ts'
import { useAskedOptions } from './useAskedOptions.ts'
import { useBeside } from './useBeside.ts'

export type { Option } from './fit-options.ts'

export interface ComboboxProps extends FieldFrame {
  /** Empty when nothing is chosen. */
  value: string
  onChange: (value: string, option: Option | null) => void
  /** All of them, filtered here… */
  options?: readonly Option[]
  /** …or asked for as one types. */
  ask?: (text: string) => Promise<readonly Option[]>
  /** What the value is called while its option has not been asked for. */
  valueLabel?: string
  /** Offers to make a new one of what was typed. */
  onCreate?: (text: string) => void
  placeholder?: string
  disabled?: boolean
}

const none: readonly Option[] = []

export function Combobox({
  value,
  onChange,
  options = none,
  ask,
  valueLabel,
  onCreate,
  placeholder,
  disabled,
  ...frame
}: ComboboxProps) {
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const [last, setLast] = useState<Option | null>(null)
  const text = typed ?? ''
  const asked = useAskedOptions(ask, text, open)
  const offered = ask ? asked.options : options
  const shown = useMemo(() => (ask ? offered : fittingOptions(offered, text)), [ask, offered, text])
  const chosen =
    value === ''
      ? null
      : (offered.find((o) => o.value === value) ?? (last?.value === value ? last : { value, label: valueLabel ?? value }))
  const canCreate =
    onCreate !== undefined && text.trim() !== '' && !shown.some((o) => o.label.toLowerCase() === text.trim().toLowerCase())
  const count = shown.length + (canCreate ? 1 : 0)
  const here = Math.min(at, count - 1)
  useBeside(field.current, list, open, { asWide: true })
  useEffect(() => {
    if (open) document.getElementById(`${listId}-${here}`)?.scrollIntoView({ block: 'nearest' })
  }, [open, here, listId])

  const show = () => {
    if (disabled || open) return
    setAt(
      Math.max(
        0,
        shown.findIndex((o) => o.value === value),
      ),
    )
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    setTyped(null)
  }
  const take = (index: number) => {
    const option = shown[index]
    if (option) {
      setLast(option)
      onChange(option.value, option)
    } else if (canCreate) onCreate(text.trim())
    else return
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 8, PageUp: here - 8 }[event.key]
    if (step !== undefined) {
      if (open) setAt(Math.max(0, Math.min(count - 1, step)))
      else show()
    } else if (event.key === 'Enter' && open) take(here)
    else if (event.key === 'Escape' && open) {
      close()
      event.stopPropagation()
    } else return
    event.preventDefault()
  }
  const says = asked.error ?? (asked.waiting && count === 0 ? 'Searching' : count === 0 ? 'Nothing found' : null)
  return (
    <Field {...frame}>
      {(wiring) => (
        <span className="relative block">
          <input
            {...wiring}
            ref={field}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={listId}
            aria-activedescendant={open && count > 0 ? `${listId}-${here}` : undefined}
            disabled={disabled}
            placeholder={placeholder ?? 'Type to search'}
            value={typed ?? chosen?.label ?? ''}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
              setOpen(true)
              if (event.target.value === '' && !frame.required) onChange('', null)
            }}
            onFocus={(event) => event.target.select()}
            onClick={show}
            onBlur={close}
            onKeyDown={onKeyDown}
            className={dress(controlLook, 'h-(--control) truncate pr-14')}
          />
          <span className="absolute inset-y-0 right-1 flex items-center text-faint">
            {value !== '' && !frame.required && !disabled && (
              <button
                type="button"
                tabIndex={-1}
                aria-label={`Clear ${frame.label}`}
                onClick={() => {
                  onChange('', null)
                  field.current?.focus()
                }}
                className="inline-flex size-6 items-center justify-center rounded-sm hover:text-ink"
              >
                <X size={14} aria-hidden />
              </button>
            )}
            <ChevronDown size={16} aria-hidden className="pointer-events-none mr-1" />
          </span>
          <span role="status" className="sr-only">
            {open ? (says ?? `${count} found`) : ''}
          </span>
          <div
            ref={list}
            id={listId}
            popover="manual"
            role="listbox"
            aria-label={frame.label}
            // The field keeps the focus while the mouse chooses.
            onMouseDown={(event) => event.preventDefault()}
            className={`${listLook} max-w-[min(32rem,calc(100vw-1rem))]`}
          >
            {says && (
              <div role="option" aria-selected="false" aria-disabled="true" tabIndex={-1} className="px-2 py-1.5 text-faint">
                {says}
              </div>
            )}
            {[...shown, ...(canCreate ? [null] : [])].map((option, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
              <div
                key={option?.value ?? 'make'}
                id={`${listId}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={option !== null && option.value === value}
                onMouseMove={() => setAt(i)}
                onClick={() => take(i)}
                className={dress(itemLook, i === here && 'bg-accent-wash')}
              >
                {option === null && <Plus size={14} aria-hidden className="text-faint" />}
                <span className="min-w-0 flex-1 truncate">{option === null ? `Create “${text.trim()}”` : option.label}</span>
                {option?.detail && <span className="max-w-[50%] truncate text-faint">{option.detail}</span>}
                {option !== null && option.value === value && <Check size={14} aria-hidden className="text-accent" />}
              </div>
            ))}
          </div>
        </span>
      )}
    </Field>
  )
}
