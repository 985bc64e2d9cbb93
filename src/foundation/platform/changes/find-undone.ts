/** Which change sets are taken back at this moment? One whose taking back was itself taken back stands again. */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** Of these change sets, those that are taken back. */
export async function findUndone(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const ws = ctx.actor.workspaceId
  const { rows } = await sql<{ id: string; undoes_id: string }>`with recursive later as (
      select id, undoes_id from change_sets where workspace_id = ${ws}::uuid and undoes_id = any(${ids}::uuid[])
      union all
      select u.id, u.undoes_id from change_sets u join later l on u.undoes_id = l.id where u.workspace_id = ${ws}::uuid)
    select id, undoes_id from later`.execute(ctx.db.withoutPlugins())
  const takersOf = new Map<string, string[]>()
  for (const row of rows) takersOf.set(row.undoes_id, [...(takersOf.get(row.undoes_id) ?? []), row.id])
  const isUndone = (id: string): boolean => (takersOf.get(id) ?? []).some((taker) => !isUndone(taker))
  return new Set(ids.filter(isUndone))
}
