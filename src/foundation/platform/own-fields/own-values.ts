/** How are values of own fields read and written? Rows of the values' table, seen as fields of the row that they belong to. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { snake } from '#foundation/contract/drift.ts'
import { fieldMeta, type OwnPlace } from '#foundation/contract/fields.ts'
import { isOwnName } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'

type Fields = Record<string, unknown>
type Reader = Pick<Ctx, 'db' | 'actor'>

/** The own fields of a record that `ownRecord` made, and where their values lie. */
export function ownPlaces(record: AnyRecord): Map<string, OwnPlace> {
  return new Map(
    Object.entries(record.fields).flatMap(([name, field]) => {
      const { own } = isOwnName(name) ? fieldMeta(field as z.ZodType) : {}
      return own ? [[name, own] as const] : []
    }),
  )
}

const kinds = [
  ['text', 'text'],
  ['longText', 'text'],
  ['number', 'double precision'],
  ['amount', 'bigint'],
  ['day', 'date'],
  ['moment', 'timestamptz'],
  ['yes', 'boolean'],
  ['choices', 'jsonb'],
  ['accountId', 'uuid'],
  ['personId', 'uuid'],
  ['opportunityId', 'uuid'],
  ['memberId', 'uuid'],
] as const

/** The values of some rows, by row and field name. Those of derived fields only when asked for. */
export async function readOwnValues(
  { db, actor }: Reader,
  record: AnyRecord,
  ids: readonly string[],
  { derived, only }: { derived: boolean; only?: ReadonlySet<string> | null },
): Promise<Map<string, Fields>> {
  const places = [...ownPlaces(record)].filter(([name, p]) => (derived || !p.isDerived) && (!only || only.has(name)))
  const found = new Map<string, Fields>()
  const table = places[0]?.[1].table
  if (!table || !ids.length) return found
  const byId = new Map(places.map(([name, { id, column }]) => [id, { name, column }]))
  const columns = [...new Set(places.map(([, p]) => p.column))]
  const { rows } = await sql<Fields>`select row_id as "rowId", field_id as "fieldId",
      ${sql.join(columns.map((c) => sql`${sql.id(snake(c))} as ${sql.id(c)}`))} from ${sql.table(table)}
    where workspace_id = ${actor.workspaceId}::uuid and row_id = any(${[...ids]}::uuid[])
      and field_id = any(${[...byId.keys()]}::uuid[])`.execute(db.withoutPlugins())
  for (const row of rows) {
    const field = byId.get(String(row.fieldId))
    const value = field ? row[field.column] : null
    if (!field || value === null) continue
    found.set(String(row.rowId), { ...found.get(String(row.rowId)), [field.name]: value })
  }
  return found
}

/** Rows with the values of their own fields beside the others; null where there is none. */
export async function addOwnValues(ctx: Reader, record: AnyRecord, rows: Map<string, Fields>): Promise<Map<string, Fields>> {
  const names = [...ownPlaces(record)].filter(([, p]) => !p.isDerived).map(([name]) => name)
  if (!names.length || !rows.size) return rows
  const values = await readOwnValues(ctx, record, [...rows.keys()], { derived: false })
  const blank = Object.fromEntries(names.map((name) => [name, null]))
  return new Map([...rows].map(([id, row]) => [id, { ...row, ...blank, ...values.get(id) }]))
}

interface Given {
  rowId: string
  values: Fields
}

/** Writes values: one statement for those that are, one for those that are not any more. */
export async function writeOwnValues(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now' | 'id'>,
  record: AnyRecord,
  given: readonly Given[],
): Promise<void> {
  const places = ownPlaces(record)
  const cells = given.flatMap(({ rowId, values }) =>
    Object.entries(values).flatMap(([name, value]) => {
      const own = places.get(name)
      return own ? [{ rowId, own, value: Array.isArray(value) && !value.length ? null : (value ?? null) }] : []
    }),
  )
  const table = cells[0]?.own.table
  if (!table) return
  const { workspaceId } = ctx.actor
  const gone = cells.filter((c) => c.value === null).map(({ rowId, own }) => ({ row_id: rowId, field_id: own.id }))
  const there = cells
    .filter((c) => c.value !== null)
    .map(({ rowId, own, value }) => ({ id: ctx.id(), rowId, fieldId: own.id, [own.column]: value }))
  if (gone.length)
    await sql`delete from ${sql.table(table)} as v using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g(row_id uuid, field_id uuid)
      where v.workspace_id = ${workspaceId}::uuid and v.row_id = g.row_id and v.field_id = g.field_id`.execute(
      ctx.db.withoutPlugins(),
    )
  if (!there.length) return
  const columns = sql.join(kinds.map(([name]) => sql.id(snake(name))))
  const typed = sql.join(kinds.map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`))
  await sql`insert into ${sql.table(table)} (workspace_id, id, created_at, updated_at, row_id, field_id, ${columns})
    select ${workspaceId}::uuid, r.id, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, r."rowId", r."fieldId",
      ${sql.join(kinds.map(([name]) => sql`r.${sql.id(name)}`))}
    from jsonb_to_recordset(${JSON.stringify(there)}::jsonb) as r(id uuid, "rowId" uuid, "fieldId" uuid, ${typed})
    on conflict (workspace_id, row_id, field_id) do update set updated_at = excluded.updated_at,
      ${sql.join(kinds.map(([name]) => sql`${sql.id(snake(name))} = excluded.${sql.id(snake(name))}`))}`.execute(
    ctx.db.withoutPlugins(),
  )
}
