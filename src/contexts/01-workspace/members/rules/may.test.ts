/** Does every refusal hold, and does a workspace always keep an owner? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '#foundation/contract/operation.ts'
import { isTokenGood, mayAccept, mayChangeRole, mayDeactivate, mayInvite, mayMakeResetLink, type Standing } from './may.ts'

const roles: Role[] = ['member', 'manager', 'owner']
const crew = fc
  .array(fc.record({ role: fc.constantFrom(...roles), left: fc.boolean() }), { minLength: 1, maxLength: 6 })
  .map((all): Standing[] =>
    all.map(({ role, left }, i) => ({ id: String(i), role, deactivatedAt: left ? '2026-01-01T00:00:00Z' : null })),
  )
const owners = (all: readonly Standing[]) => all.filter((m) => m.role === 'owner' && !m.deactivatedAt).length

describe('the last owner', () => {
  it('is never lost, whatever is allowed', () => {
    fc.assert(
      fc.property(crew, fc.nat(5), fc.constantFrom(...roles), (all, at, role) => {
        const member = all[at % all.length]
        fc.pre(member !== undefined && owners(all) > 0)
        if (!member) return
        const ownersAfter = (change: Partial<Standing>) => owners(all.map((m) => (m === member ? { ...m, ...change } : m)))
        if (mayChangeRole(all, member, role).may) expect(ownersAfter({ role })).toBeGreaterThan(0)
        if (mayDeactivate(all, member).may) expect(ownersAfter({ deactivatedAt: '2026-02-01T00:00:00Z' })).toBeGreaterThan(0)
      }),
    )
  })
  it('is told what to do first', () => {
    const only: Standing = { id: 'a', role: 'owner', deactivatedAt: null }
    expect(mayDeactivate([only], only)).toEqual({ may: false, why: 'This is the last owner. Make somebody else an owner first.' })
  })
})

describe('the rest', () => {
  it('nobody hands out more than they have', () => {
    expect(roles.map((own) => roles.map((role) => mayInvite(own, role).may))).toEqual([
      [false, false, false],
      [true, true, false],
      [true, true, true],
    ])
  })
  it('an invite lets in once, in time', () => {
    const fresh = { acceptedAt: null, revokedAt: null, expiresAt: '2026-01-08T00:00:00Z' }
    expect(mayAccept(fresh, '2026-01-07T00:00:00Z').may).toBe(true)
    expect(mayAccept(fresh, '2026-01-08T00:00:00Z').may).toBe(false)
    expect(mayAccept({ ...fresh, acceptedAt: '2026-01-02T00:00:00Z' }, '2026-01-03T00:00:00Z').may).toBe(false)
    expect(mayAccept({ ...fresh, revokedAt: '2026-01-02T00:00:00Z' }, '2026-01-03T00:00:00Z').may).toBe(false)
  })
  it('a token ends at its moment', () => {
    const good = { revokedAt: null, expiresAt: '2026-01-08T00:00:00Z' }
    expect([isTokenGood(good, '2026-01-07T23:59:59Z'), isTokenGood(good, '2026-01-08T00:00:00Z')]).toEqual([true, false])
    expect(isTokenGood({ revokedAt: '2026-01-01T00:00:00Z', expiresAt: null }, '2026-01-02T00:00:00Z')).toBe(false)
  })
  it('a reset link never reaches into other workspaces', () => {
    const member = { id: 'a', role: 'member' as const, deactivatedAt: null, userId: 'u' }
    expect(mayMakeResetLink(member, 0).may).toBe(true)
    expect(mayMakeResetLink(member, 1).may).toBe(false)
  })
})
