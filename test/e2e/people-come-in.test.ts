/** A newcomer opens the program, creates a workspace, leaves, comes back, and a wrong password does not pass. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSideways, keepPicture, looks, openBrowser, visit } from './open-browser.ts'
import { openProgram, type Program } from './open-program.ts'

let program: Program
let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  ;[program, browser] = await Promise.all([openProgram(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await program?.close()
})

describe('first run', () => {
  it.each(looks)('is readable at $name', async (look) => {
    const { page, context, problems } = await visit(browser, program.url, look)
    await page.goto('/')
    await page
      .getByRole('button', { name: /create|open/i })
      .first()
      .waitFor()
    await expectAccessible(page)
    await expectNoSideways(page)
    await keepPicture(page, `first run ${look.name}`)
    expect(problems).toEqual([])
    await context.close()
  })

  it('creates the workspace and its owner, and lands on Today', async () => {
    const { page, context, problems } = await visit(browser, program.url)
    await page.goto('/')
    await page.getByLabel('Workspace name').fill('Lindholm Scales')
    await page.getByLabel('Your name').fill('Rea Olsen')
    await page.getByLabel('Your e-mail').fill('rea@lindholm.example')
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple')
    await page.getByRole('button', { name: /create/i }).click()
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    await page.getByText('Nothing needs you').waitFor()
    await expectAccessible(page)
    expect(problems).toEqual([])
    await context.close()
  })

  it('is closed afterwards: a stranger meets the sign-in page, and a wrong password stays outside', async () => {
    const { page, context } = await visit(browser, program.url)
    await page.goto('/accounts')
    await page.getByRole('heading', { name: /sign in/i }).waitFor()
    await expectAccessible(page)
    await page.getByLabel('E-mail').fill('rea@lindholm.example')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.getByRole('alert').first().waitFor()
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple')
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor()
    await context.close()
  })
})
