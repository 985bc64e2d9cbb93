/** Are fields that a workspace adds filtered, sorted, grouped, undone, merged and converted as if they had always been there? */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { accounts } from '#customers/accounts/contract.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { commandsOf, inputOf } from '#foundation/contract/command.ts'
import type { FieldRow, OwnSettings } from '#foundation/contract/own-field.ts'
import { chance } from '#foundation/kernel/seed.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import { auditActions } from '#workspace/audit/actions.ts'
import { fieldsActions } from '#workspace/fields/actions.ts'
import { trashActions } from '#workspace/trash/actions.ts'
import { duplicatesOperations } from './describe-records.ts'
import { viewsOperations } from './work-on-rows.ts'

const house = await freshHouse()
const ws = await house.makeWorkspace()
const add = (label: string, type: FieldRow['type'], settings: OwnSettings = {}, object = 'accounts', required = false) =>
  ws.act((ctx) => fieldsActions.create(ctx, { object, label, type, settings, required }))
const account = (name: string, custom: Record<string, unknown> = {}) =>
  ws.act((ctx) => accountsActions.create(ctx, { name, custom }))
const rowOf = (id: string, object = 'accounts') => ws.act((ctx) => viewsOperations.row(ctx, { object, id }))
const values = async (id: string) => (await rowOf(id)).values
const lastSet = async () => (await ws.act((ctx) => auditActions.list(ctx, { limit: 1 }))).rows[0]?.id ?? ''
const undoLast = async () => {
  const id = await lastSet()
  return ws.act((ctx) => auditActions.undo(ctx, { id }))
}

const draw = chance(7)
const tiers = [
  { value: 'a', label: 'Gold' },
  { value: 'b', label: 'Silver' },
  { value: 'c', label: 'Tin' },
]
await add('Budget', 'money', { currency: 'EUR' })
await add('Weight', 'number')
await add('Renewal', 'day')
await add('Tier', 'choice', { choices: tiers })
await add('Regions', 'choices', { choices: tiers })
await add('Partner', 'account')
await add('Sponsor', 'person')
await add('Portal', 'link')
await add('Key account', 'yesNo')
const budgetId = (await ws.act((ctx) => fieldsActions.list(ctx, { object: 'accounts' })))[0]?.id ?? ''

