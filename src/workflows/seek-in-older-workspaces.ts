/** Which workspaces have rows from before duplicates were looked for? The program goes through each of them once. */
import { sql } from 'kysely'
import type { Database } from '#foundation/platform/database.ts'
import type { House } from '#foundation/platform/make-context.ts'
import { DuplicatesSought } from '#workspace/duplicates/contract.ts'
import { describedRecords } from './describe-records.ts'

/** Asks for every record of every such workspace; a workspace that was gone through has keys and is not asked again. */
export async function seekInOlderWorkspaces(database: Database, house: House): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from find_unsearched_workspaces() as id`.execute(
    database.global.withoutPlugins(),
  )
  for (const { id } of rows)
    for (const record of Object.keys(describedRecords))
      await database.inWorkspace(id, (db) =>
        house.announce(db, {
          event: DuplicatesSought.name,
          workspaceId: id,
          actor: { memberId: null, userId: null, name: 'Rapport' },
          carries: { record, after: null },
        }),
      )
}
