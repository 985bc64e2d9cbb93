/** How does one row become another? Everything that points at it is moved, what would then stand twice becomes one, and it goes. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { snake } from '#foundation/contract/drift.ts'
import { isNullable } from '#foundation/contract/fields.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import { findReferences, type Reference } from './find-references.ts'
import { change, type PlannedChange, remove } from './plan-changes.ts'
import type { Fields } from './write-rows.ts'

export interface MergePlan {
  changes: PlannedChange[]
  /** Rows that point elsewhere now, by table. */
  moved: Map<string, number>
  /** Rows that would have stood twice. */
  joined: number
}

/**
 * Plans that a row is merged into another. The order is the one in which keys allow it, and its reverse takes it back: references move,
 * the row goes, the row that stays takes over values, each as a change of its own so that each can be taken back by itself.
 */
export async function planMerge(
  ctx: Ctx,
  record: AnyRecord,
  { keepId, mergeId, set }: { keepId: string; mergeId: string; set: Fields },
): Promise<MergePlan> {
  const plan: MergePlan = { changes: [], moved: new Map(), joined: 0 }
  await moveReferences(ctx, plan, record, mergeId, keepId)
  plan.changes.push(remove(record, mergeId))
  for (const [name, value] of Object.entries(set))
    plan.changes.push({ deed: 'changed', record, id: keepId, set: { [name]: value }, seenAt: null })
  return plan
}

async function moveReferences(ctx: Ctx, plan: MergePlan, record: AnyRecord, from: string, to: string): Promise<void> {
  for (const reference of await findReferences(ctx, record.table)) {
    const holder = ctx.records.get(reference.table)
    const field = holder && Object.keys(holder.fields).find((name) => snake(name) === reference.column)
    if (!holder || !field)
      throw new Error(
        `Rows of ${reference.table} refer to ${record.table} by ${reference.column}, and no record says how to move them.`,
      )
    const twice = await findTwice(ctx, reference, from, to)
    for (const [gone, stays] of twice) {
      await moveReferences(ctx, plan, holder, gone, stays)
      plan.changes.push(remove(holder, gone))
      plan.joined++
    }
    const ids = await idsOf(ctx, reference, from)
    for (const id of ids) {
      if (twice.has(id) || (holder === record && id === from)) continue
      // A row that pointed at the one it becomes points at nothing.
      const inItself = holder === record && id === to
      const next = inItself && isNullable(holder.fields[field] as z.ZodType) ? null : to
      plan.changes.push(change(holder, id, { [field]: next } as never))
      plan.moved.set(holder.table, (plan.moved.get(holder.table) ?? 0) + 1)
    }
  }
}

const idsOf = async (ctx: Ctx, { table, column }: Reference, to: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and ${sql.id(column)} = ${to}::uuid order by id`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows.map((row) => row.id)
}

/** Rows that a unique key would not let stand beside one that is there already: the row, and the one that it becomes. */
async function findTwice(ctx: Ctx, { table, column, unique }: Reference, from: string, to: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { others, holds } of unique) {
    const same = others.length
      ? sql.join(
          others.map((name) => sql`g.${sql.id(name)} = s.${sql.id(name)}`),
          sql` and `,
        )
      : sql`true`
    const rows = sql`(select * from ${sql.table(table)} where workspace_id = ${ctx.actor.workspaceId}::uuid and ${holds ? sql.raw(`(${holds})`) : sql`true`})`
    const { rows: pairs } = await sql<{
      gone: string
      stays: string
    }>`select g.id as gone, s.id as stays from ${rows} g join ${rows} s on ${same}
      where g.${sql.id(column)} = ${from}::uuid and s.${sql.id(column)} = ${to}::uuid and g.id <> s.id order by g.id`.execute(
      ctx.db.withoutPlugins(),
    )
    for (const { gone, stays } of pairs) found.set(gone, stays)
  }
  return found
}