describe('values of own fields', () => {
  it('are checked by their type, and every fault is named by its field', async () => {
    const acme = await account('Acme', {
      budget: 1250000,
      weight: 1.5,
      renewal: '2026-03-31',
      tier: 'a',
      regions: ['b', 'c', 'b'],
      portal: 'acme.example/x',
      key_account: true,
    })
    expect(await values(acme.id)).toMatchObject({
      'custom.budget': 1250000,
      'custom.weight': 1.5,
      'custom.renewal': '2026-03-31',
      'custom.tier': 'a',
      'custom.regions': ['b', 'c'],
      'custom.portal': 'https://acme.example/x',
      'custom.key_account': true,
      'custom.partner': null,
    })
    for (const [custom, path] of [
      [{ budget: 'much' }, 'custom.budget'],
      [{ tier: 'z' }, 'custom.tier'],
      [{ renewal: '2026-02-30' }, 'custom.renewal'],
      [{ partner: '0198f2c4-7000-7000-8000-000000000001' }, 'custom.partner'],
      [{ nothing: 1 }, 'custom.nothing'],
    ] as const)
      await expect(ws.act((ctx) => accountsActions.change(ctx, { id: acme.id, custom }))).rejects.toMatchObject({
        status: 422,
        errors: [{ path }],
      })
  })

  it('are changed in tables beside other fields, remembered by name, and taken back', async () => {
    const { id } = await account('Bolt', { budget: 100 })
    const done = await ws.act((ctx) =>
      viewsOperations.changeMany(ctx, {
        object: 'accounts',
        cells: [{ id, set: { industry: 'Steel', 'custom.budget': 900, 'custom.tier': 'b' } }],
      }),
    )
    expect(done.refused).toEqual([])
    expect(done.rows[0]?.values).toMatchObject({ industry: 'Steel', 'custom.budget': 900, 'custom.tier': 'b' })
    const past = await ws.act((ctx) => auditActions.past(ctx, { rowId: id, limit: 10, field: 'custom.budget' }))
    expect(past.rows[0]?.fields).toMatchObject([{ label: 'Budget', from: { text: '€1' }, to: { text: '€9' } }])
    await ws.act((ctx) => auditActions.undo(ctx, { id: done.changeSetId ?? '' }))
    expect(await values(id)).toMatchObject({ industry: null, 'custom.budget': 100, 'custom.tier': null })
  })

  it('come from the command line as from everywhere', async () => {
    const command = commandsOf({ accounts }).find((c) => c.verb === 'create')
    if (!command) throw new Error('There is no such command')
    const given = inputOf(command, [], { name: 'Typed', custom: '{"budget": 12, "regions": ["a"]}' })
    const made = await ws.act((ctx) => accountsActions.create(ctx, accounts.create.takes.parse(given)))
    expect(await values(made.id)).toMatchObject({ 'custom.budget': 12, 'custom.regions': ['a'] })
  })

  it('go and come back with their row', async () => {
    const { id } = await account('Gone', { budget: 5, regions: ['a'] })
    const { changeSetId } = await ws.act((ctx) => accountsActions.remove(ctx, { id }))
    await ws.act((ctx) => auditActions.undo(ctx, { id: changeSetId }))
    expect(await values(id)).toMatchObject({ 'custom.budget': 5, 'custom.regions': ['a'] })
  })

  it('lie in the trash with their row, and with what points to it, and come back', async () => {
    const [gone, other] = [await account('Trashed', { budget: 5, regions: ['a'] }), await account('Points there')]
    await ws.act((ctx) => accountsActions.change(ctx, { id: other.id, custom: { partner: gone.id } }))
    await ws.act((ctx) => trashActions.remove(ctx, { record: 'accounts', rowId: gone.id }))
    expect((await values(other.id))['custom.partner']).toBeNull()
    const back = await ws.act((ctx) => trashActions.restore(ctx, { rowIds: [gone.id] }))
    expect(back.restored).toHaveLength(1)
    expect(await values(gone.id)).toMatchObject({ 'custom.budget': 5, 'custom.regions': ['a'] })
    expect((await rowOf(other.id)).titles['custom.partner']).toBe('Trashed')
  })

  it('follow a merge, both as values of the row and as what points to it, and come back', async () => {
    const [kept, gone, other] = [
      await account('Kept', { weight: 1 }),
      await account('Gone too', { weight: 2, budget: 70 }),
      await account('Other'),
    ]
    await ws.act((ctx) => accountsActions.change(ctx, { id: other.id, custom: { partner: gone.id } }))
    await ws.act((ctx) => duplicatesOperations.merge(ctx, { record: 'accounts', keepId: kept.id, mergeId: gone.id, take: [] }))
    expect(await values(kept.id)).toMatchObject({ 'custom.weight': 1, 'custom.budget': 70 })
    expect((await rowOf(other.id)).titles['custom.partner']).toBe('Kept')
    await undoLast()
    expect(await values(gone.id)).toMatchObject({ 'custom.weight': 2, 'custom.budget': 70 })
    expect(await values(kept.id)).toMatchObject({ 'custom.weight': 1, 'custom.budget': null })
    expect((await rowOf(other.id)).titles['custom.partner']).toBe('Gone too')
  })

  it('belong to people and opportunities too', async () => {
    await add('Shoe size', 'number', {}, 'people')
    await add('Decider', 'person', {}, 'opportunities', true)
    const ana = await ws.act((ctx) => peopleActions.create(ctx, { name: 'Ana', custom: { shoe_size: 38.5 } }))
    expect((await rowOf(ana.id, 'people')).values['custom.shoe_size']).toBe(38.5)
    await expect(ws.act((ctx) => opportunitiesActions.create(ctx, { name: 'Fleet' }))).rejects.toMatchObject({ status: 422 })
    const fleet = await ws.act((ctx) => opportunitiesActions.create(ctx, { name: 'Fleet', custom: { decider: ana.id } }))
    expect((await rowOf(fleet.id, 'opportunities')).titles['custom.decider']).toBe('Ana')
  })
})

