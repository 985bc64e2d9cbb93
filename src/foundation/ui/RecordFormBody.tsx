/** What do we know about this record, and what should change? A form from the contract's fields. */
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import type { Option } from './Combobox.tsx'
import { ErrorState } from './ErrorState.tsx'
import { FormControl } from './FormControl.tsx'
import { changedValues, type FormField, missingFields, sortProblems, type Values } from './form-values.ts'
import { readProblem } from './read-problem.ts'

export interface RecordFormProps {
  fields: readonly FormField[]
  /** The record; one with an `id` sends only what changed. */
  value: Values
  /** Rejects with a problem: its messages land on their fields. */
  onSubmit: (changes: Record<string, unknown>) => Promise<unknown>
  /** What the button does: "Save account". */
  submit: string
  onCancel?: () => void
  /** Finds what a reference may point to. */
  ask?: (field: FormField, text: string) => Promise<readonly Option[]>
  /** What a reference's present value is called. */
  labelOf?: (field: FormField) => string | undefined
  /** For money fields; the record's own `currency` comes first. */
  currency?: string
  /** Words for choices: { stage: { won: 'Won' } }. */
  choiceLabels?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What is worth knowing about what is typed so far, above the buttons. */
  hint?: (typed: Values) => ReactNode
}

export function RecordFormBody({
  fields,
  value,
  onSubmit,
  submit,
  onCancel,
  ask,
  labelOf,
  currency = 'EUR',
  choiceLabels,
  hint,
}: RecordFormProps) {
  const [typed, setTyped] = useState<Values>(value)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const shown = fields.filter((f) => f.control !== 'hidden')

  const say = (found: Record<string, string>) => {
    setProblems(found)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const missing = missingFields(shown, typed)
    if (Object.keys(missing).length > 0) return say(missing)
    setBusy(true)
    setFailure(null)
    try {
      await onSubmit(changedValues(shown, value, typed))
      setProblems({})
    } catch (error) {
      const { onFields, loose } = sortProblems(shown, readProblem(error).fields)
      say(onFields)
      if (Object.keys(onFields).length === 0 || loose.length > 0) setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form ref={form} noValidate onSubmit={send} className="@container flex flex-col gap-4">
      {failure !== null && <ErrorState error={failure} />}
      <div className="grid grid-cols-1 gap-x-5 gap-y-4 @min-[30rem]:grid-cols-2">
        {shown.map((field) => (
          <FormControl
            key={field.name}
            field={field}
            value={typed[field.name]}
            error={problems[field.name]}
            currency={field.currency ?? (typeof typed.currency === 'string' ? typed.currency : currency)}
            ask={ask}
            valueLabel={labelOf?.(field)}
            labels={choiceLabels?.[field.name]}
            onChange={(next) => {
              setTyped((old) => ({ ...old, [field.name]: next }))
              setProblems(({ [field.name]: _gone, ...rest }) => rest)
            }}
          />
        ))}
      </div>
      {hint && <div className="sticky bottom-0 z-10 empty:hidden">{hint(typed)}</div>}
      <div className="flex flex-wrap justify-end gap-2">
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button look="main" type="submit" busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
