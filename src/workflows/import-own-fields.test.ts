/** Does a table file fill fields of our own, tell beforehand what it would do, and does an undo bring back what was there? */
import { expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { gather, importFiles, ledgerOf, undoImport, workIn } from '#test/database/run-import.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import { fieldsActions } from '#workspace/fields/actions.ts'
import { importsActions } from '#workspace/imports/actions.ts'
import { whenAnImportIsPreviewed } from './when-an-import-is-previewed.ts'
import { viewsOperations } from './work-on-rows.ts'

const house = await freshHouse()

it('are matched by their names, previewed, filled and taken back', async () => {
  const ws = await house.makeWorkspace()
  const add = (label: string, type: 'money' | 'choices' | 'account' | 'day', settings = {}) =>
    ws.act((ctx) => fieldsActions.create(ctx, { object: 'accounts', label, type, settings, required: false }))
  const choices = [
    { value: 'a', label: 'North' },
    { value: 'b', label: 'South' },
  ]
  await add('Annual budget', 'money', { currency: 'EUR' })
  await add('Regions', 'choices', { choices })
  await add('Parent', 'account')
  await add('Renewal', 'day')
  await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme', domain: 'acme.example', custom: { annual_budget: 100 } }))
  const bytes = [
    'Account Name,Website,Annual budget (EUR),Regions,Parent,Renewal',
    'Acme,acme.example,"12,500.50",North; South,,2026-05-01',
    'Bolt,bolt.example,much,,Acme,31.12.2026',
    '',
  ].join('\n')
  const files = [{ path: 'accounts.csv', bytes }]
  const values = async () => {
    const { rows } = await ws.act((ctx) => viewsOperations.rows(ctx, { object: 'accounts', limit: 10, sort: 'name' }))
    return rows.map(({ values: v, titles }) => [
      v.name,
      v['custom.annual_budget'],
      v['custom.regions'],
      titles['custom.parent'] ?? null,
      v['custom.renewal'],
    ])
  }
  const before = await values()

  const asked = await gather(house, ws, files)
  await ws.act((ctx) => importsActions.preview(ctx, { id: asked.id }))
  await whenAnImportIsPreviewed.run(workIn(ws), { importId: asked.id })
  const { preview } = await ws.act((ctx) => importsActions.get(ctx, { id: asked.id }))
  expect(preview?.tables[0]).toMatchObject({ created: 1, changed: 1, same: 0 })
  expect(JSON.stringify(preview)).toContain('Annual budget')
  expect(await values()).toEqual(before)

  const done = await importFiles(house, ws, files)
  expect(await values()).toEqual([
    ['Acme', 1250050, ['a', 'b'], null, '2026-05-01'],
    ['Bolt', null, null, 'Acme', '2026-12-31'],
  ])
  expect((await ledgerOf(ws, done.id)).flatMap((line) => line.reason ?? [])).toEqual([
    'Annual budget was left out: “much” does not fit it.',
  ])

  const again = await importFiles(house, ws, files)
  expect((await ledgerOf(ws, again.id)).map((line) => line.outcome)).toEqual(['already', 'already'])

  await undoImport(ws, done.id)
  expect(await values()).toEqual(before)
})
