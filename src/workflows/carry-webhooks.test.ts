/** Does every change reach the other program, signed, in order, at least once? */
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { Account } from '#customers/accounts/contract.ts'
import { change } from '#foundation/platform/changes/plan-changes.ts'
import { signWebhook } from '#foundation/platform/outbound/sign-webhook.ts'
import { answerWith } from '#test/server/open-receiver.ts'
import { freshCourier, verify } from '#test/server/with-courier.ts'
import { webhooksActions } from '#workspace/webhooks/actions.ts'
import { handOutEvents, takeParcels } from '#workspace/webhooks/actions-courier.ts'

const { house, receiver, clock, here, newCourier, carry, pass, listen, addAccount, rename, bodies, sent, webhookOf } =
  await freshCourier()

describe('what is sent', () => {
  it('is the change as it was, signed so that other code can check it', async () => {
    const { webhook, secret } = await listen(['accounts.*'])
    const made = await addAccount('Acme')
    await rename(made.id, 'Acme Ltd')
    await rename(made.id, 'Acme Group')
    await here.ws.act((ctx) => accountsActions.remove(ctx, { id: made.id }))
    await carry()
    const told = bodies()
    expect(told.map((b) => [b.type, b.data.row.name])).toEqual([
      ['accounts.created', 'Acme'],
      ['accounts.changed', 'Acme Ltd'],
      ['accounts.changed', 'Acme Group'],
      ['accounts.removed', 'Acme Group'],
    ])
    expect(told[1].data).toMatchObject({
      changed: ['name'],
      before: { name: 'Acme' },
      after: { name: 'Acme Ltd' },
      changeSet: { by: 'Olga Owner', via: 'web', why: 'Changed the account Acme' },
    })
    expect(told[0].data.row).toEqual(JSON.parse(JSON.stringify(made)))
    for (const came of receiver.came) {
      expect(await verify(came, secret)).toBe(true)
      expect(await verify({ ...came, body: `${came.body} ` }, secret)).toBe(false)
      expect(Math.abs(Number(came.headers['webhook-timestamp']) - clock.ms / 1000)).toBeLessThan(60)
    }
    expect((await sent(webhook.id)).every((d) => d.state === 'delivered' && d.lastStatus === 204)).toBe(true)
    const shown = await here.ws.act((ctx) =>
      webhooksActions.delivery(ctx, { id: String(receiver.came[1]?.headers['webhook-id']) }),
    )
    expect(JSON.stringify(shown.payload)).toBe(receiver.came[1]?.body)
  })

  it('has the shape that the reference shows', async () => {
    await listen(['accounts.*'])
    const made = await addAccount('Shape')
    await rename(made.id, 'Shaped')
    await here.ws.act((ctx) => accountsActions.remove(ctx, { id: made.id }))
    await carry()
    const offered = await here.ws.act((ctx) => webhooksActions.events(ctx))
    const shapeOf = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)])
        : Array.isArray(value)
          ? 'list'
          : 'one'
    for (const told of bodies()) expect(shapeOf(offered.find((one) => one.event === told.type)?.example)).toEqual(shapeOf(told))
    expect(bodies()).toHaveLength(3)
    expect(offered.map((one) => one.record)).not.toEqual(expect.arrayContaining(['api_tokens', 'members', 'webhook_secrets']))
  })

  it('is never a key, a hash, a secret or a heavy text, and nothing of another workspace', async () => {
    const { secret } = await listen()
    const other = await house.makeWorkspace()
    await other.act((ctx) => accountsActions.create(ctx, { name: 'Theirs' }))
    await listen(['*'], other)
    receiver.came = []
    await addAccount('Ours')
    await here.ws.act((ctx) => webhooksActions.test(ctx, { id: '' })).catch(() => undefined)
    await carry()
    const all = receiver.came.map((c) => c.body).join()
    expect(all).toContain('Ours')
    expect(all).not.toContain('Theirs')
    expect(all).not.toMatch(/sealed|secret|hash/i)
    const kept = await house.owner.query('select s::text as row from webhook_secrets s union all select c::text from changes c')
    expect(JSON.stringify(kept.rows)).not.toContain(secret.slice(-30))
    expect(JSON.stringify(kept.rows)).not.toContain('"sealed"')
  })

  it('is only what was chosen, and what was committed', async () => {
    await listen(['accounts.created'])
    const made = await addAccount('Kept')
    await rename(made.id, 'Kept on')
    await expect(
      here.ws.act(async (ctx) => {
        await accountsActions.create(ctx, { name: 'Rolled back' })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await carry()
    expect(bodies().map((b) => [b.type, b.data.row.name])).toEqual([['accounts.created', 'Kept']])
  })
})

describe('a receiver in trouble', () => {
  it('is tried again with growing pauses, each row in its order, other rows meanwhile', async () => {
    const { webhook } = await listen(['accounts.*'])
    const sick = await addAccount('Sick')
    await rename(sick.id, 'Sick 2')
    const well = await addAccount('Well')
    receiver.answer = (response, came) => answerWith(came.body.includes(sick.id) ? 500 : 204, {}, 'no stock here')(response, came)
    await carry()
    await rename(well.id, 'Well 2')
    await carry()
    const names = () => bodies().map((b) => b.data.row.name)
    expect(names().filter((n) => n.startsWith('Well'))).toEqual(['Well', 'Well 2'])
    expect(names().filter((n) => n.startsWith('Sick'))).toEqual(['Sick'])
    expect((await sent(webhook.id)).find((d) => d.tries === 1 && d.state === 'waiting')).toMatchObject({
      lastStatus: 500,
      lastResponse: 'no stock here',
      problem: 'Answered 500',
    })
    await carry()
    expect(names().filter((n) => n.startsWith('Sick'))).toHaveLength(1)
    const pauses: number[] = []
    for (let tries = 2; tries < 5; tries++) {
      const waiting = (await sent(webhook.id)).find((d) => d.state === 'waiting' && d.tries > 0)
      pauses.push(Date.parse(waiting?.nextTryAt ?? '') - Date.parse(waiting?.lastTriedAt ?? ''))
      pass((pauses.at(-1) ?? 0) + 1_000)
      await carry()
    }
    expect(pauses.every((ms, i) => i === 0 || ms > 2 * (pauses[i - 1] ?? 0))).toBe(true)
    receiver.answer = answerWith(204)
    pass(8 * 3_600_000)
    await carry()
    expect(names().filter((n) => n.startsWith('Sick'))).toEqual(['Sick', 'Sick', 'Sick', 'Sick', 'Sick', 'Sick 2'])
    expect(new Set(receiver.came.filter((c) => c.body.includes('"Sick"')).map((c) => c.headers['webhook-id'])).size).toBe(2)
    expect(await webhookOf(webhook.id)).toMatchObject({ failingSince: null, failureCount: 0, waitingCount: 0 })
  })

  it('that cuts off, redirects, answers late or too much, is not taken for one that understood', async () => {
    const { webhook } = await listen(['accounts.created'])
    const tricks: [string, Parameters<typeof answerWith> | ((response: ServerResponse) => void), RegExp][] = [
      ['cut', (response) => void response.destroy(), /cut off/],
      ['moved', [302, { location: `${receiver.url}/elsewhere` }], /redirects are not followed/],
      ['late', () => undefined, /No whole answer within 0.3 s/],
      ['half', (response) => void response.writeHead(500).write('x'), /Answered 500|No whole answer/],
    ]
    for (const [name, trick, said] of tricks) {
      receiver.answer = Array.isArray(trick) ? answerWith(...trick) : trick
      await addAccount(name)
      await carry(newCourier(/late|half/.test(name) ? 300 : 20_000))
      expect((await sent(webhook.id))[0]).toMatchObject({ state: 'waiting', problem: expect.stringMatching(said) })
    }
    expect(receiver.came.every((c) => c.path === '/hook')).toBe(true)
    receiver.answer = (response) => void response.writeHead(200).end('y'.repeat(5_000_000))
    await addAccount('flood')
    await carry()
    const flood = (await sent(webhook.id))[0]
    expect(flood).toMatchObject({ state: 'delivered', lastStatus: 200 })
    expect(flood?.lastResponse?.length).toBeLessThanOrEqual(500)
  })

  it('that says when to come back is heard', async () => {
    const { webhook } = await listen()
    receiver.answer = answerWith(503, { 'retry-after': '3600' })
    await addAccount('Later')
    await carry()
    const [delivery] = await sent(webhook.id)
    expect(Date.parse(delivery?.nextTryAt ?? '') - clock.ms).toBeGreaterThan(3_500_000)
  })

  it('is given up after about a day, the row goes on, and after three days the webhook is paused and says why', async () => {
    const { webhook } = await listen(['accounts.*'])
    const made = await addAccount('Never')
    await rename(made.id, 'After')
    receiver.answer = answerWith(500)
    const began = clock.ms
    let ended = 0
    // 22 hours of pauses, a fifth more or less by the draws, and up to a step of the clock after each of nine tries.
    for (let i = 0; i < 80 && !ended; i++) {
      await carry()
      if ((await webhookOf(webhook.id)).givenUpCount) ended = clock.ms - began
      pass(3_600_000)
    }
    expect(ended).toBeGreaterThan(12 * 3_600_000)
    expect(ended).toBeLessThan(36 * 3_600_000)
    expect((await sent(webhook.id)).find((d) => d.state === 'given up')).toMatchObject({
      tries: 9,
      problem: 'Answered 500. Given up after 9 tries',
    })
    pass(1_000)
    await carry()
    expect(bodies().at(-1).data.row.name).toBe('After')
    pass(3 * 86_400_000)
    await carry()
    const paused = await webhookOf(webhook.id)
    expect(paused.pausedBecause).toMatch(/Nothing arrived since 2026-/)
    const before = receiver.came.length
    await addAccount('While paused')
    pass(9 * 3_600_000)
    await carry()
    expect(receiver.came).toHaveLength(before)

    receiver.answer = answerWith(204)
    await here.ws.act((ctx) => webhooksActions.resume(ctx, { id: webhook.id, missed: true }))
    await carry()
    expect(
      bodies()
        .slice(before)
        .map((b) => b.data.row.name)
        .sort(),
    ).toEqual(['After', 'While paused'])
  })

  it('that answers 410 is never asked again', async () => {
    const { webhook } = await listen()
    receiver.answer = answerWith(410)
    await addAccount('Gone')
    await carry()
    expect((await webhookOf(webhook.id)).pausedBecause).toContain('410')
  })
})

describe('the courier', () => {
  it('that dies with what it took loses nothing; another sends it when the lease ends', async () => {
    const { webhook } = await listen()
    const made = await addAccount('Survivor')
    await rename(made.id, 'Survivor 2')
    await carry()
    receiver.came = []
    await rename(made.id, 'Survivor 3')
    await rename(made.id, 'Survivor 4')
    // One that takes and is killed before it sends.
    await here.ws.act((ctx) => webhooksActions.pause(ctx, { id: webhook.id }))
    await here.ws.act((ctx) => webhooksActions.resume(ctx, { id: webhook.id, missed: true }))
    await here.ws.act(handOutEvents)
    const taken = await here.ws.act((ctx) => takeParcels(ctx, webhook.id, 30_000))
    expect(taken).toHaveLength(1)
    await carry()
    expect(receiver.came).toHaveLength(0)
    pass(31_000)
    await carry()
    expect(bodies().map((b) => b.data.row.name)).toEqual(['Survivor 3', 'Survivor 4'])
  })

  it('works beside others: every event once, every row in order, while people write at the same time', async () => {
    await listen(['accounts.*'])
    receiver.answer = (response) => setTimeout(() => response.writeHead(204).end(), Math.random() * 5)
    const accounts = await Promise.all(Array.from({ length: 6 }, (_, i) => addAccount(`A${i} 0`)))
    const others = [newCourier(), newCourier(), newCourier()]
    const carrying = { on: true }
    const couriers = others.map(async (one) => {
      while (carrying.on) await carry(one)
    })
    await Promise.all(
      accounts.map(async (account, i) => {
        for (let n = 1; n <= 12; n++) await rename(account.id, `A${i} ${n}`)
      }),
    )
    await receiver.hasCome(6 * 13)
    carrying.on = false
    await Promise.all(couriers)
    await carry()
    expect(receiver.came).toHaveLength(6 * 13)
    for (const [i, account] of accounts.entries())
      expect(
        bodies()
          .filter((b) => b.data.id === account.id)
          .map((b) => b.data.row.name),
      ).toEqual(Array.from({ length: 13 }, (_, n) => `A${i} ${n}`))
  })

  it('tells one row in the order of commits when two write it at once', async () => {
    await listen(['accounts.changed'])
    const made = await addAccount('Race')
    for (let round = 0; round < 8; round++)
      await Promise.all([
        here.ws.act((ctx) => ctx.save({ why: 'a', changes: [change(Account, made.id, { industry: `i${round}` })] })),
        here.ws.act((ctx) => ctx.save({ why: 'b', changes: [change(Account, made.id, { country: `c${round}` })] })),
      ])
    await carry()
    const told = bodies().map((b) => b.data)
    // Whoever applies the differences one after the other has at each step the row that was told.
    const state: Record<string, unknown> = { industry: null, country: null }
    for (const { after, row } of told) {
      Object.assign(state, after)
      expect({ industry: row.industry, country: row.country }).toEqual(state)
    }
    expect(told).toHaveLength(16)
  })
})

describe('the signature', () => {
  it('is that of the example in the specification', () => {
    const signed = signWebhook(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      atMs: 1_614_265_330_000,
      body: '{"test": 2432232314}',
    })
    expect(signed['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })
})
