/** Do many rows change by the rules of their capability, as one change that one undo takes back, and does nobody overwrite anybody? */
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { notesActions } from '#customers/notes/actions.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { tasksActions } from '#customers/tasks/actions.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { auditActions } from '#workspace/audit/actions.ts'
import { viewsOperations } from './work-on-rows.ts'

const house = await freshHouse()
const ws = await house.makeWorkspace()
const other = await house.makeWorkspace({ name: 'Other' })
const asMember = { actor: { role: 'member' as const } }
const { changeMany, removeMany, rows, place, groups, count, ids, options, objects } = viewsOperations
const account = (name: string, domain: string | null = null, where: TestWorkspace = ws) =>
  where.act((ctx) => accountsActions.create(ctx, { name, domain }))
const opportunity = (name: string, where: TestWorkspace = ws) => where.act((ctx) => opportunitiesActions.create(ctx, { name }))
const stages = await ws.act((ctx) => opportunitiesActions.stages(ctx))
const stage = (name: string) => stages.find((s) => s.name === name)?.id ?? ''
const setsSince = async (run: () => Promise<unknown>) => {
  const all = () => ws.act((ctx) => auditActions.list(ctx, { limit: 500 }))
  const before = new Set((await all()).rows.map((r) => r.id))
  await run()
  return (await all()).rows.filter((r) => !before.has(r.id))
}
const undo = (changeSetId: string | null) => ws.act((ctx) => auditActions.undo(ctx, { id: changeSetId ?? '' }))

