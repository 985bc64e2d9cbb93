/** What can be done with all chosen rows at once? One field set, or all removed: each as one change with its undo. */
import { PencilLine, Trash2 } from 'lucide-react'
import { type FormEvent, useCallback, useState } from 'react'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { FormControl } from '#foundation/ui/FormControl.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { type Chosen, nothingChosen } from '#foundation/ui/grid/grid-props.ts'
import { PopoverButton } from '#foundation/ui/PopoverButton.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { toast, toastProblem } from '#foundation/ui/Toasts.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { mostAtOnce, views } from '../contract.ts'
import { useOptions } from './useOptions.ts'
import type { useRowEdits } from './useRowEdits.ts'
import type { RowsAsked } from './useRows.ts'

interface BulkActionsProps {
  object: RowObject
  asked: RowsAsked
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
  edits: ReturnType<typeof useRowEdits>
  refresh: () => void
}

export function BulkActions({ object, asked, chosen, onChoose, edits, refresh }: BulkActionsProps) {
  const api = useClient(views)
  const [busy, setBusy] = useState(false)

  /** The ids that are meant; null when there are more than can be changed at once. */
  const idsOf = async (): Promise<string[] | null> => {
    if (!chosen.all) return [...chosen.ids]
    const { object: name, filter, words, sort } = asked
    const found = await api.ids({
      object: name,
      ...(filter ? { filter } : {}),
      ...(words ? { words } : {}),
      ...(sort ? { sort } : {}),
    })
    if (!found.more) return found.ids.filter((id) => !chosen.ids.has(id))
    toast(`At most ${mostAtOnce.toLocaleString('en-GB')} rows are changed at once. Filter for fewer.`, { tone: 'failed' })
    return null
  }
  const run = async (does: (ids: string[]) => Promise<void>) => {
    if (busy) return
    setBusy(true)
    try {
      const ids = await idsOf()
      if (ids && ids.length > 0) await does(ids)
      if (ids) onChoose(nothingChosen)
      refresh()
      await edits.heard()
    } catch (error) {
      toastProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const set = (field: string, value: unknown) =>
    run(async (ids) => {
      const answer = await api.changeMany({ object: object.name, cells: ids.map((id) => ({ id, set: { [field]: value } })) })
      say(answer, 'changed')
    })
  const remove = () =>
    run(async (ids) => {
      say(await api.removeMany({ object: object.name, ids }), 'removed')
    })
  const say = (answer: Awaited<ReturnType<typeof api.changeMany>> | Awaited<ReturnType<typeof api.removeMany>>, did: string) => {
    const [refused] = answer.refused
    const left = refused ? ` ${countOf(answer.refused.length, 'row')} left as it was: ${refused.why}` : ''
    edits.remember(answer.changeSetId, `${countOf(answer.rows.length, object.noun, object.plural)} ${did}.${left}`)
  }
  return (
    <>
      <PopoverButton
        icon={PencilLine}
        busy={busy}
        about="Set a field of all chosen rows"
        inside={(close) => (
          <SetField
            object={object}
            onSet={(field, value) => {
              close()
              void set(field, value)
            }}
          />
        )}
      >
        Set a field
      </PopoverButton>
      {object.mayRemove && (
        <Button icon={Trash2} busy={busy} onClick={() => void remove()}>
          Remove
        </Button>
      )}
    </>
  )
}

function SetField({ object, onSet }: { object: RowObject; onSet: (field: string, value: unknown) => void }) {
  const [name, setName] = useState('')
  const [value, setValue] = useState<unknown>(null)
  const options = useOptions(object.name)
  const field = object.fields.find((one) => one.name === name)
  const ask = useCallback(async (_: unknown, text: string) => options(name, text), [options, name])
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (field) onSet(field.name, value === '' || value === undefined ? null : value)
      }}
      className="flex flex-col gap-3"
    >
      <Select
        label="Field"
        required
        placeholder="Which field?"
        value={name}
        onChange={(next) => {
          setName(next)
          setValue(null)
        }}
        choices={object.fields.filter(({ editable }) => editable).map((one) => ({ value: one.name, label: one.label }))}
      />
      {field && (
        <>
          <FormControl
            field={{
              ...field,
              currency: field.currency ?? 'EUR',
              required: !field.empty,
              references: field.references ?? '',
              max: field.max ?? 20_000,
            }}
            value={value}
            error={undefined}
            currency="EUR"
            ask={ask}
            valueLabel={undefined}
            labels={undefined}
            onChange={setValue}
          />
          <Button look="main" type="submit" className="self-start">
            {value === null || value === '' ? `Empty ${field.label.toLowerCase()}` : `Set ${field.label.toLowerCase()}`}
          </Button>
        </>
      )}
    </form>
  )
}
