/** Which words? Enter or a comma adds one, Backspace takes the last away. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { Field, type FieldFrame } from './Field.tsx'

export interface TagsFieldProps extends FieldFrame {
  value: readonly string[]
  onChange: (value: string[]) => void
  placeholder?: string
  disabled?: boolean
}

export function TagsField({ value, onChange, placeholder, disabled, ...frame }: TagsFieldProps) {
  const [typed, setTyped] = useState('')
  const add = () => {
    const fresh = typed
      .split(',')
      .map((w) => w.trim())
      .filter((w) => w !== '' && !value.includes(w))
    if (fresh.length > 0) onChange([...value, ...fresh])
    setTyped('')
  }
  return (
    <Field {...frame}>
      {({ required, ...wiring }) => (
        <span className="flex min-h-(--control) w-full flex-wrap items-center gap-1 rounded-md border border-edge bg-raised px-1.5 py-1 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent hover:border-edge has-aria-invalid:border-bad">
          {value.map((word) => (
            <span key={word} className="inline-flex h-6 max-w-full items-center rounded-sm bg-line/50 pl-2 text-12 text-ink">
              <span className="truncate">{word}</span>
              <button
                type="button"
                aria-label={`Remove ${word}`}
                disabled={disabled}
                onClick={() => onChange(value.filter((w) => w !== word))}
                className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-faint hover:text-ink"
              >
                <X size={12} aria-hidden />
              </button>
            </span>
          ))}
          <input
            {...wiring}
            aria-required={required}
            type="text"
            disabled={disabled}
            value={typed}
            placeholder={value.length === 0 ? (placeholder ?? 'Type, then Enter') : undefined}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '') {
                event.preventDefault()
                add()
              } else if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1))
            }}
            className="h-6 min-w-24 flex-1 border-0 bg-transparent px-1 text-13 text-ink outline-none"
          />
        </span>
      )}
    </Field>
  )
}
