/** A newcomer drops a mailbox, sees where every message ended, brings it in again, then a table, and takes it back. */
import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, keepPicture } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'
import { smallMailbox, smallMailCount } from './small-mailbox.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const mailbox = smallMailbox()
const table = [
  'Opportunity,Customer,Sales stage,Value,Currency,Expected close,Remark',
  'Scales for hall 2,Norrgard Foods,Proposal,12000.00,EUR,2027-02-01,Two halls at once',
  'Cold store,Fjellmat,Qualified,4500.50,EUR,2027-03-15,Minus 25',
  'Bakery line,Bakeri Nord,Proposal,8000,EUR,2027-04-30,New to us',
].join('\r\n')

const drop = async (page: Page, name: string, text: string) => {
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
/** The figures over the ledger, by the word under them. */
const figures = async (page: Page): Promise<Record<string, number>> =>
  Object.fromEntries(
    await page
      .locator('main dl > div')
      .evaluateAll((all) =>
        all.map((one) => [
          one.querySelector('dt')?.textContent?.trim() ?? '',
          Number(one.querySelector('dd')?.textContent ?? Number.NaN),
        ]),
      ),
  )
const finished = (page: Page) => page.locator('main header').getByText('Finished', { exact: true }).waitFor()

describe('mail', () => {
  it('comes in by dropping it, and the ledger accounts for every message with its reason', async () => {
    const { page, context, problems } = await house.enter('/imports')
    await page.getByText('Nothing has been imported yet.').waitFor()
    const carried = await page.evaluateHandle((text) => {
      const carrier = new DataTransfer()
      carrier.items.add(new File([text], 'packing.mbox'))
      return carrier
    }, mailbox)
    const zone = page.getByText('Drop files or a folder here')
    await zone.dispatchEvent('dragover', { dataTransfer: carried })
    await page.getByText('Let go to bring it in').waitFor()
    await page.getByText('Let go to bring it in').dispatchEvent('drop', { dataTransfer: carried })
    await page.getByRole('heading', { level: 1, name: 'packing.mbox' }).waitFor()
    await finished(page)
    expect(await figures(page)).toEqual({ seen: smallMailCount + 1, stored: smallMailCount, 'already here': 1, skipped: 0 })
    await page.getByText('A scale for the cold store').first().waitFor()
    await keepPicture(page, 'import finished')
    await page.getByRole('button', { name: 'Already here' }).click()
    await page.getByText('Nothing ended this way.').waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('main li').count()).toBe(1)
    await expectAccessible(page)
    expect(problems).toEqual([])
    await context.close()
  })

  it('brought in again stores nothing twice', async () => {
    const { page, context } = await house.enter('/imports')
    await page.getByRole('link', { name: 'packing.mbox' }).waitFor()
    await drop(page, 'again.mbox', mailbox)
    await finished(page)
    expect(await figures(page)).toEqual({ seen: smallMailCount + 1, stored: 0, 'already here': smallMailCount + 1, skipped: 0 })
    expect((await house.api.messages.threads({})).rows).toHaveLength(3)
    await context.close()
  })

  it('says why a file stayed outside', async () => {
    const { page, context } = await house.enter('/imports')
    await drop(page, 'picture.png', '\x89PNG\r\n\x1a\n not mail at all')
    await finished(page)
    expect(await figures(page)).toMatchObject({ stored: 0, skipped: 1 })
    await page.getByRole('button', { name: 'Skipped' }).click()
    await page.getByText(/picture\.png: \S+/).waitFor()
    await context.close()
  })
})

describe('a table of opportunities', () => {
  it('has its columns guessed, shown with samples, changed by a person, and comes in', async () => {
    const { page, context, problems } = await house.enter('/imports')
    await drop(page, 'pipeline.csv', table)
    await page.getByRole('heading', { name: 'What do the columns mean?' }).waitFor()
    await page.getByText('Scales for hall 2 · Cold store').waitFor()
    expect(await page.getByLabel('Opportunity means').inputValue()).toBe('name')
    expect(await page.getByLabel('Sales stage means').inputValue()).toBe('stageName')
    expect(await page.getByLabel('Customer means').inputValue()).toBe('accountName')
    await keepPicture(page, 'import columns')
    await expectAccessible(page)
    const remark = page.getByLabel('Remark means')
    await remark.selectOption({ label: 'Product' })
    await page.getByRole('button', { name: 'Import this table' }).click()
    await finished(page)
    expect(await figures(page)).toMatchObject({ seen: 3, stored: 3, skipped: 0 })
    await page
      .getByRole('link', { name: /Cold store/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: 'Cold store' }).waitFor()
    await page.getByText(/€4,500\.50 from/).waitFor()
    await page.getByRole('link', { name: 'Fjellmat' }).waitFor()
    await page.getByText('Minus 25', { exact: true }).waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  it('is taken back; what a person changed since is left and named', async () => {
    const kept = (await house.api.opportunities.list({})).rows.find((one) => one.name === 'Cold store')
    if (!kept) throw new Error('The opportunity is not there')
    const { page, context } = await house.enter(`/opportunities/${kept.id}`)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('Name').fill('Cold store, second try')
    await page.getByRole('button', { name: /^Save/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Cold store, second try' }).waitFor()
    await page.goto('/imports')
    await page.getByRole('link', { name: 'pipeline.csv' }).click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.locator('main header').getByText('Taken back', { exact: true }).waitFor()
    await page.getByText('1 row was changed or used since', { exact: false }).waitFor()
    await page.getByText(/^\(taking back\): .*Cold store/).waitFor()
    await keepPicture(page, 'import taken back')
    const left = (await house.api.opportunities.list({})).rows.map((one) => one.name)
    expect(left).toEqual(['Cold store, second try'])
    await context.close()
  })
})
