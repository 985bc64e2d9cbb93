/** What becomes of a value when its field gets another type? It is said in words and read again; what does not read is lost. */
import { minorDigits } from '#foundation/contract/formula/formula-fields.ts'
import { type FieldRow, keptType } from '#foundation/contract/own-field.ts'

type Shape = Pick<FieldRow, 'type' | 'settings'>

const digitsOf = (currency: string | undefined): number => minorDigits(currency ?? 'EUR')

const labelOf = ({ settings }: Shape, value: string): string => settings.choices?.find((c) => c.value === value)?.label ?? value

/** A value as a person would write it. @param title what a row that it refers to is called */
export function sayOwn(value: unknown, shape: Shape, title: string | null): string {
  if (Array.isArray(value)) return value.map((one) => labelOf(shape, String(one))).join(', ')
  switch (keptType(shape)) {
    case 'yesNo':
      return value === true ? 'Yes' : 'No'
    case 'money':
      return (Number(value) / 10 ** digitsOf(shape.settings.currency)).toFixed(digitsOf(shape.settings.currency))
    case 'share':
      return `${Number((Number(value) * 100).toPrecision(12))}%`
    case 'choice':
      return labelOf(shape, String(value))
    case 'moment':
      return new Date(String(value)).toISOString()
    case 'account':
    case 'person':
    case 'opportunity':
    case 'member':
      return title ?? String(value)
    default:
      return String(value)
  }
}

const low = (text: string): string => text.trim().toLowerCase()
const yes = new Set(['yes', 'true', '1', 'y', 'x', 'ja'])
const no = new Set(['no', 'false', '0', 'n', 'nein'])

/** "1.250,5 €" and "1,250.5" are 1250.5; null for what is no number. */
function readNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'%]|[A-Z]{3}|[€$£¥]/g, '')
  if (!/^[-+]?[\d.,]+(e[-+]?\d+)?$/i.test(bare)) return null
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const mark = bare[last] ?? ''
  const isGrouping = last >= 0 && bare.split(mark).length > 2
  const whole =
    isGrouping || last < 0 ? bare.replace(/[.,]/g, '') : `${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`
  const number = Number(whole)
  return Number.isFinite(number) && Math.abs(number) <= 1e15 ? number : null
}

function readDay(text: string): string | null {
  const iso = text.trim().match(/^(\d{4})-(\d{2})-(\d{2})/)
  const dotted = text.trim().match(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/)
  const day = iso
    ? `${iso[1]}-${iso[2]}-${iso[3]}`
    : dotted
      ? `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`
      : null
  const at = day === null ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return day !== null && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null
}

function readMoment(text: string): string | null {
  const day = readDay(text)
  if (day === null) return null
  const at = new Date(/[T ]\d{1,2}:/.test(text) ? text.trim().replace(' ', 'T') : `${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

const choiceOf = ({ settings }: Shape, text: string): string | null =>
  settings.choices?.find((c) => low(c.label) === low(text) || low(c.value) === low(text))?.value ?? null

/** The value that a text means in a field; null for none. A reference is never made of words. */
export function readOwn(text: string, shape: Shape): unknown {
  const words = text.trim()
  if (!words) return null
  switch (keptType(shape)) {
    case 'text':
      return words.length <= 500 ? words : null
    case 'longText':
      return text.slice(0, 20_000)
    case 'link': {
      const whole = /^https?:\/\//i.test(words) ? words : `https://${words}`
      return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(whole) && whole.length <= 500 ? whole : null
    }
    case 'number':
      return readNumber(words)
    case 'money': {
      const number = readNumber(words)
      const minor = number === null ? null : Math.round(number * 10 ** digitsOf(shape.settings.currency))
      return minor !== null && Number.isSafeInteger(minor) ? minor : null
    }
    case 'share': {
      const number = readNumber(words)
      const part = number === null ? null : words.includes('%') ? number / 100 : number
      return part !== null && part >= 0 && part <= 1 ? part : null
    }
    case 'day':
      return readDay(words)
    case 'moment':
      return readMoment(words)
    case 'yesNo':
      return yes.has(low(words)) ? true : no.has(low(words)) ? false : null
    case 'choice':
      return choiceOf(shape, words)
    case 'choices': {
      const found = words.split(/[,;\n]/).flatMap((one) => choiceOf(shape, one) ?? [])
      return found.length ? [...new Set(found)] : null
    }
    default:
      return null
  }
}

/** A value of a field as the same field with another shape would hold it; null when it would be lost. */
export function convertValue(value: unknown, from: Shape, to: Shape, title: string | null): unknown {
  const [was, is] = [keptType(from), keptType(to)]
  if (was === is && was !== 'choice' && was !== 'choices') return was === 'money' ? recount(Number(value), from, to) : value
  if (is === 'choice' || is === 'choices') {
    const there = (one: unknown) => to.settings.choices?.some((c) => c.value === one)
    // A choice that stays keeps its value, whatever it is called now.
    if (was === 'choice' || was === 'choices') {
      const kept = (Array.isArray(value) ? value : [value]).filter(there)
      return kept.length ? (is === 'choice' ? kept[0] : kept) : null
    }
  }
  return readOwn(sayOwn(value, from, title), to)
}

const recount = (minor: number, from: Shape, to: Shape): number =>
  Math.round(minor * 10 ** (digitsOf(to.settings.currency) - digitsOf(from.settings.currency)))

/** Whether all of a value stands after it was converted: two choices that become one have lost the other. */
export const isWhole = (before: unknown, after: unknown): boolean =>
  after !== null && (!Array.isArray(before) || (Array.isArray(after) ? after.length === before.length : before.length === 1))
