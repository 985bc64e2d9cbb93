/** In which order do rows come, and what lies behind the last row of a page? By up to three fields, then by id; empty ones last. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { readCursor } from '#foundation/contract/cursor.ts'
import { snake } from '#foundation/contract/drift.ts'
import { Problem } from '#foundation/contract/problem.ts'
import type { Ctx } from '../context.ts'
import { column, type RowTable, referred, typeOf } from './row-table.ts'

export interface SortKey {
  /** What is compared: the field, or what names or ranks the row that it refers to. */
  at: RawBuilder<unknown>
  type: RawBuilder<unknown>
  /** The column that is empty in rows without a value. */
  own: RawBuilder<unknown>
  /** The referred table, joined under a name of its own. */
  join: RawBuilder<unknown> | null
  /** Compared in another table than the row's own. */
  isJoined: boolean
  name: string
  empty: boolean
  descending: boolean
}
export interface Order {
  /** As asked: "stageId,-amountMinor". */
  sort: string
  keys: SortKey[]
}

const mostKeys = 3
const refuse = (sort: string) =>
  new Problem(422, `Rows cannot be sorted by "${sort}".`, [
    { path: 'sort', message: 'name one to three fields that can be sorted' },
  ])

/** Reads a sort. @throws Problem 422 for what is no field, or none that can be sorted */
export function readOrder(ctx: Pick<Ctx, 'records' | 'actor'>, table: RowTable, sort: string): Order {
  const words = sort.split(',').map((word) => word.trim())
  if (words.length > mostKeys || new Set(words.map((w) => w.replace(/^-/, ''))).size < words.length) throw refuse(sort)
  const keys = words.map((word, i) => {
    const key = sortKey(ctx, table, word.replace(/^-/, ''), `s${i}`)
    if (!key) throw refuse(sort)
    return { ...key, descending: word.startsWith('-') }
  })
  return { sort: words.join(','), keys }
}

function sortKey(
  ctx: Pick<Ctx, 'records' | 'actor'>,
  table: RowTable,
  name: string,
  alias: string,
): Omit<SortKey, 'descending'> | null {
  const { record, fields } = table
  const own = column(table, name)
  if (name === record.place) return { at: own, own, type: typeOf(record, name), join: null, isJoined: false, empty: true, name }
  const field = fields.get(name)
  if (!field?.sortable) return null
  const to = referred(ctx, field)
  if (!to) return { at: own, own, type: typeOf(record, name), join: null, isJoined: field.own !== null, empty: field.empty, name }
  const id = sql.ref(alias)
  const join = sql`left join ${sql.table(to.record.table)} as ${id} on ${id}.workspace_id = ${ctx.actor.workspaceId}::uuid and ${id}.id = ${own}`
  return {
    at: sql`${id}.${sql.id(snake(to.rank))}`,
    own,
    type: typeOf(to.record, to.rank),
    join,
    isJoined: true,
    empty: field.empty,
    name,
  }
}

const way = (descending: boolean) => (descending ? sql`desc` : sql`asc`)
const idOf = sql`t.id`
const lastDescends = ({ keys }: Order): boolean => keys.at(-1)?.descending ?? false

/** How one stretch is sorted. Within a stretch the first key is never empty, or always. */
function orderBy(order: Order, isEmptyStretch: boolean): RawBuilder<unknown> {
  const words = order.keys.flatMap((key, i) => {
    if (i === 0) return isEmptyStretch ? [] : [sql`${key.at} ${way(key.descending)}`]
    // Every sort ends with the id, so that no two rows stand in the same place.
    return [sql`${key.at} ${way(key.descending)} nulls last`]
  })
  return sql.join([...words, sql`${idOf} ${way(lastDescends(order))}`])
}

/** A page is read from at most two stretches: the rows with a value in the first key, then those without one. Each is a range of an index. */
export interface Stretch {
  where: RawBuilder<SqlBool>
  orderBy: RawBuilder<unknown>
}

/** The stretches behind a row, by its keys and id as text; all of them for null. */
export function stretchesBehind(order: Order, after: (string | null)[] | null): Stretch[] {
  const [first] = order.keys
  if (!first) throw new Error('A sort has at least one key')
  const full = { orderBy: orderBy(order, false) }
  const empty = { orderBy: orderBy(order, true) }
  const isEmpty = sql<SqlBool>`${first.own} is null`
  // Said of a joined table too: then rows are read in its order.
  const isFull = first.empty || first.isJoined ? sql<SqlBool>`${first.at} is not null` : sql<SqlBool>`true`
  const lastStretch = first.empty ? [{ ...empty, where: isEmpty }] : []
  if (!after) return [{ ...full, where: isFull }, ...lastStretch]
  const [value = null] = after
  if (value === null) return [{ ...empty, where: sql<SqlBool>`${isEmpty} and ${behind(order, 1, after)}` }]
  return [{ ...full, where: behindFirst(order, first, after) }, ...lastStretch]
}

const typed = (key: SortKey, value: string) => sql`${value}::${key.type}`

function behindFirst(order: Order, first: SortKey, after: (string | null)[]): RawBuilder<SqlBool> {
  const at = typed(first, after[0] ?? '')
  const beyond = first.descending ? sql`<` : sql`>`
  // A row comparison is one range of an index; with more keys, or a joined one, the range of the first and the rest row by row.
  const range = sql<SqlBool>`${first.at} ${beyond}= ${at}`
  if (order.keys.length === 1) {
    const whole = sql<SqlBool>`(${first.at}, ${idOf}) ${beyond} (${at}, ${after[1] ?? ''}::uuid)`
    return first.isJoined ? sql<SqlBool>`${range} and ${whole}` : whole
  }
  return sql<SqlBool>`${range} and (${first.at} ${beyond} ${at} or ${behind(order, 1, after)})`
}

/** What lies behind in the keys from `from` on, among rows that are equal before it. */
function behind(order: Order, from: number, after: (string | null)[]): RawBuilder<SqlBool> {
  const key = order.keys[from]
  const value = after[from] ?? null
  if (!key) return sql<SqlBool>`${idOf} ${lastDescends(order) ? sql`<` : sql`>`} ${after[order.keys.length] ?? ''}::uuid`
  const rest = behind(order, from + 1, after)
  if (value === null) return sql<SqlBool>`(${key.at} is null and ${rest})`
  const at = typed(key, value)
  const beyond = sql`${key.at} ${key.descending ? sql`<` : sql`>`} ${at}`
  return sql<SqlBool>`(${beyond} or ${key.at} is null or (${key.at} = ${at} and ${rest}))`
}

/** The keys behind a page mark. @throws Problem 400 for a mark of another sort, or none of ours */
export function readPlace(order: Order, after: string): (string | null)[] {
  const [sort, ...keys] = readCursor(after, order.keys.length + 2)
  if (sort !== order.sort)
    throw new Problem(400, 'The page mark "after" belongs to another order. Leave it out to start from the first page.', [
      { path: 'after', message: 'of another order' },
    ])
  return keys.map((key) => (key === null ? null : String(key)))
}
