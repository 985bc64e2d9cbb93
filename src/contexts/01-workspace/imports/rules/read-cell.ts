/** Which value does a cell of a table hold, or why does it hold none? */
import type { DateOrder } from './decide-date-order.ts'
import { readDate } from './read-date.ts'
import { type MoneyRead, readMoney, readNumber } from './read-number.ts'

export type CellKind =
  | 'text'
  | 'longText'
  | 'email'
  | 'phone'
  | 'url'
  | 'domain'
  | 'day'
  | 'moment'
  | 'money'
  | 'currency'
  | 'integer'
  | 'decimal'
  | 'share'
  | 'yesNo'
  | 'choice'

/** What the column as a whole tells about its cells. */
export type CellHints = {
  dateOrder?: DateOrder
  decimal?: ',' | '.' | null
  /** ISO 4217, used to know how many decimals a sum without a currency has. */
  currency?: string | null
  /** Allowed words of a choice. */
  choices?: readonly string[]
  max?: number
}

type Values = {
  [K in CellKind]: K extends 'money'
    ? MoneyRead
    : K extends 'integer' | 'decimal' | 'share'
      ? number
      : K extends 'yesNo'
        ? boolean
        : string
}
export type CellRead<K extends CellKind = CellKind> = { value: Values[K] | null } | { problem: string }

const EMPTY = /^(?:|-|–|—|n\/?a|null|none|nil|#n\/a|keine angabe|k\.a\.|\(blank\)|\(leer\))$/i
const YES = /^(?:yes|y|true|t|1|x|✓|on|ja|j|wahr|oui|vrai|sí|si)$/i
const NO = /^(?:no|n|false|f|0|off|nein|falsch|non|faux)$/i
const MAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\.]{2,}$/

/**
 * Reads one cell. An empty cell, and the words people write for nothing, is `value: null`. Money is in integer minor units, a share is 0..1,
 * a day is YYYY-MM-DD, a moment an ISO instant. `problem` is a sentence that names the cell's text.
 */
export function readCell<K extends CellKind>(kind: K, text: string, hints: CellHints = {}): CellRead<K> {
  const cell = kind === 'longText' ? text.trim() : text.replace(/\s+/g, ' ').trim()
  if (
    kind === 'longText' || kind === 'text'
      ? cell === '' || cell === '-'
      : EMPTY.test(cell) && !(kind === 'yesNo' && NO.test(cell))
  )
    return { value: null }
  return readers[kind](cell, hints) as CellRead<K>
}

const shown = (cell: string) => `“${cell.length > 60 ? `${cell.slice(0, 59)}…` : cell}”`
const problem = (cell: string, what: string) => ({ problem: `${shown(cell)} is ${what}.` })

function readText(cell: string, hints: CellHints): CellRead<'text'> {
  if (hints.max !== undefined && cell.length > hints.max)
    return { problem: `${shown(cell)} has ${cell.length} characters; at most ${hints.max} are kept.` }
  return { value: cell }
}

function readMail(cell: string): CellRead<'email'> {
  const inside = (/<([^<>]+)>/.exec(cell)?.[1] ?? cell)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  const first = inside.split(/[\s;,|]+/).find((part) => MAIL.test(part))
  return first ? { value: first } : problem(cell, 'no mail address')
}

function readUrl(cell: string): CellRead<'url'> {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(cell) ? cell : `https://${cell.replace(/^\/+/, '')}`
  return /^https?:\/\/[^\s/?#@]+\.(?:\p{L}{2,}|xn--[a-z\d-]+)(?:[/?#:]\S*)?$/iu.test(whole)
    ? { value: whole }
    : problem(cell, 'no web address')
}

function readDomain(cell: string): CellRead<'domain'> {
  const host = cell
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z\d-]+)$/u.test(host)
    ? { value: host }
    : problem(cell, 'no domain')
}

function readDay(cell: string, hints: CellHints): CellRead<'day'> {
  const read = readDate(cell, hints.dateOrder ?? 'dmy')
  return read ? { value: read.day } : problem(cell, 'no date that exists')
}

function readMoment(cell: string, hints: CellHints): CellRead<'moment'> {
  const read = readDate(cell, hints.dateOrder ?? 'dmy')
  return read
    ? { value: new Date(`${read.day}T${read.clock ?? '00:00:00Z'}`).toISOString() }
    : problem(cell, 'no moment that exists')
}

function readSum(cell: string, hints: CellHints): CellRead<'money'> {
  const read = readMoney(cell, hints.decimal ?? null, hints.currency ?? null)
  return read ? { value: read } : problem(cell, 'no sum of money')
}

function numberIn(cell: string, hints: CellHints): number | null {
  const read = readNumber(cell, hints.decimal ?? null)
  const value = read ? Number(`${read.negative ? '-' : ''}${read.whole}.${read.fraction || '0'}`) : Number.NaN
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : null
}

function readInteger(cell: string, hints: CellHints): CellRead<'integer'> {
  const value = numberIn(cell, hints)
  if (value === null)
    return /^\d[\d.,]*\s*[-–]\s*\d/.test(cell) ? problem(cell, 'a range, not one number') : problem(cell, 'no number')
  return Number.isInteger(value) ? { value } : problem(cell, 'no whole number')
}

function readShare(cell: string, hints: CellHints): CellRead<'share'> {
  const isPercent = cell.includes('%')
  const value = numberIn(cell.replace('%', ''), hints)
  if (value === null) return problem(cell, 'no percentage')
  const share = isPercent || value > 1 ? value / 100 : value
  return share >= 0 && share <= 1 ? { value: share } : problem(cell, 'no percentage between 0 and 100')
}

function readChoice(cell: string, hints: CellHints): CellRead<'choice'> {
  const plain = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '')
  const found = hints.choices?.find((choice) => plain(choice) === plain(cell))
  if (found !== undefined || !hints.choices) return { value: found ?? cell }
  return problem(cell, `none of ${hints.choices.join(', ')}`)
}

const readers: { [K in CellKind]: (cell: string, hints: CellHints) => CellRead<K> } = {
  text: readText,
  longText: readText,
  email: readMail,
  phone: (cell) =>
    /\d.*\d/.test(cell) && /^[+\d][\d\s()./x+#-]*(?:ext\.?\s*\d+)?$|^\(/i.test(cell)
      ? { value: cell }
      : problem(cell, 'no phone number'),
  url: readUrl,
  domain: readDomain,
  day: readDay,
  moment: readMoment,
  money: readSum,
  currency: (cell) => (/^[a-z]{3}$/i.test(cell) ? { value: cell.toUpperCase() } : toCurrency(cell)),
  integer: readInteger,
  decimal: (cell, hints) => {
    const value = numberIn(cell, hints)
    return value === null ? problem(cell, 'no number') : { value }
  },
  share: readShare,
  yesNo: (cell) => (YES.test(cell) ? { value: true } : NO.test(cell) ? { value: false } : problem(cell, 'neither yes nor no')),
  choice: readChoice,
}

function toCurrency(cell: string): CellRead<'currency'> {
  const read = readMoney(`1 ${cell}`, null, null)
  return read?.currency ? { value: read.currency } : problem(cell, 'no currency')
}
