/** How is one cell changed in its place? Typed text is read as it is kept; one of many is found by typing. */
import { CalendarDays } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { dress } from '../dress.ts'
import type { Option } from '../fit-options.ts'
import { relateDay } from '../relate-time.ts'
import { asTyped } from './as-typed.ts'
import { CellPicker } from './CellPicker.tsx'
import { type GridColumn, standsAtEnd } from './grid-column.ts'
import { type Leave, leaveBy } from './leave-cell.ts'
import { readTyped } from './read-typed.ts'

export interface CellEditorProps<Row> {
  column: GridColumn<Row>
  row: Row
  /** What was typed to begin; null when the cell was opened to be changed. */
  start: string | null
  today: string
  ask: (text: string) => Promise<readonly Option[]>
  /** Undefined: it stays as it is. */
  onKeep: (value: unknown, text: string, leave: Leave) => void
  onLeave: () => void
}

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

export function CellEditor<Row>(props: CellEditorProps<Row>) {
  const { column, row, start, ask, onKeep, onLeave } = props
  const picks = {
    label: column.header,
    start,
    onLeave,
    canClear: !column.required && column.control !== 'yesNo',
    value: String(column.value(row) ?? ''),
    onKeep: (option: Option | null | undefined, leave: Leave) => {
      const value = column.control === 'yesNo' && option ? option.value === 'true' : option === null ? null : option?.value
      onKeep(value, option?.label ?? '', leave)
    },
  }
  switch (column.control) {
    case 'choice':
      return <CellPicker {...picks} options={column.choices ?? []} />
    case 'yesNo':
      return <CellPicker {...picks} options={yesOrNo} />
    case 'reference':
      return <CellPicker {...picks} ask={ask} />
    default:
      return <TypedEditor {...props} />
  }
}

function TypedEditor<Row>({ column, row, start, today, onKeep, onLeave }: CellEditorProps<Row>) {
  const currency = column.currency?.(row) ?? 'EUR'
  const before = asTyped(column, column.value(row), currency)
  const [text, setText] = useState(start ?? before)
  const [wrong, setWrong] = useState<string | null>(null)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const done = useRef(false)
  const noteId = useId()
  useEffect(() => {
    const el = field.current
    el?.focus({ preventScroll: true })
    el?.setSelectionRange(start === null ? 0 : el.value.length, el.value.length)
  }, [start])

  const keep = (leave: Leave): boolean => {
    if (done.current) return true
    if (text === before) {
      done.current = true
      onKeep(undefined, '', leave)
      return true
    }
    const read = readTyped(column, text, { currency, today })
    if ('wrong' in read) {
      setWrong(read.wrong)
      field.current?.focus({ preventScroll: true })
      return false
    }
    done.current = true
    onKeep(read.value, text, leave)
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const leave = event.key === 'Enter' && event.shiftKey && column.control === 'longText' ? null : leaveBy(event)
    if (event.key === 'Escape') {
      done.current = true
      onLeave()
    } else if (leave === null) return
    else keep(leave)
    event.preventDefault()
    event.stopPropagation()
  }
  const wiring = {
    ref: field,
    value: text,
    'aria-label': column.header,
    'aria-invalid': wrong !== null || undefined,
    'aria-describedby': noteId,
    onKeyDown,
    onBlur: () => keep('stay'),
    onChange: ({ target }: { target: { value: string } }) => {
      setText(target.value)
      setWrong(null)
    },
  }
  const look =
    'bg-raised text-13 text-ink outline-2 -outline-offset-2 outline-accent focus-visible:outline-2 aria-invalid:outline-bad'
  const isDay = column.control === 'day'
  const read = isDay && text.trim() !== '' && text !== before ? readTyped(column, text, { currency, today }) : null
  const says =
    wrong ??
    (read && 'value' in read && typeof read.value === 'string'
      ? `${relateDay(read.value, new Date())} · ${new Date(`${read.value}T12:00:00`).toDateString()}`
      : null)
  return (
    <>
      {column.control === 'longText' ? (
        <textarea
          {...wiring}
          rows={4}
          className={dress(look, 'absolute top-0 left-0 z-10 min-h-24 w-full min-w-72 resize p-3 shadow-float')}
        />
      ) : (
        <input
          {...wiring}
          type="text"
          autoComplete="off"
          inputMode={standsAtEnd(column.control) ? 'decimal' : 'text'}
          className={dress(
            look,
            'absolute inset-0 h-full w-full px-3',
            standsAtEnd(column.control) && 'num text-right',
            isDay && 'pr-8',
          )}
        />
      )}
      {isDay && <DayButton value={text} onPick={(day) => setText(day)} back={() => field.current?.focus()} />}
      <Note id={noteId} isWrong={wrong !== null}>
        {says}
      </Note>
    </>
  )
}

function Note({ id, isWrong, children }: { id: string; isWrong: boolean; children: ReactNode }) {
  return (
    <span
      id={id}
      role={isWrong ? 'alert' : undefined}
      className={dress(
        'absolute top-full left-0 z-40 mt-1 w-max max-w-72 rounded-md border border-line bg-raised px-2 py-1 text-12 font-normal shadow-float',
        isWrong ? 'text-bad' : 'text-soft',
        !children && 'hidden',
      )}
    >
      {children}
    </span>
  )
}

/** The system's own calendar, for who would rather look than type. */
function DayButton({ value, onPick, back }: { value: string; onPick: (day: string) => void; back: () => void }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <span className="absolute inset-y-0 right-1 z-10 flex items-center">
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ''}
        onChange={(event) => {
          onPick(event.target.value)
          back()
        }}
        className="pointer-events-none absolute inset-0 size-6 opacity-0"
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label="Choose in a calendar"
        // The text keeps the focus: leaving it would keep the cell.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => picker.current?.showPicker()}
        className="inline-flex size-6 items-center justify-center rounded-sm text-soft hover:text-ink"
      >
        <CalendarDays size={14} aria-hidden />
      </button>
    </span>
  )
}
