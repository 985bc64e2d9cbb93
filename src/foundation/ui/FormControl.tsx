/** Which control asks for this kind of field? One table. */
import { useCallback } from 'react'
import { Checkbox } from './Checkbox.tsx'
import { ChoicesField } from './ChoicesField.tsx'
import { Combobox, type Option } from './Combobox.tsx'
import { DateField } from './DateField.tsx'
import type { FieldFrame } from './Field.tsx'
import type { FormField } from './form-values.ts'
import { MoneyField } from './MoneyField.tsx'
import { NumberField } from './NumberField.tsx'
import { asChoice, Select } from './Select.tsx'
import { TagsField } from './TagsField.tsx'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'

export interface FormControlProps {
  field: FormField
  value: unknown
  error: string | undefined
  currency: string
  ask: ((field: FormField, text: string) => Promise<readonly Option[]>) | undefined
  valueLabel: string | undefined
  labels: Readonly<Record<string, string>> | undefined
  onChange: (value: unknown) => void
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value)
const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const sentence = (word: string): string => {
  const spaced = word.replace(/[_.-]+/g, ' ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

export function FormControl({ field, value, error, currency, ask, valueLabel, labels, onChange }: FormControlProps) {
  const find = useCallback(async (text: string) => (await ask?.(field, text)) ?? [], [ask, field])
  const frame: FieldFrame = { label: field.label, help: field.help, error, required: field.required }
  const wide = { ...frame, className: '@min-[30rem]:col-span-2' }
  switch (field.control) {
    case 'longText':
      return <TextArea {...wide} value={asText(value)} onChange={onChange} maxLength={field.max} />
    case 'choice':
      return (
        <Select
          {...frame}
          value={asText(value)}
          onChange={onChange}
          {...(field.required ? { placeholder: 'Choose' } : {})}
          choices={(field.choices ?? []).map((c) => {
            const choice = asChoice(c)
            return { value: choice.value, label: labels?.[choice.value] ?? (typeof c === 'string' ? sentence(c) : c.label) }
          })}
        />
      )
    case 'number':
      return <NumberField {...frame} value={asNumber(value)} onChange={onChange} />
    case 'share':
      return <NumberField {...frame} share value={asNumber(value)} onChange={onChange} />
    case 'money':
      return <MoneyField {...frame} value={asNumber(value)} onChange={onChange} currency={currency} />
    case 'day':
    case 'moment':
      return <DateField {...frame} kind={field.control} value={asText(value)} onChange={onChange} />
    case 'reference':
      return <Combobox {...frame} value={asText(value)} onChange={onChange} ask={find} {...(valueLabel ? { valueLabel } : {})} />
    case 'yesNo':
      return (
        <div className="@min-[30rem]:col-span-2">
          <Checkbox
            label={field.label}
            checked={value === true}
            onChange={onChange}
            {...(field.help ? { help: field.help } : {})}
          />
        </div>
      )
    case 'choices':
      return (
        <ChoicesField
          {...wide}
          value={Array.isArray(value) ? value.map(String) : []}
          choices={(field.choices ?? []).map(asChoice)}
          onChange={onChange}
        />
      )
    case 'tags':
      return <TagsField {...wide} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />
    case 'text':
      return <TextField {...frame} value={asText(value)} onChange={onChange} maxLength={field.max} autoComplete="off" />
    case 'hidden':
      return null
  }
}