describe('many cells at once', () => {
  it('go through the rules of their capability and come back with one undo', async () => {
    const [a, b, c] = [await account('Anchor'), await account('Bollard'), await account('Capstan', 'capstan.example')]
    const change = (ctx: Ctx) =>
      changeMany(ctx, {
        object: 'accounts',
        cells: [
          { id: a.id, set: { domain: 'https://www.Anchor.example/about', industry: 'Ships' } },
          { id: b.id, set: { domain: 'not a domain' } },
          { id: c.id, set: { industry: 'Ships', employeeCount: -1 } },
          { id: b.id, set: { domain: 'capstan.example' } },
          { id: c.id, set: { country: 'NL' } },
        ],
      })
    let said: Awaited<ReturnType<typeof change>> | undefined
    const sets = await setsSince(async () => {
      said = await ws.act(change)
    })
    expect(said?.rows.map((r) => [r.values.name, r.values.domain, r.values.country])).toEqual([
      ['Anchor', 'anchor.example', null],
      ['Capstan', 'capstan.example', 'NL'],
    ])
    expect(said?.refused.map((r) => [r.id, r.field])).toEqual([
      [b.id, 'domain'],
      [c.id, 'employeeCount'],
      [b.id, 'domain'],
    ])
    expect(sets.map((s) => [s.id, s.changeCount])).toEqual([[said?.changeSetId, 2]])
    await undo(said?.changeSetId ?? null)
    const after = await ws.act((ctx) => Promise.all([a, b, c].map(({ id }) => accountsActions.get(ctx, { id }))))
    expect(after.map((r) => [r.domain, r.industry, r.country])).toEqual([
      [null, null, null],
      [null, null, null],
      ['capstan.example', null, null],
    ])
  })
  it('move opportunities by the rules of a move: outcome, since when, and the event', async () => {
    const [one, two] = [await opportunity('One'), await opportunity('Two')]
    house.announced.length = 0
    const said = await ws.act((ctx) =>
      changeMany(ctx, {
        object: 'opportunities',
        cells: [one, two].map(({ id }) => ({ id, set: { stageId: stage('Won'), product: 'Hull' } })),
      }),
    )
    expect(said.refused).toEqual([])
    for (const row of said.rows)
      expect(row.values).toMatchObject({ outcome: 'won', product: 'Hull', closeOn: expect.any(String) })
    expect(said.rows[0]?.titles.stageId).toBe('Won')
    expect(house.announced.map((d) => d.event)).toEqual(['opportunity.moved', 'opportunity.moved'])
    await undo(said.changeSetId)
    expect(await ws.act((ctx) => opportunitiesActions.get(ctx, { id: one.id }))).toMatchObject({
      outcome: 'open',
      product: null,
      closeOn: null,
    })
  })
  it('refuse a field that nobody may write, and say so by its path', async () => {
    const { id } = await opportunity('Locked')
    const said = await ws.act((ctx) =>
      changeMany(ctx, {
        object: 'opportunities',
        cells: [
          { id, set: { outcome: 'won' } },
          { id, set: { position: 'a0' } },
          { id, set: { wind: 1 } },
        ],
      }),
    )
    expect(said).toMatchObject({
      changeSetId: null,
      rows: [],
      refused: [{ field: 'outcome' }, { field: 'position' }, { field: 'wind' }],
    })
  })
  it('do not overwrite what somebody else wrote in the same field since, but meet nobody in another field', async () => {
    const ana = {
      actor: {
        memberId: (
          await house.owner.query(
            `insert into members (workspace_id, id, created_at, updated_at, name, email, role)
      values ($1, gen_random_uuid(), now(), now(), 'Ana', 'ana@vendor.example', 'member') returning id`,
            [ws.id],
          )
        ).rows[0].id,
        name: 'Ana',
      },
    }
    const seen = await account('Seen')
    const edit = (set: Record<string, unknown>, as = {}) =>
      ws.act((ctx) => changeMany(ctx, { object: 'accounts', cells: [{ id: seen.id, seenAt: seen.updatedAt, set }] }), as)
    expect((await edit({ industry: 'Rope' }, ana)).refused).toEqual([])
    expect((await edit({ country: 'SE' })).refused).toEqual([])
    expect((await edit({ industry: 'Tar' })).refused).toEqual([
      { id: seen.id, field: 'industry', why: expect.stringContaining('Ana changed “Industry”') },
    ])
    // Who changes the own cell again, or writes the same, is in nobody's way.
    expect((await edit({ industry: 'Hemp' }, ana)).refused).toEqual([])
    expect((await edit({ industry: 'Hemp' })).refused).toEqual([])
    expect(await ws.act((ctx) => accountsActions.get(ctx, { id: seen.id }))).toMatchObject({ industry: 'Hemp', country: 'SE' })
  })
  it('do not reach rows of another workspace', async () => {
    const theirs = await account('Theirs', null, other)
    const said = await ws.act((ctx) => changeMany(ctx, { object: 'accounts', cells: [{ id: theirs.id, set: { name: 'Ours' } }] }))
    expect(said).toMatchObject({ changeSetId: null, rows: [], refused: [{ id: theirs.id }] })
    expect(JSON.stringify(said)).not.toContain('Theirs')
    const gone = await ws.act((ctx) => removeMany(ctx, { object: 'accounts', ids: [theirs.id] }))
    expect(gone).toMatchObject({ changeSetId: null, rows: [], refused: [{ id: theirs.id }] })
    expect((await other.act((ctx) => accountsActions.get(ctx, { id: theirs.id }))).name).toBe('Theirs')
  })
})

describe('removing many', () => {
  it('leaves and names what something refers to, and comes back with one undo', async () => {
    const [free, held] = [await account('Free'), await account('Held')]
    await ws.act((ctx) => peopleActions.create(ctx, { name: 'Holder', accountId: held.id }))
    const refused = await ws.act((ctx) => removeMany(ctx, { object: 'accounts', ids: [free.id] }), asMember)
    expect(refused).toMatchObject({
      changeSetId: null,
      rows: [],
      refused: [{ id: free.id, why: expect.stringContaining('manager') }],
    })
    const said = await ws.act((ctx) => removeMany(ctx, { object: 'accounts', ids: [free.id, held.id, free.id] }))
    expect(said).toMatchObject({ rows: [free.id], refused: [{ id: held.id, why: expect.stringContaining('still belong') }] })
    await undo(said.changeSetId)
    expect(await ws.act((ctx) => accountsActions.get(ctx, { id: free.id }))).toEqual({ ...free, updatedAt: expect.any(String) })
  })
})

