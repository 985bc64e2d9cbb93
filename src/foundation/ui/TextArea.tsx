/** What is there to say? Several lines; grows with what is written. */
import type { TextareaHTMLAttributes } from 'react'
import { dress } from './dress.ts'
import { controlLook, Field, type FieldFrame } from './Field.tsx'

export interface TextAreaProps
  extends FieldFrame,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'className' | 'required'> {
  value: string
  onChange: (value: string) => void
}

export function TextArea({
  label,
  help,
  error,
  required,
  hideLabel,
  className,
  value,
  onChange,
  rows = 3,
  ...rest
}: TextAreaProps) {
  return (
    <Field label={label} help={help} error={error} required={required} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={dress(controlLook, 'field-sizing-content max-h-96 resize-y py-1.5 leading-5')}
        />
      )}
    </Field>
  )
}
