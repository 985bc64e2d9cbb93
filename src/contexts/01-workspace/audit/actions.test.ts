/** Can people see what was changed, by whom and why, and take it back? */
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import { auditActions } from './actions.ts'
import { audit } from './contract.ts'

const house = await freshHouse()

describe('the history', () => {
  it('lists change sets newest first, page by page, and tells which are taken back', async () => {
    const ws = await house.makeWorkspace()
    const account = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme' }))
    await ws.act((ctx) => accountsActions.change(ctx, { id: account.id, name: 'Acme Ltd' }))
    const list = (after?: string) => ws.act((ctx) => auditActions.list(ctx, audit.list.takes.parse({ limit: 1, after })))
    const first = await list()
    const second = await list(first.next ?? '')
    expect([first, second].map((p) => p.rows[0]?.reason)).toEqual(['Changed the account Acme', 'Added the account Acme'])
    expect(second.next).toBeNull()
    const undone = await ws.act((ctx) => auditActions.undo(ctx, { id: first.rows[0]?.id ?? '' }))
    expect(undone.rows).toBe(1)
    const shown = await ws.act((ctx) => auditActions.get(ctx, { id: first.rows[0]?.id ?? '' }))
    expect(shown.changeSet.undone).toBe(true)
    expect(shown.changes[0]).toMatchObject({ deed: 'changed', before: { name: 'Acme' }, after: { name: 'Acme Ltd' } })
    const history = await ws.act((ctx) => auditActions.history(ctx, { rowId: account.id }))
    expect(history.map((c) => [c.reason, c.actorName])).toEqual([
      ['Took back: Changed the account Acme', 'Olga Owner'],
      ['Changed the account Acme', 'Olga Owner'],
      ['Added the account Acme', 'Olga Owner'],
    ])
  })

  it('lets members take back their own changes, and managers everybody’s', async () => {
    const ws = await house.makeWorkspace()
    const account = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme' }))
    const [set] = await ws.act((ctx) => auditActions.list(ctx, { limit: 1 })).then((p) => p.rows)
    const id = set?.id ?? ''
    const undoAs = (memberId: string) => ws.act((ctx) => auditActions.undo(ctx, { id }), { actor: { role: 'member', memberId } })
    await expect(undoAs(ws.id)).rejects.toMatchObject({ status: 403 })
    const other = await house.makeWorkspace()
    await expect(other.act((ctx) => auditActions.undo(ctx, { id }))).rejects.toMatchObject({ status: 404 })
    await undoAs(ws.memberId)
    await expect(ws.act((ctx) => accountsActions.get(ctx, { id: account.id }))).rejects.toMatchObject({ status: 404 })
    await expect(ws.act((ctx) => auditActions.undo(ctx, { id }))).rejects.toMatchObject({ status: 409 })
  })
})
