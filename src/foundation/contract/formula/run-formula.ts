/** What does a formula come to for one row? Nothing, wherever a value that it needs is missing. */
import { plusUnits } from '../filter-days.ts'
import { functions, type Value } from './functions.ts'
import type { Node } from './parse-formula.ts'

/** The value of a field by its name; money in whole units, a day as YYYY-MM-DD. */
export type ValueOf = (name: string) => Value

const isDay = (value: Value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** The formula has been typed (`typeFormula`). */
export function runFormula(node: Node, read: ValueOf): Value {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'yesNo':
      return node.value
    case 'field':
      return read(node.name)
    case 'unary': {
      const value = runFormula(node.of, read)
      if (value === null) return null
      return node.op === 'not' ? value !== true : -Number(value)
    }
    case 'binary':
      return runBinary(node, read)
    case 'call':
      return runCall(node, read)
  }
}

function runBinary({ op, left, right }: Extract<Node, { kind: 'binary' }>, read: ValueOf): Value {
  const a = runFormula(left, read)
  // The second is not looked at where the first decides.
  if (op === 'and' && a === false) return false
  if (op === 'or' && a === true) return true
  const b = runFormula(right, read)
  if (op === '&') return `${a ?? ''}${b ?? ''}`
  if (op === 'and' || op === 'or') return a === null || b === null ? (b === (op === 'or') ? b : null) : b
  if (a === null || b === null) return null
  switch (op) {
    case '=':
      return a === b
    case '<>':
      return a !== b
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    default:
      return reckon(op, a, b)
  }
}

function reckon(op: '+' | '-' | '*' | '/', a: string | number | boolean, b: string | number | boolean): Value {
  if (isDay(a)) {
    if (isDay(b)) return (Date.parse(a) - Date.parse(b)) / 86_400_000
    const days = Math.trunc(Number(b)) * (op === '-' ? -1 : 1)
    return Math.abs(days) > 1_000_000 ? null : plusUnits(a, days, 'day')
  }
  const [x, y] = [Number(a), Number(b)]
  const made = op === '+' ? x + y : op === '-' ? x - y : op === '*' ? x * y : x / y
  return Number.isFinite(made) ? made : null
}

function runCall({ name, args }: Extract<Node, { kind: 'call' }>, read: ValueOf): Value {
  if (name === 'if') {
    const [test, yes, no] = args
    const chosen = test && runFormula(test, read) === true ? yes : no
    return chosen ? runFormula(chosen, read) : null
  }
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (!known) return null
  const values = args.map((arg) => runFormula(arg, read))
  if (!known.empties && values.includes(null)) return null
  const made = known.run(values)
  return typeof made === 'number' && !Number.isFinite(made) ? null : made
}
