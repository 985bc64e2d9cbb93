/** From where is a row referred to? Every foreign key that the database really has, and every reference that a contract declares without one. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { snake } from '#foundation/contract/drift.ts'
import { fieldMetaIfAny } from '#foundation/contract/fields.ts'
import type { Ctx } from '../context.ts'

export interface Reference {
  table: string
  column: string
  /** The unique keys that the column is part of: their other columns (without the workspace), and for which rows they hold. */
  unique: { others: string[]; holds: string | null }[]
}
interface Key {
  table: string
  column: string
}

// The catalogue changes only with a migration, and that needs a new start.
const known = new Map<string, Reference[]>()

/** All references to a table. @param fresh asks the catalogue again (tests add tables) */
export async function findReferences(ctx: Pick<Ctx, 'db' | 'records'>, table: string, fresh = false): Promise<Reference[]> {
  const kept = fresh ? undefined : known.get(table)
  if (kept) return kept
  const db = ctx.db.withoutPlugins()
  const { rows: keys } = await sql<Key>`select c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = ${table}::regclass and cardinality(c.conkey) = 2 order by 1, 2`.execute(db)
  const declared = [...ctx.records.values()].flatMap((record) =>
    Object.entries(record.fields).flatMap(([name, field]): Key[] =>
      fieldMetaIfAny(field as z.ZodType)?.references === table ? [{ table: record.table, column: snake(name) }] : [],
    ),
  )
  const all = new Map([...keys, ...declared].map((key) => [`${key.table}.${key.column}`, key]))
  const found: Reference[] = []
  for (const key of all.values()) found.push({ ...key, unique: await uniqueWith(ctx, key) })
  known.set(table, found)
  return found
}

async function uniqueWith(ctx: Pick<Ctx, 'db'>, { table, column }: Key): Promise<Reference['unique']> {
  const { rows } = await sql<{ columns: string[]; holds: string | null }>`
    select array(select a.attname::text from unnest(i.indkey::int2[]) as k join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k) as columns,
      pg_get_expr(i.indpred, i.indrelid) as holds
    from pg_index i where i.indrelid = ${table}::regclass and i.indisunique and not (0 = any (i.indkey::int2[]))`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows
    .filter(({ columns }) => columns.includes(column))
    .map(({ columns, holds }) => ({ others: columns.filter((name) => name !== column && name !== 'workspace_id'), holds }))
}
