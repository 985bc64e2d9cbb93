/** Which rows should stay? A field, how it is compared, and with what: typed in that order. */
import { type FormEvent, useRef, useState } from 'react'
import { type Condition, checkFilter } from '#foundation/contract/filter.ts'
import { asksNothing, type Operator } from '#foundation/contract/filter-operators.ts'
import type { NameOf } from '#foundation/contract/filter-sentence.ts'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { Combobox } from '#foundation/ui/Combobox.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { firstCondition, sayOperator, withOperator } from './filter-words.ts'
import { useOptions } from './useOptions.ts'
import { ValueControl } from './ValueControl.tsx'

interface ConditionEditorProps {
  object: RowObject
  /** Null begins a new one. */
  condition: Condition | null
  nameOf: NameOf
  submit: string
  onKeep: (condition: Condition) => void
  onRemove?: () => void
  /** Goes on to one that may hold instead, or must hold too. */
  onJoin?: { says: string; run: (condition: Condition) => void }
}

export function ConditionEditor({ object, condition, nameOf, submit, onKeep, onRemove, onJoin }: ConditionEditorProps) {
  const [draft, setDraft] = useState(condition)
  const [wrong, setWrong] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const options = useOptions(object.name)
  const field = object.fields.find(({ name }) => name === draft?.field)
  const focusValue = () =>
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[data-value] :is(input,select)')?.focus({ preventScroll: true }),
    )

  const finish = (then: (condition: Condition) => void) => {
    if (!draft) return
    const [fault] = checkFilter(draft, object.fields)
    if (!fault) return then(draft)
    setWrong(fault.message)
    focusValue()
  }
  const change = (next: Condition) => {
    setDraft(next)
    setWrong(null)
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        finish(onKeep)
      }}
      className="flex flex-col gap-2"
    >
      <Combobox
        label="Field"
        hideLabel
        required
        placeholder="Which field?"
        value={draft?.field ?? ''}
        options={object.fields.filter(({ operators }) => operators.length > 0).map(({ name, label }) => ({ value: name, label }))}
        onChange={(name) => {
          const next = object.fields.find((one) => one.name === name)
          if (!next) return
          change(firstCondition(next))
          focusValue()
        }}
      />
      {draft && field && (
        <>
          <Select
            label="Compared how"
            hideLabel
            required
            value={draft.is}
            onChange={(is) => change(withOperator(field, draft, is as Operator))}
            choices={field.operators.map((is) => ({ value: is, label: sayOperator(is) }))}
          />
          {!asksNothing(draft.is) && (
            <div data-value>
              <ValueControl
                field={field}
                is={draft.is}
                value={draft.value}
                onChange={(value) => change({ ...draft, value })}
                ask={(text) => options(field.name, text)}
                nameOf={(id) => nameOf(field.name, id)}
              />
            </div>
          )}
          {wrong && (
            <p role="alert" className="m-0 text-12 text-bad">
              {wrong}
            </p>
          )}
          <div className="mt-1 flex flex-wrap items-center gap-2">
            <Button look="main" type="submit">
              {submit}
            </Button>
            {onJoin && (
              <Button look="quiet" onClick={() => finish(onJoin.run)}>
                {onJoin.says}
              </Button>
            )}
            {onRemove && (
              <Button look="quiet" onClick={onRemove} className="ml-auto">
                Remove
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  )
}
