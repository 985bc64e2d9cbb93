/** Which rows are meant? A typed filter as JSON: conditions, in groups of which all or any must hold, nested. */
import { z } from 'zod'
import { asksNothing, type Operator, operatorNames } from './filter-operators.ts'
import type { FieldProblem } from './problem.ts'
import type { RowField } from './row-field.ts'

export const units = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Unit = (typeof units)[number]

/** A span of the calendar, seen from today: { which: 'this', n: 1, unit: 'quarter' }. Days count today; longer spans are whole ones. */
export interface Span {
  which: 'last' | 'this' | 'next'
  n: number
  unit: Unit
}
/** A day, as written or as so many units from today: { from: 'today', plus: -30, unit: 'day' }. */
export type Day = string | { from: 'today'; plus: number; unit: Unit }

/**
 * One condition. `value` by operator: text for is, isNot, contains, startsWith of text; a number (money in minor units) for is, atLeast, atMost;
 * [least, most] for between; true or false for is of yes/no; a Day for on, before, after; [Day, Day] for between of days; a Span for
 * during; a list of choices or ids for isAnyOf, isNoneOf; nothing for isMe, isEmpty, isNotEmpty.
 */
export interface Condition {
  field: string
  is: Operator
  value?: unknown
}
export type Filter = { all: Filter[] } | { any: Filter[] } | Condition

const mostOfGroup = 50
const mostConditions = 100
const deepest = 6

const says = 'Exactly one of: all (a list), any (a list), or field and is (with value, where the operator asks for one)'
// One shape with every key optional, not a union: so a fault is named where it lies. Which keys go together is checked below.
const Parts = z
  .array(z.lazy((): z.ZodType => Shape))
  .max(mostOfGroup)
  .meta({ id: 'Filters' })
const Shape: z.ZodObject = z
  .strictObject({
    all: Parts.optional(),
    any: Parts.optional(),
    field: z.string().max(100).optional(),
    is: z.enum(operatorNames).optional(),
    value: z.unknown().optional(),
  })
  .superRefine((given, ctx) => {
    const kinds = ['all', 'any', 'field'].filter((key) => key in given && given[key as 'all'] !== undefined)
    if (kinds.length !== 1) ctx.addIssue({ code: 'custom', message: says })
    else if (kinds[0] === 'field' && given.is === undefined) ctx.addIssue({ code: 'custom', path: ['is'], message: 'Say how' })
    else if (kinds[0] !== 'field' && (given.is !== undefined || given.value !== undefined))
      ctx.addIssue({ code: 'custom', message: says })
  })
  .meta({ id: 'Filter', description: says })

/** A filter as an operation takes it: its shape. Whether it fits a record, `checkFilter` says. */
export const Filter = Shape as unknown as z.ZodType<Filter, Filter> & { shape: z.ZodRawShape }

export const isGroup = (filter: Filter): filter is { all: Filter[] } | { any: Filter[] } => 'all' in filter || 'any' in filter
/** The parts of a group, and whether all of them must hold. */
export const partsOf = (group: { all: Filter[] } | { any: Filter[] }): { parts: Filter[]; all: boolean } =>
  'all' in group ? { parts: group.all, all: true } : { parts: group.any, all: false }

const text = z.string().trim().min(1, 'Write something').max(500)
const number = z.number()
const day = z.union([
  z.iso.date(),
  z.strictObject({ from: z.literal('today'), plus: z.int().min(-10_000).max(10_000), unit: z.enum(units) }),
])
const Span = z.strictObject({ which: z.enum(['last', 'this', 'next']), n: z.int().min(1).max(1000), unit: z.enum(units) })
const dayWords = 'Write a day like 2026-03-31, or { from: "today", plus: 7, unit: "day" }'

/** What a condition's value must be. */
function valueAsked(field: RowField, is: Operator): { check: z.ZodType; says: string } {
  if (is === 'isAnyOf' || is === 'isNoneOf') {
    if (field.control === 'reference') return { check: z.array(z.uuid()).min(1).max(200), says: 'Choose at least one' }
    const values = new Set(field.choices.map((c) => c.value))
    const one = z.string().refine((v) => values.has(v))
    return { check: z.array(one).min(1), says: `Choose from ${[...values].join(', ')}` }
  }
  if (is === 'during') return { check: Span, says: 'Say which span: { which: "last", n: 3, unit: "month" }' }
  if (field.control === 'day' || field.control === 'moment')
    return is === 'between'
      ? { check: z.tuple([day, day]), says: 'Write two days, the first and the last' }
      : { check: day, says: dayWords }
  if (field.control === 'yesNo') return { check: z.boolean(), says: 'Say true or false' }
  if (field.control === 'text' || field.control === 'longText') return { check: text, says: 'Write some text' }
  return is === 'between'
    ? { check: z.tuple([number, number]), says: 'Write two numbers, the least and the most' }
    : { check: number, says: 'Write a number' }
}

/** What is wrong with a filter for rows of these fields; paths as "filter.all.0.value". Empty: nothing. */
export function checkFilter(filter: Filter, fields: readonly RowField[], at = 'filter'): FieldProblem[] {
  const byName = new Map(fields.map((f) => [f.name, f]))
  const problems: FieldProblem[] = []
  let count = 0
  const look = (part: Filter, path: string, depth: number): void => {
    if (depth > deepest) problems.push({ path, message: `Nest at most ${deepest} groups` })
    else if (isGroup(part)) {
      const key = 'all' in part ? 'all' : 'any'
      for (const [i, one] of partsOf(part).parts.entries()) look(one, `${path}.${key}.${i}`, depth + 1)
    } else ask(part, path)
  }
  const ask = (part: Condition, path: string): void => {
    if (++count === mostConditions + 1) problems.push({ path: at, message: `Ask at most ${mostConditions} conditions` })
    problems.push(...checkCondition(part, byName.get(part.field), path))
  }
  look(filter, at, 0)
  return problems
}

function checkCondition(part: Condition, field: RowField | undefined, path: string): FieldProblem[] {
  if (!field?.operators.length) return [{ path: `${path}.field`, message: `There is no field "${part.field}" to filter by` }]
  if (!field.operators.includes(part.is))
    return [{ path: `${path}.is`, message: `${field.label} can be asked: ${field.operators.join(', ')}` }]
  if (asksNothing(part.is))
    return part.value === undefined || part.value === null ? [] : [{ path: `${path}.value`, message: 'Leave this out' }]
  const { check, says } = valueAsked(field, part.is)
  return check.safeParse(part.value).success ? [] : [{ path: `${path}.value`, message: says }]
}
