/** How does a test play both ends: people who write, couriers that carry, and the program that is told? */
import { webcrypto } from 'node:crypto'
import { afterAll, beforeEach, expect } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { openSealing } from '#foundation/platform/auth/keep-sealed.ts'
import { openCourier } from '#workflows/carry-webhooks.ts'
import { noteForWebhooks, webhooksActions } from '#workspace/webhooks/actions.ts'
import { freshHouse, type TestWorkspace } from '../database/with-workspace.ts'
import { answerWith, type Came, openReceiver } from './open-receiver.ts'

/** The check of the Standard Webhooks specification, written from its text with the browser's own cryptography. */
export async function verify(came: Came, secret: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(secret.slice('whsec_'.length)), (c) => c.charCodeAt(0))
  const key = await webcrypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  const content = new TextEncoder().encode(`${came.headers['webhook-id']}.${came.headers['webhook-timestamp']}.${came.body}`)
  for (const one of String(came.headers['webhook-signature']).split(' ')) {
    const [version, signature = ''] = one.split(',')
    const told = Uint8Array.from(atob(signature), (c) => c.charCodeAt(0))
    if (version === 'v1' && (await webcrypto.subtle.verify('HMAC', key, told, content))) return true
  }
  return false
}

/** A house whose clock the test sets, a receiver, and a workspace of its own for each test, in which nobody listens yet. */
export async function freshCourier() {
  const house = await freshHouse()
  const receiver = await openReceiver()
  afterAll(receiver.close)
  const clock = { ms: Date.parse('2026-05-04T08:00:00.000Z') }
  const faults: unknown[] = []
  Object.assign(house.house, {
    clock: () => clock.ms++,
    onSaved: noteForWebhooks,
    mayReachPrivate: true,
    sealing: openSealing('s'.repeat(32), 'secrets of webhooks'),
  })
  const newCourier = (timeoutMs = 20_000) =>
    openCourier({ database: house.database, house: house.house, onFault: (error) => faults.push(error), timeoutMs })
  const own = newCourier()
  const here = { ws: await house.makeWorkspace() }
  beforeEach(async () => {
    await house.owner.query('update webhooks set removed_at = now()')
    here.ws = await house.makeWorkspace()
    receiver.came = []
    receiver.answer = answerWith(204)
    expect(faults.splice(0)).toEqual([])
  })
  return {
    house,
    receiver,
    clock,
    here,
    newCourier,
    /** Looks once and carries until nothing is due. */
    carry: async (by = own) => {
      await by.look()
      await by.settled()
    },
    pass: (ms: number) => {
      clock.ms += ms
    },
    listen: (events = ['*'], at: TestWorkspace = here.ws) =>
      at.act((ctx) => webhooksActions.create(ctx, { name: 'Stock', url: `${receiver.url}/hook`, events })),
    addAccount: (name: string) => here.ws.act((ctx) => accountsActions.create(ctx, { name })),
    rename: (id: string, name: string) => here.ws.act((ctx) => accountsActions.change(ctx, { id, name })),
    bodies: () => receiver.came.map((c) => JSON.parse(c.body)),
    sent: (id: string) => here.ws.act((ctx) => webhooksActions.deliveries(ctx, { id, limit: 100 })).then((p) => p.rows),
    webhookOf: (id: string) => here.ws.act((ctx) => webhooksActions.get(ctx, { id })),
  }
}
