/** Who hears that rows were written? Whatever follows RowsWritten; the door itself tells it, so that no way of writing is left out. */
import { RowsWritten } from '#foundation/contract/change-set.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'

const mostAtOnce = 500

/** Announces the rows of records that tell, in the transaction that wrote them. */
export async function tellWritten(
  { announce }: Pick<Ctx, 'announce'>,
  written: readonly { record: AnyRecord; rowId: string }[],
): Promise<void> {
  const byRecord = new Map<string, Set<string>>()
  for (const { record, rowId } of written)
    if (record.tells) byRecord.set(record.table, (byRecord.get(record.table) ?? new Set()).add(rowId))
  for (const [record, ids] of byRecord) {
    const rowIds = [...ids]
    for (let at = 0; at < rowIds.length; at += mostAtOnce)
      await announce(RowsWritten, { record, rowIds: rowIds.slice(at, at + mostAtOnce) })
  }
}
