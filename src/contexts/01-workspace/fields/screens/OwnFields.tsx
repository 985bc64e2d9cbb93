/** What do we know of this record in the fields that we added ourselves? Each is changed where it stands. */
import { Pencil } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import type { RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { FormControl } from '#foundation/ui/FormControl.tsx'
import { IconButton } from '#foundation/ui/IconButton.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { textOf } from '#foundation/ui/text-of-field.ts'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { views } from '#workspace/views/contract.ts'
import { useFieldOptions } from './useFieldOptions.ts'
import { asFormField } from './useOwnForm.ts'

type ObjectField = RowObject['fields'][number]

interface OwnFieldsProps {
  object: string
  rowId: string
  /** A small thing to do with a field, beside its label: its history. */
  action?: (field: { name: string; label: string }) => ReactNode
}

export function OwnFields({ object, rowId, action }: OwnFieldsProps) {
  const api = useClient(views)
  const objects = useAsk(api.objects, {}, { staleMs: 300_000 })
  const shown = (objects.data?.find((one) => one.name === object)?.fields ?? []).filter((f) => f.own && !f.own.hidden)
  const row = useAsk(api.row, { object, id: rowId }, { when: shown.length > 0 })
  if (!shown.length || !row.data) return null
  const found = row.data
  return (
    <section className="mt-6">
      <h2 className="m-0 mb-2 text-14 font-semibold text-ink">Fields of our own</h2>
      <dl className="m-0 flex flex-col gap-3">
        {shown.map((field) => (
          <OwnFact key={field.name} object={object} field={field} row={found} action={action?.(field)} />
        ))}
      </dl>
    </section>
  )
}

const hrefs: Readonly<Record<string, string>> = { accounts: '/accounts', people: '/people', opportunities: '/opportunities' }

function Shown({ field, row }: { field: ObjectField; row: ShownRow }) {
  const text = textOf(field, row, useNow())
  const value = row.values[field.name]
  if (text === '') return <span className="text-faint">Not known</span>
  if (field.link)
    return (
      <Link href={String(value)} target="_blank" rel="noreferrer">
        {text.replace(/^https?:\/\//, '')}
      </Link>
    )
  const href = field.references ? hrefs[field.references] : undefined
  return href ? <Link href={`${href}/${String(value)}`}>{text}</Link> : <span className="whitespace-pre-line">{text}</span>
}

function OwnFact({ object, field, row, action }: { object: string; field: ObjectField; row: ShownRow; action: ReactNode }) {
  const [editing, setEditing] = useState(false)
  return (
    <div>
      <dt className="flex items-center gap-1 text-12 text-faint">
        {field.label}
        {action}
        {field.editable && !editing && (
          <IconButton icon={Pencil} size="small" label={`Change ${field.label}`} onClick={() => setEditing(true)} />
        )}
      </dt>
      <dd className="m-0 wrap-anywhere text-13 text-ink">
        {editing ? (
          <Editor object={object} field={field} row={row} onClose={() => setEditing(false)} />
        ) : (
          <Shown field={field} row={row} />
        )}
      </dd>
    </div>
  )
}

function Editor({ object, field, row, onClose }: { object: string; field: ObjectField; row: ShownRow; onClose: () => void }) {
  const api = useClient(views)
  const options = useFieldOptions(object)
  const [value, setValue] = useState(row.values[field.name])
  const [error, setError] = useState<string>()
  const save = useChange(api.changeMany, (answer) =>
    answer.refused.length ? `${field.label} was not changed` : `Changed ${field.label}`,
  )
  const send = async () => {
    const next = value === '' || value === undefined ? null : value
    const cells = [{ id: row.id, set: { [field.name]: next }, seenAt: row.updatedAt }]
    const answer = await save.mutateAsync({ object, cells }).catch(() => null)
    const refused = answer?.refused[0]
    if (refused) setError(refused.why)
    else if (answer) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <form
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void send()
      }}
      className="flex flex-col gap-2 py-1 [&_label]:sr-only"
    >
      <FormControl
        field={asFormField(field)}
        value={value}
        error={error}
        currency={field.currency ?? 'EUR'}
        ask={(_, text) => options(field.name, text)}
        valueLabel={row.titles[field.name]}
        labels={undefined}
        onChange={(next) => {
          setValue(next)
          setError(undefined)
        }}
      />
      <div className="flex gap-2">
        <Button look="main" type="submit" busy={save.isPending}>
          Save
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
