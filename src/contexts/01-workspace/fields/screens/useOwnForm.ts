/** Which fields of our own does a form ask for, and how do they go to the server? */
import { useMemo } from 'react'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import type { FormField } from '#foundation/ui/form-values.ts'
import type { OwnForm } from '#foundation/ui/own-form.ts'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '#workspace/views/contract.ts'
import { useFieldOptions } from './useFieldOptions.ts'

type ObjectField = RowObject['fields'][number]
const prefix = 'custom.'

/** A field of an object as a form asks for it. */
export const asFormField = (field: ObjectField): FormField => ({
  name: field.name,
  label: field.label,
  control: field.control,
  required: field.own?.required ?? !field.empty,
  choices: field.choices,
  ...(field.currency ? { currency: field.currency } : {}),
  ...(field.max === null ? {} : { max: field.max }),
  ...(field.references ? { references: field.references } : {}),
})

/** @param id the row that is edited; none for a new one */
export function useOwnForm(object: string, id?: string): OwnForm {
  const api = useClient(views)
  const objects = useAsk(api.objects, {}, { staleMs: 300_000 })
  const options = useFieldOptions(object)
  const own = useMemo(
    () =>
      (objects.data?.find((one) => one.name === object)?.fields ?? []).filter(
        (field) => field.own && field.editable && !field.own.hidden,
      ),
    [objects.data, object],
  )
  const row = useAsk(api.row, { object, id: id ?? '' }, { when: id !== undefined && own.length > 0 })
  const isOurs = (field: FormField) => field.name.startsWith(prefix)
  const failed = objects.error ?? row.error
  return {
    ready: failed !== null || (objects.data !== undefined && (id === undefined || !own.length || row.data !== undefined)),
    fields: own.map(asFormField),
    values: row.data?.values ? Object.fromEntries(own.map((f) => [f.name, row.data.values[f.name] ?? null])) : {},
    labelOf: (field) => (isOurs(field) ? row.data?.titles[field.name] : undefined),
    ask: (field, text) => (isOurs(field) ? options(field.name, text) : undefined),
    pack: (changes) => {
      const all = Object.entries(changes)
      const ours = all.filter(([name]) => name.startsWith(prefix))
      const rest = Object.fromEntries(all.filter(([name]) => !name.startsWith(prefix)))
      const custom = Object.fromEntries(ours.map(([name, value]) => [name.slice(prefix.length), value]))
      return (ours.length ? { ...rest, custom } : rest) as typeof changes
    },
  }
}