describe('rows', () => {
  it('are filtered, sorted page by page and grouped by own fields as by any other', async () => {
    for (let i = 0; i < 60; i++)
      await account(`Row ${i}`, {
        ...(draw() < 0.8 ? { budget: Math.floor(draw() * 10) * 100 } : {}),
        ...(draw() < 0.8 ? { tier: tiers[Math.floor(draw() * 3)]?.value } : {}),
        ...(draw() < 0.5 ? { regions: tiers.filter(() => draw() < 0.5).map((t) => t.value) } : {}),
        ...(draw() < 0.6 ? { renewal: `2026-0${1 + Math.floor(draw() * 9)}-15` } : {}),
        ...(draw() < 0.5 ? { key_account: draw() < 0.5 } : {}),
      })
    const read = (given: object) => ws.act((ctx) => viewsOperations.rows(ctx, { object: 'accounts', limit: 500, ...given }))
    const all = (await read({})).rows
    const of = (key: string) => (row: (typeof all)[number]) => row.values[`custom.${key}`]
    const budget = of('budget')
    const checks: [object, (row: (typeof all)[number]) => boolean][] = [
      [{ field: 'custom.budget', is: 'atLeast', value: 500 }, (r) => Number(budget(r) ?? -1) >= 500],
      [{ field: 'custom.budget', is: 'isEmpty' }, (r) => budget(r) === null],
      [{ field: 'custom.tier', is: 'isNoneOf', value: ['a'] }, (r) => of('tier')(r) !== 'a'],
      [
        { field: 'custom.regions', is: 'isAnyOf', value: ['a', 'c'] },
        (r) => ((of('regions')(r) as string[]) ?? []).some((x) => 'ac'.includes(x)),
      ],
      [{ field: 'custom.regions', is: 'isNoneOf', value: ['a'] }, (r) => !((of('regions')(r) as string[]) ?? []).includes('a')],
      [{ field: 'custom.key_account', is: 'is', value: true }, (r) => of('key_account')(r) === true],
      [
        {
          any: [
            { field: 'custom.renewal', is: 'before', value: '2026-05-01' },
            { field: 'custom.tier', is: 'isAnyOf', value: ['b'] },
          ],
        },
        (r) => (of('renewal')(r) !== null && String(of('renewal')(r)) < '2026-05-01') || of('tier')(r) === 'b',
      ],
    ]
    for (const [filter, fits] of checks) {
      const found = await read({ filter })
      expect(found.rows.map((r) => r.id).sort()).toEqual(
        all
          .filter(fits)
          .map((r) => r.id)
          .sort(),
      )
      const counted = await ws.act((ctx) => viewsOperations.count(ctx, { object: 'accounts', filter: filter as never }))
      expect(counted.count).toBe(found.rows.length)
    }
    for (const sort of [
      'custom.budget',
      '-custom.budget',
      'custom.tier,-custom.budget',
      'custom.partner',
      'name,custom.renewal',
    ]) {
      const paged: string[] = []
      let after: string | undefined
      do {
        const page = await read({ sort, limit: 7, after })
        paged.push(...page.rows.map((r) => r.id))
        after = page.next ?? undefined
      } while (after)
      expect(paged).toEqual((await read({ sort })).rows.map((r) => r.id))
      expect(new Set(paged).size).toBe(all.length)
    }
    const sorted = (await read({ sort: '-custom.budget' })).rows.map(budget)
    const full = sorted.filter((v) => v !== null)
    expect(full).toEqual(full.toSorted((a, b) => Number(b) - Number(a)))
    expect(sorted.slice(full.length).every((v) => v === null)).toBe(true)
    const { groups } = await ws.act((ctx) =>
      viewsOperations.groups(ctx, { object: 'accounts', by: 'custom.tier', every: 'month' }),
    )
    for (const { key, title, count, sums } of groups) {
      const own = all.filter((r) => of('tier')(r) === key)
      expect(count).toBe(own.length)
      expect(title).toBe(tiers.find((t) => t.value === key)?.label ?? null)
      const sum = own.reduce((total, r) => total + Number(budget(r) ?? 0), 0)
      if (own.some((r) => budget(r) !== null)) expect(sums).toContainEqual({ field: 'custom.budget', currency: 'EUR', sum })
    }
  })

  it('are found and sorted through the index by field and value', async () => {
    await house.owner.query(
      `insert into accounts (workspace_id, id, created_at, updated_at, name, standing, found_from)
       select $1, gen_random_uuid(), now(), now(), 'Many ' || n, 'prospect', 'table' from generate_series(1, 25000) n`,
      [ws.id],
    )
    await house.owner.query(
      `insert into account_values (workspace_id, id, created_at, updated_at, row_id, field_id, amount)
       select $1, gen_random_uuid(), now(), now(), a.id, $2, (random() * 1e8)::bigint from accounts a where a.workspace_id = $1 and a.name like 'Many %'`,
      [ws.id, budgetId],
    )
    await house.owner.query('analyze accounts, account_values')
    const plan = (condition: string, order: string) =>
      ws.act(async (ctx) => {
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select t.id from accounts as t
          left join account_values as o on o.workspace_id = ${ws.id}::uuid and o.field_id = ${budgetId}::uuid and o.row_id = t.id
          where t.workspace_id = ${ws.id}::uuid and ${sql.raw(condition)} order by ${sql.raw(order)} limit 100`.execute(
          ctx.db.withoutPlugins(),
        )
        return rows.map((r) => Object.values(r)[0]).join('\n')
      })
    expect(await plan('o.amount is not null', 'o.amount, t.id')).toMatch(/Index (Only )?Scan using account_values_by_amount/)
    expect(await plan('o.amount >= 50000000 and (o.amount, t.id) > (50000000, t.workspace_id)', 'o.amount, t.id')).toMatch(
      /account_values_by_amount[\s\S]*amount >= /,
    )
    expect(await plan('o.amount between 1000 and 90000', 't.name, t.id')).toMatch(/account_values_by_amount/)
    const page = await ws.act((ctx) =>
      viewsOperations.rows(ctx, {
        object: 'accounts',
        limit: 100,
        sort: '-custom.budget',
        filter: { field: 'custom.budget', is: 'atLeast', value: 5 },
      }),
    )
    expect(page.rows).toHaveLength(100)
  })
})

describe('another type', () => {
  it('says what would be lost, converts the rest, and is taken back whole', async () => {
    const made = await add('Size', 'text')
    const rows: { id: string }[] = []
    for (const [i, size] of ['12', '1.250,5', 'huge', '7%'].entries()) rows.push(await account(`Sized ${i}`, { size }))
    const to = { id: made.id, type: 'number' as const, settings: {} }
    const told = await ws.act((ctx) => fieldsActions.previewShape(ctx, to))
    expect(told).toMatchObject({ values: 4, kept: 3, lost: 1 })
    expect(told.examples[0]).toMatchObject({ before: 'huge', after: null })
    await ws.act((ctx) => fieldsActions.reshape(ctx, to))
    const now = async () => (await Promise.all(rows.map((r) => values(r.id)))).map((v) => v['custom.size'])
    expect(await now()).toEqual([12, 1250.5, null, 7])
    await undoLast()
    expect(await now()).toEqual(['12', '1.250,5', 'huge', '7%'])
  })

  it('keeps values of choices that stay, and counts those that go', async () => {
    const made = await add('Colour', 'choices', { choices: tiers })
    const both = await account('Both', { colour: ['a', 'b'] })
    const to = { id: made.id, type: 'choice' as const, settings: { choices: [{ value: 'a', label: 'Pure gold' }] } }
    expect(await ws.act((ctx) => fieldsActions.previewShape(ctx, to))).toMatchObject({
      values: 1,
      lost: 1,
      examples: [{ before: 'Gold, Silver', after: 'Pure gold' }],
    })
    await ws.act((ctx) => fieldsActions.reshape(ctx, to))
    expect((await values(both.id))['custom.colour']).toBe('a')
  })
})

describe('a field', () => {
  it('is archived with its values, shown nowhere, and brought back', async () => {
    const made = await add('Old thing', 'text')
    const { id } = await account('Has it', { old_thing: 'kept' })
    await ws.act((ctx) => fieldsActions.archive(ctx, { id: made.id }))
    expect(await values(id)).not.toHaveProperty('custom.old_thing')
    await expect(ws.act((ctx) => accountsActions.change(ctx, { id, custom: { old_thing: 'x' } }))).rejects.toMatchObject({
      status: 422,
    })
    await ws.act((ctx) => fieldsActions.restore(ctx, { id: made.id }))
    expect((await values(id))['custom.old_thing']).toBe('kept')
  })

  it('is seen in its own workspace alone', async () => {
    const other = await house.makeWorkspace({ name: 'Other' })
    expect(await other.act((ctx) => fieldsActions.list(ctx, {}))).toEqual([])
    await expect(other.act((ctx) => accountsActions.create(ctx, { name: 'X', custom: { budget: 1 } }))).rejects.toMatchObject({
      status: 422,
    })
  })
})
