/** Do formulas and roll-ups follow every write, whoever writes, and is what makes no sense refused? */
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import type { FieldRow, OwnSettings } from '#foundation/contract/own-field.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import { auditActions } from '#workspace/audit/actions.ts'
import { fieldsActions } from '#workspace/fields/actions.ts'
import { duplicatesOperations } from './describe-records.ts'
import { viewsOperations } from './work-on-rows.ts'

const house = await freshHouse()

describe('what follows from others', () => {
  it('is reckoned from the same row, kept in step, filtered and sorted, and never written by hand', async () => {
    const other = await house.makeWorkspace({ name: 'Reckoning' })
    const act = other.act
    const make = (label: string, type: FieldRow['type'], settings: OwnSettings = {}) =>
      act((ctx) => fieldsActions.create(ctx, { object: 'accounts', label, type, settings, required: false }))
    const first = await act((ctx) => accountsActions.create(ctx, { name: 'First', employeeCount: 10 }))
    await make('Price', 'money', { currency: 'EUR' })
    await make('Revenue', 'formula', { formula: 'price * employeeCount' })
    await make('Size', 'formula', { formula: 'if(revenue > 1000, "large", "small")' })
    await make('Now', 'formula', { formula: 'employeeCount + 1' })
    const own = async (id: string) => (await act((ctx) => viewsOperations.row(ctx, { object: 'accounts', id }))).values
    expect(await own(first.id)).toMatchObject({ 'custom.revenue': null, 'custom.size': 'small', 'custom.now': 11 })
    const { id } = await act((ctx) =>
      accountsActions.create(ctx, { name: 'Second', employeeCount: 20, custom: { price: 10_050 } }),
    )
    expect(await own(id)).toMatchObject({ 'custom.revenue': 201_000, 'custom.size': 'large', 'custom.now': 21 })
    await act((ctx) => accountsActions.change(ctx, { id, employeeCount: 5 }))
    expect(await own(id)).toMatchObject({ 'custom.revenue': 50_250, 'custom.size': 'small' })
    const sets = await act((ctx) => auditActions.list(ctx, { limit: 1 }))
    await act((ctx) => auditActions.undo(ctx, { id: sets.rows[0]?.id ?? '' }))
    expect(await own(id)).toMatchObject({ 'custom.revenue': 201_000, 'custom.size': 'large' })
    const found = await act((ctx) =>
      viewsOperations.rows(ctx, {
        object: 'accounts',
        limit: 9,
        sort: '-custom.now',
        filter: { field: 'custom.now', is: 'atLeast', value: 11 },
      }),
    )
    expect(found.rows.map((r) => r.values.name)).toEqual(['Second', 'First'])
    await expect(act((ctx) => accountsActions.change(ctx, { id, custom: { now: 3 } }))).rejects.toMatchObject({ status: 422 })

    const bad = async (settings: OwnSettings, type: FieldRow['type'] = 'formula') => make('Bad', type, settings)
    await expect(bad({ formula: 'nothing + 1' })).rejects.toMatchObject({ status: 422, errors: [{ path: 'settings.formula' }] })
    const all = await act((ctx) => fieldsActions.list(ctx, {}))
    const revenue = all.find((f) => f.key === 'revenue')?.id ?? ''
    await expect(
      act((ctx) =>
        fieldsActions.reshape(ctx, { id: revenue, type: 'formula', settings: { formula: 'if(size = "large", price, price)' } }),
      ),
    ).rejects.toMatchObject({ status: 422 })
    await act((ctx) => fieldsActions.reshape(ctx, { id: revenue, type: 'formula', settings: { formula: 'price * 2' } }))
    expect(await own(id)).toMatchObject({ 'custom.revenue': 20_100, 'custom.size': 'small' })
    // From now on written by hand: what was reckoned stays.
    await act((ctx) => fieldsActions.reshape(ctx, { id: revenue, type: 'money', settings: { currency: 'EUR' } }))
    await act((ctx) => accountsActions.change(ctx, { id, custom: { revenue: 7 } }))
    expect(await own(id)).toMatchObject({ 'custom.revenue': 7 })
  })

  it('gathers related rows: count, sum, least, most and latest, whoever writes, moves, merges, removes or brings back', async () => {
    const other = await house.makeWorkspace({ name: 'Gathering' })
    const act = other.act
    const make = (label: string, settings: OwnSettings, type: FieldRow['type'] = 'rollUp', object = 'accounts') =>
      act((ctx) => fieldsActions.create(ctx, { object, label, type, settings, required: false }))
    const of = { of: 'opportunities', by: 'accountId' }
    await make('Weight', {}, 'number', 'opportunities')
    await make('Deals', { rollUp: { ...of, how: 'count', field: null } })
    await make('Worth', { rollUp: { ...of, how: 'sum', field: 'amountMinor' }, currency: 'EUR' })
    await make('Heaviest', { rollUp: { ...of, how: 'max', field: 'custom.weight' } })
    await make('First close', { rollUp: { ...of, how: 'min', field: 'closeOn' } })
    await make('Last deal', { rollUp: { ...of, how: 'latest', field: 'name' } })
    await make('Average', { formula: 'worth / deals' }, 'formula')
    const [a, b] = [
      await act((ctx) => accountsActions.create(ctx, { name: 'A' })),
      await act((ctx) => accountsActions.create(ctx, { name: 'B' })),
    ]
    const own = async (id: string) => {
      const { values: v } = await act((ctx) => viewsOperations.row(ctx, { object: 'accounts', id }))
      return ['deals', 'worth', 'heaviest', 'first_close', 'last_deal', 'average'].map((key) => v[`custom.${key}`])
    }
    const none = [0, 0, null, null, null, null]
    expect(await own(a.id)).toEqual(none)
    const deal = (name: string, amountMinor: number, weight: number, currency = 'EUR') =>
      act((ctx) =>
        opportunitiesActions.create(ctx, {
          name,
          accountId: a.id,
          amountMinor,
          currency,
          closeOn: `2027-0${weight}-01`,
          custom: { weight },
        }),
      )
    const one = await deal('One', 10_000, 2)
    const two = await deal('Two', 5_000, 3)
    await deal('Dollars', 99_999, 1, 'USD')
    expect(await own(a.id)).toEqual([3, 15_000, 3, '2027-01-01', 'Dollars', 5_000])
    await act((ctx) => opportunitiesActions.change(ctx, { id: two.id, custom: { weight: 9 }, amountMinor: 20_000 }))
    expect(await own(a.id)).toEqual([3, 30_000, 9, '2027-01-01', 'Dollars', 10_000])
    await act((ctx) => opportunitiesActions.change(ctx, { id: two.id, accountId: b.id }))
    expect(await own(b.id)).toEqual([1, 20_000, 9, '2027-03-01', 'Two', 20_000])
    expect(await own(a.id)).toEqual([2, 10_000, 2, '2027-01-01', 'Dollars', 5_000])
    const { changeSetId } = await act((ctx) => opportunitiesActions.remove(ctx, { id: one.id }))
    expect((await own(a.id))[0]).toBe(1)
    await act((ctx) => auditActions.undo(ctx, { id: changeSetId }))
    expect(await own(a.id)).toEqual([2, 10_000, 2, '2027-01-01', 'Dollars', 5_000])
    await act((ctx) => duplicatesOperations.merge(ctx, { record: 'accounts', keepId: a.id, mergeId: b.id, take: [] }))
    expect(await own(a.id)).toEqual([3, 30_000, 9, '2027-01-01', 'Dollars', 10_000])
    const moved = await act((ctx) => auditActions.list(ctx, { limit: 1 }))
    await act((ctx) => auditActions.undo(ctx, { id: moved.rows[0]?.id ?? '' }))
    expect((await own(a.id))[0]).toBe(2)
    expect((await own(b.id))[0]).toBe(1)
  })

  it('counts every row when many are written at once by two', async () => {
    const other = await house.makeWorkspace({ name: 'At once' })
    await other.act((ctx) =>
      fieldsActions.create(ctx, {
        object: 'accounts',
        label: 'Deals',
        type: 'rollUp',
        settings: { rollUp: { of: 'opportunities', by: 'accountId', how: 'count', field: null } },
        required: false,
      }),
    )
    const { id } = await other.act((ctx) => accountsActions.create(ctx, { name: 'Busy' }))
    await other.act((ctx) => opportunitiesActions.stages(ctx))
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => other.act((ctx) => opportunitiesActions.create(ctx, { name: `D${i}`, accountId: id }))),
    )
    const row = await other.act((ctx) => viewsOperations.row(ctx, { object: 'accounts', id }))
    expect(row.values['custom.deals']).toBe(8)
  })
})
