/** Does a field say all that its type needs, and nothing else? */
import type { FieldRow, OwnSettings } from '#foundation/contract/own-field.ts'
import type { FieldProblem } from '#foundation/contract/problem.ts'

interface Shape {
  type: FieldRow['type']
  settings: OwnSettings
}
export type ShapeRead = { settings: OwnSettings } | { problems: FieldProblem[] }

/** A shape that is refused, and for which of its settings. */
export const fault = (path: string, message: string): ShapeRead => ({ problems: [{ path: `settings.${path}`, message }] })

/** The settings that belong to the type, or what is wrong with them. */
export function checkShape({ type, settings }: Shape): ShapeRead {
  if (type === 'choice' || type === 'choices') {
    const choices = settings.choices ?? []
    if (!choices.length) return fault('choices', 'name at least one choice')
    if (new Set(choices.map((c) => c.value)).size < choices.length) return fault('choices', 'two choices have the same value')
    if (new Set(choices.map((c) => c.label.toLowerCase())).size < choices.length)
      return fault('choices', 'two choices are called the same')
    return { settings: { choices } }
  }
  if (type === 'money')
    return settings.currency ? { settings: { currency: settings.currency } } : fault('currency', 'say which currency')
  return { settings: {} }
}
