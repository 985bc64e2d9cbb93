/** What does a formula say? A small language of our own: numbers, "texts", fields, operators and functions; it can do nothing but compute. */

export type Node =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'yesNo'; value: boolean; at: number }
  | { kind: 'field'; name: string; at: number }
  | { kind: 'unary'; op: '-' | 'not'; of: Node; at: number }
  | { kind: 'binary'; op: Operator; left: Node; right: Node; at: number }
  | { kind: 'call'; name: string; args: Node[]; at: number }
export type Operator = '+' | '-' | '*' | '/' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or'

/** What is wrong with a formula, and at which letter. */
export class FormulaFault extends Error {
  at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end'
  text: string
  at: number
}

const mostNested = 50
const pattern = /\s*(?:(\d+(?:\.\d+)?%?)|"((?:[^"]|"")*)"|([\p{L}_][\p{L}\p{N}_.]*)|(<=|>=|<>|!=|[-+*/&=<>(),;]))/uy

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  let end = 0
  for (let found = pattern.exec(formula); found; found = pattern.exec(formula)) {
    const [all, number, text, name, sign] = found
    const at = found.index + (all.length - all.trimStart().length)
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll('""', '"'), at })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at })
    else tokens.push({ kind: 'sign', text: sign === '!=' ? '<>' : (sign ?? ''), at })
    end = pattern.lastIndex
  }
  if (formula.slice(end).trim()) throw new FormulaFault(`“${formula.slice(end).trim().slice(0, 10)}” is not understood`, end)
  return [...tokens, { kind: 'end', text: '', at: formula.length }]
}

/** How strongly an operator binds; the loosest first. */
const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '<>', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
]

/** Reads a formula. @throws FormulaFault saying what is wrong and where */
export function parseFormula(formula: string): Node {
  const tokens = tokensOf(formula)
  let place = 0
  let depth = 0
  const here = (): Token => tokens[place] ?? { kind: 'end', text: '', at: formula.length }
  const isNext = (text: string): boolean =>
    here().kind !== 'text' && here().kind !== 'number' && here().text.toLowerCase() === text
  const expect = (text: string): void => {
    if (!isNext(text)) throw new FormulaFault(`“${text}” is missing`, here().at)
    place++
  }
  const level = (n: number): Node => {
    const own = levels[n]
    if (!own) return unary()
    let left = level(n + 1)
    for (;;) {
      const op = own.find(isNext)
      if (!op) return left
      const { at } = here()
      place++
      left = { kind: 'binary', op, left, right: level(n + 1), at }
    }
  }
  const unary = (): Node => {
    const { at } = here()
    for (const op of ['-', 'not'] as const)
      if (isNext(op) && tokens[place + 1]?.text !== '') {
        place++
        return { kind: 'unary', op, of: deeper(unary), at }
      }
    return atom()
  }
  const deeper = <T>(read: () => T): T => {
    if (++depth > mostNested) throw new FormulaFault('This is nested too deeply', here().at)
    const node = read()
    depth--
    return node
  }
  const args = (): Node[] => {
    const all: Node[] = []
    if (isNext(')')) return all
    do all.push(deeper(() => level(0)))
    while ((isNext(',') || isNext(';')) && ++place)
    return all
  }
  const atom = (): Node => {
    const { kind, text, at } = here()
    place++
    if (kind === 'number') return { kind, value: text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text), at }
    if (kind === 'text') return { kind, value: text, at }
    if (kind === 'name') {
      const low = text.toLowerCase()
      if (low === 'true' || low === 'false') return { kind: 'yesNo', value: low === 'true', at }
      if (!isNext('(')) return { kind: 'field', name: text, at }
      place++
      const given = args()
      expect(')')
      return { kind: 'call', name: low, args: given, at }
    }
    if (text === '(') {
      const node = deeper(() => level(0))
      expect(')')
      return node
    }
    throw new FormulaFault(kind === 'end' ? 'Something is missing at the end' : `“${text}” cannot stand here`, at)
  }
  const node = level(0)
  if (here().kind !== 'end') throw new FormulaFault(`“${here().text}” is too much`, here().at)
  return node
}

/** The fields that a formula names, as it names them. */
export function namesIn(node: Node): string[] {
  if (node.kind === 'field') return [node.name]
  if (node.kind === 'unary') return namesIn(node.of)
  if (node.kind === 'binary') return [...namesIn(node.left), ...namesIn(node.right)]
  return node.kind === 'call' ? node.args.flatMap(namesIn) : []
}
