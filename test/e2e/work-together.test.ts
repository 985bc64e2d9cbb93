/** Can two people work on the same records at once: see what the other changes, who is there, and never lose a word when both write the same? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectNoSideways, keepPicture, type Look, looks, visit } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

let house: House
let anaCookies: { name: string; value: string; url: string }[] = []
beforeAll(async () => {
  house = await openHouse()
  const accounts = ['Arven Mills', 'Bakeri Nord', 'Casa Verde']
  await house.bringIn({
    'accounts.csv': ['Company name,Country,Industry', ...accounts.map((name) => `${name},Spain,Steel`)].join('\n'),
  })
  const { link } = await house.api.members.invite({ email: 'ana@lindholm.example', name: 'Ana Ruiz', role: 'member' })
  const said = await fetch(`${house.program.url}/api/invites/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.program.url },
    body: JSON.stringify({ token: link.split('#token=')[1], name: 'Ana Ruiz', password: 'a horse of another colour' }),
  })
  anaCookies = said.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    return { name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: house.program.url }
  })
}, 120_000)
afterAll(() => house?.close())

const phone = looks[2]
/** Ana, a colleague of the owner, at a page. */
const enterAsAna = async (path: string, look?: Look) => {
  const ana = await visit(house.browser, house.program.url, look)
  await ana.context.addCookies(anaCookies)
  await ana.page.goto(path)
  return ana
}
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 30_000 })
const accountNamed = async (name: string) => {
  const found = (await house.api.accounts.list({})).rows.find((one) => one.name === name)
  if (!found) throw new Error(`No account ${name}`)
  return found
}
const grid = (page: Page) => page.getByRole('grid', { name: 'Accounts' })
/** A page hears once its line stands: the server has told it where it is. */
const hears = (page: Page) => page.waitForResponse((answer) => answer.url().includes('/api/live') && answer.status() === 200)
const cell = (page: Page, name: string, column: number) =>
  grid(page).getByRole('row').filter({ hasText: name }).locator(`[data-column="${column}"]`)

it('shows what a colleague changes, in place and marked; new rows wait until they are asked for', async () => {
  const { page, context, problems } = await house.enter('/accounts')
  const line = hears(page)
  await grid(page).getByRole('link', { name: 'Arven Mills' }).waitFor()
  await line
  const ana = await enterAsAna(`/accounts/${(await accountNamed('Arven Mills')).id}`)
  await ana.page.getByRole('heading', { name: 'Arven Mills' }).waitFor()
  await ana.page.getByRole('button', { name: 'Edit' }).click()
  await ana.page.getByRole('textbox', { name: 'Industry' }).fill('Flour')
  await ana.page.getByRole('button', { name: 'Save account' }).click()
  const changed = cell(page, 'Arven Mills', 3)
  await eventually(() => changed.textContent()).toBe('Flour')
  expect(await changed.getAttribute('title')).toBe('Changed by Ana Ruiz')
  await keepPicture(page, 'live cell marked')
  await house.api.accounts.create({ name: 'Aaa First' })
  await page.getByRole('button', { name: '1 new. Show' }).waitFor()
  expect(await grid(page).getByRole('link', { name: 'Aaa First' }).count()).toBe(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: '1 new. Show' }).click()
  await grid(page).getByRole('link', { name: 'Aaa First' }).waitFor()
  await house.api.accounts.remove({ id: (await accountNamed('Aaa First')).id })
  await page.getByRole('button', { name: '1 no longer here. Show' }).click()
  await eventually(() => grid(page).getByRole('link', { name: 'Aaa First' }).count()).toBe(0)

  // And back: what is changed in the table appears on the colleague's page.
  await ana.page.getByText('Flour', { exact: true }).waitFor()
  await grid(page).focus()
  await changed.click()
  await page.keyboard.type('Grain')
  await page.getByText('Editing Industry. Enter keeps, Escape takes back.').waitFor()
  await page.getByRole('textbox', { name: 'Industry' }).waitFor()
  await page.keyboard.press('Enter')
  await eventually(async () => (await accountNamed('Arven Mills')).industry).toBe('Grain')
  await ana.page.getByText('Grain', { exact: true }).waitFor()
  await keepPicture(ana.page, 'live fact marked')
  expect([...problems, ...ana.problems]).toEqual([])
  await Promise.all([context.close(), ana.context.close()])
})

