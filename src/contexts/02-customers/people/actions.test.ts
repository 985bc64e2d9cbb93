/** Are people and accounts found when known, made once when not, and never made of machines? */
import { describe, expect, it } from 'vitest'
import { freshHouse } from '#test/database/with-workspace.ts'
import { accountsActions, findOrCreateAccounts } from '../accounts/actions.ts'
import { accounts } from '../accounts/contract.ts'
import { findOrCreatePeople, peopleActions } from './actions.ts'
import { people } from './contract.ts'

const house = await freshHouse()
const where = { ownDomains: ['vendor.example'], at: '2026-01-01T00:00:00.000Z' }

describe('meeting people in mail', () => {
  it('makes each once, with the account of the domain, and learns a name that comes later', async () => {
    const ws = await house.makeWorkspace()
    const meet = (...met: { name: string; email: string }[]) => ws.act((ctx) => findOrCreatePeople(ctx, met, where))
    const met = await meet(
      { name: '', email: 'Ana.Lopez@mail.acme.co.uk' },
      { name: 'LOPEZ, BEN', email: 'ben@acme.co.uk' },
      { name: 'Ben', email: 'BEN@acme.co.uk' },
      { name: 'Gina', email: 'gina@gmail.com' },
      { name: 'Vera', email: 'vera@eu.vendor.example' },
      { name: 'Sales', email: 'sales@other.example' },
      { name: 'No Reply', email: 'no-reply@acme.co.uk' },
      { name: 'List', email: 'dev@lists.acme.co.uk' },
      { name: 'Broken', email: 'nobody' },
    )
    const shown = [...met.values()].map((p) => [p.email, p.name, p.side, p.accountId !== null])
    expect(shown).toEqual([
      ['ana.lopez@mail.acme.co.uk', 'Ana Lopez', 'customer', true],
      ['ben@acme.co.uk', 'Ben Lopez', 'customer', true],
      ['gina@gmail.com', 'Gina', 'customer', false],
      ['sales@other.example', 'Sales', 'customer', false],
      ['vera@eu.vendor.example', 'Vera', 'vendor', false],
    ])
    const all = await ws.act((ctx) => accountsActions.list(ctx, accounts.list.takes.parse({})))
    expect(all.rows.map((a) => [a.name, a.domain])).toEqual([['Acme', 'acme.co.uk']])
    const again = await meet(
      { name: 'Ana María López', email: 'ana.lopez@mail.acme.co.uk' },
      { name: 'Benny', email: 'ben@acme.co.uk' },
    )
    expect([...again.values()].map((p) => p.name)).toEqual(['Ana María López', 'Ben Lopez'])
    expect([...again.values()].map((p) => p.id)).toEqual([
      met.get('ana.lopez@mail.acme.co.uk')?.id,
      met.get('ben@acme.co.uk')?.id,
    ])
  })

  it('makes each once when eight imports meet the same hundred at the same moment', async () => {
    const ws = await house.makeWorkspace()
    const met = Array.from({ length: 100 }, (_, i) => ({ name: `P ${i}`, email: `p${i}@company${i % 10}.example` }))
    const maps = await Promise.all(Array.from({ length: 8 }, () => ws.act((ctx) => findOrCreatePeople(ctx, met, where))))
    const ids = maps.map((m) => met.map((p) => m.get(p.email)?.id))
    for (const other of ids) expect(other).toEqual(ids[0])
    expect(new Set(ids[0]).size).toBe(100)
    const page = await ws.act((ctx) => accountsActions.list(ctx, accounts.list.takes.parse({})))
    expect(page.rows).toHaveLength(10)
  })
})

describe('lists by name', () => {
  it('page without gap or repeat, whatever the letters', async () => {
    const ws = await house.makeWorkspace()
    const names = ['Zoë', 'ana', 'Ana', 'ANA', 'Øyvind', 'İpek', 'Li', 'Li', 'Li']
    for (const name of names) await ws.act((ctx) => peopleActions.create(ctx, { name }))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await ws.act((ctx) => peopleActions.list(ctx, people.list.takes.parse({ limit: 2, after })))
      seen.push(...page.rows.map((r) => r.id))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(names.length)
  })

  it('show the account, and filter by it', async () => {
    const ws = await house.makeWorkspace()
    const account = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme', domain: 'https://www.Acme.example/about' }))
    expect(account.domain).toBe('acme.example')
    await ws.act((ctx) => peopleActions.create(ctx, { name: 'Ana', accountId: account.id }))
    await ws.act((ctx) => peopleActions.create(ctx, { name: 'Bo' }))
    const page = await ws.act((ctx) => peopleActions.list(ctx, people.list.takes.parse({ accountId: account.id })))
    expect(page.rows.map((r) => [r.name, r.accountName])).toEqual([['Ana', 'Acme']])
    await expect(ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme 2', domain: 'acme.example' }))).rejects.toMatchObject({
      status: 409,
    })
    await expect(ws.act((ctx) => accountsActions.create(ctx, { name: 'X', domain: 'not a domain' }))).rejects.toMatchObject({
      status: 422,
    })
    const map = await ws.act((ctx) => findOrCreateAccounts(ctx, [{ domain: 'acme.example', at: where.at }]))
    expect(map.get('acme.example')?.id).toBe(account.id)
  })
})