describe('a board', () => {
  const order = async () => {
    const page = await ws.act((ctx) =>
      rows(ctx, {
        object: 'opportunities',
        limit: 100,
        sort: 'position',
        filter: { field: 'name', is: 'startsWith', value: 'Card' },
      }),
    )
    return page.rows.map((r) => String(r.values.name).slice(-1)).join('')
  }
  it('keeps its order by one row written, whoever drags at the same time', async () => {
    const cards = new Map<string, string>()
    for (const name of ['A', 'B', 'C', 'D']) cards.set(name, (await opportunity(`Card ${name}`)).id)
    const id = (name: string) => cards.get(name) ?? ''
    const put = (name: string, under: string | null) =>
      ws.act((ctx) => place(ctx, { object: 'opportunities', id: id(name), set: {}, under: under && id(under) }))
    expect(await order()).toBe('DCBA')
    const sets = await setsSince(() => put('A', 'D'))
    expect(await order()).toBe('DACB')
    expect(sets.map((s) => [s.reason, s.changeCount])).toEqual([['Moved Card A', 1]])
    await undo(sets[0]?.id ?? null)
    expect(await order()).toBe('DCBA')
    // Two into the same gap at once, again and again: none is lost, no two stand in the same place.
    for (let round = 0; round < 6; round++) {
      await Promise.all([put('A', 'D'), put('B', 'D')])
      expect(await order()).toMatch(/^D(AB|BA)C$/)
      await Promise.all([put('A', null), put('B', null)])
      expect(await order()).toMatch(/^(AB|BA)DC$/)
    }
    const { rows: places } = await house.owner.query(
      'select count(*)::int as n, count(distinct position)::int as d from opportunities where workspace_id = $1',
      [ws.id],
    )
    expect(places[0].n).toBe(places[0].d)
    await Promise.all([put('A', 'C'), put('C', 'A'), put('D', 'B'), put('B', 'D')])
    expect([...(await order())].sort().join('')).toBe('ABCD')
  })
  it('moves a card to another column by the rules of a move, in one change', async () => {
    const [card, top] = [await opportunity('Dragged'), await opportunity('Top')]
    await ws.act((ctx) => opportunitiesActions.move(ctx, { id: top.id, stageId: stage('Lost') }))
    const sets = await setsSince(async () => {
      const said = await ws.act((ctx) =>
        place(ctx, { object: 'opportunities', id: card.id, set: { stageId: stage('Lost') }, under: top.id }),
      )
      expect(said.values).toMatchObject({ stageId: stage('Lost'), outcome: 'lost' })
    })
    expect(sets).toHaveLength(1)
    const page = await ws.act((ctx) =>
      rows(ctx, {
        object: 'opportunities',
        limit: 9,
        sort: 'position',
        filter: { field: 'stageId', is: 'isAnyOf', value: [stage('Lost')] },
      }),
    )
    expect(page.rows.map((r) => r.values.name)).toEqual(['Top', 'Dragged'])
    await expect(
      ws.act((ctx) => place(ctx, { object: 'opportunities', id: card.id, set: {}, under: card.id })),
    ).rejects.toMatchObject({ status: 422 })
    const theirs = await opportunity('Theirs', other)
    await expect(
      ws.act((ctx) => place(ctx, { object: 'opportunities', id: card.id, set: {}, under: theirs.id })),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      ws.act((ctx) => place(ctx, { object: 'opportunities', id: card.id, set: { outcome: 'won' }, under: null })),
    ).rejects.toMatchObject({ status: 422 })
  })
})

