/** Which rows of a change set went with one of its rows, and what has to be pointed back at them? */

type Fields = Record<string, unknown>
export interface Gone {
  record: string
  rowId: string
  deed: 'created' | 'changed' | 'removed'
  before: Fields | null
  after: Fields | null
}
export interface PointBack {
  record: string
  rowId: string
  field: string
  /** The value that the removal left there. */
  left: unknown
  to: unknown
}

const pointsAt = (row: Fields | null, ids: ReadonlySet<string>): boolean =>
  Object.entries(row ?? {}).some(([field, value]) => field !== 'id' && typeof value === 'string' && ids.has(value))

/**
 * The removed rows that hang on a row, itself among them, in the order in which they were removed, and the fields of rows that stayed
 * which pointed at one of them before.
 */
export function pickFamily(changes: readonly Gone[], rowId: string): { rows: Gone[]; pointBack: PointBack[] } {
  const ids = new Set([rowId])
  const removed = changes.filter((c) => c.deed === 'removed')
  for (let grown = true; grown; ) {
    grown = false
    for (const one of removed)
      if (!ids.has(one.rowId) && pointsAt(one.before, ids)) {
        ids.add(one.rowId)
        grown = true
      }
  }
  const pointBack = changes.flatMap((c) =>
    c.deed !== 'changed' || ids.has(c.rowId)
      ? []
      : Object.entries(c.before ?? {}).flatMap(([field, to]) =>
          typeof to === 'string' && ids.has(to) ? [{ record: c.record, rowId: c.rowId, field, left: c.after?.[field], to }] : [],
        ),
  )
  return { rows: removed.filter((c) => ids.has(c.rowId)), pointBack }
}
