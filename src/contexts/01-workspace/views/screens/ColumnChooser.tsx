/** Which columns are shown, and in what order? Ticked, dragged by their heads, or moved by keys here. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { IconButton } from '#foundation/ui/IconButton.tsx'
import { moveColumn } from './move-column.ts'
import type { ShownColumn } from './view-state.ts'

interface ColumnChooserProps {
  object: RowObject
  columns: readonly ShownColumn[]
  onChange: (columns: readonly ShownColumn[]) => void
}

export function ColumnChooser({ object, columns, onChange }: ColumnChooserProps) {
  const label = (name: string) => object.fields.find((field) => field.name === name)?.label ?? name
  const movable = columns.filter(({ field }) => field !== object.title)
  const hidden = object.fields.filter(({ name }) => name !== object.title && !columns.some(({ field }) => field === name))
  const onKeyDown = (event: KeyboardEvent, field: string) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || step === undefined) return
    event.preventDefault()
    onChange(moveColumn(columns, field, step > 0 ? 1 : -1))
  }
  return (
    <>
      <p className="m-0 pb-1 text-12 text-faint">Shown, from left to right. Alt with ↑ ↓ moves one.</p>
      <ul aria-label="Shown" className="m-0 list-none p-0">
        {movable.map(({ field }, i) => (
          <li key={field} onKeyDown={(event) => onKeyDown(event, field)} className="flex items-center">
            <span className="min-w-0 flex-1">
              <Checkbox label={label(field)} checked onChange={() => onChange(columns.filter((one) => one.field !== field))} />
            </span>
            <IconButton
              icon={ArrowUp}
              size="small"
              label={`Move ${label(field)} to the left`}
              disabled={i === 0}
              onClick={() => onChange(moveColumn(columns, field, -1))}
            />
            <IconButton
              icon={ArrowDown}
              size="small"
              label={`Move ${label(field)} to the right`}
              disabled={i === movable.length - 1}
              onClick={() => onChange(moveColumn(columns, field, 1))}
            />
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <>
          <p className="m-0 pt-3 pb-1 text-12 text-faint">Not shown</p>
          <ul aria-label="Not shown" className="m-0 list-none p-0">
            {hidden.map((field) => (
              <li key={field.name}>
                <Checkbox
                  label={field.label}
                  checked={false}
                  onChange={() => onChange([...columns, { field: field.name, width: null }])}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
