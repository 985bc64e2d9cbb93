/** An owner connects the stock system: what changes arrives there, signed; a token may ask only what it was made for; the reference answers. */
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerWith, openReceiver, type Receiver } from '../server/open-receiver.ts'
import { expectAccessible, expectNoSideways, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

let house: House
let receiver: Receiver
beforeAll(async () => {
  ;[house, receiver] = await Promise.all([openHouse({ WEBHOOKS_ALLOW_PRIVATE: 'on' }), openReceiver()])
})
afterAll(async () => {
  await house?.close()
  await receiver?.close()
})
const path = { webhook: '' }

describe('the stock system', () => {
  it('is told what was chosen, signed with the secret that was shown once', async () => {
    const { page, context, problems } = await house.enter('/settings')
    await page.getByRole('link', { name: 'Open the webhooks' }).click()
    await page.getByText('No program is told yet').waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'webhooks empty desk light')
    await page.getByRole('button', { name: 'Make a webhook' }).click()
    await page.getByLabel('What is it for').fill('Stock system')
    await page.getByLabel('Address').fill('ftp://stock')
    await page.getByRole('button', { name: 'Make the webhook' }).click()
    await page.getByText('The address must begin with https://').first().waitFor()
    await page.getByLabel('Address').fill(`${receiver.url}/stock`)
    await page.getByRole('switch', { name: 'Every change' }).click()
    await page.getByRole('checkbox', { name: 'accounts, added' }).click()
    await page.getByRole('checkbox', { name: 'accounts, changed' }).click()
    await expectAccessible(page)
    await keepPicture(page, 'webhook being made desk light')
    await page.getByRole('button', { name: 'Make the webhook' }).click()
    const secret = await page.getByLabel('Secret', { exact: true }).inputValue()
    expect(secret).toMatch(/^whsec_/)
    await expectAccessible(page)
    await keepPicture(page, 'webhook secret desk light')
    await page.getByRole('button', { name: 'Done' }).click()

    await page.getByRole('link', { name: 'Stock system' }).click()
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByText('Delivered', { exact: true }).filter({ visible: true }).nth(1).waitFor()
    const account = await house.api.accounts.create({ name: 'Norrgard Foods' })
    await house.api.people.create({ name: 'Ada Norrgard' })
    await receiver.hasCome(2)
    const [test, told] = receiver.came
    expect(JSON.parse(test?.body ?? '').type).toBe('webhook.test')
    expect(JSON.parse(told?.body ?? '')).toMatchObject({
      type: 'accounts.created',
      data: { id: account.id, row: { name: 'Norrgard Foods' } },
    })
    const signed = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`${told?.headers['webhook-id']}.${told?.headers['webhook-timestamp']}.${told?.body}`)
      .digest('base64')
    expect(told?.headers['webhook-signature']).toBe(`v1,${signed}`)
    path.webhook = new URL(page.url()).pathname

    // Trouble is said, and what was not taken can be sent again.
    receiver.answer = answerWith(500, {}, 'The stock is being counted')
    await house.api.accounts.change({ id: account.id, name: 'Norrgard Group' })
    await page.getByText('Answered 500').first().waitFor()
    await page.getByText('Failing', { exact: true }).waitFor()
    await page.getByRole('button', { name: /Accounts, changed/i }).click()
    await page.getByText('The stock is being counted').waitFor()
    await page.getByText('"Norrgard Group"').first().waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'webhook delivery desk light')
    await page.keyboard.press('Escape')
    expect(problems).toEqual([])
    await context.close()
  })

  it.each([looks[0], looks[3]])('is looked after at $name', async (look) => {
    const { page, context, problems } = await house.enter(path.webhook, look)
    await page.getByText('Answered 500').first().waitFor()
    await expectAccessible(page)
    await expectNoSideways(page)
    await keepPicture(page, `webhook ${look.name}`)
    await page.goto('/settings/webhooks')
    await page.getByRole('link', { name: 'Stock system' }).waitFor()
    await expectAccessible(page)
    await expectNoSideways(page)
    await keepPicture(page, `webhooks ${look.name}`)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('a token', () => {
  it('made for reading accounts reads accounts and does nothing else', async () => {
    const { page, context, problems } = await house.enter('/settings')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await page.getByLabel('What is it for').fill('Nightly export')
    await page.getByRole('switch', { name: 'Everything I may' }).click()
    await page.getByLabel('accounts', { exact: true }).selectOption('read')
    await expectAccessible(page)
    await keepPicture(page, 'token scopes desk light')
    await page.getByRole('button', { name: 'Make the token' }).click()
    const secret = await page.getByRole('dialog').getByLabel('Token', { exact: true }).inputValue()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('May ask accounts (read)').waitFor()
    await keepPicture(page, 'token listed desk light')
    const ask = (method: string, at: string) =>
      fetch(new URL(at, house.program.url), {
        method,
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: '{"name":"X"}' } : {}),
      })
    const read = await ask('GET', '/api/accounts')
    expect(read.status).toBe(200)
    expect(Number(read.headers.get('ratelimit-remaining'))).toBeGreaterThan(0)
    expect(await (await ask('POST', '/api/accounts')).json()).toMatchObject({
      status: 403,
      errors: [{ message: 'accounts:write' }],
    })
    expect((await ask('GET', '/api/people')).status).toBe(403)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('the reference', () => {
  it.each([looks[1], looks[2]])('shows calls that run, tries them, and what webhooks send, at $name', async (look) => {
    const { page, context, problems } = await house.enter('/reference', look)
    const entry = page.locator('details').filter({ hasText: 'List accounts by name' })
    await entry.locator('summary').click()
    await entry.getByText('accounts:read').waitFor()
    await entry.getByRole('button', { name: 'TypeScript' }).click()
    await entry.getByText('await fetch(').waitFor()
    await entry.getByRole('button', { name: 'Try it' }).click()
    await entry.getByText('"Norrgard Group"').waitFor()
    await keepPicture(page, `reference ${look.name}`)
    await page.getByText('"type": "accounts.created"').scrollIntoViewIfNeeded()
    await keepPicture(page, `reference events ${look.name}`)
    await expectAccessible(page)
    await expectNoSideways(page)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('the program', () => {
  it('killed right after a change tells it when it is back', async () => {
    receiver.answer = answerWith(204)
    const account = await house.api.accounts.create({ name: 'Written and killed' })
    await house.program.crash()
    while (!receiver.came.some((came) => came.body.includes(account.id))) await receiver.hasCome(receiver.came.length + 1)
  })
})
