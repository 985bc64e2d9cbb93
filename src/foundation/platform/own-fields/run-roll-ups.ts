/** What do related rows come to? One aggregate for each roll-up, over the rows that point at these. */
import { isDeepStrictEqual } from 'node:util'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { fieldMeta } from '#foundation/contract/fields.ts'
import { type FieldRow, keptType, ownName } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import { column, joinOwn, rowTable } from '../rows/row-table.ts'
import { ownRecord } from './own-record.ts'
import { readOwnValues, writeOwnValues } from './own-values.ts'

type Row = Record<string, unknown>
type Writer = Pick<Ctx, 'db' | 'actor' | 'now' | 'id' | 'records'>

const aggregates: Readonly<Record<string, (at: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  count: () => sql`count(*)`,
  sum: (at) => sql`sum(${at})`,
  min: (at) => sql`min(${at})`,
  max: (at) => sql`max(${at})`,
  latest: (at) => sql`(array_agg(${at} order by t.created_at desc, t.id desc) filter (where ${at} is not null))[1]`,
}
const casts: Readonly<Record<string, RawBuilder<unknown>>> = {
  money: sql`bigint`,
  number: sql`double precision`,
  share: sql`double precision`,
}

/** Locks the rows whose roll-ups are reckoned: of two who write at once, the second reckons with what the first wrote. */
const holdRows = (ctx: Writer, record: AnyRecord, ids: readonly string[]) =>
  sql`select id from ${sql.table(record.table)} where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${[...ids]}::uuid[])
    order by id for no key update`.execute(ctx.db.withoutPlugins())

async function gather(ctx: Writer, field: FieldRow, ids: readonly string[]): Promise<Map<string, unknown>> {
  const asked = field.settings.rollUp
  const base = asked && ctx.records.get(asked.of)
  if (!asked || !base) return new Map()
  const child = await ownRecord(ctx, base)
  const table = rowTable(child)
  const from = asked.field === null ? undefined : child.fields[asked.field]
  if (!child.fields[asked.by] || (asked.field !== null && !from)) return new Map()
  const by = column(table, asked.by)
  const at = asked.field === null ? sql`1` : column(table, asked.field)
  const meta = from ? fieldMeta(from as z.ZodType) : null
  // Money of several currencies is never added: only what is in the currency of the roll-up counts.
  const isForeign = meta?.control === 'money' && !meta.currency && 'currency' in child.fields
  const inCurrency = isForeign ? sql`and t.currency = ${field.settings.currency ?? ''}` : sql``
  const made = aggregates[asked.how]?.(at) ?? sql`null`
  const cast = casts[keptType(field)]
  const { rows } = await sql<{ id: string; value: unknown }>`select ${by} as id, ${cast ? sql`(${made})::${cast}` : made} as value
    from ${sql.table(child.table)} as t ${joinOwn(table, ctx.actor.workspaceId, [asked.by, ...(asked.field ? [asked.field] : [])])}
    where t.workspace_id = ${ctx.actor.workspaceId}::uuid and ${by} = any(${[...ids]}::uuid[]) ${inCurrency} group by 1`.execute(
    ctx.db.withoutPlugins(),
  )
  return new Map(rows.map((row) => [row.id, row.value]))
}

/** Reckons some roll-ups of rows and writes those that differ; answers what was written, by row. */
export async function runRollUps(
  ctx: Writer,
  record: AnyRecord,
  fields: readonly FieldRow[],
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const written = new Map<string, Row>()
  if (!fields.length || !ids.length) return written
  const { rows: there } = (await holdRows(ctx, record, ids)) as { rows: { id: string }[] }
  const names = new Set(fields.map((f) => ownName(f.key)))
  const before = await readOwnValues(ctx, record, ids, { derived: true, only: names })
  for (const field of fields) {
    const name = ownName(field.key)
    const found = await gather(ctx, field, ids)
    for (const { id } of there) {
      const none = field.settings.rollUp?.how === 'count' || field.settings.rollUp?.how === 'sum' ? 0 : null
      const value = found.get(id) ?? none
      if (!isDeepStrictEqual(before.get(id)?.[name] ?? null, value)) written.set(id, { ...written.get(id), [name]: value })
    }
  }
  await writeOwnValues(
    ctx,
    record,
    [...written].map(([rowId, values]) => ({ rowId, values })),
  )
  return written
}
