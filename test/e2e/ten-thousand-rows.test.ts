/** Does a table of ten thousand people still scroll, move and find as if it were ten? */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { contracts } from '#apps/contracts.ts'
import { client } from '#foundation/contract/client.ts'
import { expectAccessible, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

const count = 10_000
const nameOf = (n: number) => `Person ${String(n).padStart(5, '0')}`
let house: House
beforeAll(async () => {
  house = await openHouse()
  const rows = Array.from(
    { length: count },
    (_, n) => `${nameOf(n)},person.${n}@customer-${n % 400}.example,Buyer,Customer ${n % 400}`,
  )
  const done = await house.bringIn({ 'people.csv': ['Full name,E-mail,Job title,Company name', ...rows].join('\n') })
  expect(done.storedCount).toBe(count)
}, 300_000)
afterAll(() => house?.close())

it('scrolls to its end with few rows in the page, and keeps its place', async () => {
  const { page, context, problems } = await house.enter('/people')
  const grid = page.getByRole('grid', { name: 'People' })
  await page.getByRole('link', { name: nameOf(0) }).waitFor()
  expect(await page.getByRole('row').count()).toBeLessThan(100)
  await grid.focus()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('j')
  const loaded = () => grid.evaluate((el) => el.scrollHeight / 32)
  for (let rounds = 0; rounds < 400 && (await loaded()) < 1_000; rounds++) {
    await grid.evaluate((el) => el.scrollTo(0, el.scrollHeight))
    await page.waitForTimeout(20)
  }
  expect(await loaded()).toBeGreaterThan(1_000)
  expect(await page.getByRole('row').count()).toBeLessThan(100)
  await keepPicture(page, 'ten thousand people')
  await expectAccessible(page)
  const place = await grid.evaluate((el) => el.scrollTop)
  // A press beside the name only puts the cursor into the cell: the name leads to the person.
  const middle = await grid.evaluate((el) => {
    const { top, height } = el.getBoundingClientRect()
    const names = [...el.querySelectorAll('a[href]')].map((name) => name.getBoundingClientRect())
    const name = names.find((at) => at.top > top + height / 2)
    return name && { x: name.left + 10, y: name.top + name.height / 2 }
  })
  if (!middle) throw new Error('No name is in view')
  await page.mouse.click(middle.x, middle.y)
  await page.waitForURL(/\/people\/[0-9a-f-]+$/)
  await page.goBack()
  await grid.waitFor()
  await expect.poll(() => grid.evaluate((el) => el.scrollTop), { timeout: 30_000 }).toBeGreaterThan(place - 64)
  expect(problems).toEqual([])
  await context.close()
})

it('finds the last of them at once, at a desk and on a phone', async () => {
  for (const look of [looks[0], looks[2]]) {
    const { page, context, problems } = await house.enter('/people', look)
    await page.getByText(nameOf(0)).first().waitFor()
    await page.getByLabel('Search people').fill(nameOf(count - 1))
    await page
      .getByText(nameOf(count - 1))
      .first()
      .waitFor()
    await page.getByText(nameOf(0), { exact: true }).first().waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await context.close()
  }
})

it('changes all that match in batches, says how far it is, and takes them back as one', async () => {
  const { page, context, problems } = await house.enter('/people?words=Person+00')
  const grid = page.getByRole('grid', { name: 'People' })
  await page
    .getByText(/^1,000 people/)
    .first()
    .waitFor()
  await grid.getByRole('checkbox', { name: 'Choose all people that are loaded' }).click()
  await page.getByRole('button', { name: 'Choose all 1,000' }).click()
  await page.getByRole('button', { name: 'Set a field' }).click()
  await page.getByLabel('Field', { exact: true }).selectOption({ label: 'Title' })
  await page.getByLabel('Title', { exact: false }).last().fill('Skipper')
  await page.keyboard.press('Enter')
  await page.getByText(/^\d+ of 1,000$/).waitFor()
  await page.getByText('1,000 people changed.').waitFor({ timeout: 120_000 })
  const skippers = async () =>
    (
      await client(contracts.views, house.reach.send).count({
        object: 'people',
        filter: { field: 'title', is: 'is', value: 'Skipper' },
      })
    ).count
  expect(await skippers()).toBe(1_000)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(skippers, { timeout: 120_000 }).toBe(0)
  expect(problems).toEqual([])
  await context.close()
}, 300_000)
