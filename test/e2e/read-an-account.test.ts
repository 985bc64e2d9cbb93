/** Somebody opens an account that the mail made, follows a need to the words, says what is right, takes it back, and needs no mouse. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, keepPicture } from './open-browser.ts'
import { type House, openHouse, owner } from './open-house.ts'
import { smallMailbox } from './small-mailbox.ts'

let house: House
let accountId = ''
beforeAll(async () => {
  house = await openHouse()
  await house.bringIn({ 'packing.mbox': smallMailbox() })
  await house.settle()
  accountId = (await house.api.accounts.list({})).rows.find((one) => one.name === 'Norrgard Foods')?.id ?? ''
})
afterAll(() => house?.close())

const needItem = (page: Page, words: RegExp) => page.locator('li[data-why-scope]').filter({ hasText: words })
const stateOf = async (words: RegExp) =>
  (await house.api.needs.list({ accountId })).rows.find((one) => words.test(one.spans.map((s) => s.quote).join(' ')))

describe('an account', () => {
  it('leads from a need to the sentence, scrolled and lit, and the mark leads back to the reason', async () => {
    const { page, context, problems } = await house.enter('/accounts')
    await page.getByRole('link', { name: 'Norrgard Foods' }).click()
    await page.getByRole('heading', { level: 1, name: 'Norrgard Foods' }).waitFor()
    await page.getByRole('link', { name: 'Edda Brandvold' }).waitFor()
    const need = needItem(page, /send every weighing to our SAP system/)
    await need.getByText('The scales must send every weighing to our SAP system.').waitFor()
    await keepPicture(page, 'account')
    await expectAccessible(page)
    await need.locator('figure a').click()
    await page.waitForURL(/\/conversations\/[0-9a-f-]+\?evidence=/)
    const evidenceId = new URL(page.url()).searchParams.get('evidence') ?? ''
    const lit = page.locator(`mark[data-span~="${evidenceId}"]`)
    await lit.waitFor()
    expect(await lit.textContent()).toBe('The scales must send every weighing to our SAP system.')
    expect(await lit.getAttribute('class')).toContain('ring-2')
    await expect
      .poll(() => lit.evaluate((el) => el.getBoundingClientRect().top >= 0 && el.getBoundingClientRect().bottom <= innerHeight))
      .toBe(true)
    await keepPicture(page, 'conversation lit')
    await lit.click()
    const why = page.getByRole('complementary', { name: 'Why' })
    await why.getByText('In their words').waitFor()
    await why.getByText('The scales must send every weighing to our SAP system.').waitFor()
    await why
      .getByText(/sentence/)
      .first()
      .waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'why panel')
    await page.keyboard.press('Escape')
    await why.waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await context.close()
  })

  it('answers w, and quoted mail stays folded until asked for', async () => {
    const { page, context } = await house.enter(`/accounts/${accountId}`)
    await needItem(page, /SAP/).first().waitFor()
    await page.keyboard.press('w')
    const why = page.getByRole('complementary', { name: 'Why' })
    await why.getByText('How it was concluded').waitFor()
    await page.keyboard.press('w')
    await why.waitFor({ state: 'detached' })
    await page
      .getByRole('link', { name: /Scales for the packing hall/ })
      .last()
      .click()
    const folded = page.getByRole('button', { name: /Quoted earlier mail/ })
    await folded.waitFor()
    expect(await page.getByText('> We need single sign-on').count()).toBe(0)
    await folded.click()
    await page.getByText('> We need single sign-on').waitFor()
    await context.close()
  })
})

describe('a need', () => {
  it('is confirmed, and the toast takes it back', async () => {
    const { page, context } = await house.enter(`/accounts/${accountId}`)
    const need = needItem(page, /single sign-on/)
    await need.getByRole('button', { name: /^Confirm:/ }).click()
    await need.getByText('Confirmed', { exact: true }).waitFor()
    expect((await stateOf(/single sign-on/))?.state).toBe('confirmed')
    await page.getByRole('button', { name: 'Undo' }).click()
    await need.getByText('Found', { exact: true }).waitFor()
    expect((await stateOf(/single sign-on/))?.state).toBe('found')
    await context.close()
  })

  it('is corrected in a form, and keeps the sentences it rests on', async () => {
    const { page, context, problems } = await house.enter(`/accounts/${accountId}`)
    const need = needItem(page, /send every weighing/)
    await need.getByRole('button', { name: /^Correct:/ }).click()
    const form = page.getByRole('dialog', { name: 'Correct this need' })
    await form.waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'correct a need')
    await form.getByLabel('What they need').fill('every weighing in SAP within a minute')
    await form.getByRole('button', { name: 'Save need' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('every weighing in SAP within a minute', { exact: false }).first().waitFor()
    const now = await stateOf(/send every weighing/)
    expect(now?.statement).toBe('every weighing in SAP within a minute')
    expect(now?.spans.map((s) => s.quote)).toEqual(['The scales must send every weighing to our SAP system.'])
    expect(problems).toEqual([])
    await context.close()
  })

  it('is rejected and leaves the briefing; u brings it back; the history says who did what', async () => {
    const { page, context } = await house.enter(`/accounts/${accountId}`)
    const need = needItem(page, /type the weights by hand/)
    await need.getByRole('button', { name: /^Not a need:/ }).click()
    await need.waitFor({ state: 'detached' })
    const rejected = await stateOf(/type the weights by hand/)
    expect(rejected?.state).toBe('rejected')
    await page.keyboard.press('u')
    await need.first().waitFor()
    const history = await house.api.audit.history({ rowId: rejected?.id ?? '' })
    expect(history.length).toBeGreaterThanOrEqual(3)
    expect(history.filter((one) => one.actorName === owner.name).length).toBeGreaterThanOrEqual(2)
    await context.close()
  })
})

describe('by keyboard alone', () => {
  it('finds and opens from the palette', async () => {
    const { page, context, problems } = await house.enter('/')
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    const field = page.getByPlaceholder('Find a record, or do something')
    await field.waitFor()
    await expectAccessible(page)
    await page.keyboard.type('norrgard')
    await page
      .getByRole('option', { name: /Norrgard Foods/ })
      .first()
      .waitFor()
    await keepPicture(page, 'palette')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Norrgard Foods' }).waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  it('goes by letters, moves by j and k, opens by Enter, and ? tells the keys', async () => {
    const { page, context, problems } = await house.enter('/')
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    for (const [letter, name] of [
      ['p', 'People'],
      ['o', 'Opportunities'],
      ['i', 'Imports'],
      ['s', 'Settings'],
      ['a', 'Accounts'],
    ] as const) {
      await page.keyboard.press('g')
      await page.keyboard.press(letter)
      await page.getByRole('heading', { level: 1, name }).waitFor()
    }
    await page.getByRole('link', { name: 'Fjellmat' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/accounts\/[0-9a-f-]+$/)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByText('Choose a conversation').waitFor()
    await page.locator('[data-thread]').first().waitFor()
    await page.keyboard.press('j')
    await page.waitForURL(/\/conversations\/[0-9a-f-]+$/)
    const first = page.url()
    await page.keyboard.press('j')
    await expect.poll(() => page.url()).not.toBe(first)
    await page.keyboard.press('k')
    await expect.poll(() => page.url()).toBe(first)
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await keys.getByText('Next conversation').waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'keys')
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await context.close()
  })
})
