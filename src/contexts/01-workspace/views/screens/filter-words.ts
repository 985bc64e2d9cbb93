/** How are the operators of a filter called, and what stands in a condition before anybody has said what? */
import type { Condition } from '#foundation/contract/filter.ts'
import { asksNothing, type Operator } from '#foundation/contract/filter-operators.ts'
import type { RowField } from '#foundation/contract/row-field.ts'

const words = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  startsWith: 'starts with',
  atLeast: 'is at least',
  atMost: 'is at most',
  between: 'is between',
  on: 'is on',
  before: 'is before',
  after: 'is after',
  during: 'is within',
  isAnyOf: 'is any of',
  isNoneOf: 'is none of',
  isMe: 'is me',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
} as const satisfies Record<Operator, string>

export const sayOperator = (is: Operator): string => words[is]

/** The value a condition begins with: what is most often meant. */
export function firstValue(field: RowField, is: Operator): unknown {
  if (asksNothing(is)) return undefined
  if (is === 'isAnyOf' || is === 'isNoneOf') return []
  if (is === 'during') return { which: 'this', n: 1, unit: 'month' }
  const today = { from: 'today', plus: 0, unit: 'day' }
  if (field.control === 'day' || field.control === 'moment')
    return is === 'between' ? [today, { from: 'today', plus: 30, unit: 'day' }] : today
  if (field.control === 'yesNo') return true
  if (field.control === 'text' || field.control === 'longText') return ''
  return is === 'between' ? [null, null] : null
}

/** A condition with another operator keeps its value where the kind of value is the same. */
export function withOperator(field: RowField, before: Condition, is: Operator): Condition {
  const fresh = firstValue(field, is)
  const isAlike = JSON.stringify(firstValue(field, before.is)) === JSON.stringify(fresh)
  const value = isAlike ? before.value : fresh
  return { field: field.name, is, ...(value === undefined ? {} : { value }) }
}

export const firstCondition = (field: RowField): Condition => {
  const is = field.operators[0] ?? 'isEmpty'
  const value = firstValue(field, is)
  return { field: field.name, is, ...(value === undefined ? {} : { value }) }
}
