/** Which imports were under way when the program ended, and how do they go on when it starts? */
import { sql } from 'kysely'
import type { Database } from '#foundation/platform/database.ts'
import type { Delivery } from '#foundation/platform/jobs.ts'
import type { House } from '#foundation/platform/make-context.ts'
import { ImportPreviewAsked, ImportStarted, ImportUndoAsked } from '#workspace/imports/contract.ts'

interface Unfinished {
  workspace_id: string
  id: string
  member_id: string | null
  state: 'waiting' | 'running' | 'undoing' | 'previewing'
}

const eventOf = {
  waiting: ImportStarted,
  running: ImportStarted,
  undoing: ImportUndoAsked,
  previewing: ImportPreviewAsked,
} as const

/** Announces again what was not finished. A runner that is still at work elsewhere is not disturbed: the first to store a batch goes on. */
export async function resumeUnfinishedImports(database: Database, house: House): Promise<number> {
  const { rows } = await sql<Unfinished>`select workspace_id, id, member_id, state from find_unfinished_imports()`.execute(
    database.global.withoutPlugins(),
  )
  for (const row of rows) {
    const event = eventOf[row.state]
    const delivery: Delivery = {
      event: event.name,
      workspaceId: row.workspace_id,
      actor: { memberId: row.member_id, userId: null, name: 'Import' },
      carries: { importId: row.id },
    }
    await database.inWorkspace(row.workspace_id, (db) => house.announce(db, delivery))
  }
  return rows.length
}
