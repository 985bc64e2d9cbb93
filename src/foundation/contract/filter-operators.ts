/** What may be asked of which kind of field, and with what? */

export const operatorNames = [
  'is',
  'isNot',
  'contains',
  'startsWith',
  'atLeast',
  'atMost',
  'between',
  'on',
  'before',
  'after',
  'during',
  'isAnyOf',
  'isNoneOf',
  'isMe',
  'isEmpty',
  'isNotEmpty',
] as const
export type Operator = (typeof operatorNames)[number]

const texts: readonly Operator[] = ['contains', 'is', 'isNot', 'startsWith']
const numbers: readonly Operator[] = ['is', 'atLeast', 'atMost', 'between']
const days: readonly Operator[] = ['during', 'on', 'before', 'after', 'between']
const picks: readonly Operator[] = ['isAnyOf', 'isNoneOf']
const byControl: Readonly<Record<string, readonly Operator[]>> = {
  text: texts,
  longText: texts,
  number: numbers,
  money: numbers,
  share: numbers,
  day: days,
  moment: days,
  choice: picks,
  choices: picks,
  reference: picks,
  yesNo: ['is'],
}

/** The operators of a control, the usual one first; emptiness only where a row may be without the field. */
export function operatorsOf(control: string, { empty, references }: { empty: boolean; references: string | null }): Operator[] {
  const own = byControl[control] ?? []
  if (!own.length) return []
  return [...own, ...(references === 'members' ? ['isMe' as const] : []), ...(empty ? (['isEmpty', 'isNotEmpty'] as const) : [])]
}

/** Whether an operator stands alone. */
export const asksNothing = (is: Operator): boolean => is === 'isMe' || is === 'isEmpty' || is === 'isNotEmpty'
