/** Does a formula compute what it says, refuse what makes no sense, and never do anything else? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kind, Value } from './functions.ts'
import { FormulaFault, parseFormula } from './parse-formula.ts'
import { runFormula } from './run-formula.ts'
import { typeFormula } from './type-formula.ts'

const kinds: Record<string, Kind> = {
  budget: 'money',
  size: 'number',
  tier: 'text',
  due: 'day',
  start: 'day',
  vip: 'yesNo',
  none: 'number',
}
const row: Record<string, Value> = {
  budget: 1200.5,
  size: 40,
  tier: 'Gold',
  due: '2026-03-31',
  start: '2026-01-31',
  vip: true,
  none: null,
}
const kindOf = (name: string) => (Object.hasOwn(kinds, name) ? (kinds[name] ?? null) : null)
const read = (name: string) => row[name] ?? null
const run = (formula: string) => runFormula(parseFormula(formula), read)
const typed = (formula: string) => typeFormula(parseFormula(formula), kindOf)

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', 'number', 7],
    ['(1 + 2) * -3', 'number', -9],
    ['budget * 10%', 'money', 120.05],
    ['budget / size', 'money', 30.0125],
    ['round(budget / size, 2)', 'money', 30.01],
    ['round(1.005, 2)', 'number', 1.01],
    ['budget / budget', 'number', 1],
    ['due - start', 'number', 59],
    ['start + 28', 'day', '2026-02-28'],
    ['addmonths(start, 1)', 'day', '2026-02-28'],
    ['if(vip and size >= 40; "big"; "small")', 'text', 'big'],
    ['if(size < 40, 1)', 'number', null],
    ['tier & " / " & size', 'text', 'Gold / 40'],
    ['"say ""hi"""', 'text', 'say "hi"'],
    ['not vip or size <> 40', 'yesNo', false],
    ['none + 1', 'number', null],
    ['coalesce(none, size)', 'number', 40],
    ['isempty(none)', 'yesNo', true],
    ['size / 0', 'number', null],
    ['max(size, 50, 3)', 'number', 50],
    ['contains(tier, "OLD")', 'yesNo', true],
    ['date(2026, 2, 30)', 'day', null],
    ['left(tier, 2) & right(tier, 1)', 'text', 'God'],
  ] as const)('%s is %s', (formula, kind, value) => {
    expect(typed(formula)).toBe(kind)
    const found = run(formula)
    if (typeof value === 'number') expect(found).toBeCloseTo(value, 9)
    else expect(found).toBe(value)
  })

  it.each([
    ['1 +', /missing/],
    ['1 + "a"', /does not go with/],
    ['nothing * 2', /no field “nothing”/],
    ['constructor', /no field/],
    ['tostring()', /no function/],
    ['if(size, 1, 2)', /needs a test/],
    ['budget * budget', /does not go with/],
    ['if(vip, 1, "a")', /different things/],
    ['(1', /“\)” is missing/],
    ['1 # 2', /not understood/],
    ['"open', /not understood/],
    ['year(size)', /needs a day/],
    ['('.repeat(60), /deeply/],
  ] as const)('%s is refused', (formula, says) => {
    expect(() => typed(formula)).toThrow(says)
  })

  it('is read or refused, whatever is typed, and computes nothing that is no value', () => {
    const piece = fc.constantFrom(
      'budget',
      'size',
      'tier',
      'due',
      '1',
      '2.5',
      '"x"',
      '+',
      '-',
      '*',
      '/',
      '(',
      ')',
      ',',
      'if(',
      'min(',
      'not',
      'and',
      '=',
      '<',
      '&',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          const node = parseFormula(pieces.join(' '))
          const kind = typeFormula(node, kindOf)
          const value = runFormula(node, read)
          const expected = { text: 'string', number: 'number', money: 'number', day: 'string', yesNo: 'boolean' }[kind]
          expect(value === null || typeof value === expected).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaFault)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