it('shows both when two write the same field of a record, at a desk and on a phone, and keeps what is chosen', async () => {
  const { id } = await accountNamed('Bakeri Nord')
  const { page, context, problems } = await house.enter(`/accounts/${id}`, phone)
  await page.getByRole('heading', { name: 'Bakeri Nord' }).waitFor()
  const ana = await enterAsAna('/accounts')
  await grid(ana.page).getByRole('link', { name: 'Bakeri Nord' }).waitFor()

  // The owner writes; meanwhile Ana changes the same field, and another one.
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Industry' }).fill('Bread')
  await cell(ana.page, 'Bakeri Nord', 3).click()
  await ana.page.keyboard.press('F2')
  await ana.page.getByRole('textbox', { name: 'Industry' }).fill('Cake')
  await ana.page.keyboard.press('Enter')
  const clash = page.getByRole('group', { name: 'Industry was changed by two people' })
  await clash.getByText('Ana Ruiz changed this').waitFor()
  expect(await page.getByRole('textbox', { name: 'Industry' }).inputValue()).toBe('Bread')
  await house.api.accounts.change({ id, country: 'Norway' })
  await eventually(() => page.getByRole('textbox', { name: 'Country' }).inputValue()).toBe('Norway')
  await clash.scrollIntoViewIfNeeded()
  await keepPicture(page, 'conflict in a form on a phone')
  await expectAccessible(page)
  await expectNoSideways(page)
  await clash.getByRole('button', { name: 'Use mine' }).click()
  await page.getByRole('button', { name: 'Save account' }).click()
  await eventually(async () => (await accountNamed('Bakeri Nord')).industry).toBe('Bread')
  expect((await accountNamed('Bakeri Nord')).country).toBe('Norway')
  expect([...problems, ...ana.problems]).toEqual([])
  await Promise.all([context.close(), ana.context.close()])
})

it('keeps a cell that two people wrote, or that could not be sent, until it is said what becomes of it', async () => {
  const { id } = await accountNamed('Casa Verde')
  const { page, context } = await house.enter('/accounts')
  await grid(page).getByRole('link', { name: 'Casa Verde' }).waitFor()
  const write = async (column: number, name: string, text: string) => {
    await cell(page, 'Casa Verde', column).click()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name, exact: true }).fill(text)
  }
  await write(3, 'Industry', 'Mine')
  await house.api.accounts.change({ id, industry: 'Theirs' })
  await page.keyboard.press('Enter')
  const unsaved = page.getByRole('region', { name: 'Not saved yet' })
  await unsaved.getByText('Theirs', { exact: true }).waitFor()
  await keepPicture(page, 'conflict in a table')
  await expectAccessible(page)
  expect((await accountNamed('Casa Verde')).industry).toBe('Theirs')
  await unsaved.getByRole('textbox', { name: 'Your Industry' }).fill('Mine and theirs')
  await unsaved.getByRole('button', { name: 'Use mine' }).click()
  await eventually(async () => (await accountNamed('Casa Verde')).industry).toBe('Mine and theirs')
  await unsaved.waitFor({ state: 'detached' })

  await context.setOffline(true)
  await write(4, 'Country', 'Portugal')
  await page.keyboard.press('Enter')
  await unsaved.getByRole('button', { name: 'Save again' }).waitFor()
  await page.getByText('Not connected: what others change does not arrive.').waitFor()
  await keepPicture(page, 'table without a connection')
  await context.setOffline(false)
  await unsaved.getByRole('button', { name: 'Save again' }).click()
  await eventually(async () => (await accountNamed('Casa Verde')).country).toBe('Portugal')
  await page.getByText('Not connected: what others change does not arrive.').waitFor({ state: 'detached' })
  await context.close()
})

it('tells who else is at a record and what they have open, on a desk and on a phone, until they leave', async () => {
  const at = `/accounts/${(await accountNamed('Arven Mills')).id}`
  const { page, context, problems } = await house.enter(at, phone)
  await page.getByRole('heading', { name: 'Arven Mills' }).waitFor()
  expect(await page.getByText('is here').count()).toBe(0)
  const ana = await enterAsAna(at)
  await page.getByRole('status').getByText('Ana Ruiz is here', { exact: true }).last().waitFor()
  await ana.page.getByRole('status').getByText('Rea Olsen is here', { exact: true }).last().waitFor()
  await ana.page.getByRole('button', { name: 'Edit' }).click()
  await ana.page.getByRole('textbox', { name: 'Industry' }).focus()
  await page.getByRole('status').getByText('Ana Ruiz is editing Industry', { exact: true }).last().waitFor()
  await keepPicture(page, 'presence on a phone')
  await keepPicture(ana.page, 'presence at a desk')
  await expectAccessible(page)
  await expectNoSideways(page)
  await ana.page.close()
  await eventually(() => page.getByText('Ana Ruiz').count()).toBe(0)
  expect([...problems, ...ana.problems]).toEqual([])
  await Promise.all([context.close(), ana.context.close()])
})

it('ends when it is told to, whoever listens; the page says so', async () => {
  const { page } = await house.enter('/accounts')
  const line = hears(page)
  await grid(page).getByRole('link', { name: 'Casa Verde' }).waitFor()
  await line
  const { pid } = JSON.parse(readFileSync(join(house.program.dataFolder, 'server.json'), 'utf8')) as { pid: number }
  process.kill(pid, 'SIGTERM')
  const isThere = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  await eventually(isThere).toBe(false)
  await page.getByText('Not connected: what others change does not arrive.').waitFor()
})
