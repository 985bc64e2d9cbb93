/** Is this on? Takes effect at once, unlike a checkbox in a form. */
import { useId } from 'react'

export interface SwitchProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  help?: string
  disabled?: boolean
}

export function Switch({ label, checked, onChange, help, disabled }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex min-h-(--row) items-start justify-between gap-4 py-1">
      <span className="min-w-0">
        <label htmlFor={id} className="block text-13 text-ink">
          {label}
        </label>
        {help && (
          <span id={`${id}-help`} className="block text-12 text-faint">
            {help}
          </span>
        )}
      </span>
      <span className="relative my-0.5 inline-flex h-5 w-9 shrink-0">
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-checked={checked}
          checked={checked}
          disabled={disabled}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(event) => onChange(event.target.checked)}
          className="peer absolute -inset-y-0.5 inset-x-0 m-0 h-6 appearance-none rounded-full"
        />
        <span
          aria-hidden
          className="pointer-events-none inline-flex h-5 w-9 items-center rounded-full border border-edge bg-sunken transition-colors peer-checked:border-accent peer-checked:bg-accent peer-disabled:opacity-50"
        >
          <span
            className={`size-3.5 rounded-full transition-transform ${checked ? 'translate-x-[18px] bg-on-accent' : 'translate-x-[2px] bg-soft'}`}
          />
        </span>
      </span>
    </div>
  )
}
