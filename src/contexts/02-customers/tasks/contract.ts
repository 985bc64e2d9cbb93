/** What do we plan to do, for whom, by when, and was it done? */
import { z } from 'zod'
import { day, integer, longText, moment, oneOf, reference, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { baseAsked, named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const Task = record(
  'tasks',
  { noun: 'task', plural: 'tasks', title: 'title', search: ['title', 'note'] },
  {
    title: text('Task', 300),
    note: longText('Note').nullable(),
    dueOn: day('Due').nullable(),
    dueAt: moment('At').nullable(),
    priority: oneOf('Priority', 'low', 'normal', 'high'),
    assigneeId: reference('For', 'members').nullable(),
    accountId: reference('Account', 'accounts').nullable(),
    personId: reference('Person', 'people').nullable(),
    opportunityId: reference('Opportunity', 'opportunities').nullable(),
    promiseId: reference('Promise behind it', 'promises').nullable(),
    evidenceId: reference('Words behind it', 'evidence').nullable(),
    repeatEvery: integer('Every', 1, 366).nullable(),
    repeatUnit: oneOf('Repeats', 'day', 'week', 'month').nullable(),
    repeatFrom: day('Repeats since').nullable(),
    followsId: reference('Follows', 'tasks').nullable(),
    createdById: reference('Written by', 'members').nullable(),
    doneAt: moment('Done').nullable(),
    doneById: reference('Done by', 'members').nullable(),
  },
)

const name = z.string().nullable()
const names = { assigneeName: name, accountName: name, personName: name, opportunityName: name, doneByName: name }
export const TaskShown = named('task', Task.schema.extend(names))

const { repeatFrom, followsId, createdById, doneAt, doneById, ...written } = Task.fields
const writable = z.object(written).partial().required({ title: true })
const id = { id: z.uuid() }
const about = { accountId: z.uuid().optional(), personId: z.uuid().optional(), opportunityId: z.uuid().optional() }
const timeZone = z
  .string()
  .max(60)
  .optional()
  .describe('The time zone whose day and clock count; without it the one of the workspace')
const line = z.string().trim().min(1).max(300).describe('As in: call Dana tomorrow 9:00 !high')

/** What a line was understood to say. */
const Reading = named(
  'task reading',
  z.object({
    ...Task.draft.pick({ title: true, dueOn: true, dueAt: true, priority: true, repeatEvery: true, repeatUnit: true }).shape,
    ...about,
    aboutName: name,
  }),
)

export const tasks = operations({
  list: {
    route: 'GET /tasks',
    summary: 'List open tasks by due day, those without a day last, or done ones, the latest first',
    may: 'member',
    takes: z.object({
      ...pageAsked,
      ...about,
      state: z.enum(['open', 'done']).default('open'),
      whose: z.enum(['mine', 'all']).default('all'),
      assigneeId: z.uuid().optional(),
      due: z.enum(['overdue', 'today', 'week', 'later', 'none']).optional(),
      until: z.iso.date().optional().describe('Open tasks due on this day or before'),
      words: z.string().max(200).optional(),
      timeZone,
    }),
    returns: pageOf(TaskShown),
  },
  read: {
    route: 'GET /tasks/reading',
    summary: 'What a line typed in one go would be understood to say',
    may: 'member',
    takes: z.object({ line, timeZone }),
    returns: Reading,
  },
  jot: {
    route: 'POST /tasks/jottings',
    summary: 'Add a task in one line: what, when, how urgent, how often, about whom',
    may: 'member',
    takes: z.object({ line, timeZone, ...about, assigneeId: Task.fields.assigneeId.optional() }),
    returns: TaskShown,
  },
  get: { route: 'GET /tasks/:id', summary: 'Show a task', may: 'member', takes: z.object(id), returns: TaskShown },
  create: {
    route: 'POST /tasks',
    summary: 'Add a task; without "for whom" it is yours',
    may: 'member',
    takes: writable,
    returns: TaskShown,
  },
  change: {
    route: 'PATCH /tasks/:id',
    summary: 'Change a task',
    may: 'member',
    takes: writable.partial().extend({ ...id, ...baseAsked }),
    returns: TaskShown,
  },
  complete: {
    route: 'PUT /tasks/:id/completion',
    summary: 'Say that a task is done; one that repeats makes the next',
    may: 'member',
    takes: z.object(id),
    returns: TaskShown,
  },
  reopen: {
    route: 'DELETE /tasks/:id/completion',
    summary: 'Open a task again',
    may: 'member',
    takes: z.object(id),
    returns: TaskShown,
  },
  remove: {
    route: 'DELETE /tasks/:id',
    summary: 'Remove a task',
    may: 'member',
    takes: z.object(id),
    returns: z.object({ changeSetId: z.uuid() }),
  },
})
