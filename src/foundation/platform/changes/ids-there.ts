/** Of some rows of any table, which are there? */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** The ids among these that the table holds in the workspace. */
export async function idsThere(ctx: Pick<Ctx, 'db' | 'actor'>, table: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(ctx.db.withoutPlugins())
  return rows.map((row) => row.id)
}
