/** Did somebody else change the same field since a row was seen? Then what they wrote is shown, not overwritten. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { Problem } from '#foundation/contract/problem.ts'
import type { Ctx } from '../context.ts'
import type { RowTable } from './row-table.ts'

export interface Cell {
  id: string
  set: Record<string, unknown>
  seenAt?: string | undefined
  base?: Record<string, unknown> | undefined
}
type Fields = Record<string, unknown>
interface Later {
  row_id: string
  field: string
  actor_name: string
  created_at: string
}

/** For each row: the fields that others wrote after it was seen, and who was the last. */
export async function findOvertaken(
  ctx: Ctx,
  cells: readonly Cell[],
  rows: ReadonlyMap<string, Fields>,
): Promise<Map<string, Map<string, string>>> {
  const stale = cells.filter((c) => c.seenAt !== undefined && rows.has(c.id) && rows.get(c.id)?.updatedAt !== c.seenAt)
  const found = new Map<string, Map<string, string>>()
  if (!stale.length) return found
  const seen = JSON.stringify(stale.map(({ id, seenAt }) => ({ id, at: seenAt })))
  const later = await sql<Later>`select c.row_id, f.field, s.actor_name, c.created_at
    from jsonb_to_recordset(${seen}::jsonb) as seen(id uuid, at timestamptz)
    join changes c on c.workspace_id = ${ctx.actor.workspaceId}::uuid and c.row_id = seen.id and c.created_at > seen.at and c.deed = 'changed'
    join change_sets s on s.workspace_id = c.workspace_id and s.id = c.change_set_id and s.member_id is distinct from ${ctx.actor.memberId}::uuid
    cross join lateral jsonb_object_keys(c.after) as f(field) order by c.id`.execute(ctx.db.withoutPlugins())
  for (const { row_id, field, actor_name } of later.rows)
    found.set(row_id, (found.get(row_id) ?? new Map()).set(field, actor_name))
  return found
}

/** @throws Problem 409 naming who changed a field in between, unless they wrote the same */
export function refuseOvertaken(
  { fields }: RowTable,
  cell: Cell,
  row: Fields,
  overtaken: ReadonlyMap<string, string> | undefined,
): void {
  for (const [field, value] of Object.entries(cell.set)) {
    const by = overtaken?.get(field)
    if (by === undefined || isDeepStrictEqual(value, row[field])) continue
    const label = fields.get(field)?.label ?? field
    throw new Problem(409, `${by} changed “${label}” in between. Look at it, then change it again.`, [
      { path: field, message: 'changed by somebody else in between' },
    ])
  }
}
