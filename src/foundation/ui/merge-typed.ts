/** What becomes of a form when its record changes while somebody writes in it? What they did not touch follows; what they wrote stays, and both are shown. */
import type { FieldConflict } from '#foundation/contract/problem.ts'
import type { Values } from './form-values.ts'

/** What somebody else made of a field meanwhile. */
export interface Theirs {
  value: unknown
  text: string | null
  by: string | null
  at: string | null
}
export interface Writing {
  /** From what the writer began; for fields that they did not touch what stands there now. */
  base: Values
  typed: Values
  /** Fields that two people changed, until it is said which to keep. */
  theirs: Readonly<Record<string, Theirs>>
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(emptied(a)) === JSON.stringify(emptied(b))
const emptied = (value: unknown): unknown => (value === undefined || value === '' ? null : value)

/** The record as it is now, under what is being written. */
export function followRecord(writing: Writing, fresh: Values, names: readonly string[], by: string | null = null): Writing {
  const [base, typed, theirs] = [{ ...writing.base }, { ...writing.typed }, { ...writing.theirs }]
  for (const name of names) {
    const now = fresh[name]
    const isUntouched = isSame(typed[name], base[name])
    if (isUntouched || isSame(now, typed[name])) {
      delete theirs[name]
      base[name] = now
      if (isUntouched) typed[name] = now
    } else if (isSame(now, base[name])) delete theirs[name]
    else if (!theirs[name] || !isSame(theirs[name]?.value, now)) theirs[name] = { value: now, text: null, by, at: null }
  }
  return { base: { ...fresh, ...picked(base, names) }, typed, theirs }
}

const picked = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name]]] : [])))

/** What the server answered when it refused fields that somebody else changed. */
export const meetConflicts = (writing: Writing, conflicts: readonly FieldConflict[]): Writing => ({
  ...writing,
  theirs: {
    ...writing.theirs,
    ...Object.fromEntries(
      conflicts.map(({ field, theirs, theirsText, by, at }) => [field, { value: theirs, text: theirsText, by, at }]),
    ),
  },
})

/** Says which of the two to keep; what is kept begins from theirs, so that it may be written. */
export function settleField(writing: Writing, name: string, keep: 'theirs' | 'mine' | 'both'): Writing {
  const { [name]: met, ...theirs } = writing.theirs
  if (!met) return writing
  const mine = writing.typed[name]
  const kept = { theirs: met.value, mine, both: `${String(met.value ?? '')}\n${String(mine ?? '')}`.trim() }[keep]
  return { base: { ...writing.base, [name]: met.value }, typed: { ...writing.typed, [name]: kept }, theirs }
}
