/** Does the pipeline stay exact while people page through it and move things at once? */
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { opportunitiesActions } from './actions.ts'
import { findOrCreateStages, layOutStages } from './actions-stages.ts'
import { opportunities } from './contract.ts'

const house = await freshHouse()
const listed = async (ws: TestWorkspace, asked: Record<string, unknown>) => {
  const names: string[] = []
  let after: string | undefined
  do {
    const page = await ws.act((ctx) =>
      opportunitiesActions.list(ctx, opportunities.list.takes.parse({ limit: 3, after, ...asked })),
    )
    names.push(...page.rows.map((r) => r.name))
    after = page.next ?? undefined
  } while (after)
  return names
}

describe('a new workspace', () => {
  it('gets six stages once, also when many ask at the same moment', async () => {
    const ws = await house.makeWorkspace()
    const all = await Promise.all(Array.from({ length: 5 }, () => ws.act(layOutStages)))
    for (const stages of all)
      expect(stages.map((s) => s.name)).toEqual(['Found', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost'])
    const more = await ws.act((ctx) => findOrCreateStages(ctx, null, ['Engaging', 'won']))
    expect([...more.keys()].sort()).toEqual(['engaging', 'found', 'lost', 'negotiation', 'proposal', 'qualified', 'won'])
  })
})

describe('lists', () => {
  it('page without gap or repeat in every order, dated and undated', async () => {
    const ws = await house.makeWorkspace()
    const days = ['2026-03-01', '2026-01-01', null, '2026-02-01', '2026-01-01', null, '2026-01-01', null]
    for (const [i, closeOn] of days.entries())
      await ws.act((ctx) => opportunitiesActions.create(ctx, { name: `${'hgfedcba'[i]} ${closeOn ?? 'undated'}`, closeOn }))
    const newest = await listed(ws, { sort: '-closeOn' })
    expect(newest.map((n) => n.slice(2))).toEqual([
      'undated',
      'undated',
      'undated',
      '2026-03-01',
      '2026-02-01',
      '2026-01-01',
      '2026-01-01',
      '2026-01-01',
    ])
    expect(await listed(ws, { sort: 'closeOn' })).toEqual(newest.toReversed())
    expect((await listed(ws, { sort: 'name' })).map((n) => n[0])).toEqual([...'abcdefgh'])
    expect(new Set(newest).size).toBe(8)
    expect(await listed(ws, { words: '2026 02' })).toEqual(['e 2026-02-01'])
    const other = await house.makeWorkspace()
    expect(await listed(other, {})).toEqual([])
  })
})

describe('totals and slips', () => {
  it('are exact per stage and currency', async () => {
    const ws = await house.makeWorkspace()
    const [first, , , , won] = await ws.act(layOutStages)
    const add = (given: Parameters<typeof opportunitiesActions.create>[1]) =>
      ws.act((ctx) => opportunitiesActions.create(ctx, given))
    await add({ name: 'a', amountMinor: 100_01 })
    await add({ name: 'b', amountMinor: 9_007_199_254_000_000 })
    await add({ name: 'c', amountMinor: 5, currency: 'USD' })
    await add({ name: 'd', amountMinor: null })
    await add({ name: 'late', closeOn: '2020-01-01', stageId: first?.id ?? '' })
    await add({ name: 'ended', closeOn: '2020-01-01', stageId: won?.id ?? '' })
    const totals = await ws.act((ctx) => opportunitiesActions.totals(ctx))
    expect(totals).toHaveLength(6)
    expect(totals[0]).toEqual({
      stageId: first?.id,
      count: 5,
      amounts: [
        { currency: 'EUR', amountMinor: 9_007_199_254_010_001 },
        { currency: 'USD', amountMinor: 5 },
      ],
    })
    expect(totals[4]?.count).toBe(1)
    expect((await ws.act((ctx) => opportunitiesActions.slipping(ctx, { limit: 20 }))).map((o) => o.name)).toEqual(['late'])
  })
})

describe('moves', () => {
  it('made at the same moment are all remembered, and the last one stands', async () => {
    const ws = await house.makeWorkspace()
    const stages = await ws.act(layOutStages)
    const made = await ws.act((ctx) => opportunitiesActions.create(ctx, { name: 'Fought over' }))
    const aims = stages.slice(1, 4)
    await Promise.all(aims.map((s) => ws.act((ctx) => opportunitiesActions.move(ctx, { id: made.id, stageId: s.id }))))
    const { rows } = await house.owner.query(
      `select before->>'stageId' as was, after->>'stageId' as became from changes where row_id = $1 and deed = 'changed'`,
      [made.id],
    )
    expect(rows.map((r) => r.became).sort()).toEqual(aims.map((s) => s.id).sort())
    const now = await ws.act((ctx) => opportunitiesActions.get(ctx, { id: made.id }))
    // A chain without a break: what one found is what another left; only the last stage was found by nobody.
    const last = rows.find((r) => !rows.some((o) => o.was === r.became))
    expect(last?.became).toBe(now.stageId)
    expect(new Set(rows.map((r) => r.was)).size).toBe(3)
    expect(house.announced.filter((d) => d.event === 'opportunity.moved')).toHaveLength(3)
  })

  it('to Won end it today; taking that back opens it again as it was', async () => {
    const ws = await house.makeWorkspace()
    const stages = await ws.act(layOutStages)
    const made = await ws.act((ctx) => opportunitiesActions.create(ctx, { name: 'Near', closeOn: '2030-01-01' }))
    const wonId = stages.find((s) => s.kind === 'won')?.id ?? ''
    const won = await ws.act((ctx) => opportunitiesActions.move(ctx, { id: made.id, stageId: wonId, reason: 'Best support' }))
    expect(won).toMatchObject({
      outcome: 'won',
      stageName: 'Won',
      closeReason: 'Best support',
      closeOn: new Date().toISOString().slice(0, 10),
    })
    const { rows } = await house.owner.query(
      `select id, reason from change_sets where workspace_id = $1 order by id desc limit 1`,
      [ws.id],
    )
    expect(rows[0]?.reason).toBe('Moved Near to Won: Best support')
    await ws.act((ctx) => undoChangeSet(ctx, rows[0]?.id, 'refuse'))
    const { updatedAt: _, ...back } = await ws.act((ctx) => opportunitiesActions.get(ctx, { id: made.id }))
    expect(made).toMatchObject(back)
  })

  it('to nowhere, of nothing, or for an account that is not there are refused in words', async () => {
    const ws = await house.makeWorkspace()
    const made = await ws.act((ctx) => opportunitiesActions.create(ctx, { name: 'Here' }))
    await expect(ws.act((ctx) => opportunitiesActions.move(ctx, { id: made.id, stageId: ws.id }))).rejects.toMatchObject({
      status: 422,
    })
    await expect(ws.act((ctx) => opportunitiesActions.get(ctx, { id: ws.id }))).rejects.toMatchObject({ status: 404 })
    await expect(ws.act((ctx) => opportunitiesActions.change(ctx, { id: made.id, accountId: ws.id }))).rejects.toMatchObject({
      status: 409,
    })
    const account = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme' }))
    const moved = await ws.act((ctx) => opportunitiesActions.change(ctx, { id: made.id, accountId: account.id }))
    expect(moved.accountName).toBe('Acme')
    await expect(ws.act((ctx) => accountsActions.remove(ctx, { id: account.id }))).rejects.toMatchObject({ status: 409 })
    await expect(
      ws.act((ctx) => opportunitiesActions.remove(ctx, { id: made.id }), { actor: { role: 'member' } }),
    ).rejects.toMatchObject({ status: 403 })
    await ws.act((ctx) => opportunitiesActions.remove(ctx, { id: made.id }))
    await ws.act((ctx) => accountsActions.remove(ctx, { id: account.id }))
  })
})