describe('tasks and notes', () => {
  it('are rows as well: filtered, changed by their own rules, counted by priority, and given back', async () => {
    const task = (title: string, dueOn: string | null) => ws.act((ctx) => tasksActions.create(ctx, { title, dueOn }))
    const [soon, late] = [await task('Ring the yard', '2026-12-01'), await task('Sort the samples', null)]
    const done = await task('Send the offer', '2026-11-01')
    await ws.act((ctx) => tasksActions.complete(ctx, { id: done.id }))
    const open = { object: 'tasks', filter: { field: 'doneAt', is: 'isEmpty' as const } }
    const listed = await ws.act((ctx) => rows(ctx, { ...open, limit: 10 }))
    expect(listed.rows.map((row) => row.id)).toEqual([soon.id, late.id])
    expect(listed.rows[0]?.titles.assigneeId).toBe('Olga Owner')
    const said = await ws.act((ctx) =>
      changeMany(ctx, {
        object: 'tasks',
        cells: [
          { id: soon.id, set: { priority: 'high' } },
          { id: late.id, set: { doneAt: '2026-11-02T00:00:00Z' } },
        ],
      }),
    )
    expect([said.rows.map((row) => row.values.priority), said.refused.map((one) => one.field)]).toEqual([['high'], ['doneAt']])
    const byPriority = await ws.act((ctx) => groups(ctx, { ...open, by: 'priority', every: 'month' }))
    expect(byPriority.groups.map((g) => [g.title, g.count])).toEqual([
      ['Low', 0],
      ['Normal', 1],
      ['High', 1],
    ])
    await undo(said.changeSetId)
    expect(await ws.act((ctx) => tasksActions.get(ctx, { id: soon.id }))).toMatchObject({ priority: 'normal' })

    const note = await ws.act((ctx) => notesActions.create(ctx, { body: 'They decide together.' }))
    const found = await ws.act((ctx) => rows(ctx, { object: 'notes', words: 'decide', limit: 10 }))
    expect(found.rows.map((row) => [row.id, row.values.title, row.titles.authorId])).toEqual([
      [note.id, 'They decide together.', 'Olga Owner'],
    ])
  })
})

