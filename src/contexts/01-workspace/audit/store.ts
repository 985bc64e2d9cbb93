/** How is the history of writes read? SQL in, rows out. */
import { Change, ChangeSet } from '#foundation/contract/change-set.ts'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
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

/** What happened to one row, the newest first. */
export const changesOfRow = (ctx: Ctx, rowId: string, most: number) =>
  tables(ctx)
    .selectFrom('changes as c')
    .innerJoin('changeSets as s', (on) => on.onRef('s.workspaceId', '=', 'c.workspaceId').onRef('s.id', '=', 'c.changeSetId'))
    .select(pickColumns(Change, 'c'))
    .select(['s.actorName', 's.reason'])
    .where('c.workspaceId', '=', ctx.actor.workspaceId)
    .where('c.rowId', '=', rowId)
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()
