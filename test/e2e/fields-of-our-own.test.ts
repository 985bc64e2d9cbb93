/** Can a manager add a field in the browser, fill it on the record and in the table, filter by it, give it another type after seeing what is lost, and put it away? */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { client } from '#foundation/contract/client.ts'
import { fields } from '#workspace/fields/contract.ts'
import { views } from '#workspace/views/contract.ts'
import { expectAccessible, expectNoSideways, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.api.accounts.create({ name: 'Arven Mills' })
  await house.api.accounts.create({ name: 'Bakeri Nord' })
}, 120_000)
afterAll(() => house?.close())

const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 30_000 })

it('adds, fills, filters, converts and archives a field', async () => {
  const api = client(views, house.reach.send)
  const own = client(fields, house.reach.send)
  const { page, problems } = await house.enter('/settings/fields')
  const kept = async (name: string, key: string) =>
    (await api.rows({ object: 'accounts', limit: 50 })).rows.find((row) => row.values.name === name)?.values[`custom.${key}`]
  await page.getByText('No fields of your own on accounts yet').waitFor()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.getByLabel('Label').fill('Tier')
  await page.getByLabel('Type').selectOption('choice')
  await page.getByRole('button', { name: 'Add a choice' }).click()
  await page.getByLabel('Choice 1').fill('Gold')
  await page.getByLabel('Choice 1').press('Enter')
  await page.getByLabel('Choice 2').fill('Silver')
  await expectAccessible(page)
  await keepPicture(page, 'field form')
  await page.getByRole('button', { name: 'Add field' }).click()
  await page.getByRole('button', { name: 'More for Tier' }).waitFor()

  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.getByLabel('Label').fill('Fleet size')
  await page.getByRole('button', { name: 'Add field' }).click()
  await page.getByRole('button', { name: 'More for Fleet size' }).waitFor()
  await keepPicture(page, 'fields')

  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.getByLabel('Label').fill('Headline')
  await page.getByLabel('Type').selectOption('formula')
  await page.getByLabel('Formula').fill('name & nothing')
  await page.getByRole('button', { name: 'Add field' }).click()
  await page.getByText('There is no field “nothing” here').first().waitFor()
  await page.getByLabel('Formula').fill('upper(name) & " / " &')
  await page.getByRole('group', { name: 'Fields to use' }).getByRole('button', { name: 'Tier' }).click()
  await expectAccessible(page)
  await keepPicture(page, 'formula form')
  await page.getByRole('button', { name: 'Add field' }).click()
  await page.getByRole('button', { name: 'More for Headline' }).waitFor()
  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.getByLabel('Label').fill('Colleagues')
  await page.getByLabel('Type').selectOption('rollUp')
  await page.getByLabel('Related records').selectOption({ label: 'People by Account' })
  await keepPicture(page, 'roll-up form')
  await page.getByRole('button', { name: 'Add field' }).click()
  await page.getByRole('button', { name: 'More for Colleagues' }).waitFor()

  // On the record, in its place.
  const arven = (await house.api.accounts.list({})).rows.find((one) => one.name === 'Arven Mills')
  await page.goto(`/accounts/${arven?.id}`)
  await page.getByRole('button', { name: 'Change Fleet size' }).click()
  await page.getByRole('textbox', { name: 'Fleet size' }).fill('about 40')
  await page.getByRole('textbox', { name: 'Fleet size' }).press('Enter')
  await eventually(() => kept('Arven Mills', 'fleet_size')).toBe('about 40')
  await page.getByRole('button', { name: 'Change Tier' }).click()
  await page.getByRole('combobox', { name: 'Tier' }).selectOption({ label: 'Gold' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await eventually(() => kept('Arven Mills', 'tier')).toBe('c1')
  await page.getByRole('definition').filter({ hasText: 'ARVEN MILLS / Gold' }).waitFor()
  await expectAccessible(page)
  await keepPicture(page, 'own fields on a record')

  // In the form of a new one.
  await page.goto('/accounts?cols=name~custom.tier~custom.fleet_size.160')
  await page.getByRole('button', { name: 'New account' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Casa Verde')
  await page.getByRole('textbox', { name: 'Fleet size' }).fill('12')
  await keepPicture(page, 'own fields in a form')
  await page.getByRole('button', { name: 'Add account' }).click()
  await eventually(() => kept('Casa Verde', 'fleet_size')).toBe('12')

  // In the table: a cell typed, then filtered by it.
  await page.goto('/accounts?cols=name~custom.tier~custom.fleet_size.160&sort=-custom.fleet_size')
  const grid = page.getByRole('grid', { name: 'Accounts' })
  await grid.getByRole('gridcell', { name: 'about 40' }).waitFor()
  await grid.getByRole('columnheader', { name: 'Fleet size' }).waitFor()
  await grid.getByRole('row').filter({ hasText: 'Bakeri Nord' }).getByRole('gridcell').nth(2).dblclick()
  const picker = page.getByRole('combobox', { name: 'Tier' })
  await picker.waitFor()
  await picker.fill('Silv')
  await page.getByRole('option', { name: 'Silver' }).waitFor()
  await picker.press('Enter')
  await eventually(() => kept('Bakeri Nord', 'tier')).toBe('c2')
  await keepPicture(page, 'own fields in the table')
  await page.goto('/accounts?cols=name~custom.tier&filter=custom_2etier.isAnyOf.c2')
  await page.getByText('Tier is Silver').waitFor()
  await grid.getByRole('link', { name: 'Bakeri Nord' }).waitFor()
  expect(await grid.getByRole('link', { name: 'Arven Mills' }).count()).toBe(0)
  await page.goto('/accounts?cols=name~custom.fleet_size&group=custom.tier')
  await page.getByText('Gold').first().waitFor()
  await keepPicture(page, 'grouped by an own field')

  // Another type: what would be lost is said first.
  await page.goto('/settings/fields')
  await page.getByRole('button', { name: 'More for Fleet size' }).click()
  await page.getByRole('menuitem', { name: 'Change' }).click()
  await page.getByLabel('Type').selectOption('number')
  await page.getByRole('button', { name: 'Save field' }).click()
  await page.getByText('Of 2 values, 1 can be kept as number and 1 would be lost.').waitFor()
  await expectAccessible(page)
  await keepPicture(page, 'what would be lost')
  await page.getByRole('button', { name: 'Change and lose 1 value' }).click()
  await eventually(() => kept('Casa Verde', 'fleet_size')).toBe(12)
  expect(await kept('Arven Mills', 'fleet_size')).toBeNull()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await eventually(() => kept('Arven Mills', 'fleet_size')).toBe('about 40')

  await page.getByRole('button', { name: 'More for Fleet size' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await page.getByRole('button', { name: 'Restore Fleet size' }).click()
  await eventually(async () => (await own.list({})).filter((f) => f.archivedAt).length).toBe(0)
  expect(problems).toEqual([])

  const phone = await house.enter('/settings/fields', looks[3])
  await phone.page.getByRole('button', { name: 'More for Tier' }).waitFor()
  await expectNoSideways(phone.page)
  await expectAccessible(phone.page)
  await keepPicture(phone.page, 'fields on a phone')
  expect(phone.problems).toEqual([])
}, 120_000)