describe('asking', () => {
  it('says which objects there are, which fields may be written, and who may remove', async () => {
    const [own, mine] = [await ws.act((ctx) => objects(ctx)), await ws.act((ctx) => objects(ctx), asMember)]
    expect(own.map((o) => [o.name, o.mayRemove, o.keepsOrder])).toEqual([
      ['accounts', true, false],
      ['people', true, false],
      ['opportunities', true, true],
      ['tasks', true, false],
      ['notes', true, false],
    ])
    expect(mine.map((o) => o.mayRemove)).toEqual([false, false, false, true, true])
    const editable = own[2]?.fields.filter((f) => f.editable).map((f) => f.name)
    expect(editable).toContain('stageId')
    for (const name of ['outcome', 'stageSince', 'createdAt', 'position']) expect(editable).not.toContain(name)
    expect(own[2]?.fields.find((f) => f.name === 'amountMinor')).toMatchObject({ currencyField: 'currency', summable: true })
  })
  it('groups by stage with the empty ones, counts exactly, and lists ids and options', async () => {
    const asked = { object: 'opportunities' }
    const said = await ws.act((ctx) => groups(ctx, { ...asked, by: 'stageId', every: 'month' }))
    expect(said.groups.map((g) => g.title)).toEqual(stages.map((s) => s.name))
    expect(said.groups.find((g) => g.title === 'Negotiation')).toMatchObject({ count: 0, sums: [] })
    const total = await ws.act((ctx) => count(ctx, asked))
    expect(said.groups.reduce((sum, g) => sum + g.count, 0)).toBe(total.count)
    expect((await ws.act((ctx) => ids(ctx, asked))).ids).toHaveLength(total.count)
    const open = await ws.act((ctx) => options(ctx, { ...asked, field: 'ownerId', words: 'olg', limit: 9 }))
    expect(open).toEqual([{ id: ws.memberId, title: 'Olga Owner' }])
    expect((await ws.act((ctx) => options(ctx, { ...asked, field: 'stageId', limit: 9 }))).map((o) => o.title)).toEqual(
      stages.map((s) => s.name),
    )
    expect(
      (await ws.act((ctx) => options(ctx, { ...asked, field: 'accountId', words: 'capst', limit: 9 }))).map((o) => o.title),
    ).toEqual(['Capstan'])
  })
  it('refuses what is not there by its path', async () => {
    const no = (run: (ctx: Ctx) => Promise<unknown>) => expect(ws.act(run)).rejects
    await no((ctx) => rows(ctx, { object: 'ships', limit: 5 })).toMatchObject({ status: 404 })
    await no((ctx) => rows(ctx, { object: 'accounts', limit: 5, fields: ['name', 'wind'] })).toMatchObject({
      status: 422,
      errors: [{ path: 'fields.1' }],
    })
    await no((ctx) =>
      count(ctx, { object: 'accounts', filter: { any: [{ field: 'standing', is: 'isAnyOf', value: ['gone'] }] } }),
    ).toMatchObject({
      status: 422,
      errors: [{ path: 'filter.any.0.value' }],
    })
    await no((ctx) => groups(ctx, { object: 'accounts', by: 'name', every: 'month' })).toMatchObject({
      status: 422,
      errors: [{ path: 'by' }],
    })
    await no((ctx) => options(ctx, { object: 'accounts', field: 'name', limit: 5 })).toMatchObject({ status: 422 })
  })
})

describe('more than five thousand rows', () => {
  it('are all meant: by words, by page, by count, and by the ids that are changed in batches and taken back', async () => {
    const big = await house.makeWorkspace({ name: 'Big' })
    const all = 5_400
    await house.owner.query(
      `with made as (
         insert into accounts (workspace_id, id, created_at, updated_at, name, standing, found_from, industry)
         select $1, gen_random_uuid(), now(), now(), 'Harbour ' || lpad(n::text, 5, '0'), 'prospect', 'table', case when n % 2 = 0 then 'Even' end
         from generate_series(1, $2::int) n returning *)
       insert into search_entries (workspace_id, id, created_at, updated_at, record, title, words)
       select workspace_id, id, created_at, updated_at, 'accounts', name, ' ' || lower(name) from made`,
      [big.id, all],
    )
    const asked = { object: 'accounts', words: 'harb' }
    expect(await big.act((ctx) => count(ctx, asked))).toEqual({ count: all })
    const names: unknown[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page = await big.act((ctx) => rows(ctx, { ...asked, limit: 500, fields: ['name'], ...(after ? { after } : {}) }))
      names.push(...page.rows.map((row) => row.values.name))
      after = page.next
    }
    expect(names).toEqual(Array.from({ length: all }, (_, n) => `Harbour ${String(n + 1).padStart(5, '0')}`))
    const first = await big.act((ctx) => ids(ctx, asked))
    const rest = await big.act((ctx) => ids(ctx, { ...asked, after: first.next ?? '' }))
    expect([first.ids.length, first.more, rest.ids.length, rest.next]).toEqual([5_000, true, all - 5_000, null])
    expect(new Set([...first.ids, ...rest.ids]).size).toBe(all)
    const rare = await big.act((ctx) => rows(ctx, { object: 'accounts', words: '00077', limit: 10 }))
    expect(rare.rows.map((row) => row.values.name)).toEqual(['Harbour 00077'])
    const listed = await big.act((ctx) => accountsActions.list(ctx, { words: 'harb', limit: 100 }))
    expect(listed.rows[99]?.name).toBe('Harbour 00100')
  })
})
