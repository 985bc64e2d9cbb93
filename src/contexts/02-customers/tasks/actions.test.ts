/** Are tasks found under the day they are due, done once, repeated rightly, and taken back whole? */
import { describe, expect, it } from 'vitest'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { auditActions } from '#workspace/audit/actions.ts'
import { accountsActions } from '../accounts/actions.ts'
import { peopleActions } from '../people/actions.ts'
import { tasksActions } from './actions.ts'
import { tasks } from './contract.ts'

const house = await freshHouse()
const today = new Date().toISOString().slice(0, 10)
const dayAt = (offset: number) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10)
const plan = (ws: TestWorkspace, title: string, more: object = {}) =>
  ws.act((ctx) => tasksActions.create(ctx, { title, ...more }))
const list = (ws: TestWorkspace, asked: object = {}) =>
  ws.act((ctx) => tasksActions.list(ctx, tasks.list.takes.parse({ timeZone: 'UTC', ...asked })))
const undoLast = (ws: TestWorkspace) =>
  ws.act(async (ctx) => {
    const [last] = (await auditActions.list(ctx, { limit: 1 })).rows
    return auditActions.undo(ctx, { id: last?.id ?? '' })
  })
const titles = async (ws: TestWorkspace, asked: object = {}) => (await list(ws, asked)).rows.map((t) => t.title)

describe('the list', () => {
  it('turns its pages by day, those without one last, each task once', async () => {
    const ws = await house.makeWorkspace()
    for (const offset of [3, -2, null, 0, null, 9, 0])
      await plan(ws, `on ${offset}`, { dueOn: offset === null ? null : dayAt(offset) })
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const page = await list(ws, { limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.rows.map((t) => t.title))
      after = page.next
    } while (after)
    expect(seen).toEqual(['on -2', 'on 0', 'on 0', 'on 3', 'on 9', 'on null', 'on null'])
    expect(await titles(ws, { until: dayAt(0) })).toEqual(['on -2', 'on 0', 'on 0'])
    expect(await titles(ws, { due: 'overdue' })).toEqual(['on -2'])
    expect(await titles(ws, { due: 'today' })).toEqual(['on 0', 'on 0'])
    expect(await titles(ws, { due: 'none' })).toEqual(['on null', 'on null'])
    expect([...(await titles(ws, { due: 'week' })), ...(await titles(ws, { due: 'later' }))]).toEqual(['on 3', 'on 9'])
    expect(await titles(ws, { words: 'nul' })).toEqual(['on null', 'on null'])
  })

  it('calls late today what was due an hour ago', async () => {
    const ws = await house.makeWorkspace()
    await plan(ws, 'late', { dueAt: new Date(Date.now() - 3_600_000).toISOString() })
    await plan(ws, 'not yet', { dueAt: new Date(Date.now() + 3_600_000).toISOString() })
    expect(await titles(ws, { due: 'overdue' })).toEqual(['late'])
  })

  it('knows mine from everybody’s, and done from open', async () => {
    const ws = await house.makeWorkspace()
    await plan(ws, 'mine')
    await plan(ws, 'nobody’s', { assigneeId: null })
    const done = await plan(ws, 'done')
    await ws.act((ctx) => tasksActions.complete(ctx, { id: done.id }))
    expect(await titles(ws, { whose: 'mine' })).toEqual(['mine'])
    expect((await titles(ws)).toSorted()).toEqual(['mine', 'nobody’s'])
    const [shown] = (await list(ws, { state: 'done' })).rows
    expect(shown).toMatchObject({ title: 'done', doneByName: 'Olga Owner' })
  })
})

