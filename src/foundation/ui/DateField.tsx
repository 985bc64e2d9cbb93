/** On which day, or at which moment? The system's own picker; days are YYYY-MM-DD, moments ISO with the zone. */
import { dress } from './dress.ts'
import { controlLook, Field, type FieldFrame } from './Field.tsx'

export interface DateFieldProps extends FieldFrame {
  /** YYYY-MM-DD for a day; an ISO moment with offset for a moment; empty when unknown. */
  value: string
  onChange: (value: string) => void
  kind?: 'day' | 'moment'
  min?: string
  max?: string
  disabled?: boolean
}

const pad = (n: number) => String(n).padStart(2, '0')

/** An ISO moment as the reader's own clock shows it, for the control. */
function toLocal(iso: string): string {
  const at = new Date(iso)
  if (iso === '' || Number.isNaN(at.getTime())) return ''
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}

export function DateField({ value, onChange, kind = 'day', min, max, disabled, ...frame }: DateFieldProps) {
  const isDay = kind === 'day'
  return (
    <Field {...frame}>
      {(wiring) => (
        <input
          {...wiring}
          type={isDay ? 'date' : 'datetime-local'}
          value={isDay ? value : toLocal(value)}
          min={min}
          max={max}
          disabled={disabled}
          onChange={({ target }) => onChange(isDay || target.value === '' ? target.value : new Date(target.value).toISOString())}
          className={dress(controlLook, 'num h-(--control)', value === '' && 'text-faint')}
        />
      )}
    </Field>
  )
}
