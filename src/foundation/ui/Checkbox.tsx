/** Is this one of them? */
import { Check, Minus } from 'lucide-react'
import { useEffect, useRef } from 'react'

export interface CheckboxProps {
  label: string
  checked: boolean | 'some'
  onChange: (checked: boolean) => void
  hideLabel?: boolean
  help?: string
  disabled?: boolean
  tabIndex?: number
}

export function Checkbox({ label, checked, onChange, hideLabel, help, disabled, tabIndex }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === 'some'
  }, [checked])
  return (
    <label className={`inline-flex items-start gap-2 ${hideLabel ? '' : 'min-h-6 py-0.5'} ${disabled ? 'opacity-50' : ''}`}>
      <span className="relative inline-flex size-6 shrink-0 items-center justify-center -m-0.5">
        <input
          ref={box}
          type="checkbox"
          checked={checked === true}
          onChange={(event) => onChange(event.target.checked)}
          disabled={disabled}
          tabIndex={tabIndex}
          aria-label={hideLabel ? label : undefined}
          className="peer absolute inset-0 m-0 size-6 appearance-none rounded-md"
        />
        <span
          className={`pointer-events-none inline-flex size-4 items-center justify-center rounded-sm border transition-colors ${
            checked ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-raised'
          }`}
        >
          {checked === true && <Check size={12} strokeWidth={3} aria-hidden />}
          {checked === 'some' && <Minus size={12} strokeWidth={3} aria-hidden />}
        </span>
      </span>
      {!hideLabel && (
        <span className="min-w-0">
          <span className="block text-13 text-ink">{label}</span>
          {help && <span className="block text-12 text-faint">{help}</span>}
        </span>
      )}
    </label>
  )
}
