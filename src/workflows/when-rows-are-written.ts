/** What follows when an account or a person is written, by whomever? It is keyed, and weighed against the few that share a key. */
import { RowsWritten } from '#foundation/contract/change-set.ts'
import { when } from '#foundation/platform/workflow.ts'
import { seekBatch } from '#workspace/duplicates/actions.ts'
import { matchRows } from '#workspace/duplicates/actions-match.ts'
import { DuplicatesSought } from '#workspace/duplicates/contract.ts'
import { describedRecords } from './describe-records.ts'

// A batch of an import has 500 rows; each transaction keys and weighs so many of them.
const rowsAtOnce = 100
const timeoutMs = 5 * 60_000

export const whenRowsAreWritten = when(RowsWritten, 'match-duplicates', async (work, { record, rowIds }) => {
  const kind = describedRecords[record]
  if (!kind) return
  for (let at = 0; at < rowIds.length; at += rowsAtOnce) {
    const ids = rowIds.slice(at, at + rowsAtOnce)
    await work.act((ctx) => matchRows(ctx, kind, ids), { kind: 'matching', id: ids[0] ?? '' }, { timeoutMs })
  }
})

export const whenDuplicatesAreSought = when(DuplicatesSought, 'match-duplicates', async (work, { record, after }) => {
  const kind = describedRecords[record]
  if (kind) await work.act((ctx) => seekBatch(ctx, kind, after), { kind: 'matching', id: work.workspaceId }, { timeoutMs })
})
