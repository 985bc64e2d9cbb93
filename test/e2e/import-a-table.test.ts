/** Somebody moves in with exports of another system: sees what would happen before it does, mends what was refused, finds the meetings. */
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBook } from '#test/make-book.ts'
import { expectAccessible, expectNoSideways, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const companies = (acme: string) =>
  [
    'Record ID,Company name,Company Domain Name,Number of Employees,Lifecycle Stage,Archived',
    `101,Acme GmbH,acme.example,${acme},customer,false`,
    '102,Gone Ltd,gone.example,5,customer,true',
    '103,,,7,customer,false',
    '104,Bakeri Nord,bakerinord.example,9,lead,false',
  ].join('\r\n')
const text = (...cells: string[]) => cells.map((c) => `<c t="inlineStr"><is><t>${c}</t></is></c>`).join('')
const calendar =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:kick\r\nSUMMARY:Kick-off at the mill\r\nDTSTART;TZID=Europe/Berlin:20260601T120000\r\nLOCATION:Hall 2\r\nATTENDEE;CN=Ana Ruiz:mailto:ana@acme.example\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'

const drop = async (page: Page, name: string, bytes: string | Buffer) => {
  await page.goto('/imports')
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes as string) })
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
const finished = (page: Page) => page.locator('main header').getByText('Finished', { exact: true }).waitFor()

describe('an export of another system', () => {
  it('is recognised, and what would happen is shown before anything is written', async () => {
    const { page, context, problems } = await house.enter('/imports')
    await drop(page, 'all-companies.csv', companies('12'))
    await page.getByText('An export of companies from HubSpot.').waitFor()
    expect(await page.getByLabel('Company Domain Name means').inputValue()).toBe('domain')
    await page.getByRole('checkbox', { name: /Mail domain/ }).waitFor()
    await page.getByText('0 of the first 4 rows are here already').first().waitFor()
    await page.getByRole('button', { name: 'See what would happen' }).click()
    await page.getByRole('heading', { name: 'What would happen' }).waitFor()
    await page.getByText('All rows were looked at; nothing was written.').waitFor()
    await page.getByText('It is archived in HubSpot (Archived: true).').waitFor()
    await page.getByText('The row names no account.').waitFor()
    expect((await house.api.accounts.list({})).rows).toEqual([])
    await keepPicture(page, 'import preview new')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Import this table' }).click()
    await finished(page)
    expect((await house.api.accounts.list({})).rows.map((a) => [a.name, a.employeeCount])).toEqual([
      ['Acme GmbH', 12],
      ['Bakeri Nord', 9],
    ])
    expect(problems).toEqual([])
    await context.close()
  })

  it('gives the rows at fault as a table, and takes the mended ones alone with the columns it remembers', async () => {
    const { page, context } = await house.enter('/imports')
    await page.getByRole('link', { name: 'all-companies.csv' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: '2 rows skipped' }).click()
    const csv = readFileSync(await (await coming).path(), 'utf8')
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFRow in the file,Why it was not taken,Record ID,Company name,Company Domain Name,Number of Employees,Lifecycle Stage,Archived',
      '3,It is archived in HubSpot (Archived: true).,102,Gone Ltd,gone.example,5,customer,true',
      '4,The row names no account.,103,,,7,customer,false',
    ])
    await keepPicture(page, 'import faults')
    await drop(page, 'mended.csv', csv.replace('103,,', '103,Mill & Co,'))
    await page.getByText(/Mapped as you did it for all-companies\.csv/).waitFor()
    await page.getByRole('button', { name: 'Import this table' }).click()
    await finished(page)
    expect((await house.api.accounts.list({})).rows.map((a) => a.name)).toContain('Mill & Co')
    await context.close()
  })

  it('shows on a phone which fields would change, from what to what', async () => {
    const { page, context } = await house.enter('/imports', looks[2])
    await drop(page, 'next-month.csv', companies('250'))
    await page.getByText('2 of the first 4 rows are here already').first().waitFor()
    await page.getByRole('button', { name: 'See what would happen' }).click()
    await page.getByText('All rows were looked at; nothing was written.').waitFor()
    expect(await page.locator('main del').allTextContents()).toEqual(['12'])
    expect(await page.locator('main ins').allTextContents()).toEqual(['250'])
    await expectNoSideways(page)
    await keepPicture(page, 'import preview phone')
    await expectAccessible(page)
    await context.close()
  })
})

describe('a workbook and a calendar', () => {
  it('come in by their sheets and events; the meeting stands in the account’s time line', async () => {
    const { page, context, problems } = await house.enter('/imports')
    const book = makeBook({
      sheets: [
        { name: 'People', rows: [text('Our people'), text('Full name', 'E-mail', 'Company'), text('Ana Ruiz', 'ana@acme.example', 'Acme')], merges: ['A1:C1'] },
        { name: 'Deals', rows: [text('Deal name', 'Company', 'Deal stage', 'Amount'), text('Two mills', 'Acme', 'Proposal', '1200 EUR')] },
      ],
    }) // biome-ignore format: rows
    await drop(page, 'crm.xlsx', book)
    await page.getByRole('region', { name: 'crm.xlsx/People' }).getByText('ana@acme.example').waitFor()
    expect(await page.getByRole('region', { name: 'crm.xlsx/Deals' }).getByLabel('Its rows are').inputValue()).toBe(
      'opportunities',
    )
    await keepPicture(page, 'import workbook')
    await page.getByRole('button', { name: 'Import these files' }).click()
    await finished(page)
    await drop(page, 'team.ics', calendar)
    await page.getByRole('button', { name: 'Import this table' }).click()
    await finished(page)
    const account = (await house.api.accounts.list({ words: 'acme' })).rows[0]
    await page.goto(`/accounts/${account?.id}`)
    await page.getByText('Kick-off at the mill').waitFor()
    await page.getByText('Ana Ruiz · Hall 2 · Every week on Monday').waitFor()
    await keepPicture(page, 'account with a meeting')
    await expectAccessible(page)
    expect(problems).toEqual([])
    await context.close()
  })
})
