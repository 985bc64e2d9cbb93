/** How does a filter read aloud? "Stage is Proposal or Negotiation, closes this quarter" */
import type { Condition, Day, Filter, Span } from './filter.ts'
import { isGroup, partsOf } from './filter.ts'
import type { RowField } from './row-field.ts'

/** What the row with an id is called; undefined when that is not known (yet). */
export type NameOf = (field: string, id: string) => string | undefined

const low = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function sayDay(day: Day): string {
  if (typeof day === 'string')
    return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  if (day.plus === 0) return 'today'
  if (day.unit === 'day' && Math.abs(day.plus) === 1) return day.plus === 1 ? 'tomorrow' : 'yesterday'
  const count = Math.abs(day.plus)
  const span = `${count} ${day.unit}${count === 1 ? '' : 's'}`
  return day.plus > 0 ? `${span} from today` : `${span} ago`
}

function saySpan({ which, n, unit }: Span): string {
  if (which === 'this') return unit === 'day' ? 'today' : `this ${unit}`
  if (n > 1) return `in the ${which} ${n} ${unit}s`
  return unit === 'day' ? 'today' : `${which} ${unit}`
}

function sayNumber(field: RowField, value: unknown): string {
  const number = Number(value)
  if (field.control === 'share') return `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(number * 100)}%`
  return new Intl.NumberFormat('en').format(field.control === 'money' ? number / 100 : number)
}

function sayValues(field: RowField, values: readonly unknown[], nameOf: NameOf): string {
  const words = values.map((value) => {
    if (field.control === 'choice' || field.control === 'choices')
      return field.choices.find((c) => c.value === value)?.label ?? `${value}`
    return nameOf(field.name, `${value}`)
  })
  const known = words.filter((word) => word !== undefined)
  return known.length === words.length ? listed(known) : `${words.length === 1 ? 'one' : `one of ${words.length}`} chosen`
}

function sayCondition({ field: name, is, value }: Condition, field: RowField | undefined, nameOf: NameOf): string {
  if (!field) return `${name} (a field that is not there any more)`
  const { label, control } = field
  const isDay = control === 'day' || control === 'moment'
  const [a, b] = Array.isArray(value) ? value : [value, undefined]
  switch (is) {
    case 'isEmpty':
      return `${label} is empty`
    case 'isNotEmpty':
      return `${label} is not empty`
    case 'isMe':
      return `${label} is me`
    case 'isAnyOf':
    case 'isNoneOf':
      return `${label} is ${is === 'isNoneOf' ? 'not ' : ''}${sayValues(field, Array.isArray(value) ? value : [value], nameOf)}`
    case 'during':
      return `${label} ${saySpan(value as Span)}`
    case 'between':
      return isDay
        ? `${label} between ${sayDay(a as Day)} and ${sayDay(b as Day)}`
        : `${label} is between ${sayNumber(field, a)} and ${sayNumber(field, b)}`
    case 'on':
      return typeof value === 'string' ? `${label} on ${sayDay(value)}` : `${label} ${sayDay(value as Day)}`
    case 'before':
    case 'after':
      return `${label} ${is} ${sayDay(value as Day)}`
    case 'atLeast':
    case 'atMost':
      return `${label} is at ${is === 'atLeast' ? 'least' : 'most'} ${sayNumber(field, value)}`
    case 'contains':
    case 'startsWith':
      return `${label} ${is === 'contains' ? 'contains' : 'starts with'} “${value}”`
    default:
      if (control === 'yesNo') return `${label}: ${value ? 'yes' : 'no'}`
      return `${label} is ${is === 'isNot' ? 'not ' : ''}${typeof value === 'number' ? sayNumber(field, value) : `“${value}”`}`
  }
}

/** A filter as a sentence without its full stop; empty for one that asks nothing. */
export function sayFilter(filter: Filter, fields: readonly RowField[], nameOf: NameOf = () => undefined): string {
  const say = (part: Filter): string => {
    if (!isGroup(part))
      return sayCondition(
        part,
        fields.find((f) => f.name === part.field),
        nameOf,
      )
    const { parts, all } = partsOf(part)
    const said = parts.flatMap((one) => {
      const words = say(one)
      const nested = isGroup(one) && partsOf(one).parts.length > 1 && parts.length > 1
      return words ? [nested ? `(${words})` : words] : []
    })
    return said.map((words, i) => (i ? low(words) : words)).join(all ? ', ' : ' or ')
  }
  return say(filter)
}
