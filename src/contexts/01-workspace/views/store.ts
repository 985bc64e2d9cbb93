/** How are saved views read, and what must be known of the workspace to read rows? SQL in, rows out. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import type { AnyRecord, Row, TableOf } from '#foundation/contract/record.ts'
import { matchesWords } from '#foundation/platform/changes/match-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { titleSql } from '#foundation/platform/rows/row-table.ts'
import type { Workspace } from '../members/contract.ts'
import { View } from './contract.ts'

export type ViewRow = Row<typeof View>

const seen = (ctx: Ctx) =>
  ctx.db
    .withTables<{ views: TableOf<typeof View> }>()
    .selectFrom('views as v')
    .select(pickColumns(View, 'v'))
    .where('v.workspaceId', '=', ctx.actor.workspaceId)
    .where((eb) =>
      eb.or([eb('v.seenBy', '=', 'shared'), eb('v.ownerId', '=', ctx.actor.memberId ?? '00000000-0000-0000-0000-000000000000')]),
    )

/** The views that somebody sees, of one object or of all: the pinned first, then by name. */
export const viewsSeen = (ctx: Ctx, object: string | null): Promise<ViewRow[]> =>
  seen(ctx)
    .$if(object !== null, (q) => q.where('v.object', '=', object ?? ''))
    .orderBy('v.pinned', 'desc')
    .orderBy('v.name')
    .orderBy('v.id')
    .execute()

export const viewById = (ctx: Ctx, id: string): Promise<ViewRow | undefined> =>
  seen(ctx).where('v.id', '=', id).executeTakeFirst()

export const timeZoneOf = async (ctx: Ctx): Promise<string> =>
  (
    await ctx.db
      .withTables<{ workspaces: TableOf<typeof Workspace> }>()
      .selectFrom('workspaces as w')
      .select('w.timeZone')
      .where('w.workspaceId', '=', ctx.actor.workspaceId)
      .executeTakeFirstOrThrow()
  ).timeZone

export interface OptionsAsked {
  record: AnyRecord
  title: string
  rank: string
  words: string
  most: number
}

/** Rows that a reference can point to, by words, in the order in which they stand; members who left are no choice. */
export async function optionsOf(
  ctx: Ctx,
  { record, title, rank, words, most }: OptionsAsked,
): Promise<{ id: string; title: string }[]> {
  const name = sql.ref(`r.${snake(title)}`)
  const found = record.search
    ? await matchesWords(ctx, sql`r.id`, record.table, words)
    : sql<boolean>`position(lower(${words}) in lower(${name})) > 0`
  const here = record.leftAt ? sql`and ${sql.ref(`r.${snake(record.leftAt)}`)} is null` : sql``
  const { rows } = await sql<{
    id: string
    title: string
  }>`select r.id, ${titleSql(ctx.records, record, 'r')} as title from ${sql.table(record.table)} as r
    where r.workspace_id = ${ctx.actor.workspaceId}::uuid ${words ? sql`and ${found}` : sql``} ${here}
    order by ${sql.ref(`r.${snake(rank)}`)}, ${name}, r.id limit ${most}`.execute(ctx.db.withoutPlugins())
  return rows
}
