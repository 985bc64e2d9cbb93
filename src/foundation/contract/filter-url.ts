/** How does a filter stand in an address? In letters that no address needs to encode, so that people can read and share it. */
import { Filter, type Filter as FilterOf, isGroup, partsOf } from './filter.ts'

// "all.2*standing.isAnyOf.customer.former*changedAt.during.last.7.day": "*" between parts, a group says how many follow it, "." between
// the words of a part. A letter other than a-z, 0-9 and "-" is "_" and two hex digits per UTF-8 byte; a space is "__".
const hex = (byte: number) => `_${byte.toString(16).padStart(2, '0')}`
const bytesOf = (text: string) => [...new TextEncoder().encode(text)].map(hex).join('')
const numeric = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i

function word(value: unknown): string {
  const text = String(value)
  const plain = text.replace(/[^a-zA-Z0-9-]/gu, (c) => (c === ' ' ? '__' : bytesOf(c)))
  // A text that reads like a number or a yes must not become one on the way back.
  const mistaken = typeof value === 'string' && (numeric.test(text) || text === 'true' || text === 'false' || text === '')
  return mistaken ? (text ? bytesOf(text.slice(0, 1)) + plain.slice(1) : '_') : plain
}

function unword(text: string): unknown {
  if (text === '_') return ''
  if (text === 'true' || text === 'false') return text === 'true'
  const spelled = text.replace(/((?:_[0-9a-f]{2})+)|__/g, (run) =>
    run === '__' ? ' ' : new TextDecoder().decode(Uint8Array.from(run.slice(1).split('_'), (h) => Number.parseInt(h, 16))),
  )
  return /^[-\d]/.test(text) && numeric.test(spelled) ? Number(spelled) : spelled
}

type Words = unknown[]
const today = 'today'

/** A value as plain words: lists follow one another, a span is "last.3.month", a day seen from today is "today.-30.day". */
function wordsOf(value: unknown): Words {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (typeof value !== 'object') return [value]
  const { which, n, from, plus, unit } = value as Record<string, unknown>
  return from === today ? [today, plus, unit] : [which, n, unit]
}

function valueOfWords(is: string, words: Words): unknown {
  if (is === 'isAnyOf' || is === 'isNoneOf') return words
  if (is === 'during') return { which: words[0], n: words[1], unit: words[2] }
  const days = ['on', 'before', 'after', 'between'].includes(is)
  const values: unknown[] = []
  for (let i = 0; i < words.length; i++) {
    if (days && words[i] === today) values.push({ from: today, plus: words[++i], unit: words[++i] })
    else values.push(words[i])
  }
  return is === 'between' ? values : values[0]
}

/** A filter as it stands in an address. */
export function writeFilter(filter: FilterOf): string {
  if (!isGroup(filter)) return [filter.field, filter.is, ...wordsOf(filter.value)].map(word).join('.')
  const { parts, all } = partsOf(filter)
  return [`${all ? 'all' : 'any'}.${parts.length}`, ...parts.map(writeFilter)].join('*')
}

/** The filter that stands in an address, or null for what this program did not write. */
export function readFilter(text: string): FilterOf | null {
  const parts = text.split('*')
  if (parts.length > 1000) return null
  const next = (depth: number): unknown => {
    const [field, is = '', ...rest] = (parts.shift() ?? '').split('.')
    if ((field === 'all' || field === 'any') && /^\d+$/.test(is) && !rest.length) {
      if (Number(is) > parts.length || depth > 20) return null
      return { [field]: Array.from({ length: Number(is) }, () => next(depth + 1)) }
    }
    const value = valueOfWords(is, rest.map(unword))
    return { field: unword(field ?? ''), is, ...(value === undefined ? {} : { value }) }
  }
  const read = Filter.safeParse(next(0))
  return read.success && parts.length === 0 ? read.data : null
}
