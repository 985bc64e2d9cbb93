/** How are rows of any record read: a page, all ids, how many? One query builder for list, count, group, export and bulk. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { pageFrom, writeCursor } from '#foundation/contract/cursor.ts'
import { snake } from '#foundation/contract/drift.ts'
import type { Filter } from '#foundation/contract/filter.ts'
import type { RowField } from '#foundation/contract/row-field.ts'
import type { ShownRow } from '#foundation/contract/shown-row.ts'
import { matchesWords } from '../changes/match-words.ts'
import type { Ctx } from '../context.ts'
import { ownRecord } from '../own-fields/own-record.ts'
import { readOwnValues } from '../own-fields/own-values.ts'
import { fieldsIn, filterSql } from './filter-sql.ts'
import { findCandidates } from './find-candidates.ts'
import { type Order, readOrder, readPlace, type Stretch, stretchesBehind } from './order-rows.ts'
import { type Asker, column, joinOwn, type RowTable, referred, rowTable } from './row-table.ts'

/** Which rows are meant. The filter has been checked against the table's fields. */
export interface RowsMeant {
  table: RowTable
  asker: Asker
  filter: Filter | null
  words: string | null
  /** Only these, if they are among them. */
  ids?: readonly string[] | null
}

type Found = Record<string, unknown>

