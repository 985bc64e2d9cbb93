/** What happens when tasks are asked for, jotted down, written, changed, done, opened again or removed? */
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Draft } from '#foundation/contract/record.ts'
import { demand } from '#foundation/contract/verdict.ts'
import { change, changeFrom, create, remove } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessBlocked } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { fillAccount } from '../accounts/actions.ts'
import { findNamed } from './actions-find-named.ts'
import { listTasks } from './actions-list-tasks.ts'
import { Task, type tasks } from './contract.ts'
import { mayCompleteTask, mayReopenTask } from './rules/may-complete-task.ts'
import { type Jotting, readJotting } from './rules/read-jotting.ts'
import { noDue, settleDue, settleNext } from './rules/settle-due.ts'
import { openFollowers, type TaskRow, type TaskWithNames, taskById, zoneOfWorkspace } from './store.ts'

const blank: Draft<typeof Task> = {
  ...noDue,
  title: '',
  note: null,
  priority: 'normal',
  assigneeId: null,
  accountId: null,
  personId: null,
  opportunityId: null,
  promiseId: null,
  evidenceId: null,
  followsId: null,
  createdById: null,
  doneAt: null,
  doneById: null,
}

async function need(ctx: Ctx, id: string): Promise<TaskWithNames> {
  const row = await taskById(ctx, id)
  if (!row) throw notFound('task')
  return row
}

const gone = () =>
  new Problem(409, 'Whom or what this task names is not there any more. Choose again.', [
    { path: 'accountId', message: 'not there any more' },
  ])

/** The reader's time zone, else the workspace's. @throws Problem 422 for one that nobody knows */
async function zoneOf(ctx: Ctx, asked: string | undefined): Promise<string> {
  if (asked === undefined) return zoneOfWorkspace(ctx)
  try {
    return new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions().timeZone
  } catch {
    throw new Problem(422, 'Write the time zone as in Europe/Berlin.', [{ path: 'timeZone', message: 'not a time zone' }])
  }
}

type Given = { [K in keyof Draft<typeof Task>]?: Draft<typeof Task>[K] | undefined }
const isGiven = (given: Given, ...names: (keyof Given)[]): boolean => names.some((name) => given[name] !== undefined)

/** What was given, with what follows from it: days from times, the account of a person. */
async function settle(ctx: Ctx, given: Given, stood: Draft<typeof Task>, timeZone: string): Promise<Partial<TaskRow>> {
  const set = { ...given, ...settleDue(given, stood, ctx.now, timeZone) } as Partial<TaskRow>
  if (!isGiven(given, 'accountId', 'personId', 'opportunityId')) return set
  const { accountId, personId, opportunityId } = { ...stood, ...set }
  return { ...set, ...(await fillAccount(ctx, { accountId, personId, opportunityId })) }
}

async function write(ctx: Ctx, given: Given & { title: string }, timeZone: string): Promise<TaskWithNames> {
  const { memberId } = ctx.actor
  const row = { ...blank, assigneeId: memberId, createdById: memberId, ...(await settle(ctx, given, blank, timeZone)) }
  const saved = await saveUnlessBlocked(ctx, { why: `Planned: ${row.title}`, changes: [create(Task, row)] })
  if (!saved) throw gone()
  return need(ctx, saved.ids[0] ?? '')
}

const written = (said: Jotting) => ({
  ...said,
  repeatEvery: said.repeatEvery ?? undefined,
  repeatUnit: said.repeatUnit ?? undefined,
})

export const tasksActions = {
  list: async (ctx, { timeZone, ...asked }) => listTasks(ctx, asked, await zoneOf(ctx, timeZone)),
  get: (ctx, { id }) => need(ctx, id),

  async read(ctx, { line, timeZone }) {
    const said = readJotting(line, ctx.now, await zoneOf(ctx, timeZone))
    const { aboutName, ...about } = await findNamed(ctx, said.title)
    return { ...said, ...about, aboutName }
  },
  async jot(ctx, { line, timeZone, assigneeId, ...about }) {
    const zone = await zoneOf(ctx, timeZone)
    const said = readJotting(line, ctx.now, zone)
    const { aboutName: _, ...named } = isGiven(about, 'accountId', 'personId', 'opportunityId')
      ? { aboutName: null, ...about }
      : await findNamed(ctx, said.title)
    return write(ctx, { ...written(said), ...named, ...(assigneeId === undefined ? {} : { assigneeId }) }, zone)
  },
  create: async (ctx, given) => write(ctx, given, await zoneOfWorkspace(ctx)),
  async change(ctx, { id, base, ...given }) {
    const row = await need(ctx, id)
    const set = await settle(ctx, given, row, await zoneOfWorkspace(ctx))
    const saved = await saveUnlessBlocked(ctx, {
      why: `Changed the task: ${row.title}`,
      changes: [changeFrom(Task, id, set, base)],
    })
    if (!saved) throw gone()
    return need(ctx, id)
  },

  async complete(ctx, { id }) {
    const row = await need(ctx, id)
    demand(mayCompleteTask(row))
    const next = settleNext(row, ctx.now, await zoneOfWorkspace(ctx))
    const { memberId } = ctx.actor
    // As it was read: of two who say so at once one makes the next task, not both.
    const done = change(Task, id, { doneAt: ctx.now, doneById: memberId }, row.updatedAt)
    const following = next ? [create(Task, { ...draftOf(row), ...next, followsId: id, createdById: memberId })] : []
    await ctx.save({ why: `Done: ${row.title}`, changes: [done, ...following] })
    return need(ctx, id)
  },
  async reopen(ctx, { id }) {
    const row = await need(ctx, id)
    demand(mayReopenTask(row))
    // The next one goes again, unless somebody has touched it since.
    const untouched = (await openFollowers(ctx, id)).filter((next) => next.createdAt === next.updatedAt)
    const changes = [change(Task, id, { doneAt: null, doneById: null }), ...untouched.map((next) => remove(Task, next.id))]
    await ctx.save({ why: `Opened again: ${row.title}`, changes })
    return need(ctx, id)
  },
  async remove(ctx, { id }) {
    const row = await need(ctx, id)
    const { changeSetId } = await ctx.save({ why: `Removed the task: ${row.title}`, changes: [remove(Task, id)] })
    return { changeSetId: changeSetId ?? '' }
  },
} satisfies Actions<typeof tasks, Ctx>

const draftOf = (row: TaskRow): Draft<typeof Task> => Task.draft.parse(row)
