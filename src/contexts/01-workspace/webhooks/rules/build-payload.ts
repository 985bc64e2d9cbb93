/** What is sent? The event, when it happened, the row as it was right then, and what differed. */
import type { AnyRecord } from '#foundation/contract/record.ts'
import { offeredPart } from './offered-records.ts'
import { type Fields, rebuildRow, type Step } from './rebuild-row.ts'

export interface Told extends Step {
  at: string
  rowId: string
  changeSet: { id: string; by: string; via: string; why: string }
}

/** The payload of one change. The same change gives the same payload whenever it is sent. */
export function buildPayload(record: AnyRecord, told: Told, later: readonly Step[], today: Fields | null) {
  const row = offeredPart(record, rebuildRow(told, later, today))
  const isChange = told.deed === 'changed'
  const [before, after] = isChange ? [offeredPart(record, told.before), offeredPart(record, told.after)] : [null, null]
  return {
    type: `${record.table}.${told.deed}`,
    timestamp: told.at,
    data: {
      record: record.table,
      id: told.rowId,
      row: row && isChange ? { ...row, updatedAt: told.at } : row,
      ...(isChange ? { changed: Object.keys(after ?? {}).sort(), before, after } : {}),
      changeSet: told.changeSet,
    },
  }
}
