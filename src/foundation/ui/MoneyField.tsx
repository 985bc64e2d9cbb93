/** How much money? Typed as people write it, kept in integer minor units. */
import { useState } from 'react'
import { dress } from './dress.ts'
import { controlLook, Field, type FieldFrame } from './Field.tsx'
import { formatMoney, minorPerUnit, readMoney } from './format-number.ts'

export interface MoneyFieldProps extends FieldFrame {
  /** Integer minor units (cents), null when unknown. */
  value: number | null
  onChange: (minor: number | null) => void
  currency: string
  disabled?: boolean
}

export function MoneyField({ value, onChange, currency, disabled, error, help, ...frame }: MoneyFieldProps) {
  const plain = value === null ? '' : String(value / minorPerUnit(currency))
  const [typed, setTyped] = useState<string | null>(null)
  const isUnread = typed !== null && typed.trim() !== '' && readMoney(typed, currency) === null
  return (
    <Field
      {...frame}
      error={isUnread ? 'Write an amount such as 12,500 or 12,500.50.' : error}
      help={help ?? (typed !== null && value !== null && !isUnread ? `Read as ${formatMoney(value, currency)}` : undefined)}
    >
      {(wiring) => (
        <span className="relative block">
          <input
            {...wiring}
            type="text"
            inputMode="decimal"
            disabled={disabled}
            value={typed ?? (value === null ? '' : formatMoney(value, currency).replace(/[^\d.,-]/g, ''))}
            onFocus={() => setTyped(plain)}
            onBlur={() => {
              if (!isUnread) setTyped(null)
            }}
            onChange={({ target }) => {
              setTyped(target.value)
              onChange(target.value.trim() === '' ? null : readMoney(target.value, currency))
            }}
            className={dress(controlLook, 'num h-(--control) pr-12')}
          />
          <span aria-hidden className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-12 text-faint">
            {currency}
          </span>
        </span>
      )}
    </Field>
  )
}
