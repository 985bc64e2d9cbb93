/** By which doors do the rows of a record go out and in? Reading is the same for all; changing is each capability's own action. */
import { type Operation, reaches } from '#foundation/contract/operation.ts'
import { isOwnName, ownName } from '#foundation/contract/own-field.ts'
import { Problem, readAs } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import { type RowTable, rowTable } from './row-table.ts'

/** An operation with the action that carries it out. */
export interface Door {
  operation: Operation
  act: (ctx: Ctx, input: never) => Promise<unknown>
}
export const door = (operation: Operation, act: Door['act']): Door => ({ operation, act })

export interface RowSource extends RowTable {
  name: string
  /** The sort when none is asked for. */
  sort: string
  /** Each field goes through the first door that takes it. */
  changes: readonly Door[]
  remove: Door
}

/** Declares that a record has rows to work on: `rowSource(Account, { sort: 'name', changes: [door(…)], remove: door(…) })`. */
export const rowSource = (record: AnyRecord, given: Pick<RowSource, 'sort' | 'changes' | 'remove'>): RowSource => ({
  ...rowTable(record),
  ...given,
  name: record.table,
})

/** What an operation calls a field: those that the workspace added come together, by their keys. */
const inputOf = (field: string): { name: string; key: string | null } =>
  isOwnName(field) ? { name: 'custom', key: field.slice(ownName('').length) } : { name: field, key: null }

const doorFor = ({ record, changes }: RowSource, field: string): Door | undefined =>
  field === 'id' || !record.fields[field] ? undefined : changes.find((d) => inputOf(field).name in d.operation.takes.shape)

/** Whether a field can be written by people. */
export const isEditable = (source: RowSource, field: string): boolean =>
  doorFor(source, field) !== undefined && !source.fields.get(field)?.own?.derived

/** Carries an operation out as if it had been asked for by itself. @throws Problem 403 below its role, 422 for what it does not take */
async function through(ctx: Ctx, { operation, act }: Door, input: Record<string, unknown>): Promise<void> {
  if (!reaches(ctx.actor.role, operation.may)) throw new Problem(403, `Only a ${operation.may} may do this.`)
  await act(ctx, readAs(operation.takes, input) as never)
}

/** Changes fields of one row, each through the door that its capability keeps for it. */
export async function changeRow(ctx: Ctx, source: RowSource, id: string, set: Record<string, unknown>): Promise<void> {
  const byDoor = new Map<Door, Record<string, unknown>>()
  for (const [field, value] of Object.entries(set)) {
    const by = doorFor(source, field)
    if (!by) throw new Problem(422, `"${field}" cannot be changed.`, [{ path: field, message: 'cannot be changed' }])
    const { name, key } = inputOf(field)
    const own = byDoor.get(by) ?? {}
    byDoor.set(by, { ...own, [name]: key === null ? value : { ...(own[name] as object | undefined), [key]: value } })
  }
  for (const by of source.changes) {
    const own = byDoor.get(by)
    if (own) await through(ctx, by, { ...own, id })
  }
}

/** Removes one row through its capability's door. */
export const removeRow = (ctx: Ctx, source: RowSource, id: string): Promise<void> => through(ctx, source.remove, { id })
