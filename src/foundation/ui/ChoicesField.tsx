/** Which of these, any number of them? */
import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { Checkbox } from './Checkbox.tsx'
import type { FieldFrame } from './Field.tsx'

export interface ChoicesFieldProps extends FieldFrame {
  value: readonly string[]
  choices: readonly { value: string; label: string }[]
  onChange: (value: string[]) => void
}

export function ChoicesField({
  value,
  choices,
  onChange,
  label,
  help,
  error,
  required,
  hideLabel,
  className = '',
}: ChoicesFieldProps) {
  const noteId = useId()
  const note = error ?? help
  return (
    <fieldset
      aria-describedby={note ? noteId : undefined}
      aria-invalid={error ? true : undefined}
      className={`m-0 flex min-w-0 flex-col gap-1 border-0 p-0 ${className}`}
    >
      <legend className={hideLabel ? 'sr-only' : 'p-0 text-13 font-medium text-ink'}>
        {label}
        {required === false && <span className="font-normal text-faint"> · optional</span>}
      </legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            checked={value.includes(choice.value)}
            onChange={(on) =>
              // In the order of the choices, whatever was ticked first.
              onChange(choices.map((c) => c.value).filter((one) => (one === choice.value ? on : value.includes(one))))
            }
          />
        ))}
      </div>
      {note && (
        <p id={noteId} className={`m-0 flex gap-1 text-12 ${error ? 'text-bad' : 'text-faint'}`}>
          {error && <CircleAlert size={14} aria-hidden className="mt-px shrink-0" />}
          <span className="min-w-0">{note}</span>
        </p>
      )}
    </fieldset>
  )
}
