/** Which of these few? The system's own list: right on every phone and for every reader. */
import { ChevronDown } from 'lucide-react'
import type { SelectHTMLAttributes } from 'react'
import { dress } from './dress.ts'
import { controlLook, Field, type FieldFrame } from './Field.tsx'

export interface Choice {
  value: string
  label: string
}

/** A bare word is its own label. */
export const asChoice = (choice: string | Choice): Choice =>
  typeof choice === 'string' ? { value: choice, label: choice } : choice

export interface SelectProps
  extends FieldFrame,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'className' | 'required'> {
  value: string
  onChange: (value: string) => void
  choices: readonly (string | Choice)[]
  /** Shown while nothing is chosen; choosing it again empties the field unless it is required. */
  placeholder?: string
}

export function Select({
  label,
  help,
  error,
  required,
  hideLabel,
  className,
  value,
  onChange,
  choices,
  placeholder,
  ...rest
}: SelectProps) {
  return (
    <Field label={label} help={help} error={error} required={required} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <span className="relative block">
          <select
            {...rest}
            {...wiring}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={dress(controlLook, 'h-(--control) appearance-none truncate pr-8', value === '' && 'text-faint')}
          >
            {(placeholder !== undefined || !required) && (
              <option value="" disabled={required === true}>
                {placeholder ?? 'None'}
              </option>
            )}
            {choices.map(asChoice).map((choice) => (
              <option key={choice.value} value={choice.value} className="bg-raised text-ink">
                {choice.label}
              </option>
            ))}
          </select>
          <ChevronDown
            size={16}
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-faint"
          />
        </span>
      )}
    </Field>
  )
}
