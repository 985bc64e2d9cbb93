/** Who sees a saved view, who may change it, and is it refused when it asks for what is not there? */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '#foundation/platform/context.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import { viewsOperations } from './work-on-rows.ts'

const house = await freshHouse()
const ws = await house.makeWorkspace()
const anaId = randomUUID()
await house.owner.query(
  `insert into members (workspace_id, id, created_at, updated_at, name, email, role) values ($1, $2, now(), now(), 'Ana', 'ana@vendor.example', 'member')`,
  [ws.id, anaId],
)
const asAna = { actor: { memberId: anaId, name: 'Ana', role: 'member' as const } }
const { create, change, remove, get, list } = viewsOperations
const save = (given: Partial<Parameters<typeof create>[1]> = {}, as = {}) =>
  ws.act((ctx) => create(ctx, { object: 'opportunities', name: 'Mine', ...given }), as)
const names = async (as = {}) => (await ws.act((ctx) => list(ctx, { object: 'opportunities' }), as)).map((v) => v.name)

describe('a saved view', () => {
  it('keeps everything of a way to look, and is read as it was written', async () => {
    const given = {
      name: 'Closing soon',
      kind: 'board' as const,
      pinned: true,
      filter: {
        all: [
          { field: 'ownerId', is: 'isMe' as const },
          { any: [{ field: 'closeOn', is: 'during' as const, value: { which: 'this', n: 1, unit: 'quarter' } }] },
        ],
      },
      words: 'fleet',
      sort: 'stageId,-amountMinor',
      columns: [
        { field: 'name', width: 240 },
        { field: 'amountMinor', width: null },
      ],
      groupBy: 'stageId',
    }
    const saved = await save(given)
    expect(saved).toMatchObject({ ...given, object: 'opportunities', seenBy: 'private', ownerId: ws.memberId, startBy: null })
    expect(await ws.act((ctx) => get(ctx, { id: saved.id }))).toEqual(saved)
    const renamed = await ws.act((ctx) => change(ctx, { id: saved.id, name: 'Closing', filter: null }))
    expect(renamed).toMatchObject({ name: 'Closing', filter: null, sort: given.sort })
    await ws.act((ctx) => remove(ctx, { id: saved.id }))
    await expect(ws.act((ctx) => get(ctx, { id: saved.id }))).rejects.toMatchObject({ status: 404 })
  })
  it('is seen by its owner alone until it is shared; then everybody sees it, and its owner or a manager changes it', async () => {
    const saved = await save({ name: 'Olga alone' })
    const touch = (run: (ctx: Ctx) => Promise<unknown>, as = asAna) => expect(ws.act(run, as))
    expect(await names(asAna)).not.toContain('Olga alone')
    await touch((ctx) => get(ctx, { id: saved.id })).rejects.toMatchObject({ status: 404 })
    await touch((ctx) => remove(ctx, { id: saved.id })).rejects.toMatchObject({ status: 404 })
    await ws.act((ctx) => change(ctx, { id: saved.id, seenBy: 'shared' }))
    expect(await names(asAna)).toContain('Olga alone')
    await touch((ctx) => change(ctx, { id: saved.id, name: 'Mine now' })).rejects.toMatchObject({ status: 409 })
    await touch((ctx) => remove(ctx, { id: saved.id })).rejects.toMatchObject({ status: 409 })

    const hers = await save({ name: 'Ana shares', seenBy: 'shared' }, asAna)
    expect(await ws.act((ctx) => change(ctx, { id: hers.id, name: 'Ours' }))).toMatchObject({ name: 'Ours', ownerId: anaId })
    const secret = await save({ name: 'Ana alone' }, asAna)
    // Not even an owner of the workspace looks into what is private.
    await expect(ws.act((ctx) => get(ctx, { id: secret.id }))).rejects.toMatchObject({ status: 404 })
    await ws.act((ctx) => change(ctx, { id: secret.id, name: 'Ana still' }), asAna)
    expect(await names(asAna)).toContain('Ana still')
  })
  it('lists the pinned first, then by name, of one object or of all', async () => {
    await save({ name: 'zz pinned', pinned: true })
    await save({ name: 'Aa', object: 'accounts' })
    expect((await names())[0]).toBe('zz pinned')
    expect((await ws.act((ctx) => list(ctx, {}))).map((v) => v.name)).toContain('Aa')
    expect(await names()).not.toContain('Aa')
  })
  it.each([
    [{ object: 'ships' }, 404, undefined],
    [{ filter: { all: [{ field: 'wind', is: 'is' as const, value: 1 }] } }, 422, 'filter.all.0.field'],
    [
      {
        columns: [
          { field: 'name', width: null },
          { field: 'wind', width: null },
        ],
      },
      422,
      'columns.1.field',
    ],
    [{ kind: 'board' as const }, 422, 'groupBy'],
    [{ groupBy: 'name' }, 422, 'groupBy'],
    [{ kind: 'calendar' as const }, 422, 'startBy'],
    [{ kind: 'timeline' as const, startBy: 'openedOn', endBy: 'name' }, 422, 'endBy'],
    [{ sort: 'closeReason' }, 422, 'sort'],
  ])('is refused with %j', async (given, status, path) => {
    const refused = await save(given).then(
      () => null,
      (error) => error,
    )
    expect(refused).toMatchObject({ status })
    expect(refused.errors[0]?.path).toBe(path)
  })
})
