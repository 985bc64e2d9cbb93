/** What is asked, why, and what is wrong with the answer? The frame around every control. */
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'

export interface FieldFrame {
  label: string
  help?: string | undefined
  /** What is wrong and what would be right; replaces the help. */
  error?: string | undefined
  required?: boolean | undefined
  /** The label is spoken, not shown. */
  hideLabel?: boolean | undefined
  className?: string | undefined
}

/** What the control inside must carry. */
export interface FieldWiring {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  required?: true
}

export const controlLook =
  'w-full min-w-0 rounded-md border border-edge bg-raised px-2.5 text-13 text-ink transition-colors hover:border-edge focus-visible:border-accent focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-faint aria-invalid:border-bad'

export function Field({
  label,
  help,
  error,
  required,
  hideLabel,
  className = '',
  children,
}: FieldFrame & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? help
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-13 font-medium text-ink'}>
        {label}
        {required === false && <span className="font-normal text-faint"> · optional</span>}
      </label>
      {children({
        id,
        ...(note ? { 'aria-describedby': noteId } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
        ...(required ? { required: true as const } : {}),
      })}
      {note && (
        <p id={noteId} className={`flex gap-1 text-12 ${error ? 'text-bad' : 'text-faint'}`}>
          {error && <CircleAlert size={14} aria-hidden className="mt-px shrink-0" />}
          <span className="min-w-0">{note}</span>
        </p>
      )}
    </div>
  )
}
