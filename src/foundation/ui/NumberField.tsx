/** How many, or which share? */
import { useState } from 'react'
import { dress } from './dress.ts'
import { controlLook, Field, type FieldFrame } from './Field.tsx'

export interface NumberFieldProps extends FieldFrame {
  value: number | null
  onChange: (value: number | null) => void
  /** Typed as percent, kept as 0..1. */
  share?: boolean
  disabled?: boolean
}

const read = (typed: string): number => Number(typed.replace(/\s/g, '').replace(',', '.'))

export function NumberField({ value, onChange, share, disabled, error, ...frame }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = value === null ? '' : String(share ? Math.round(value * 10_000) / 100 : value)
  const isUnread = typed !== null && typed.trim() !== '' && Number.isNaN(read(typed))
  return (
    <Field {...frame} error={isUnread ? 'Write a number such as 12 or 12.5.' : error}>
      {(wiring) => (
        <span className="relative block">
          <input
            {...wiring}
            type="text"
            inputMode="decimal"
            disabled={disabled}
            value={typed ?? shown}
            onBlur={() => {
              if (!isUnread) setTyped(null)
            }}
            onChange={({ target }) => {
              setTyped(target.value)
              const number = read(target.value)
              if (target.value.trim() === '') onChange(null)
              else if (!Number.isNaN(number)) onChange(share ? number / 100 : number)
            }}
            className={dress(controlLook, 'num h-(--control)', share && 'pr-7')}
          />
          {share && (
            <span aria-hidden className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-12 text-faint">
              %
            </span>
          )}
        </span>
      )}
    </Field>
  )
}
