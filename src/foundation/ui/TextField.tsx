/** What is it called? One line of text. */
import type { InputHTMLAttributes } from 'react'
import { dress } from './dress.ts'
import { controlLook, Field, type FieldFrame } from './Field.tsx'

export interface TextFieldProps
  extends FieldFrame,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'className' | 'required'> {
  value: string
  onChange: (value: string) => void
}

export function TextField({ label, help, error, required, hideLabel, className, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error} required={required} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <input
          type="text"
          {...rest}
          {...wiring}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={dress(controlLook, 'h-(--control)')}
        />
      )}
    </Field>
  )
}
