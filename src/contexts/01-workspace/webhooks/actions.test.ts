/** Can people replay, change secrets and import without harm, and does nothing go to the inside of the network? */
import { describe, expect, it } from 'vitest'
import { Account } from '#customers/accounts/contract.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import { makeContext } from '#foundation/platform/make-context.ts'
import { openReceiver } from '#test/server/open-receiver.ts'
import { freshCourier, verify } from '#test/server/with-courier.ts'
import { webhooksActions } from './actions.ts'

const { house, receiver, clock, here, carry, pass, listen, addAccount, rename, bodies, sent } = await freshCourier()

describe('a large import', () => {
  it('costs a write one narrow row, however many rows it has, and is carried in the background', async () => {
    const { webhook } = await listen(['accounts.created'])
    const events = async () =>
      Number((await house.owner.query('select count(*) from webhook_events where workspace_id = $1', [here.ws.id])).rows[0].count)
    const before = await events()
    const draft = (n: number) =>
      create(Account, {
        name: `Bulk ${n}`,
        domain: null,
        website: null,
        industry: null,
        country: null,
        employeeCount: null,
        standing: 'prospect',
        ownerId: null,
        foundFrom: 'table',
        externalId: null,
        note: null,
      })
    await here.ws.act((ctx) => ctx.save({ why: 'bulk', changes: Array.from({ length: 150 }, (_, n) => draft(n)) }))
    expect((await events()) - before).toBe(1)
    const small = await openReceiver()
    await here.ws.act((ctx) => webhooksActions.change(ctx, { id: webhook.id, url: small.url }))
    await carry()
    expect(new Set(small.came.map((c) => JSON.parse(c.body).data.id)).size).toBe(150)
    await small.close()
  })
  it('leaves no trace where nobody listens', async () => {
    await addAccount('Alone')
    const { rows } = await house.owner.query('select 1 from webhook_events where workspace_id = $1', [here.ws.id])
    expect(rows).toEqual([])
  })
})

describe('replay', () => {
  it('sends one again under its id, and all since a moment', async () => {
    const { webhook } = await listen(['accounts.*'])
    const first = await addAccount('One')
    await carry()
    const id = String(receiver.came[0]?.headers['webhook-id'])
    await here.ws.act((ctx) => webhooksActions.replay(ctx, { id }))
    await carry()
    expect(receiver.came.map((c) => c.headers['webhook-id'])).toEqual([id, id])
    expect(receiver.came[1]?.body).toBe(receiver.came[0]?.body)
    pass(60_000)
    const since = new Date(clock.ms).toISOString()
    await rename(first.id, 'One more')
    await addAccount('Two')
    await carry()
    receiver.came = []
    expect(await here.ws.act((ctx) => webhooksActions.replaySince(ctx, { id: webhook.id, since }))).toEqual({ count: 2 })
    await carry()
    expect(bodies().map((b) => b.data.row.name)).toEqual(['One more', 'Two'])
  })
})

describe('a new secret', () => {
  it('signs beside the former for a day, then alone', async () => {
    const { webhook, secret } = await listen()
    const renewed = await here.ws.act((ctx) => webhooksActions.newSecret(ctx, { id: webhook.id }))
    await addAccount('Both')
    await carry()
    const [both] = receiver.came
    expect(both && [await verify(both, secret), await verify(both, renewed.secret)]).toEqual([true, true])
    pass(86_400_001)
    await addAccount('Later')
    await carry()
    const later = receiver.came.at(-1)
    expect(later && [await verify(later, secret), await verify(later, renewed.secret)]).toEqual([false, true])
  })
})

describe('the inside of the network', () => {
  it('is out of reach: by address, by name, at the time of sending', async () => {
    Object.assign(house.house, { mayReachPrivate: false })
    try {
      for (const url of [
        'https://127.0.0.1/x',
        'https://localhost/x',
        'https://[::1]/x',
        'https://0x7f.1/x',
        'https://10.0.0.8/',
        'https://169.254.169.254/latest/meta-data',
        'https://[::ffff:10.0.0.1]/',
        'https://user:word@example.com/',
        'http://example.com/',
        'ftp://example.com/',
      ])
        await expect(here.ws.act((ctx) => webhooksActions.create(ctx, { name: 'x', url, events: ['*'] }))).rejects.toMatchObject({
          status: 422,
        })
      // A name that was harmless when it was written and points inside when it is asked.
      const { webhook } = await here.ws.act((ctx) =>
        webhooksActions.create(ctx, { name: 'x', url: 'https://rebound.example/', events: ['*'] }),
      )
      await house.owner.query('update webhooks set url = $1 where id = $2', [
        `https://localhost:${new URL(receiver.url).port}/`,
        webhook.id,
      ])
      await addAccount('Secret')
      await carry()
      expect(receiver.came).toEqual([])
      expect((await sent(webhook.id))[0]?.problem).toMatch(/address of this machine/)
    } finally {
      Object.assign(house.house, { mayReachPrivate: true })
    }
  })
})

describe('the price of a write', () => {
  it('is printed: writes without the outbox, with it and nobody listening, and with one who listens, in turns', async () => {
    const made = await addAccount('Priced')
    const write = async (told: boolean) => {
      const from = performance.now()
      await house.database.inWorkspace(here.ws.id, (db) =>
        makeContext(told ? house.house : { ...house.house, onSaved: async () => undefined }, db, here.ws.actor).save({
          why: 'price',
          changes: [change(Account, made.id, { note: `${Math.random()}` })],
        }),
      )
      return performance.now() - from
    }
    const times: [number[], number[], number[], number[]] = [[], [], [], []]
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]?.toFixed(2)
    await write(true)
    for (let i = 0; i < 25; i++) {
      times[0].push(await write(false))
      times[1].push(await write(true))
    }
    await listen(['people.*'])
    for (let i = 0; i < 25; i++) {
      times[2].push(await write(false))
      times[3].push(await write(true))
    }
    process.stdout.write(
      `One write, median: ${median(times[0])} ms without the outbox, ${median(times[1])} ms with it and nobody listening; ${median(times[2])} ms without, ${median(times[3])} ms with one who listens\n`,
    )
    const { rows } = await house.owner.query('select count(*)::int as n from webhook_events where workspace_id = $1', [
      here.ws.id,
    ])
    // Making the webhook is a change set too.
    expect(rows).toEqual([{ n: 26 }])
  })
})
