/** What was a row at a moment, given what it is now and what happened to it later? */

export type Fields = Record<string, unknown>
export interface Later {
  deed: 'created' | 'changed' | 'removed'
  before: Fields | null
}

/**
 * Walks back from the row as it is (null: it is not there) through the later changes, the newest first.
 * Null: it was not there at that moment. Undefined: a change on the way has lost its values, so nobody can tell.
 */
export function rebuildRow(now: Fields | null, later: readonly Later[]): Fields | null | undefined {
  let row: Fields | null = now
  for (const { deed, before } of later) {
    if (deed === 'created') row = null
    else if (before === null) return undefined
    else row = deed === 'removed' ? before : row && { ...row, ...before }
  }
  return row
}
