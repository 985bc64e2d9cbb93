/** How does a record or an operation become a form? */
import { z } from 'zod'
import { bare, type Control, fieldMetaIfAny, isNullable } from './fields.ts'

export interface FormField {
  name: string
  label: string
  control: Control
  required: boolean
  help?: string
  max?: number
  choices?: string[]
  references?: string
}

/** The fields a person fills in, in the contract's order. Hidden and plain checks are left out. */
export function formOf(shape: z.ZodRawShape, only?: readonly string[]): FormField[] {
  return Object.entries(shape).flatMap(([name, check]) => {
    const field = check as z.ZodType
    const meta = fieldMetaIfAny(field)
    if (!meta || meta.control === 'hidden' || (only && !only.includes(name))) return []
    const kind = bare(field)
    return [
      {
        name,
        label: meta.label,
        control: meta.control,
        required: !isNullable(field) && !field.safeParse(undefined).success,
        ...(meta.help ? { help: meta.help } : {}),
        ...(meta.max ? { max: meta.max } : {}),
        ...(kind instanceof z.ZodEnum ? { choices: kind.options.map(String) } : {}),
        ...(meta.references ? { references: meta.references } : {}),
      },
    ]
  })
}
