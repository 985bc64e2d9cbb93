/** Which workspaces may a user enter? The only module that looks across workspaces; it sees names and ids, nothing else. */
import { type Kysely, sql } from 'kysely'
import type { Db } from '../context.ts'
import type { NoTables } from '../database.ts'

export interface Place {
  id: string
  name: string
}
type Asker = Kysely<NoTables>
type Row = {
  userId: string
  workspaceId: string
  workspaceName: string
}
const tables = (db: Asker) => db.withTables<{ user_workspaces: Row }>()

/** The workspaces of a user, by name. */
export async function workspacesOf(db: Asker, userId: string): Promise<Place[]> {
  const rows = await tables(db)
    .selectFrom('user_workspaces')
    .select(['workspaceId as id', 'workspaceName as name'])
    .where('userId', '=', userId)
    .orderBy('workspaceName')
    .orderBy('workspaceId')
    .execute()
  return rows
}

/** All workspaces of this installation, by name; for whoever can read the data folder. */
export async function allWorkspaces(db: Asker): Promise<Place[]> {
  return tables(db)
    .selectFrom('user_workspaces')
    .select(['workspaceId as id', 'workspaceName as name'])
    .distinct()
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Lets a user into a workspace. */
export async function enterWorkspace(db: Db, userId: string, place: Place): Promise<void> {
  await tables(db)
    .insertInto('user_workspaces')
    .values({ userId, workspaceId: place.id, workspaceName: place.name })
    .onConflict((c) => c.columns(['userId', 'workspaceId']).doUpdateSet({ workspaceName: place.name }))
    .execute()
}

/** Takes a user out of a workspace. */
export async function leaveWorkspace(db: Db, userId: string, workspaceId: string): Promise<void> {
  await tables(db).deleteFrom('user_workspaces').where('userId', '=', userId).where('workspaceId', '=', workspaceId).execute()
}

/** Shows a workspace under its new name. */
export async function renameWorkspace(db: Db, place: Place): Promise<void> {
  await tables(db).updateTable('user_workspaces').set({ workspaceName: place.name }).where('workspaceId', '=', place.id).execute()
}

/** Lets one first run through at a time, until its transaction ends. */
export const holdFirstRun = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7277680)`.execute(db)
}
