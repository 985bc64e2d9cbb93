/** What would an action write? It runs as ever, but its plans are kept and not carried out. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import type { PlannedChange } from './plan-changes.ts'

export interface Tried {
  /** The context to act in: it reads what is there, and neither writes nor announces. */
  ctx: Ctx
  /** What would have been written so far, each with its id. */
  changes: (PlannedChange & { id: string })[]
}

/** A context in which nothing is written. Rows that it "creates" are not found by later reads: whoever tries must remember them. */
export function tryChanges(ctx: Ctx): Tried {
  const changes: Tried['changes'] = []
  return {
    ctx: {
      ...ctx,
      announce: async () => undefined,
      save: async (plan) => {
        const planned = plan.changes.map((change) => ({ ...change, id: change.id ?? ctx.id() }))
        changes.push(...planned)
        return { ids: planned.map((change) => change.id), changeSetId: null }
      },
    },
    changes,
  }
}

/** Rows as they are, without holding them: what a planned change would take the place of. */
export async function readRows(
  ctx: Ctx,
  record: AnyRecord,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const names = Object.keys(record.schema.shape)
  const picked = sql.join(names.map((name) => sql`${sql.id(snake(name))} as ${sql.id(name)}`))
  const found = await sql<Record<string, unknown>>`select ${picked} from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(ctx.db.withoutPlugins())
  return new Map(found.rows.map((row) => [String(row.id), row]))
}
