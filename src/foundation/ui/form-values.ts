/** What does a form send, given what stood there and what was typed? */

/** As the contract's `formOf` gives it. */
export interface FormField {
  name: string
  label: string
  control:
    | 'text'
    | 'longText'
    | 'choice'
    | 'number'
    | 'share'
    | 'day'
    | 'moment'
    | 'reference'
    | 'money'
    | 'yesNo'
    | 'tags'
    | 'choices'
    | 'hidden'
  required: boolean
  help?: string
  max?: number
  choices?: readonly (string | { value: string; label: string })[]
  references?: string
  /** For money that is always in this currency. */
  currency?: string
}

export type Values = Readonly<Record<string, unknown>>

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const isSame = (a: unknown, b: unknown): boolean => (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)

/** Messages for required fields that were left empty. A "no" is an answer, so yesNo is never missing. */
export function missingFields(fields: readonly FormField[], typed: Values): Record<string, string> {
  const missing = fields.filter((f) => f.required && f.control !== 'yesNo' && f.control !== 'tags' && isEmpty(typed[f.name]))
  return Object.fromEntries(missing.map((f) => [f.name, `${f.label} is missing.`]))
}

/** A stored record sends only what changed (emptied fields as null); a new one everything that was filled in. */
export function changedValues(fields: readonly FormField[], before: Values, typed: Values): Record<string, unknown> {
  const isNew = before.id === undefined
  const sent: Record<string, unknown> = {}
  for (const { name, control } of fields) {
    const now = typed[name]
    if (isNew ? isEmpty(now) : isSame(before[name], now)) continue
    sent[name] = isEmpty(now)
      ? control === 'tags'
        ? []
        : null
      : typeof now === 'string' && control !== 'longText'
        ? now.trim()
        : now
  }
  return sent
}

/** Problems by the field they belong to ("lines.0.price" belongs to "lines"); what belongs to none comes apart. */
export function sortProblems(
  fields: readonly FormField[],
  problems: Readonly<Record<string, string>>,
): { onFields: Record<string, string>; loose: string[] } {
  const onFields: Record<string, string> = {}
  const loose: string[] = []
  for (const [path, message] of Object.entries(problems)) {
    const name = fields.some((f) => f.name === path) ? path : (path.split('.')[0] ?? path)
    if (fields.some((f) => f.name === name && f.control !== 'hidden')) onFields[name] ??= message
    else loose.push(`${path}: ${message}`)
  }
  return { onFields, loose }
}