/** The condition that the rows meant fulfil; the same for every way to ask for them. `all`: every row is looked at, as in counting. */
export async function meantSql(
  ctx: Ctx,
  { table, asker, filter, words, ids }: RowsMeant,
  all = false,
): Promise<RawBuilder<SqlBool>> {
  const parts = [sql<SqlBool>`t.workspace_id = ${asker.workspaceId}::uuid`]
  if (ids) parts.push(sql<SqlBool>`t.id = any(${[...ids]}::uuid[])`)
  if (filter) parts.push(filterSql(filter, table, asker, await findCandidates(ctx, filter, table)))
  if (words?.trim()) parts.push(await matchesWords(ctx, sql`t.id`, table.record.table, words, all))
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

/** The rows meant, from where they are read: their table, with the values of own fields that the filter or the question speaks of. */
export const fromSql = ({ table, asker, filter }: RowsMeant, names: readonly string[] = []): RawBuilder<unknown> =>
  sql`${sql.table(table.record.table)} as t ${joinOwn(table, asker.workspaceId, [...fieldsIn(filter), ...names])}`

/** A table of rows with the fields that the workspace added. */
export async function withOwn<T extends RowTable>(ctx: Ctx, table: T): Promise<T> {
  const record = await ownRecord(ctx, table.record)
  return record === table.record ? table : { ...table, ...rowTable(record) }
}

/** Exactly how many rows are meant. */
export async function countRows(ctx: Ctx, meant: RowsMeant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${fromSql(meant)}
    where ${await meantSql(ctx, meant, true)}`.execute(ctx.db.withoutPlugins())
  return rows[0]?.count ?? 0
}

/** The rows of stretches, in order, until there are enough. */
async function readStretches(
  ctx: Ctx,
  meant: RowsMeant,
  { order, stretches, most, picked }: { order: Order; stretches: Stretch[]; most: number; picked: RawBuilder<unknown>[] },
): Promise<Found[]> {
  const where = await meantSql(ctx, meant)
  const joins = order.keys.flatMap((key) => (key.join ? [key.join] : []))
  const found: Found[] = []
  for (const stretch of stretches) {
    if (found.length >= most) break
    const { rows } = await sql<Found>`select ${sql.join(picked)} from ${fromSql(
      meant,
      order.keys.map((key) => key.name),
    )} ${joins.length ? sql.join(joins, sql` `) : sql``}
      where ${where} and ${stretch.where} order by ${stretch.orderBy} limit ${most - found.length}`.execute(
      ctx.db.withoutPlugins(),
    )
    found.push(...rows)
  }
  return found
}

interface PageMeant {
  sort: string
  after: string | null
  limit: number
}

/** The rows behind a page mark, with what is picked of each, and the next mark. */
async function readBehind(ctx: Ctx, meant: RowsMeant, { sort, after, limit }: PageMeant, picked: RawBuilder<unknown>[]) {
  const order = readOrder(ctx, meant.table, sort)
  const stretches = stretchesBehind(order, after ? readPlace(order, after) : null)
  const keys = order.keys.map((k, i) => sql`${k.at}::text as ${sql.id(`k:${i}`)}`)
  const found = await readStretches(ctx, meant, { order, stretches, most: limit + 1, picked: [...picked, ...keys] })
  return pageFrom(found, limit, (row) =>
    writeCursor(order.sort, ...order.keys.map((_, i) => row[`k:${i}`] as string | null), String(row.id)),
  )
}

/** The ids of the rows meant, in order, a page at a time. */
export async function readIds(ctx: Ctx, meant: RowsMeant, asked: PageMeant): Promise<{ ids: string[]; next: string | null }> {
  const { rows, next } = await readBehind(ctx, meant, asked, [sql`t.id`])
  return { ids: rows.map((row) => String(row.id)), next }
}

/** A page of rows behind a page mark, with the fields asked for (null: all). */
export async function readPage(
  ctx: Ctx,
  meant: RowsMeant,
  asked: PageMeant & { fields: readonly string[] | null },
): Promise<{ rows: ShownRow[]; next: string | null }> {
  const { rows, next } = await readBehind(ctx, meant, asked, pickFields(ctx, meant.table, asked.fields))
  return { rows: await addOwn(ctx, meant.table, rows.map(shownRow), asked.fields), next }
}

/** Rows by id, in the order of the ids; those that are not there are left out. */
export async function readByIds(ctx: Ctx, table: RowTable, ids: readonly string[]): Promise<ShownRow[]> {
  const { rows } = await sql<Found>`select ${sql.join(pickFields(ctx, table, null))} from ${sql.table(table.record.table)} as t
    where t.workspace_id = ${ctx.actor.workspaceId}::uuid and t.id = any(${ids}::uuid[])`.execute(ctx.db.withoutPlugins())
  const shown = await addOwn(ctx, table, rows.map(shownRow), null)
  const byId = new Map(shown.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The columns of a row as it is shown: "v:" its values, "t:" the titles of rows that it refers to. */
function pickFields(ctx: Ctx, table: RowTable, only: readonly string[] | null): RawBuilder<unknown>[] {
  const { record, fields } = table
  const wanted = only ? new Set([...only, record.title ?? '']) : null
  const shown = [...fields.values()].filter((f) => !f.own && (!wanted || wanted.has(f.name)))
  const names = new Set(shown.flatMap((f) => [f.name, ...(f.currencyField ? [f.currencyField] : [])]))
  if (record.place && !wanted) names.add(record.place)
  const titles = shown.flatMap((field) => {
    const to = referred(ctx, field)
    // Asked for the rows of the page alone: after the limit, by primary key.
    return to
      ? [
          sql`(select r.${sql.id(snake(to.title))} from ${sql.table(to.record.table)} as r where r.workspace_id = ${ctx.actor.workspaceId}::uuid
            and r.id = ${column(table, field.name)}) as ${sql.id(`t:${field.name}`)}`,
        ]
      : []
  })
  return [
    sql`t.id`,
    sql`t.updated_at as "updatedAt"`,
    ...[...names].map((name) => sql`${column(table, name)} as ${sql.id(`v:${name}`)}`),
    ...titles,
  ]
}

function shownRow(row: Found): ShownRow {
  const part = (mark: string) =>
    Object.entries(row).flatMap(([key, value]) => (key.startsWith(mark) ? [[key.slice(2), value] as const] : []))
  return {
    id: String(row.id),
    updatedAt: String(row.updatedAt),
    values: Object.fromEntries(part('v:')),
    titles: Object.fromEntries(part('t:').flatMap(([name, title]) => (title === null ? [] : [[name, String(title)]]))),
  }
}

/** Rows with the values of own fields, and the titles of what these refer to: one question for all rows of a page, and one for each table. */
async function addOwn(ctx: Ctx, table: RowTable, rows: ShownRow[], only: readonly string[] | null): Promise<ShownRow[]> {
  const fields = [...table.fields.values()].filter((f) => f.own && (!only || only.includes(f.name)))
  if (!fields.length || !rows.length) return rows
  const names = new Set(fields.map((f) => f.name))
  const ids = rows.map((row) => row.id)
  const values = await readOwnValues(ctx, table.record, ids, { derived: true, only: names })
  const titles = await titlesOf(ctx, fields, values)
  const blank = Object.fromEntries(fields.map((f) => [f.name, null]))
  return rows.map((row) => {
    const own = values.get(row.id) ?? {}
    const shown = fields.flatMap((f) => {
      const title = f.references ? titles.get(String(own[f.name])) : undefined
      return title === undefined ? [] : [[f.name, title] as const]
    })
    return { ...row, values: { ...row.values, ...blank, ...own }, titles: { ...row.titles, ...Object.fromEntries(shown) } }
  })
}

async function titlesOf(ctx: Ctx, fields: readonly RowField[], values: ReadonlyMap<string, Found>): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const references of new Set(fields.map((f) => f.references))) {
    const own = fields.filter((f) => f.references === references)
    const to = own[0] ? referred(ctx, own[0]) : null
    const ids = [...values.values()].flatMap((row) => own.flatMap((f) => (row[f.name] ? [String(row[f.name])] : [])))
    if (!to || !ids.length) continue
    const { rows } = await sql<{ id: string; title: string }>`select r.id, r.${sql.id(snake(to.title))} as title
      from ${sql.table(to.record.table)} as r where r.workspace_id = ${ctx.actor.workspaceId}::uuid
      and r.id = any(${[...new Set(ids)]}::uuid[])`.execute(ctx.db.withoutPlugins())
    for (const row of rows) titles.set(row.id, row.title)
  }
  return titles
}
