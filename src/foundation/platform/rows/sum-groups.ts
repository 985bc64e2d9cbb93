/** How many rows have each value of a field, and what do their numbers add up to? */
import { type RawBuilder, sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import { type Filter, isGroup, partsOf, type Unit } from '#foundation/contract/filter.ts'
import { Problem } from '#foundation/contract/problem.ts'
import type { RowField } from '#foundation/contract/row-field.ts'
import type { RowGroup } from '#foundation/contract/shown-row.ts'
import { groupRows } from '#foundation/kernel/group-rows.ts'
import type { Ctx } from '../context.ts'
import { fromSql, meantSql, type RowsMeant } from './read-rows.ts'
import { column, type RowTable, referred, titleSql } from './row-table.ts'

/** More groups than these nobody reads; the largest are shown. */
const mostGroups = 500

type Key = string | boolean | null
type Counted = { key: Key; currency: string | null; count: number } & Record<string, string | number | Key>

function keySql(table: RowTable, field: RowField, every: Unit, timeZone: string): RawBuilder<unknown> {
  const at = column(table, field.name)
  if (field.control === 'day') return sql`date_trunc(${every}, ${at}::timestamp)::date`
  return field.control === 'moment' ? sql`date_trunc(${every}, ${at} at time zone ${timeZone})::date` : at
}

/**
 * Groups of the rows meant, in the order in which their values stand: choices as declared, days by the calendar, others by title; rows without
 * a value last. Choices, and what there are few of (stages), appear with no row too.
 * @throws Problem 422 for a field that does not group
 */
export async function sumGroups(
  ctx: Ctx,
  meant: RowsMeant,
  { by, every }: { by: string; every: Unit },
): Promise<{ groups: RowGroup[]; more: boolean }> {
  const { table, asker } = meant
  const field = table.fields.get(by)
  if (!field?.groupable)
    throw new Problem(422, `Rows cannot be grouped by "${by}".`, [{ path: 'by', message: 'name a field that groups' }])
  const summed = [...table.fields.values()].filter((f) => f.summable)
  const currencyField = summed.find((f) => f.currencyField)?.currencyField
  const sums = summed.map((f) => sql`sum(${column(table, f.name)})::text as ${sql.id(`s:${f.name}`)}`)
  const { rows } = await sql<Counted>`select ${keySql(table, field, every, asker.timeZone)} as key,
      ${currencyField ? column(table, currencyField) : sql`null::text`} as currency, ${sql.join([sql`count(*) as count`, ...sums])}
    from ${fromSql(meant, [by, ...summed.map((f) => f.name)])} where ${await meantSql(ctx, meant, true)} group by 1, 2`.execute(
    ctx.db.withoutPlugins(),
  )

  const byKey = groupRows(rows, (row) => row.key)
  const counted = [...byKey].map(([key, own]) => ({
    key,
    count: own.reduce((sum, row) => sum + row.count, 0),
    sums: summed.flatMap((f) => sumsOf(f, own)),
  }))
  const largest = counted.toSorted((a, b) => b.count - a.count).slice(0, mostGroups)
  return { groups: await inOrder(ctx, meant.filter, field, largest), more: counted.length > mostGroups }
}

function sumsOf(field: RowField, rows: Counted[]): RowGroup['sums'] {
  const given = rows.filter((row) => row[`s:${field.name}`] !== null)
  const add = (own: Counted[]) => own.reduce((sum, row) => sum + Number(row[`s:${field.name}`]), 0)
  if (!field.currencyField) return given.length ? [{ field: field.name, currency: field.currency, sum: add(given) }] : []
  return [...groupRows(given, (row) => row.currency)]
    .map(([currency, own]) => ({ field: field.name, currency, sum: add(own) }))
    .sort((a, b) => ((a.currency ?? '') < (b.currency ?? '') ? -1 : 1))
}

type Untitled = Omit<RowGroup, 'title'>

async function inOrder(ctx: Ctx, filter: Filter | null, field: RowField, groups: Untitled[]): Promise<RowGroup[]> {
  const titles = await titlesOf(ctx, filter, field, groups)
  const place = new Map([...titles.keys()].map((key, i) => [key, i]))
  const missing = [...titles.keys()].filter((key) => !groups.some((g) => g.key === key))
  const placeOf = (key: Key) => (key === null ? Number.MAX_SAFE_INTEGER : (place.get(key) ?? place.size))
  return [...groups, ...missing.map((key): Untitled => ({ key, count: 0, sums: [] }))]
    .map(({ key, ...rest }) => ({ key, title: titles.get(key) ?? null, ...rest }))
    .sort((a, b) => placeOf(a.key) - placeOf(b.key))
}

/** What the groups are called, in the order in which they stand. */
async function titlesOf(ctx: Ctx, filter: Filter | null, field: RowField, groups: Untitled[]): Promise<Map<Key, string | null>> {
  if (field.control === 'choice') return new Map(field.choices.map((c) => [c.value, c.label]))
  if (field.control === 'yesNo') return new Map([true, false].map((yes) => [yes, yes ? 'Yes' : 'No']))
  const keys = groups.flatMap((g) => (typeof g.key === 'string' ? [g.key] : []))
  if (field.control !== 'reference') return new Map(keys.sort().map((key) => [key, null]))
  const to = referred(ctx, field)
  if (!to) return new Map(keys.map((key) => [key, null]))
  const { rank, leftAt, within } = to.record
  const inside = within ? valuesAsked(filter, within) : null
  const chosen = [
    ...(leftAt ? [sql`r.${sql.id(snake(leftAt))} is null`] : []),
    ...(inside && within ? [sql`r.${sql.id(snake(within))}::text = any(${inside}::text[])`] : []),
  ]
  // Inside one pipeline no two stages have the same name.
  const called = inside?.length === 1 ? sql`r.${sql.id(snake(to.title))}` : titleSql(ctx.records, to.record, 'r')
  const also = rank ? sql`or (${chosen.length ? sql.join(chosen, sql` and `) : sql`true`})` : sql``
  const { rows } = await sql<{ id: string; title: string }>`select r.id, ${called} as title
    from ${sql.table(to.record.table)} as r where r.workspace_id = ${ctx.actor.workspaceId}::uuid and (r.id = any(${keys}::uuid[]) ${also})
    order by r.${sql.id(snake(to.rank))}, r.${sql.id(snake(to.title))}, r.id`.execute(ctx.db.withoutPlugins())
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** To which values of a field a filter keeps its rows at any rate; null when it does not say. */
function valuesAsked(filter: Filter | null, field: string): string[] | null {
  if (!filter) return null
  if (!isGroup(filter)) return filter.field === field && filter.is === 'isAnyOf' ? [filter.value].flat().map(String) : null
  const { parts, all } = partsOf(filter)
  return all ? (parts.map((part) => valuesAsked(part, field)).find((values) => values !== null) ?? null) : null
}
