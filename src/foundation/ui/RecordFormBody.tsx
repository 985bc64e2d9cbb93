/** What do we know about this record, and what should change? A form from the contract's fields. */
import { type FormEvent, Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import type { Option } from './Combobox.tsx'
import { ErrorState } from './ErrorState.tsx'
import { noteEditing } from './editing-now.ts'
import { FieldClash } from './FieldClash.tsx'
import { FormControl } from './FormControl.tsx'
import { changedValues, type FormField, missingFields, sortProblems, type Values } from './form-values.ts'
import { useHeardChanges } from './heard-changes.ts'
import { followRecord, meetConflicts, settleField, type Theirs, type Writing } from './merge-typed.ts'
import { conflictsIn, readProblem } from './read-problem.ts'

export interface RecordFormProps {
  fields: readonly FormField[]
  /** The record; one with an `id` sends only what changed, and the values from which the writer began. It may change while one writes. */
  value: Values
  /** Rejects with a problem: its messages land on their fields. */
  onSubmit: (changes: Record<string, unknown>, base: Record<string, unknown>) => Promise<unknown>
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
  const [writing, setWriting] = useState<Writing>({ base: value, typed: value, theirs: {} })
  const { base, typed, theirs } = writing
  const lastBy = useRef<string | null>(null)
  const [seen, setSeen] = useState(value)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const shown = fields.filter((f) => f.control !== 'hidden')
  useEffect(() => () => noteEditing(null), [])
  /** The field in which something has the focus: what its label says. */
  const labelAround = (target: Element) => {
    const said = (target as HTMLInputElement).labels?.[0]?.textContent ?? target.getAttribute('aria-label') ?? ''
    return shown.find(({ label }) => said.startsWith(label))?.label
  }
  // The record has become another one under what is written: what nobody touched follows, the rest is shown from both sides.
  if (value !== seen) {
    setSeen(value)
    if (value.id !== undefined && value.id === base.id)
      setWriting((now) =>
        followRecord(
          now,
          value,
          shown.map((f) => f.name),
          lastBy.current,
        ),
      )
  }
  useHeardChanges(({ changes }) => {
    const own = changes.filter(({ ids }) => ids.includes(String(value.id)))
    if (own.length > 0) lastBy.current = own.at(-1)?.by || null
  })

  const say = (found: Record<string, string>) => {
    setProblems(found)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const missing = missingFields(shown, typed)
    if (Object.keys(missing).length > 0) return say(missing)
    if (Object.keys(theirs).length > 0) return form.current?.querySelector<HTMLElement>('[data-clash] button')?.focus()
    setBusy(true)
    setFailure(null)
    try {
      const changes = changedValues(shown, base, typed)
      await onSubmit(changes, Object.fromEntries(Object.keys(changes).map((name) => [name, base[name] ?? null])))
      setProblems({})
    } catch (error) {
      const conflicts = conflictsIn(error)
      if (conflicts.length > 0) {
        setProblems({})
        setWriting((now) => meetConflicts(now, conflicts))
        return
      }
      const { onFields, loose } = sortProblems(shown, readProblem(error).fields)
      say(onFields)
      if (Object.keys(onFields).length === 0 || loose.length > 0) setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={send}
      onFocus={({ target }) => {
        const label = target instanceof Element ? labelAround(target) : undefined
        if (typeof base.id === 'string' && label) noteEditing({ id: base.id, field: label })
      }}
      className="@container flex flex-col gap-4"
    >
      {failure !== null && <ErrorState error={failure} />}
      <div className="grid grid-cols-1 gap-x-5 gap-y-4 @min-[30rem]:grid-cols-2">
        {shown.map((field) => (
          <Fragment key={field.name}>
            <FormControl
              field={field}
              value={typed[field.name]}
              error={problems[field.name]}
              currency={field.currency ?? (typeof typed.currency === 'string' ? typed.currency : currency)}
              ask={ask}
              valueLabel={labelOf?.(field)}
              labels={choiceLabels?.[field.name]}
              onChange={(next) => {
                setWriting((old) => ({ ...old, typed: { ...old.typed, [field.name]: next } }))
                setProblems(({ [field.name]: _gone, ...rest }) => rest)
              }}
            />
            {theirs[field.name] && (
              <FieldClash
                field={field}
                theirs={
                  {
                    ...theirs[field.name],

                    text: theirs[field.name]?.text ?? labelOf?.(field) ?? null,
                  } as Theirs
                }
                currency={field.currency ?? (typeof typed.currency === 'string' ? typed.currency : currency)}
                labels={choiceLabels?.[field.name]}
                onKeep={(keep) => setWriting((now) => settleField(now, field.name, keep))}
              />
            )}
          </Fragment>
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
