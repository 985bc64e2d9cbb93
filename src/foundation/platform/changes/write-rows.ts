/** How do rows of any record reach their table? One statement for many rows, typed by the contract's columns. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { snake } from '#foundation/contract/drift.ts'
import { fieldMeta } from '#foundation/contract/fields.ts'
import { isOwnName } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Db } from '../context.ts'

export type Fields = Record<string, unknown>

const columnType = (record: AnyRecord, name: string) => sql.raw(fieldMeta(record.schema.shape[name] as z.ZodType).column)
const columns = (names: string[]) => sql.join(names.map((n) => sql.id(snake(n))))
const typed = (record: AnyRecord, names: string[]) => sql.join(names.map((n) => sql`${sql.id(n)} ${columnType(record, n)}`))
const named = (names: string[]) => sql.join(names.map((n) => sql`r.${sql.id(n)}`))
const asJson = (rows: Fields[]) => sql`${JSON.stringify(rows)}::jsonb`

/** Inserts whole rows of one record. */
export async function insertRows(db: Db, record: AnyRecord, workspaceId: string, rows: Fields[]): Promise<void> {
  const names = Object.keys(record.schema.shape)
  await sql`insert into ${sql.table(record.table)} (workspace_id, ${columns(names)})
    select ${workspaceId}::uuid, ${named(names)} from jsonb_to_recordset(${asJson(rows)}) as r(${typed(record, names)})`.execute(
    db.withoutPlugins(),
  )
}

/** Updates the same fields of many rows of one record. Each row carries its id and those fields. */
export async function updateRows(db: Db, record: AnyRecord, workspaceId: string, names: string[], rows: Fields[]): Promise<void> {
  const sets = sql.join(names.map((n) => sql`${sql.id(snake(n))} = r.${sql.id(n)}`))
  await sql`update ${sql.table(record.table)} as t set ${sets}
    from jsonb_to_recordset(${asJson(rows)}) as r(${typed(record, ['id', ...names])})
    where t.workspace_id = ${workspaceId}::uuid and t.id = r.id`.execute(db.withoutPlugins())
}

/** Deletes rows of one record by id. */
export async function deleteRows(db: Db, record: AnyRecord, workspaceId: string, ids: string[]): Promise<void> {
  await sql`delete from ${sql.table(record.table)} where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(
    db.withoutPlugins(),
  )
}

/**
 * The rows of one record by id, locked until the transaction ends, in id order so that two writers never wait in a ring.
 * @param light without the heavy fields, which no change can touch
 */
export async function lockRows(
  db: Db,
  record: AnyRecord,
  workspaceId: string,
  ids: string[],
  light = false,
): Promise<Map<string, Fields>> {
  const names = Object.keys(record.schema.shape).filter((name) => !isOwnName(name) && (!light || !record.heavy?.includes(name)))
  const picked = sql.join(names.map((n) => sql`${sql.id(snake(n))} as ${sql.id(n)}`))
  const found = await sql<Fields>`select ${picked} from ${sql.table(record.table)}
    where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[]) order by id for update`.execute(db.withoutPlugins())
  return new Map(found.rows.map((row) => [String(row.id), row]))
}
