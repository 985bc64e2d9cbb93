/** What hangs on some rows by the foreign keys that the database really has: what goes with them, and what only points at them? */
import { sql } from 'kysely'
import { camel } from '#foundation/contract/drift.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'

interface Key {
  /** The table that refers. */
  table: string
  column: string
  nullable: boolean
  to: string
  falls: boolean
}
export interface Member {
  record: AnyRecord
  ids: string[]
}
/** Rows that stay, but point at rows that go. */
export interface Pointer extends Member {
  field: string
}
export interface Family {
  /** In the order in which they can be removed: who refers comes before whom it refers to. */
  members: Member[]
  pointers: Pointer[]
  rows: number
}

let known: Key[] | undefined

/** All foreign keys between records, of the catalogue; it changes only with a migration, and that needs a new start. */
async function allKeys(ctx: Pick<Ctx, 'db'>): Promise<Key[]> {
  if (known) return known
  const { rows } =
    await sql<Key>`select c.conrelid::regclass::text as "table", a.attname as "column", not a.attnotnull as nullable,
      c.confrelid::regclass::text as "to", c.confdeltype = 'c' as falls
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and cardinality(c.conkey) = 2 order by 1, 2`.execute(ctx.db.withoutPlugins())
  known = rows
  return known
}

/** Which nullable references mean that a row belongs to the one it points at, and goes with it. */
export type Belongs = (key: { table: string; column: string; to: string }) => boolean

/**
 * The rows that go when these go. A row that must refer to one of them goes too; one that may refer to nothing stays, unless it belongs.
 * A table whose rows must refer to rows that carry the same reference themselves (a message in a conversation of an account) only copies it.
 * @param most stops with more rows than this; the answer then has `rows` above it and is incomplete
 */
export async function findFamily(
  ctx: Pick<Ctx, 'db' | 'actor' | 'records'>,
  roots: readonly { table: string; ids: readonly string[] }[],
  { belongs = () => false, most = 50_000 }: { belongs?: Belongs; most?: number } = {},
): Promise<Family> {
  const keys = await allKeys(ctx)
  const copies = (key: Key) =>
    keys.some(
      (up) =>
        up.table === key.table && !up.nullable && up.to !== key.to && keys.some((k) => k.table === up.to && k.to === key.to),
    )
  const going = new Map<string, Set<string>>()
  let rows = 0
  let fresh = new Map<string, string[]>(roots.map((r) => [r.table, [...r.ids]]))
  while (fresh.size && rows <= most) {
    const next = new Map<string, Set<string>>()
    for (const [table, ids] of fresh) {
      const there = going.get(table) ?? new Set()
      going.set(table, there)
      const added = ids.filter((id) => !there.has(id))
      for (const id of added) there.add(id)
      rows += added.length
      if (!added.length) continue
      for (const key of keys.filter((k) => k.to === table && ctx.records.has(k.table))) {
        if (key.nullable && (copies(key) || !belongs(key))) continue
        const found = await referring(ctx, key, added, most)
        const into = next.get(key.table) ?? new Set()
        for (const { id } of found) if (!going.get(key.table)?.has(id)) into.add(id)
        if (into.size) next.set(key.table, into)
      }
    }
    fresh = new Map([...next].map(([table, ids]) => [table, [...ids]]))
  }
  const order = orderTables([...going.keys()], keys)
  const members = order.flatMap((table) => memberOf(ctx, table, [...(going.get(table) ?? [])]))
  const pointers: Pointer[] = []
  if (rows <= most)
    for (const key of keys.filter((k) => k.nullable && going.has(k.to))) {
      const found = await referring(ctx, key, [...(going.get(key.to) ?? [])], most)
      const ids = [...new Set(found.map((r) => r.id))].filter((id) => !going.get(key.table)?.has(id))
      if (ids.length) pointers.push(...memberOf(ctx, key.table, ids).map((m) => ({ ...m, field: camel(key.column) })))
    }
  return { members, pointers, rows }
}

const memberOf = (ctx: Pick<Ctx, 'records'>, table: string, ids: string[]): Member[] => {
  const record = ctx.records.get(table)
  return record && ids.length ? [{ record, ids }] : []
}

async function referring(ctx: Pick<Ctx, 'db' | 'actor'>, key: Key, ids: string[], most: number): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(key.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and ${sql.id(key.column)} = any(${ids}::uuid[]) order by id limit ${most + 1}`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows
}

/** Tables so that each comes before those it refers to. */
function orderTables(tables: string[], keys: readonly Key[]): string[] {
  const left = new Set(tables)
  const order: string[] = []
  while (left.size) {
    const free = [...left].filter((table) => !keys.some((k) => k.to === table && k.table !== table && left.has(k.table)))
    // A ring of tables cannot be ordered; the database then says what stands in the way.
    for (const table of free.length ? free : [...left]) {
      order.push(table)
      left.delete(table)
    }
  }
  return order
}
