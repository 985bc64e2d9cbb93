/** What does an action want written? A plan is read before it is done: rows, why, and nothing else. */
import type { AnyRecord, Draft, Row } from '#foundation/contract/record.ts'

type Fields = Record<string, unknown>
export type PlannedChange =
  | { deed: 'created'; record: AnyRecord; id: string | null; row: Fields }
  | { deed: 'changed'; record: AnyRecord; id: string; set: Fields; seenAt: string | null; base?: Fields | undefined }
  | { deed: 'removed'; record: AnyRecord; id: string; falls?: true }

/** A row that was written: what it was and became. */
export interface Written {
  record: AnyRecord
  rowId: string
  deed: PlannedChange['deed']
  before: Fields | null
  after: Fields | null
  /** It went because the row it belongs to went. */
  fell?: boolean
}

export interface Plan {
  /** Why, as a person reading the history would say it: "Confirmed a need". */
  why: string
  changes: PlannedChange[]
  /** The change set that this one takes back. */
  undoes?: string
  /** Rows written before in the same transaction and not remembered yet (gatherChanges). */
  written?: Written[]
  /** Remembers rows without a history of their own too, so that all of it can be taken back (a merge). */
  whole?: boolean
}
export interface Saved {
  /** Null when nothing differed from what was there. */
  changeSetId: string | null
  /** The ids, in the order of the plan. */
  ids: string[]
}

/** A row to be made. Its id may be given when other rows of the plan refer to it. */
export const create = <R extends AnyRecord>(record: R, row: Draft<R> & { id?: string }): PlannedChange => {
  const { id, ...fields } = row as Fields & { id?: string }
  return { deed: 'created', record, id: id ?? null, row: fields }
}

/** A row to be changed in some fields; with `seenAt` (its updatedAt when it was read) a change in between is refused. */
export const change = <R extends AnyRecord>(
  record: R,
  id: string,
  set: Partial<Row<R>>,
  seenAt: string | null = null,
): PlannedChange => ({
  deed: 'changed',
  record,
  id,
  set: set as Fields,
  seenAt,
})

/** A row to be changed in some fields that the writer began from `base`: a field that stands differently by now is refused, with both values. */
export const changeFrom = <R extends AnyRecord>(
  record: R,
  id: string,
  set: Partial<Row<R>>,
  base: Fields | undefined,
): PlannedChange => ({ deed: 'changed', record, id, set: set as Fields, seenAt: null, base })

/** A row to be removed; what refers to it stands in the way. */
export const remove = (record: AnyRecord, id: string): PlannedChange => ({ deed: 'removed', record, id })

/** A row that goes because the one it belongs to goes in the same plan: remembered, even when its record keeps no history. */
export const fall = (record: AnyRecord, id: string): PlannedChange => ({ deed: 'removed', record, id, falls: true })
