/** Does a formula or a roll-up make sense among the fields that there are, and what does it come to? */
import type { z } from 'zod'
import { fieldMeta } from '#foundation/contract/fields.ts'
import { type FormulaField, formulaFields } from '#foundation/contract/formula/formula-fields.ts'
import { FormulaFault, namesIn, parseFormula } from '#foundation/contract/formula/parse-formula.ts'
import { typeFormula } from '#foundation/contract/formula/type-formula.ts'
import { type FieldRow, isOwnName, type OwnSettings, ownName, type Result, rollUpTakes } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { fault, type ShapeRead } from './check-shape.ts'

/** All that a definition may speak of. */
export interface DerivedAround {
  /** The object, with its own fields. */
  record: AnyRecord
  /** Every object that takes own fields, with them. */
  records: ReadonlyMap<string, AnyRecord>
  fields: readonly FieldRow[]
  /** The field that is changed; null for a new one. */
  id: string | null
}

/** The settings of a formula or a roll-up, with what it comes to; or what is wrong with them. */
export const checkDerived = (type: FieldRow['type'], settings: OwnSettings, around: DerivedAround): ShapeRead =>
  type === 'formula' ? checkFormula(settings.formula, around) : checkRollUp(settings, around)

/** The settings of a formula, with what it comes to. */
function checkFormula(formula: string | undefined, around: DerivedAround): ShapeRead {
  if (!formula?.trim()) return fault('formula', 'write a formula, such as employeeCount * 2')
  const known = formulaFields(around.record)
  try {
    const node = parseFormula(formula)
    const kind = typeFormula(node, (name) => known.get(name)?.kind ?? null)
    const named = namesIn(node).flatMap((name) => known.get(name) ?? [])
    if (
      goesRound(
        named.map((f) => f.name),
        around,
      )
    )
      return fault('formula', 'it would need itself to be reckoned')
    if (kind !== 'money') return { settings: { formula, result: kind } }
    const currencies = new Set(named.filter((f) => f.kind === 'money').map((f) => f.meta.currency ?? 'its own'))
    if (currencies.size > 1) return fault('formula', `money in ${[...currencies].join(' and ')} cannot be reckoned together`)
    const [currency] = currencies
    return { settings: { formula, result: 'money', ...(currency && currency !== 'its own' ? { currency } : {}) } }
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error
    return fault('formula', `${error.message} (at letter ${error.at + 1})`)
  }
}

/** The settings of a roll-up, with what it comes to. */
function checkRollUp({ rollUp, currency }: OwnSettings, around: DerivedAround): ShapeRead {
  const child = rollUp && around.records.get(rollUp.of)
  if (!rollUp || !child) return fault('rollUp', 'say which related records are gathered')
  const by = child.fields[rollUp.by]
  if (!by || fieldMeta(by as z.ZodType).references !== around.record.table)
    return fault('rollUp', `say by which field ${child.plural} point to ${around.record.plural}`)
  if (rollUp.how === 'count') return { settings: { rollUp: { ...rollUp, field: null }, result: 'number' } }
  const from = rollUp.field === null ? undefined : child.fields[rollUp.field]
  const meta = from && fieldMeta(from as z.ZodType)
  if (!meta || !rollUpTakes[rollUp.how]?.includes(meta.control) || meta.own?.isArchived)
    return fault('rollUp', `say which field of ${child.plural} is gathered`)
  if (goesRound([rollUp.field ?? '', rollUp.by], { ...around, record: child }))
    return fault('rollUp', 'it would need itself to be reckoned')
  const result = meta.control as Result
  if (result !== 'money') return { settings: { rollUp, result } }
  const own = meta.currency ?? currency
  return own ? { settings: { rollUp, result, currency: own } } : fault('currency', 'say in which currency')
}

/** Whether fields of a record lead back to the one that is changed. */
function goesRound(names: readonly string[], { record, records, fields, id }: DerivedAround): boolean {
  if (id === null) return false
  const met = new Set<string>()
  const leads = (table: string, asked: readonly string[]): boolean =>
    asked.filter(isOwnName).some((name) => {
      const field = fields.find((f) => f.object === table && ownName(f.key) === name)
      if (!field || met.has(field.id)) return false
      if (field.id === id) return true
      met.add(field.id)
      const { formula, rollUp } = field.settings
      if (field.type === 'rollUp' && rollUp) return leads(rollUp.of, [rollUp.by, rollUp.field ?? ''])
      const of = records.get(table)
      return (
        field.type === 'formula' &&
        formula !== undefined &&
        of !== undefined &&
        leads(table, neededBy(formula, formulaFields(of)))
      )
    })
  return leads(record.table, names)
}

function neededBy(formula: string, known: ReadonlyMap<string, FormulaField>): string[] {
  try {
    return namesIn(parseFormula(formula)).flatMap((name) => known.get(name)?.name ?? [])
  } catch {
    return []
  }
}
