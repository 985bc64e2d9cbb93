/** What was written and is not saved? Both sides of what two people changed, and what could not be sent: nothing typed is lost. */
import { CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { sayValue } from '#foundation/ui/FieldClash.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import type { CellEdit } from '#foundation/ui/grid/grid-column.ts'
import { relateTime } from '#foundation/ui/relate-time.ts'
import { TextField } from '#foundation/ui/TextField.tsx'
import { toastProblem } from '#foundation/ui/Toasts.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import type { Waiting } from './useRowEdits.ts'

interface UnsavedCellsProps {
  object: RowObject
  waiting: readonly Waiting[]
  write: (edits: readonly CellEdit<ShownRow>[]) => Promise<void>
  forget: (edits: readonly CellEdit<ShownRow>[]) => void
}
const most = 50

/** The same cell, begun anew from what the other one wrote. */
const fromTheirs = ({ edit, theirs }: Waiting): CellEdit<ShownRow> =>
  theirs ? { ...edit, row: { ...edit.row, values: { ...edit.row.values, [edit.column.id]: theirs.value } } } : edit

export function UnsavedCells({ object, waiting, write, forget }: UnsavedCellsProps) {
  const now = useNow()
  const clashes = waiting.filter(({ theirs }) => theirs !== null).length
  // Leaving would lose what stands here.
  useEffect(() => {
    if (waiting.length === 0) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [waiting.length])
  if (waiting.length === 0) return null
  const save = (which: readonly Waiting[]) => void write(which.map(fromTheirs)).catch(toastProblem)
  const drop = (which: readonly Waiting[]) => forget(which.map(({ edit }) => edit))
  return (
    <section aria-label="Not saved yet" className="shrink-0 border-t border-line bg-warn-wash px-4 py-2 text-13 text-ink sm:px-8">
      <header className="flex flex-wrap items-center gap-2">
        <CircleAlert size={16} aria-hidden className="shrink-0 text-warn" />
        <p role="alert" className="m-0 min-w-0 flex-1 font-medium">
          {countOf(waiting.length, 'cell')} not saved
          {clashes > 0
            ? ': somebody else changed the same. Say which to keep.'
            : `: ${waiting[0]?.why ?? ''} What you wrote is kept here.`}
        </p>
        {waiting.length > 1 && (
          <span className="flex gap-2">
            <Button onClick={() => save(waiting)}>{clashes > 0 ? 'Use mine for all' : 'Save all again'}</Button>
            <Button look="quiet" onClick={() => drop(waiting)}>
              {clashes > 0 ? 'Keep theirs for all' : 'Discard all'}
            </Button>
          </span>
        )}
      </header>
      <ul className="m-0 max-h-56 list-none overflow-y-auto p-0">
        {waiting.slice(0, most).map((one) => (
          <UnsavedCell
            key={`${one.edit.row.id} ${one.edit.column.id}`}
            object={object}
            one={one}
            now={now}
            onSave={(changed) => save([changed])}
            onDrop={() => drop([one])}
          />
        ))}
        {waiting.length > most && <li className="py-1 text-soft">and {countOf(waiting.length - most, 'more cell')}</li>}
      </ul>
    </section>
  )
}

interface UnsavedCellProps {
  object: RowObject
  one: Waiting
  now: Date
  onSave: (one: Waiting) => void
  onDrop: () => void
}

function UnsavedCell({ object, one, now, onSave, onDrop }: UnsavedCellProps) {
  const { edit, theirs } = one
  const { row, column } = edit
  const currency = column.currency?.(row) ?? 'EUR'
  const choices = column.choices ?? []
  const isText = column.control === 'text' || column.control === 'longText'
  const [text, setText] = useState(String(edit.value ?? ''))
  const say = (value: unknown, title: string | null) =>
    sayValue({ label: column.header, control: column.control, choices }, value, { text: title, currency, now })
  const cell = `${String(row.values[object.title] ?? '')}, ${column.header}`
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line/70 py-2 first:border-t-0">
      <span className="font-medium">{cell}</span>
      {theirs && (
        <span className="min-w-0 wrap-anywhere">
          {theirs.by ?? 'Somebody else'}
          {theirs.at && ` ${relateTime(new Date(theirs.at), now)}`}:{' '}
          <strong className="font-medium">{say(theirs.value, theirs.text)}</strong>
        </span>
      )}
      {isText ? (
        <TextField label={`Your ${column.header}`} hideLabel value={text} onChange={setText} className="w-56" />
      ) : (
        <span>
          You: <strong className="font-medium">{say(edit.value, edit.text)}</strong>
        </span>
      )}
      <span className="flex gap-2">
        {theirs && <Button onClick={onDrop}>Keep theirs</Button>}
        <Button
          onClick={() =>
            onSave(isText ? { ...one, edit: { ...edit, value: text.trim() === '' ? null : text.trim(), text } } : one)
          }
        >
          {theirs ? 'Use mine' : 'Save again'}
        </Button>
        {!theirs && (
          <Button look="quiet" onClick={onDrop}>
            Discard
          </Button>
        )}
      </span>
    </li>
  )
}
