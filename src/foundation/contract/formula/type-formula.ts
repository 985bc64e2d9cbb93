/** Does a formula make sense for the fields that there are, and what does it come to? */
import { functions, type Kind } from './functions.ts'
import { FormulaFault, type Node } from './parse-formula.ts'

/** What a formula may know of a field by its name; null for one that is not there. */
export type KindOf = (name: string) => Kind | null

const words: Readonly<Record<Kind, string>> = {
  text: 'a text',
  number: 'a number',
  money: 'money',
  day: 'a day',
  yesNo: 'yes or no',
}
const isAmount = (kind: Kind): boolean => kind === 'number' || kind === 'money'
const wrong = (node: Node, says: string): never => {
  throw new FormulaFault(says, node.at)
}

/** The kind of value that a formula comes to. @throws FormulaFault for what does not fit together */
export function typeFormula(node: Node, kindOf: KindOf): Kind {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'yesNo':
      return node.kind
    case 'field':
      return kindOf(node.name) ?? wrong(node, `There is no field “${node.name}” here`)
    case 'unary': {
      const kind = typeFormula(node.of, kindOf)
      if (node.op === 'not') return kind === 'yesNo' ? kind : wrong(node, `“not” needs yes or no, and this is ${words[kind]}`)
      return isAmount(kind) ? kind : wrong(node, `“-” needs a number, and this is ${words[kind]}`)
    }
    case 'binary':
      return typeBinary(node, typeFormula(node.left, kindOf), typeFormula(node.right, kindOf))
    case 'call':
      return typeCall(node, kindOf)
  }
}

function typeBinary(node: Extract<Node, { kind: 'binary' }>, left: Kind, right: Kind): Kind {
  const { op } = node
  const refuse = () => wrong(node, `“${op}” does not go with ${words[left]} and ${words[right]}`)
  if (op === '&') return 'text'
  if (op === 'and' || op === 'or') return left === 'yesNo' && right === 'yesNo' ? 'yesNo' : refuse()
  if (op === '=' || op === '<>' || op === '<' || op === '<=' || op === '>' || op === '>=')
    return left === right || (isAmount(left) && isAmount(right)) ? 'yesNo' : refuse()
  if (left === 'day' && right === 'day' && op === '-') return 'number'
  if (left === 'day' && right === 'number' && (op === '+' || op === '-')) return 'day'
  if (!isAmount(left) || !isAmount(right)) return refuse()
  if (op === '*')
    return left === 'money' && right === 'money' ? refuse() : left === 'money' || right === 'money' ? 'money' : 'number'
  if (op === '/') return right === 'money' ? (left === 'money' ? 'number' : refuse()) : left
  return left === 'money' || right === 'money' ? 'money' : 'number'
}

function typeCall(node: Extract<Node, { kind: 'call' }>, kindOf: KindOf): Kind {
  const kinds = node.args.map((arg) => typeFormula(arg, kindOf))
  if (node.name === 'if') {
    const [test, yes, no = yes] = kinds
    if (!test || !yes || !no || kinds.length > 3) return wrong(node, 'Write if(test, then, else)')
    if (test !== 'yesNo') return wrong(node, `if needs a test, and this is ${words[test]}`)
    return common(node, [yes, no])
  }
  const known = Object.hasOwn(functions, node.name) ? functions[node.name] : undefined
  if (!known) return wrong(node, `There is no function “${node.name}”`)
  const most = known.many ? Number.POSITIVE_INFINITY : known.takes.length
  if (kinds.length < known.least || kinds.length > most)
    return wrong(node, `${node.name} takes ${known.least}${known.many ? ' or more' : most > known.least ? ` to ${most}` : ''}`)
  for (const [i, kind] of kinds.entries()) {
    const asked = known.takes[Math.min(i, known.takes.length - 1)]
    const fits = asked === 'any' || asked === kind || (asked === 'amount' && isAmount(kind))
    if (!fits)
      wrong(
        node.args[i] ?? node,
        `${node.name} needs ${asked === 'amount' ? 'a number' : words[asked as Kind]}, and this is ${words[kind]}`,
      )
  }
  if (known.gives !== 'same') return known.gives
  return known.many ? common(node, kinds) : (kinds[0] ?? 'number')
}

/** The one kind of several values; numbers beside money are money. */
function common(node: Node, kinds: readonly Kind[]): Kind {
  const [first = 'number'] = kinds
  if (kinds.every((kind) => kind === first)) return first
  return kinds.every(isAmount)
    ? 'money'
    : wrong(node, `These are different things: ${[...new Set(kinds)].map((k) => words[k]).join(' and ')}`)
}
