/** What should change in this row? Its fields in a sheet, for fingers. */
import { useMemo, useState } from 'react'
import type { RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import type { CellEdit, GridColumn } from '#foundation/ui/grid/grid-column.ts'
import { RecordForm } from '#foundation/ui/RecordForm.tsx'
import { Sheet } from '#foundation/ui/Sheet.tsx'
import { currencyOf } from '#foundation/ui/text-of-field.ts'
import { columnsOf } from './row-columns.ts'
import { useOptions } from './useOptions.ts'

interface EditSheetProps {
  object: RowObject
  row: ShownRow
  /** Those that are shown: they come first; only what is loaded can be changed here. */
  columns: readonly GridColumn<ShownRow>[]
  onClose: () => void
  write: (edits: readonly CellEdit<ShownRow>[]) => Promise<void>
}

export function EditSheet({ object, row, columns, onClose, write }: EditSheetProps) {
  const options = useOptions(object.name)
  const [labels, setLabels] = useState<Record<string, string>>({})
  const fields = columns.flatMap(({ id }) => {
    const field = object.fields.find(({ name }) => name === id)
    if (!field?.editable) return []
    return [
      {
        name: id,
        label: field.label,
        control: field.control,
        required: !field.empty,
        choices: field.choices,
        ...(field.max === null ? {} : { max: field.max }),
      },
    ]
  })
  // The same as long as the row is: another one would be taken for what somebody else wrote.
  const value = useMemo(() => ({ ...row.values, id: row.id }), [row])
  const money = object.fields.find(({ control }) => control === 'money')
  const save = async (changes: Record<string, unknown>, base: Record<string, unknown>) => {
    const began = { ...row, values: { ...row.values, ...base } }
    const all = columnsOf(
      object,
      columns.map(({ id }) => ({ field: id, width: null })),
      new Date(),
      {},
    )
    await write(
      Object.entries(changes).flatMap(([name, value]) => {
        const column = all.find(({ id }) => id === name)
        return column ? [{ row: began, column, value, text: labels[String(value)] ?? '' }] : []
      }),
    )
    onClose()
  }
  return (
    <Sheet open onClose={onClose} title={String(row.values[object.title] ?? '')}>
      <RecordForm
        fields={fields}
        value={value}
        submit="Save"
        onCancel={onClose}
        onSubmit={save}
        currency={money ? currencyOf(money, row) : 'EUR'}
        labelOf={(field) => row.titles[field.name]}
        ask={async (field, text) => {
          const found = await options(field.name, text)
          setLabels((known) => ({ ...known, ...Object.fromEntries(found.map(({ value, label }) => [value, label])) }))
          return found
        }}
      />
    </Sheet>
  )
}
