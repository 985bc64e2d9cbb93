/** An owner invites a colleague, who comes in on a phone; a key is made and taken back; a forgotten password is replaced; the door is closed. */
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
const phoneDark = looks[3]

describe('a colleague', () => {
  it('joins by a link, works, forgets the password, and leaves', async () => {
    const owner = await visit(browser, program.url)
    const { page } = owner
    await page.goto('/')
    await page.getByLabel('Workspace name').fill('Lindholm Scales')
    await page.getByLabel('Your name').fill('Rea Olsen')
    await page.getByLabel('Your e-mail').fill('rea@lindholm.example')
    await page.getByLabel('Password').fill('correct horse battery staple')
    await page.getByRole('button', { name: 'Create the workspace' }).click()
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    await page.goto('/settings')
    await page.getByText('This is the last owner.').waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'settings')

    await page.getByRole('button', { name: 'Invite a colleague' }).click()
    await page.getByLabel('E-mail').fill('bo@lindholm.example')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Done' }).click()

    const colleague = await visit(browser, program.url, phoneDark)
    const phone = colleague.page
    await phone.goto(link)
    await phone.getByRole('heading', { name: 'Come into Lindholm Scales' }).waitFor()
    await expectAccessible(phone)
    await expectNoSideways(phone)
    await keepPicture(phone, 'invite')
    await phone.getByLabel('Your name').fill('Bo Berg')
    await phone.getByLabel('Password').fill('a horse of another colour')
    await phone.getByRole('button', { name: 'Come in' }).click()
    await phone.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    await phone.goto('/settings')
    await phone.getByRole('heading', { name: 'API tokens' }).waitFor()
    await expectAccessible(phone)
    await expectNoSideways(phone)
    expect(await phone.getByRole('heading', { name: 'Invites' }).count()).toBe(0)

    await phone.getByRole('button', { name: 'Make a token' }).click()
    await phone.getByLabel('What is it for').fill('Export')
    await phone.getByRole('button', { name: 'Make the token' }).click()
    const token = await phone.getByRole('textbox', { name: 'Token' }).inputValue()
    const asProgram = () => fetch(`${program.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
    expect((await asProgram()).status).toBe(200)
    await phone.getByRole('button', { name: 'Done' }).click()
    await phone.getByRole('button', { name: 'Take back' }).click()
    await phone.getByText('opens nothing any more').waitFor()
    expect((await asProgram()).status).toBe(401)

    await phone.getByRole('button', { name: 'Set it up' }).click()
    await phone.getByLabel('Your password').fill('a horse of another colour')
    await phone.getByRole('button', { name: 'Go on' }).click()
    await phone.getByRole('img', { name: 'The key as a picture to scan' }).waitFor()
    await expectAccessible(phone)
    await phone.keyboard.press('Escape')

    await page.reload()
    await page.getByRole('button', { name: 'More for Bo Berg' }).click()
    await page.getByRole('menuitem', { name: /choose a new password/ }).click()
    const reset = await page.getByRole('textbox', { name: 'Link' }).inputValue()
    await page.keyboard.press('Escape')
    await phone.goto(reset)
    await phone.getByLabel('New password').fill('a third horse altogether')
    await expectAccessible(phone)
    await phone.getByRole('button', { name: 'Change the password' }).click()
    await phone.getByRole('link', { name: 'Sign in' }).click()
    await phone.getByLabel('E-mail').fill('bo@lindholm.example')
    await phone.getByLabel('Password').fill('a third horse altogether')
    await phone.getByRole('button', { name: 'Sign in' }).click()
    await phone.getByRole('heading', { name: 'Today', level: 1 }).waitFor()

    await page.getByRole('button', { name: 'More for Bo Berg' }).click()
    await page.getByRole('menuitem', { name: 'Close the door' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close the door' }).click()
    await page.getByText('The door is closed for Bo Berg').waitFor()
    await phone.goto('/accounts')
    await phone.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect([...owner.problems, ...colleague.problems]).toEqual([])
  })
})
