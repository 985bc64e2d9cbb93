/** Somebody is told that there is one already, looks at two that may be the same, merges them, and takes it back; all by keyboard if they like. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { expectAccessible, expectNoSideways, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

let house: House
const ids = { kept: '', gone: '', person: '' }
beforeAll(async () => {
  house = await openHouse()
  const { accounts, people } = house.api
  ids.kept = (await accounts.create({ name: 'Norrgard Foods AB', domain: 'norrgard.example', country: 'Sweden' })).id
  ids.gone = (
    await accounts.create({ name: 'Norrgard Foods', website: 'https://norrgard.example', industry: 'Food', country: 'Sweden' })
  ).id
  ids.person = (await people.create({ name: 'Edda Brandvold', email: 'edda@norrgard.example', accountId: ids.gone })).id
  await people.create({ name: 'Nils Aho', email: 'nils@norrgard.example', accountId: ids.kept })
  await people.create({ name: 'Aho, Nils', email: 'nils.aho@norrgard.example', accountId: ids.kept })
  await vi.waitFor(async () => expect((await house.api.duplicates.list({})).rows).toHaveLength(2), {
    timeout: 60_000,
    interval: 200,
  })
})
afterAll(() => house?.close())

describe('two that are one', () => {
  it('are said on the page, compared side by side, merged by a key, and brought back', async () => {
    const { page, context, problems } = await house.enter(`/accounts/${ids.gone}`)
    await page.getByText(/Possible duplicate/).waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'possible duplicate')
    await page.goto('/duplicates?record=accounts')
    const pair = page.getByRole('region', { name: /Norrgard Foods/ })
    await pair.getByText('Probably the same').waitFor()
    await page.getByRole('radio', { name: 'Norrgard Foods AB' }).first().check()
    await expectAccessible(page)
    await keepPicture(page, 'compare two accounts')
    await page.keyboard.press('m')
    await page.getByText('Merged Norrgard Foods into Norrgard Foods AB').waitFor()
    await page.getByText('No duplicates to look at').waitFor()
    // The id of the row that went leads to the one that stayed, with its people and what only it knew.
    await page.goto(`/accounts/${ids.gone}`)
    await page.waitForURL(`**/accounts/${ids.kept}`)
    await page.getByRole('link', { name: 'Edda Brandvold' }).waitFor()
    await page.getByText('Food', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'Merged into this' }).getByRole('button', { name: 'Undo this merge' }).click()
    await page.getByText('Both are back as they were').waitFor()
    expect((await house.api.people.get({ id: ids.person })).accountId).toBe(ids.gone)
    expect((await house.api.accounts.get({ id: ids.gone })).name).toBe('Norrgard Foods')
    expect(problems).toEqual([])
    await context.close()
  })

  it('are settled on a phone: not the same, taken back, and never too wide', async () => {
    const { page, context, problems } = await house.enter('/duplicates?record=people', looks[2])
    await page.getByText('Probably the same').waitFor()
    await expectAccessible(page)
    await expectNoSideways(page)
    await keepPicture(page, 'compare two people phone')
    await page.getByRole('button', { name: 'Not the same' }).click()
    await page.getByText('No duplicates to look at').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Probably the same').waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('a second one', () => {
  it('is not made by mistake: the form says that there is one, and two that are marked can be merged by hand', async () => {
    const { page, context, problems } = await house.enter('/accounts')
    await page.getByRole('button', { name: 'New account' }).click()
    const form = page.getByRole('dialog', { name: 'New account' })
    await form.getByLabel('Name').fill('Norrgard Foods Ltd')
    await form.getByText(/There is already/).waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'there is already')
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    for (const name of ['Norrgard Foods', 'Norrgard Foods AB'])
      await page.getByRole('gridcell', { name: `Choose ${name}`, exact: true }).click()
    await page.getByRole('link', { name: 'Merge these two' }).click()
    await page.getByRole('heading', { name: 'Merge two accounts' }).waitFor()
    await page.getByText('Which one stays').waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})
