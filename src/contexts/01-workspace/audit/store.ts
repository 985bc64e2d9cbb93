/** How is the history of writes read? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import { Change, ChangeSet } from '#foundation/contract/change-set.ts'
import { snake } from '#foundation/contract/drift.ts'
import { isOwnName } from '#foundation/contract/own-field.ts'
import type { AnyRecord, Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { addOwnValues } from '#foundation/platform/own-fields/own-values.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'

type SetRow = Row<typeof ChangeSet>
const tables = (ctx: Ctx) => ctx.db.withTables<{ changeSets: TableOf<typeof ChangeSet>; changes: TableOf<typeof Change> }>()
const setsOfWorkspace = (ctx: Ctx) =>
  tables(ctx).selectFrom('changeSets as s').select(pickColumns(ChangeSet, 's')).where('s.workspaceId', '=', ctx.actor.workspaceId)

/** Change sets, the newest first; their ids sort by birth. */
export const listSets = (ctx: Ctx, asked: { causeId: string | null; before: string | null; most: number }): Promise<SetRow[]> =>
  setsOfWorkspace(ctx)
    .$if(asked.causeId !== null, (q) => q.where('s.causeId', '=', asked.causeId))
    .$if(asked.before !== null, (q) => q.where('s.id', '<', asked.before ?? ''))
    .orderBy('s.id', 'desc')
    .limit(asked.most)
    .execute()

export const setById = (ctx: Ctx, id: string): Promise<SetRow | undefined> =>
  setsOfWorkspace(ctx).where('s.id', '=', id).executeTakeFirst()

/** The rows of one change set, in the order they were written. */
export const changesOfSet = (ctx: Ctx, id: string, most: number): Promise<Row<typeof Change>[]> =>
  tables(ctx)
    .selectFrom('changes as c')
    .select(pickColumns(Change, 'c'))
    .where('c.workspaceId', '=', ctx.actor.workspaceId)
    .where('c.changeSetId', '=', id)
    .orderBy('c.position')
    .limit(most)
    .execute()

export interface PastAsked {
  rowId: string
  most: number
  /** Only changes made before this one. */
  before?: string | null
  /** Only changes that name this field. */
  field?: string | null
  /** Only changes later than this moment. */
  after?: string
}

/** What happened to one row and in which change set, the newest first. */
export const changesOfRow = (ctx: Ctx, { rowId, most, before, field, after }: PastAsked) =>
  tables(ctx)
    .selectFrom('changes as c')
    .innerJoin('changeSets as s', (on) => on.onRef('s.workspaceId', '=', 'c.workspaceId').onRef('s.id', '=', 'c.changeSetId'))
    .select(pickColumns(Change, 'c'))
    .select(['s.actorName', 's.reason', 's.via', 's.causeKind', 's.causeId'])
    .where('c.workspaceId', '=', ctx.actor.workspaceId)
    .where('s.workspaceId', '=', ctx.actor.workspaceId)
    .where('c.rowId', '=', rowId)
    .$if(Boolean(before), (q) => q.where('c.id', '<', before ?? ''))
    .$if(after !== undefined, (q) => q.where('c.createdAt', '>', after ?? ''))
    .$if(Boolean(field), (q) =>
      q.where(sql<SqlBool>`(c.after is null or jsonb_exists(c.after, ${field}) or jsonb_exists(c.before, ${field}))`),
    )
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()
export type PastRow = Awaited<ReturnType<typeof changesOfRow>>[number]

/** One row of any record as it is, or nothing. */
export async function rowOf(ctx: Ctx, record: AnyRecord, id: string): Promise<Record<string, unknown> | null> {
  const names = Object.keys(record.schema.shape).filter((name) => !isOwnName(name))
  const picked = sql.join(names.map((n) => sql`${sql.id(snake(n))} as ${sql.id(n)}`))
  const { rows } = await sql<Record<string, unknown>>`select ${picked} from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = ${id}::uuid`.execute(ctx.db.withoutPlugins())
  return (await addOwnValues(ctx, record, new Map(rows.map((row) => [id, row])))).get(id) ?? null
}

/** How some rows of a record are called today; those that are gone are absent. */
export async function titlesNow(ctx: Ctx, record: AnyRecord, ids: string[]): Promise<{ id: string; title: string }[]> {
  const title = record.title ? sql`${sql.id(snake(record.title))}` : sql`${record.noun}::text`
  const { rows } = await sql<{ id: string; title: string }>`select id, ${title} as title from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(ctx.db.withoutPlugins())
  return rows
}

/** How rows that are gone were called last. */
export async function titlesOfGone(ctx: Ctx, title: string, ids: string[]): Promise<{ id: string; title: string | null }[]> {
  const { rows } = await sql<{
    id: string
    title: string | null
  }>`select distinct on (row_id) row_id as id, before ->> ${title} as title
    from changes where workspace_id = ${ctx.actor.workspaceId}::uuid and row_id = any(${ids}::uuid[]) and deed = 'removed'
    order by row_id, id desc`.execute(ctx.db.withoutPlugins())
  return rows
}
