/** Somebody looks at how a record came to be, restores it, removes it and brings it back; a person is exported, and erased for good. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSideways, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'
import { smallMailbox } from './small-mailbox.ts'

let house: House
let accountId = ''
let personId = ''
beforeAll(async () => {
  house = await openHouse()
  await house.bringIn({ 'packing.mbox': smallMailbox() })
  await house.settle()
  accountId = (await house.api.accounts.list({})).rows.find((one) => one.name === 'Norrgard Foods')?.id ?? ''
  personId = (await house.api.people.list({})).rows.find((one) => one.name === 'Edda Brandvold')?.id ?? ''
  await house.api.accounts.change({ id: accountId, industry: 'Fish', note: 'Weighs at night' })
  await house.api.accounts.change({ id: accountId, industry: 'Frozen food' })
})
afterAll(() => {
  if (process.env.RAPPORT_SAY) console.log(house.program.log())
  return house?.close()
})

const pick = async (page: Page, name: string, item: string) => {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

describe('the history of a record', () => {
  it('opens by h, tells field by field, restores what was, and one undo takes that back', async () => {
    const { page, context, problems } = await house.enter(`/accounts/${accountId}`)
    await page.getByRole('heading', { level: 1, name: 'Norrgard Foods' }).waitFor()
    await page.getByRole('button', { name: 'More for Norrgard Foods' }).waitFor()
    await page.keyboard.press('h')
    const panel = page.getByRole('dialog', { name: 'History of Norrgard Foods' })
    await panel.getByText('Frozen food').waitFor()
    await panel.getByText('in the import').waitFor()
    await panel.getByText('from the command line').first().waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'history')
    const first = panel.getByRole('listitem').filter({ hasText: 'in the import' })
    await first.getByRole('button', { name: 'Restore as of then' }).click()
    const restoring = page.getByRole('dialog', { name: 'Restore Norrgard Foods' })
    await restoring.getByText('Weighs at night').waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'restore')
    await restoring.getByRole('button', { name: 'Restore', exact: true }).click()
    await restoring.waitFor({ state: 'detached' })
    expect(await house.api.accounts.get({ id: accountId })).toMatchObject({ industry: null, note: null })
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await house.api.accounts.get({ id: accountId })).industry).toBe('Frozen food')
    await page.getByRole('button', { name: 'Industry over time' }).click()
    const field = page.getByRole('dialog', { name: 'Industry over time: Norrgard Foods' })
    await field.getByText('Fish').first().waitFor()
    expect(await field.getByText('Weighs at night').count()).toBe(0)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('the trash', () => {
  it('takes an account with all that belongs to it, counted beforehand, and gives all of it back', async () => {
    const { page, context, problems } = await house.enter(`/accounts/${accountId}`)
    const before = await house.api.people.list({ accountId })
    await pick(page, 'Norrgard Foods', 'Remove')
    const dialog = page.getByRole('dialog', { name: 'Remove Norrgard Foods' })
    await dialog.getByRole('radio', { name: /Also remove 2 people, \d conversations?/ }).waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'remove an account')
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.waitForURL(/\/accounts$/)
    await expect(house.api.accounts.get({ id: accountId })).rejects.toMatchObject({ status: 404 })
    await page.goto('/settings/trash')
    await page.getByText('Norrgard Foods').waitFor()
    await page.getByText(/with 2 people/).waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'trash')
    await page.getByRole('button', { name: 'Bring back Norrgard Foods' }).click()
    await page.getByText('The trash is empty').waitFor()
    expect(await house.api.people.list({ accountId })).toMatchObject({ rows: before.rows.map(({ id, name }) => ({ id, name })) })
    expect((await house.api.needs.list({ accountId })).rows.length).toBeGreaterThan(0)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('personal data', () => {
  it('leaves as an archive, and goes for good when an owner types the name', async () => {
    const { page, context, problems } = await house.enter(`/people/${personId}`)
    await page.getByRole('heading', { level: 1, name: 'Edda Brandvold' }).waitFor()
    const archive = await page.request.get(`/api/people/${personId}/personal-data.zip`)
    const bytes = await archive.body()
    expect([archive.status(), bytes.subarray(0, 2).toString(), bytes.includes('index.html')]).toEqual([200, 'PK', true])
    expect(bytes.includes('The scales must send every weighing')).toBe(true)
    await pick(page, 'Edda Brandvold', 'Erase this person')
    const dialog = page.getByRole('dialog', { name: 'Erase Edda Brandvold' })
    const erase = dialog.getByRole('button', { name: 'Erase for good' })
    await dialog.getByText('Messages they wrote').waitFor()
    expect(await erase.isDisabled()).toBe(true)
    await expectAccessible(page)
    await keepPicture(page, 'erase a person')
    await dialog.getByLabel('Type the name to erase').fill('Edda Brandvold')
    await erase.click()
    await page.waitForURL(/\/settings\/personal-data$/)
    await page.getByText('Erased', { exact: true }).first().waitFor()
    await page.getByText('Messages they wrote, with their text').waitFor()
    await page.getByText(/GDPR/).waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'erasure report')
    expect((await house.api.people.list({})).rows.map((one) => one.name)).not.toContain('Edda Brandvold')
    const needs = (await house.api.needs.list({ accountId })).rows
    expect(needs.flatMap((need) => need.spans.map((span) => span.who)).join()).not.toContain('Edda')
    expect(needs.some((need) => need.spans.some((span) => /single sign-on/.test(span.quote)))).toBe(true)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('on a phone', () => {
  it('history, trash and the rules for keeping things are all there', async () => {
    const { page, context, problems } = await house.enter(`/accounts/${accountId}`, looks[3])
    await pick(page, 'Norrgard Foods', 'History')
    await page.getByRole('dialog', { name: 'History of Norrgard Foods' }).getByText('Fish').first().waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'history phone')
    for (const [path, text] of [
      ['/settings/trash', 'The trash is empty'],
      ['/settings/retention', 'Old mail and calls'],
      ['/settings/personal-data', 'Messages they wrote, with their text'],
    ] as const) {
      await page.goto(path)
      await page.getByText(text).first().waitFor()
      await expectAccessible(page)
      await expectNoSideways(page)
      await keepPicture(page, `${path.slice(10)} phone`)
    }
    await page.goto('/settings/retention')
    await page
      .getByText(/would go with the next daily run/)
      .first()
      .waitFor()
    await page.getByRole('switch').nth(1).click()
    await page.getByRole('button', { name: 'Save this rule' }).click()
    await page.getByText('The rule runs every day from now on').waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})
