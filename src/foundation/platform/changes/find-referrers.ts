/** Which rows refer to these, so that they cannot be removed? Asked of the foreign keys that the database really has. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import type { Fields } from './write-rows.ts'

interface Key {
  table: string
  column: string
}
// The catalogue changes only with a migration, and that needs a new start.
const known = new Map<string, Key[]>()

/** Foreign keys to a table; `stand` in the way of a removal, or `fall` with it. */
async function keysTo(ctx: Pick<Ctx, 'db'>, table: string, which: 'stand' | 'fall'): Promise<Key[]> {
  const kept = known.get(`${table} ${which}`)
  if (kept) return kept
  const actions = which === 'stand' ? ['a', 'r'] : ['c']
  const { rows } = await sql<Key>`select c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confdeltype::text = any(${actions}::text[]) and c.confrelid = ${table}::regclass and cardinality(c.conkey) = 2`.execute(
    ctx.db.withoutPlugins(),
  )
  known.set(`${table} ${which}`, rows)
  return rows
}

export interface Referrer {
  table: string
  rowId: string
  /** The row that is referred to. */
  to: string
}

/**
 * One referrer of each of these rows, for those that have one.
 * @param leaving ids of rows that will be gone or will refer elsewhere by then
 */
export async function findReferrers(ctx: Ctx, table: string, ids: string[], leaving: string[]): Promise<Map<string, Referrer>> {
  const found = new Map<string, Referrer>()
  for (const key of await keysTo(ctx, table, 'stand')) {
    const { rows } = await sql<{
      to: string
      id: string
    }>`select distinct on (${sql.id(key.column)}) ${sql.id(key.column)} as "to", id
      from ${sql.table(key.table)} where workspace_id = ${ctx.actor.workspaceId}::uuid and ${sql.id(key.column)} = any(${ids}::uuid[])
      and not (id = any(${leaving}::uuid[])) order by ${sql.id(key.column)}, id`.execute(ctx.db.withoutPlugins())
    for (const row of rows) if (!found.has(row.to)) found.set(row.to, { table: key.table, rowId: row.id, to: row.to })
  }
  return found
}

/** The rows that the database removes together with these, by their record: they must be remembered to be brought back. */
export async function findDependents(
  ctx: Pick<Ctx, 'db' | 'actor' | 'records'>,
  table: string,
  ids: string[],
): Promise<{ record: AnyRecord; rows: Fields[] }[]> {
  const found: { record: AnyRecord; rows: Fields[] }[] = []
  for (const key of await keysTo(ctx, table, 'fall')) {
    const record = ctx.records.get(key.table)
    // Values in own fields are remembered with the row itself.
    if (!record || record.valuesOf) continue
    const picked = sql.join(Object.keys(record.schema.shape).map((n) => sql`${sql.id(snake(n))} as ${sql.id(n)}`))
    const { rows } = await sql<Fields>`select ${picked} from ${sql.table(key.table)}
      where workspace_id = ${ctx.actor.workspaceId}::uuid and ${sql.id(key.column)} = any(${ids}::uuid[]) order by id`.execute(
      ctx.db.withoutPlugins(),
    )
    if (rows.length) found.push({ record, rows })
  }
  return found
}
