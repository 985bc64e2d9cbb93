/** How are tasks read? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import { matchesWords } from '#foundation/platform/changes/match-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import type { Member, Workspace } from '#workspace/members/contract.ts'
import type { Account } from '../accounts/contract.ts'
import type { Person } from '../people/contract.ts'
import { Task } from './contract.ts'

type Names = 'assigneeName' | 'accountName' | 'personName' | 'opportunityName' | 'doneByName'
export type TaskRow = Row<typeof Task>
export type TaskWithNames = TaskRow & Record<Names, string | null>

const tables = (ctx: Ctx) =>
  ctx.db.withTables<{
    tasks: TableOf<typeof Task>
    members: TableOf<typeof Member>
    accounts: TableOf<typeof Account>
    people: TableOf<typeof Person>
    opportunities: { workspaceId: string; id: string; name: string }
    workspaces: TableOf<typeof Workspace>
  }>()

const ofWorkspace = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('tasks as t')
    .leftJoin('members as m', (on) => on.onRef('m.workspaceId', '=', 't.workspaceId').onRef('m.id', '=', 't.assigneeId'))
    .leftJoin('members as d', (on) => on.onRef('d.workspaceId', '=', 't.workspaceId').onRef('d.id', '=', 't.doneById'))
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 't.workspaceId').onRef('a.id', '=', 't.accountId'))
    .leftJoin('people as p', (on) => on.onRef('p.workspaceId', '=', 't.workspaceId').onRef('p.id', '=', 't.personId'))
    .leftJoin('opportunities as o', (on) => on.onRef('o.workspaceId', '=', 't.workspaceId').onRef('o.id', '=', 't.opportunityId'))
    .select(pickColumns(Task, 't'))
    .select([
      'm.name as assigneeName',
      'a.name as accountName',
      'p.name as personName',
      'o.name as opportunityName',
      'd.name as doneByName',
    ])
    .where('t.workspaceId', '=', ctx.actor.workspaceId)

export interface TasksAsked {
  assigneeId: string | null
  accountId: string | null
  personId: string | null
  opportunityId: string | null
  words: string | null
  most: number
}

const saidSo = async (ctx: Ctx, { words }: TasksAsked) =>
  words === null ? null : await matchesWords(ctx, sql.ref('t.id'), 'tasks', words)

const narrowed = (ctx: Ctx, asked: TasksAsked, said: Awaited<ReturnType<typeof saidSo>>) => {
  const { assigneeId, accountId, personId, opportunityId, most } = asked
  return ofWorkspace(ctx)
    .$if(assigneeId !== null, (q) => q.where('t.assigneeId', '=', assigneeId))
    .$if(accountId !== null, (q) => q.where('t.accountId', '=', accountId))
    .$if(personId !== null, (q) => q.where('t.personId', '=', personId))
    .$if(opportunityId !== null, (q) => q.where('t.opportunityId', '=', opportunityId))
    .$if(said !== null, (q) => q.where(said ?? sql<SqlBool>`true`))
    .limit(most)
}

export interface DaysAsked {
  /** Days, both included. */
  from: string | null
  to: string | null
  /** Only what is late at this moment, or only what is not. */
  late: { at: string; today: string; is: boolean } | null
  after: { dueOn: string; id: string } | null
}

/** Open tasks that have a day, by it. */
export async function listDated(ctx: Ctx, asked: TasksAsked, { from, to, late, after }: DaysAsked): Promise<TaskWithNames[]> {
  const isLate = sql<boolean>`(case when t.due_at is null then t.due_on < ${late?.today ?? null}::date else t.due_at < ${late?.at ?? null}::timestamptz end)`
  return narrowed(ctx, asked, await saidSo(ctx, asked))
    .where('t.doneAt', 'is', null)
    .where('t.dueOn', 'is not', null)
    .$if(from !== null, (q) => q.where('t.dueOn', '>=', from))
    .$if(to !== null, (q) => q.where('t.dueOn', '<=', to))
    .$if(late !== null, (q) => q.where(late?.is ? isLate : sql<boolean>`not ${isLate}`))
    .$if(after !== null, (q) => q.where(sql<boolean>`(t.due_on, t.id) > (${after?.dueOn}::date, ${after?.id}::uuid)`))
    .orderBy('t.dueOn')
    .orderBy('t.id')
    .execute()
}

/** Open tasks without a day, the oldest first. */
export const listUndated = async (ctx: Ctx, asked: TasksAsked, after: string | null): Promise<TaskWithNames[]> =>
  narrowed(ctx, asked, await saidSo(ctx, asked))
    .where('t.doneAt', 'is', null)
    .where('t.dueOn', 'is', null)
    .$if(after !== null, (q) => q.where('t.id', '>', after ?? ''))
    .orderBy('t.dueOn')
    .orderBy('t.id')
    .execute()

/** Done tasks, the latest first. */
export const listDone = async (
  ctx: Ctx,
  asked: TasksAsked,
  after: { doneAt: string; id: string } | null,
): Promise<TaskWithNames[]> =>
  narrowed(ctx, asked, await saidSo(ctx, asked))
    .where('t.doneAt', 'is not', null)
    .$if(after !== null, (q) => q.where(sql<boolean>`(t.done_at, t.id) < (${after?.doneAt}::timestamptz, ${after?.id}::uuid)`))
    .orderBy('t.doneAt', 'desc')
    .orderBy('t.id', 'desc')
    .execute()

export const taskById = (ctx: Ctx, id: string): Promise<TaskWithNames | undefined> =>
  ofWorkspace(ctx).where('t.id', '=', id).executeTakeFirst()

/** The open tasks that came after this one in its series. */
export const openFollowers = (ctx: Ctx, id: string): Promise<TaskRow[]> =>
  tables(ctx)
    .selectFrom('tasks as t')
    .select(pickColumns(Task, 't'))
    .where('t.workspaceId', '=', ctx.actor.workspaceId)
    .where('t.followsId', '=', id)
    .where('t.doneAt', 'is', null)
    .execute()

/** The workspace's own time zone. */
export const zoneOfWorkspace = async (ctx: Ctx): Promise<string> =>
  (
    await tables(ctx)
      .selectFrom('workspaces as w')
      .select('w.timeZone')
      .where('w.workspaceId', '=', ctx.actor.workspaceId)
      .executeTakeFirstOrThrow()
  ).timeZone
