/** What does a form get for the fields that a workspace added, from whoever knows them? */
import type { Option } from './fit-options.ts'
import type { FormField } from './form-values.ts'

export interface OwnForm {
  /** False until the fields (and the values of a row that is edited) are known. */
  ready: boolean
  fields: FormField[]
  values: Record<string, unknown>
  labelOf: (field: FormField) => string | undefined
  /** What a reference may point to; undefined for a field that is not one of these. */
  ask: (field: FormField, text: string) => Promise<readonly Option[]> | undefined
  /** What was typed, with these fields where the operation takes them. */
  pack: <T extends Record<string, unknown>>(changes: T) => T
}
