/** Somebody plans a day in one line each, ticks it off by keyboard, and keeps notes and files where they belong. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contracts } from '#apps/contracts.ts'
import { client } from '#foundation/contract/client.ts'
import { expectAccessible, expectNoSideways, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

let house: House
let accountId = ''
beforeAll(async () => {
  house = await openHouse()
  const account = await house.api.accounts.create({ name: 'Harbour Line' })
  accountId = account.id
  await house.api.people.create({ name: 'Dana Whitlock', accountId, side: 'customer' })
})
afterAll(() => house?.close())

const tasksOf = () => client(contracts.tasks, house.reach.send)
const line = (page: Page, title: string) => page.locator('[data-task]').filter({ hasText: title })
const jot = async (page: Page, words: string) => {
  await page.getByLabel('New task').fill(words)
  await page.keyboard.press('Enter')
}

describe('a day', () => {
  it('is planned, ticked off and taken back without a mouse', async () => {
    const { page, context, problems } = await house.enter('/')
    await page.getByText('Nothing needs you').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('k')
    await page.getByText('Nothing planned').waitFor()
    await page.keyboard.press('c')
    await page.keyboard.type('Call Dana tomorrow 9:00 !high')
    await page.getByRole('status').getByText('Due tomorrow, 09:00 · high priority · about Dana Whitlock').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await line(page, 'Call Dana').getByText('Due tomorrow, 09:00').waitFor()
    await jot(page, 'Ring the yard today')
    await line(page, 'Ring the yard').waitFor()
    await jot(page, 'Sort the samples')
    await line(page, 'Sort the samples').waitFor()
    await page.keyboard.press('Escape')
    const [call] = (await tasksOf().list({ words: 'Call Dana' })).rows
    expect(call).toMatchObject({ title: 'Call Dana', priority: 'high', personName: 'Dana Whitlock', accountName: 'Harbour Line' })

    for (const heading of ['Today', 'No date']) await page.getByRole('heading', { level: 2, name: heading }).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('j')
    await expect.poll(focused).toBe('Ring the yard')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(focused).toBe('Sort the samples')
    await page.keyboard.press('x')
    await line(page, 'Sort the samples').waitFor({ state: 'detached' })
    await expect.poll(focused).toBe('Call Dana')
    await page.getByText('Done: Sort the samples').waitFor()
    await page.keyboard.press('u')
    await line(page, 'Sort the samples').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Space')
    await line(page, 'Sort the samples').waitFor({ state: 'detached' })

    await page.keyboard.press('k')
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Edit task' })
    await form.getByLabel('Task', { exact: true }).fill('Ring the yard and the quay')
    await form.getByLabel('Repeats').selectOption('Every week')
    await expectAccessible(page)
    await keepPicture(page, 'task form')
    await form.getByRole('button', { name: 'Save task' }).click()
    await form.waitFor({ state: 'detached' })
    await line(page, 'Ring the yard and the quay').getByText('every week').waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'tasks')
    await line(page, 'Ring the yard and the quay').getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Ring the yard and the quay' }).waitFor()
    await expectAccessible(page)

    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByText('You planned this for today').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('Nothing needs you').waitFor()
    const open = (await tasksOf().list({ words: 'Ring the yard' })).rows
    expect(open.map((task) => task.dueOn)).toHaveLength(1)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('all tasks and notes', () => {
  it('are a table, a board and a calendar, open ones first', async () => {
    await tasksOf().create({ title: 'Weigh the crates', dueOn: '2027-02-03' })
    await client(contracts.notes, house.reach.send).create({ body: 'The crane is hired.' })
    const { page, context, problems } = await house.enter('/tasks')
    await page.getByRole('link', { name: 'All tasks as a table' }).click()
    const grid = page.getByRole('grid', { name: 'Tasks' })
    await grid.getByRole('link', { name: 'Weigh the crates' }).waitFor()
    expect(await grid.getByRole('link', { name: 'Sort the samples' }).count()).toBe(0)
    await expectAccessible(page)
    await keepPicture(page, 'all tasks table')
    await page.goto('/tasks/all?view=board')
    await page.getByRole('link', { name: 'Weigh the crates' }).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByText('Moved to High').waitFor()
    await keepPicture(page, 'all tasks board')
    await page.goto('/tasks/all?view=calendar&month=2027-02')
    await page.getByRole('link', { name: 'Weigh the crates' }).focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expect
      .poll(async () => (await tasksOf().list({ words: 'Weigh' })).rows[0], { timeout: 30_000 })
      .toMatchObject({ dueOn: '2027-02-04', priority: 'high' })
    await keepPicture(page, 'all tasks calendar')
    await expectAccessible(page)
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await page.getByRole('grid', { name: 'Notes' }).getByRole('link', { name: 'The crane is hired.' }).click()
    await page.getByRole('heading', { level: 1, name: 'Note by Rea Olsen' }).waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('an account', () => {
  it('keeps its next steps, notes and files, and tells them in its line of time', async () => {
    const { page, context, problems } = await house.enter(`/accounts/${accountId}`)
    await line(page, 'Call Dana').waitFor()
    await jot(page, 'Send the offer on Friday')
    await line(page, 'Send the offer').waitFor()
    await page.getByRole('checkbox', { name: 'Done: Send the offer' }).click()
    await line(page, 'Send the offer').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Write a note' }).click()
    await page.getByLabel('New note').fill('They decide **together**. <img src=x onerror=alert(1)>\n- ask @Rea first')
    await page.keyboard.press('Control+Enter')
    const notes = page.getByRole('list', { name: 'Notes', exact: true })
    await notes.locator('strong').getByText('together').waitFor()
    expect(await notes.locator('img').count()).toBe(0)
    await notes.getByText('@Rea').waitFor()

    const files = page.getByRole('list', { name: 'Files', exact: true })
    await page
      .getByLabel('Files to add')
      .setInputFiles({ name: 'plan.html', mimeType: 'text/html', buffer: Buffer.from('<b>hi</b>') })
    await files.getByText('plan.html').waitFor()
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer()
      data.items.add(new File(['harbour'], 'quay.txt', { type: 'text/plain' }))
      return data
    })
    await page.getByText('Drop more files here.').dispatchEvent('drop', { dataTransfer: dropped })
    await files.getByText('quay.txt').waitFor()
    const [saved] = await Promise.all([page.waitForEvent('download'), files.getByRole('link', { name: 'plan.html' }).click()])
    expect(saved.suggestedFilename()).toBe('plan.html')
    await page.getByRole('button', { name: 'More for: plan.html' }).click()
    await page.getByRole('menuitem', { name: 'Take away' }).click()
    await files.getByText('plan.html').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await files.getByText('plan.html').waitFor()

    await page.getByText('Done by Rea Olsen', { exact: true }).first().waitFor()
    await page.getByText('Note by Rea Olsen').waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'account with its work')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Find a record, or do something').fill('together')
    await page.getByRole('option', { name: /They decide together/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Note by Rea Olsen' }).waitFor()
    await expectAccessible(page)
    expect(problems).toEqual([])
    await context.close()
  })

  it('does so on a phone, for a person and an opportunity too', async () => {
    const [person] = (await house.api.people.list({ words: 'Dana' })).rows
    const made = await house.api.opportunities.create({ name: 'Two quays', accountId })
    const { page, context, problems } = await house.enter('/tasks', looks[2])
    for (const [path, word] of [
      ['/tasks', 'Call Dana'],
      [`/accounts/${accountId}`, 'quay.txt'],
      [`/people/${person?.id}`, 'Nothing written down yet.'],
      [`/opportunities/${made.id}`, 'Nothing written down yet.'],
    ] as const) {
      await page.goto(path)
      await page.getByText(word).first().waitFor()
      await page.locator('main [role="status"][aria-label]').first().waitFor({ state: 'detached' })
      await expectAccessible(page)
      await expectNoSideways(page)
      await keepPicture(page, `phone ${path.split('/')[1]}`)
    }
    await jot(page, 'Measure both quays')
    await line(page, 'Measure both quays').waitFor()
    expect((await tasksOf().list({ opportunityId: made.id })).rows[0]).toMatchObject({ accountName: 'Harbour Line' })
    expect(problems).toEqual([])
    await context.close()
  })
})
