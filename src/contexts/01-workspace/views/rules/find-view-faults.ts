/** Does a view ask only for what its object has? */
import { checkFilter, type Filter } from '#foundation/contract/filter.ts'
import type { FieldProblem } from '#foundation/contract/problem.ts'
import type { RowField } from '#foundation/contract/row-field.ts'

export interface ViewAsked {
  kind: 'table' | 'board' | 'calendar' | 'timeline'
  filter: Filter | null
  columns: readonly { field: string }[] | null
  groupBy: string | null
  startBy: string | null
  endBy: string | null
}

/** What is wrong with a view, by the path of the field at fault. */
export function findViewFaults(view: ViewAsked, fields: readonly RowField[]): FieldProblem[] {
  const byName = new Map(fields.map((f) => [f.name, f]))
  const isDay = (name: string) => ['day', 'moment'].includes(byName.get(name)?.control ?? '')
  const faults: FieldProblem[] = view.filter ? checkFilter(view.filter, fields) : []
  for (const [i, { field }] of (view.columns ?? []).entries())
    if (!byName.has(field)) faults.push({ path: `columns.${i}.field`, message: `There is no field "${field}"` })
  if (view.groupBy !== null && !byName.get(view.groupBy)?.groupable)
    faults.push({ path: 'groupBy', message: `Rows cannot be grouped by "${view.groupBy}"` })
  if (view.kind === 'board' && view.groupBy === null)
    faults.push({ path: 'groupBy', message: 'Say which field makes the columns' })
  for (const path of ['startBy', 'endBy'] as const) {
    const name = view[path]
    if (name !== null && !isDay(name)) faults.push({ path, message: `"${name}" is not a day` })
  }
  if ((view.kind === 'calendar' || view.kind === 'timeline') && view.startBy === null)
    faults.push({ path: 'startBy', message: 'Say which day places a row' })
  return faults
}
