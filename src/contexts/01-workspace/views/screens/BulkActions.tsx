/** What can be done with all chosen rows at once? One field set, or all removed: in batches, and taken back as one. */
import { PencilLine, Trash2 } from 'lucide-react'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { FormControl } from '#foundation/ui/FormControl.tsx'
import { countOf, formatNumber } from '#foundation/ui/format-number.ts'
import { type Chosen, nothingChosen } from '#foundation/ui/grid/grid-props.ts'
import { PopoverButton } from '#foundation/ui/PopoverButton.tsx'
import { Progress } from '#foundation/ui/Progress.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { toastProblem } from '#foundation/ui/Toasts.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'
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
  /** How many of how many rows are done; null when nothing runs. */
  const [done, setDone] = useState<{ rows: number; of: number | null } | null>(null)
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )
  const busy = done !== null

  /** The ids that are meant, all of them before the first row is changed: a changed row may no longer be among those meant. */
  const idsOf = async (): Promise<string[]> => {
    if (!chosen.all) return [...chosen.ids]
    const { object: name, filter, words, sort } = asked
    const found: string[] = []
    for (let after: string | null = ''; after !== null && !stopped.current; ) {
      const page: Awaited<ReturnType<typeof api.ids>> = await api.ids({
        object: name,
        ...(filter ? { filter } : {}),
        ...(words ? { words } : {}),
        ...(sort ? { sort } : {}),
        ...(after ? { after } : {}),
      })
      found.push(...page.ids)
      after = page.next
    }
    return found.filter((id) => !chosen.ids.has(id))
  }
  const run = async (did: string, does: (ids: string[]) => Promise<Answer>) => {
    if (busy) return
    stopped.current = false
    setDone({ rows: 0, of: null })
    const sum = { rows: 0, sets: [] as string[], refused: 0, why: '' }
    try {
      const ids = await idsOf()
      for (const some of inBatches(ids, atOnce)) {
        if (stopped.current) break
        setDone({ rows: sum.rows + sum.refused, of: ids.length })
        const answer = await does(some)
        sum.rows += answer.rows.length
        sum.refused += answer.refused.length
        sum.why ||= answer.refused[0]?.why ?? ''
        if (answer.changeSetId) sum.sets.push(answer.changeSetId)
      }
      onChoose(nothingChosen)
    } catch (error) {
      toastProblem(error)
    } finally {
      // What was done before a fault or a stop is done, and is taken back as one.
      const left = sum.refused ? ` ${countOf(sum.refused, 'row')} left as it was: ${sum.why}` : ''
      if (sum.rows + sum.refused > 0) edits.remember(sum.sets, `${countOf(sum.rows, object.noun, object.plural)} ${did}.${left}`)
      setDone(null)
      refresh()
      await edits.heard()
    }
  }
  const set = (field: string, value: unknown) =>
    run('changed', (ids) => api.changeMany({ object: object.name, cells: ids.map((id) => ({ id, set: { [field]: value } })) }))
  const remove = () => run('removed', (ids) => api.removeMany({ object: object.name, ids }))
  if (done && (done.of === null || done.of > atOnce))
    return (
      <span className="flex items-center gap-3">
        <Progress done={done.of === null ? null : done.rows / done.of} label="Changing rows" />
        <span className="num" role="status">
          {done.of === null ? 'Looking for all of them' : `${formatNumber(done.rows, 0)} of ${formatNumber(done.of, 0)}`}
        </span>
        <Button
          look="quiet"
          onClick={() => {
            stopped.current = true
          }}
        >
          Stop
        </Button>
      </span>
    )
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

/** As many rows in one request, so that it is seen how far it is, and others are not kept waiting. */
const atOnce = 500
interface Answer {
  changeSetId: string | null
  rows: readonly unknown[]
  refused: readonly { why: string }[]
}
const inBatches = <T,>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

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
