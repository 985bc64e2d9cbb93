/** What does a typed or pasted text mean in this column? */
import type { FormField } from '../form-values.ts'
import { readMoney } from '../format-number.ts'
import { readDay } from './read-day.ts'

/** What is needed of a column. */
export interface TypedColumn {
  header: string
  control: FormField['control']
  choices?: readonly { value: string; label: string }[] | undefined
  required?: boolean | undefined
  max?: number | undefined
}

export type Typed = { value: unknown } | { wrong: string }

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
const yes = ['yes', 'y', 'true', '1', 'x', 'ja', 'wahr', '✓']
const no = ['no', 'n', 'false', '0', 'nein', 'falsch', '-']

/** "1,234.5", "1.234,5", "1 234" as a number; NaN for anything else. */
export function readNumber(typed: string): number {
  const bare = typed.replace(/[\s\u00a0\u202f']/g, '')
  if (!/^[-+]?[\d.,]+$/.test(bare)) return Number.NaN
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const mark = bare[last] ?? ''
  const isGrouping = last >= 0 && /^\d{3}$/.test(bare.slice(last + 1)) && (mark === ',' || bare.split(mark).length > 2)
  const whole =
    last < 0 || isGrouping ? bare.replace(/[.,]/g, '') : `${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`
  return Number(whole)
}

/** The value of a text, or what is wrong with it. References are found by the caller: they need the server. */
export function readTyped(column: TypedColumn, typed: string, at: { currency: string; today: string }): Typed {
  const text = column.control === 'longText' ? typed.replace(/\s+$/, '') : typed.trim()
  const wrong = (what: string): Typed => ({ wrong: `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}” ${what}` })
  if (text === '') {
    if (column.control === 'tags') return { value: [] }
    return column.required ? { wrong: `${column.header} cannot be empty.` } : { value: null }
  }
  switch (column.control) {
    case 'text':
    case 'longText':
      return column.max !== undefined && text.length > column.max
        ? { wrong: `${column.header} holds at most ${column.max} characters; this has ${text.length}.` }
        : { value: text }
    case 'number':
    case 'share': {
      const number = readNumber(text.replace(/%$/, ''))
      if (Number.isNaN(number)) return wrong('is not a number.')
      return { value: column.control === 'share' ? number / 100 : number }
    }
    case 'money': {
      const minor = readMoney(text, at.currency)
      return minor === null ? wrong('is not an amount.') : { value: minor }
    }
    case 'day': {
      const day = readDay(text, at.today)
      return day === null ? wrong('is not a day. Write 24 Dec, 2026-12-24 or +3.') : { value: day }
    }
    case 'moment': {
      const moment = new Date(text)
      return Number.isNaN(moment.getTime()) ? wrong('is not a moment. Write 2026-12-24 14:30.') : { value: moment.toISOString() }
    }
    case 'choice': {
      const found = column.choices?.find((c) => plain(c.label) === plain(text) || plain(c.value) === plain(text))
      return found ? { value: found.value } : wrong(`is none of ${(column.choices ?? []).map((c) => c.label).join(', ')}.`)
    }
    case 'yesNo':
      return yes.includes(plain(text))
        ? { value: true }
        : no.includes(plain(text))
          ? { value: false }
          : wrong('is neither yes nor no.')
    case 'choices': {
      const wanted = text.split(/[,;\n]/).filter((one) => one.trim())
      const found = wanted.map((one) =>
        column.choices?.find((c) => plain(c.label) === plain(one) || plain(c.value) === plain(one)),
      )
      const missing = wanted.find((_, i) => !found[i])
      if (missing !== undefined)
        return { wrong: `“${missing.trim()}” is none of ${(column.choices ?? []).map((c) => c.label).join(', ')}.` }
      return { value: found.flatMap((c) => c?.value ?? []) }
    }
    case 'tags':
      return {
        value: text
          .split(/[,;\n]/)
          .map((tag) => tag.trim())
          .filter(Boolean),
      }
    case 'reference':
    case 'hidden':
      return wrong('cannot be written here.')
  }
}