describe('what a task is about', () => {
  it('brings the account of the person, and stands on both', async () => {
    const ws = await house.makeWorkspace()
    const account = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Harbour Line' }))
    const person = await ws.act((ctx) => peopleActions.create(ctx, { name: 'Dana Whitlock', accountId: account.id }))
    const task = await plan(ws, 'Call', { personId: person.id })
    expect(task).toMatchObject({ accountName: 'Harbour Line', personName: 'Dana Whitlock', assigneeName: 'Olga Owner' })
    expect(await titles(ws, { accountId: account.id })).toEqual(['Call'])
    expect(await titles(ws, { personId: person.id })).toEqual(['Call'])
    await expect(plan(ws, 'Nowhere', { accountId: task.id })).rejects.toMatchObject({ status: 409 })
    await expect(ws.act((ctx) => peopleActions.remove(ctx, { id: person.id }))).rejects.toMatchObject({ status: 409 })
  })

  it('is found by the only one of that name', async () => {
    const ws = await house.makeWorkspace()
    for (const name of ['Dana Whitlock', 'Danae Brandt', 'Ole Finn', 'Ole Berg'])
      await ws.act((ctx) => peopleActions.create(ctx, { name }))
    const jot = (line: string) => ws.act((ctx) => tasksActions.jot(ctx, { line, timeZone: 'Europe/Berlin' }))
    expect(await jot('Call Dana tomorrow 9:00')).toMatchObject({ title: 'Call Dana', personName: 'Dana Whitlock' })
    expect(await jot('Call Ole')).toMatchObject({ title: 'Call Ole', personName: null })
    expect(await jot('Call Ole Berg')).toMatchObject({ personName: 'Ole Berg' })
    await expect(ws.act((ctx) => tasksActions.jot(ctx, { line: 'x', timeZone: 'Mars/Base' }))).rejects.toMatchObject({
      status: 422,
    })
    const said = await ws.act((ctx) => tasksActions.read(ctx, { line: 'Call Dana every Monday', timeZone: 'UTC' }))
    expect(said).toMatchObject({ aboutName: 'Dana Whitlock', repeatUnit: 'week' })
  })
})

describe('done', () => {
  it('makes the next of a series once, and one undo takes both back', async () => {
    const ws = await house.makeWorkspace()
    const first = await plan(ws, 'Numbers', { dueOn: dayAt(0), repeatEvery: 1, repeatUnit: 'week' })
    await ws.act((ctx) => tasksActions.complete(ctx, { id: first.id }))
    const [next, ...others] = (await list(ws)).rows
    expect(next).toMatchObject({ title: 'Numbers', dueOn: dayAt(7), followsId: first.id, doneAt: null })
    expect(others).toEqual([])
    await expect(ws.act((ctx) => tasksActions.complete(ctx, { id: first.id }))).rejects.toMatchObject({ status: 409 })
    await undoLast(ws)
    expect((await list(ws)).rows.map((t) => t.id)).toEqual([first.id])
  })

  it('of two at once makes one next task', async () => {
    const ws = await house.makeWorkspace()
    const { id } = await plan(ws, 'Numbers', { dueOn: dayAt(0), repeatUnit: 'day' })
    const both = await Promise.allSettled([1, 2].map(() => ws.act((ctx) => tasksActions.complete(ctx, { id }))))
    expect(both.map((b) => b.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await list(ws)).rows).toHaveLength(1)
  })

  it('is opened again without its next, unless that was touched', async () => {
    const ws = await house.makeWorkspace()
    const { id } = await plan(ws, 'Numbers', { dueOn: dayAt(0), repeatUnit: 'day' })
    const round = async () => ws.act((ctx) => tasksActions.complete(ctx, { id })).then(() => list(ws))
    await round()
    await ws.act((ctx) => tasksActions.reopen(ctx, { id }))
    expect((await list(ws)).rows.map((t) => t.id)).toEqual([id])
    const [next] = (await round()).rows
    await ws.act((ctx) => tasksActions.change(ctx, { id: next?.id ?? '', note: 'with Ben' }))
    await ws.act((ctx) => tasksActions.reopen(ctx, { id }))
    expect((await list(ws)).rows).toHaveLength(2)
    await expect(ws.act((ctx) => tasksActions.reopen(ctx, { id }))).rejects.toMatchObject({ status: 409 })
  })

  it('and removed comes back by undo', async () => {
    const ws = await house.makeWorkspace()
    const { id } = await plan(ws, 'Call the yard')
    await ws.act((ctx) => tasksActions.remove(ctx, { id }))
    expect(await titles(ws)).toEqual([])
    await undoLast(ws)
    expect(await titles(ws, { words: 'yard' })).toEqual(['Call the yard'])
  })
})
