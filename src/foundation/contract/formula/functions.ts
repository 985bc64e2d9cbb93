/** Which functions does a formula know, what do they take, and what do they come to? */
import { plusUnits } from '../filter-days.ts'

export type Kind = 'text' | 'number' | 'money' | 'day' | 'yesNo'
export type Value = string | number | boolean | null
interface FunctionWord {
  /** Kinds of the arguments; the last may come more often where `many` is set, and optional ones may be left out. */
  takes: readonly (Kind | 'any' | 'amount')[]
  least: number
  many?: true
  gives: Kind | 'same'
  /** Called with empty arguments too. */
  empties?: true
  run: (args: Value[]) => Value
}

const dayMs = 86_400_000
const at = (day: Value): number => Date.parse(`${String(day)}T00:00:00Z`)
const text = (value: Value): string => (value === null ? '' : String(value))
const num = (value: Value | undefined): number => Number(value ?? 0)
const finite = (n: number): number | null => (Number.isFinite(n) ? n : null)

/** Half away from zero, as people round; 1.005 is taken for what it was meant to be. */
function rounded(n: number, digits: number): number {
  const factor = 10 ** digits
  return (Math.sign(n) * Math.round(Number((Math.abs(n) * factor).toPrecision(15)))) / factor
}

export const functions: Readonly<Record<string, FunctionWord>> = {
  round: {
    takes: ['amount', 'number'],
    least: 1,
    gives: 'same',
    run: ([n, digits]) => rounded(num(n), Math.min(9, Math.max(0, num(digits)))),
  },
  floor: { takes: ['amount'], least: 1, gives: 'same', run: ([n]) => Math.floor(num(n)) },
  ceil: { takes: ['amount'], least: 1, gives: 'same', run: ([n]) => Math.ceil(num(n)) },
  abs: { takes: ['amount'], least: 1, gives: 'same', run: ([n]) => Math.abs(num(n)) },
  min: {
    takes: ['any'],
    least: 1,
    many: true,
    gives: 'same',
    run: (all) => all.reduce((a, b) => ((b ?? '') < (a ?? '') ? b : a)),
  },
  max: {
    takes: ['any'],
    least: 1,
    many: true,
    gives: 'same',
    run: (all) => all.reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a)),
  },
  amount: { takes: ['money'], least: 1, gives: 'number', run: ([n]) => num(n) },
  length: { takes: ['text'], least: 1, gives: 'number', run: ([t]) => [...text(t ?? null)].length },
  upper: { takes: ['text'], least: 1, gives: 'text', run: ([t]) => text(t ?? null).toUpperCase() },
  lower: { takes: ['text'], least: 1, gives: 'text', run: ([t]) => text(t ?? null).toLowerCase() },
  trim: { takes: ['text'], least: 1, gives: 'text', run: ([t]) => text(t ?? null).trim() },
  left: {
    takes: ['text', 'number'],
    least: 2,
    gives: 'text',
    run: ([t, n]) => [...text(t ?? null)].slice(0, Math.max(0, num(n))).join(''),
  },
  right: {
    takes: ['text', 'number'],
    least: 2,
    gives: 'text',
    run: ([t, n]) => (num(n) <= 0 ? '' : [...text(t ?? null)].slice(-num(n)).join('')),
  },
  contains: {
    takes: ['text', 'text'],
    least: 2,
    gives: 'yesNo',
    run: ([t, part]) =>
      text(t ?? null)
        .toLowerCase()
        .includes(text(part ?? null).toLowerCase()),
  },
  concat: { takes: ['any'], least: 1, many: true, gives: 'text', empties: true, run: (all) => all.map(text).join('') },
  isempty: { takes: ['any'], least: 1, gives: 'yesNo', empties: true, run: ([value]) => value === null || value === '' },
  coalesce: {
    takes: ['any'],
    least: 1,
    many: true,
    gives: 'same',
    empties: true,
    run: (all) => all.find((value) => value !== null) ?? null,
  },
  days: {
    takes: ['day', 'day'],
    least: 2,
    gives: 'number',
    run: ([from, to]) => finite((at(to ?? null) - at(from ?? null)) / dayMs),
  },
  addmonths: {
    takes: ['day', 'number'],
    least: 2,
    gives: 'day',
    run: ([day, n]) => plusUnits(text(day ?? null), Math.trunc(num(n)), 'month'),
  },
  year: { takes: ['day'], least: 1, gives: 'number', run: ([day]) => Number(text(day ?? null).slice(0, 4)) },
  month: { takes: ['day'], least: 1, gives: 'number', run: ([day]) => Number(text(day ?? null).slice(5, 7)) },
  date: { takes: ['number', 'number', 'number'], least: 3, gives: 'day', run: ([y, m, d]) => madeDay(num(y), num(m), num(d)) },
}

function madeDay(year: number, month: number, day: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, day))
  const fits = year >= 1 && year <= 9999 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
  return fits ? made.toISOString().slice(0, 10) : null
}
