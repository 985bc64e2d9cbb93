/** Does the history tell what a row was at any moment, field by field, and make it so again? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { Account } from '#customers/accounts/contract.ts'
import { peopleActions } from '#customers/people/actions.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { auditActions } from './actions.ts'
import { audit } from './contract.ts'

const house = await freshHouse()
const fields = Object.keys(Account.fields)
const pastOf = (ws: TestWorkspace, rowId: string, more: object = {}) =>
  ws.act((ctx) => auditActions.past(ctx, audit.past.takes.parse({ rowId, ...more })))

const step = fc.oneof(
  fc.record({
    do: fc.constant('change' as const),
    set: fc.record(
      { name: fc.constantFrom('Acme', 'Acme Ltd', 'Beta'), note: fc.constantFrom(null, 'one', 'two'), employeeCount: fc.nat(5) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ do: fc.constant('remove' as const) }),
  fc.record({ do: fc.constant('undo' as const), nth: fc.nat(6) }),
)

describe('a row as of a moment', () => {
  it('is what was there, whatever was edited, removed and taken back since', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
        const ws = await house.makeWorkspace()
        const { id, at: born } = await ws.act(async (ctx) => ({
          ...(await accountsActions.create(ctx, { name: 'Acme' })),
          at: ctx.now,
        }))
        const read = (ctx: Ctx) => accountsActions.get(ctx, { id }).catch(() => null)
        const seen = [{ at: born, row: await ws.act(read) }]
        for (const one of steps) {
          const at = await ws
            .act(async (ctx) => {
              if (one.do === 'change') await accountsActions.change(ctx, { id, ...one.set })
              if (one.do === 'remove') await accountsActions.remove(ctx, { id })
              if (one.do === 'undo') {
                const sets = (await auditActions.list(ctx, { limit: 20 })).rows
                await auditActions.undo(ctx, { id: sets[one.nth % sets.length]?.id ?? '' })
              }
              return ctx.now
            })
            .catch(() => null)
          if (at) seen.push({ at, row: await ws.act(read) })
        }
        for (const { at, row } of seen) {
          const told = await ws.act((ctx) => auditActions.asOf(ctx, { rowId: id, at }))
          expect(told.there).toBe(row !== null)
          const values = Object.fromEntries(told.fields.map((f) => [f.field, f.value]))
          expect(values).toEqual(row ? Object.fromEntries(fields.map((f) => [f, row[f as keyof typeof row]])) : {})
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('the past of a row', () => {
  it('says field by field from what to what, with names for what is referred to, page by page', async () => {
    const ws = await house.makeWorkspace()
    const acme = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme' }))
    const beta = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Beta' }))
    const ana = await ws.act((ctx) => peopleActions.create(ctx, { name: 'Ana', accountId: acme.id }))
    await ws.act((ctx) => peopleActions.change(ctx, { id: ana.id, accountId: beta.id, title: 'Buyer' }), {
      actor: { via: 'cli' },
    })
    await ws.act((ctx) => accountsActions.remove(ctx, { id: acme.id }))
    const first = await pastOf(ws, ana.id, { limit: 1 })
    expect(first.rows[0]).toMatchObject({ deed: 'changed', via: 'cli', actorName: 'Olga Owner', reason: 'Changed Ana' })
    expect(first.rows[0]?.fields.map((f) => [f.label, f.from.text, f.to.text])).toEqual([
      ['Account', 'Acme (removed)', 'Beta'],
      ['Title', null, 'Buyer'],
    ])
    const second = await pastOf(ws, ana.id, { limit: 1, after: first.next ?? '' })
    expect(second.rows[0]?.deed).toBe('created')
    expect(second.next).toBeNull()
    const title = await pastOf(ws, ana.id, { field: 'title' })
    expect(title.rows.map((r) => [r.deed, r.fields.map((f) => [f.field, f.to.text])])).toEqual([
      ['changed', [['title', 'Buyer']]],
      ['created', []],
    ])
  })

  it('names the import that a change was part of', async () => {
    const ws = await house.makeWorkspace()
    const { importsActions } = await import('../imports/actions.ts')
    const begun = await ws.act((ctx) => importsActions.create(ctx, { name: 'Spring list' }))
    const cause = { kind: 'import', id: begun.id }
    const made = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme' }), { cause })
    expect((await pastOf(ws, made.id)).rows[0]?.cause).toEqual({ ...cause, name: 'Spring list' })
  })
})

describe('restoring a row as of a moment', () => {
  it('shows what would change, does it in one change that can be taken back, and leaves what is gone', async () => {
    const ws = await house.makeWorkspace()
    const acme = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme' }))
    const ana = await ws.act((ctx) => peopleActions.create(ctx, { name: 'Ana', accountId: acme.id, phone: '1' }))
    await ws.act((ctx) => peopleActions.change(ctx, { id: ana.id, phone: '2', name: 'Ann', accountId: null }))
    await ws.act((ctx) => accountsActions.remove(ctx, { id: acme.id }))
    const asked = { rowId: ana.id, at: ana.createdAt }
    const preview = await ws.act((ctx) => auditActions.previewRestore(ctx, asked))
    expect(preview.refusal).toBeNull()
    expect(preview.fields.map((f) => [f.field, f.from.text, f.to.text, f.why !== null])).toEqual([
      ['name', 'Ann', 'Ana', false],
      ['accountId', null, 'Acme (removed)', true],
      ['phone', '2', '1', false],
    ])
    const done = await ws.act((ctx) => auditActions.restore(ctx, asked))
    expect(done.fields).toBe(2)
    const get = () => ws.act((ctx) => peopleActions.get(ctx, { id: ana.id }))
    expect(await get()).toMatchObject({ name: 'Ana', phone: '1', accountId: null })
    await ws.act((ctx) => auditActions.undo(ctx, { id: done.changeSetId }))
    expect(await get()).toMatchObject({ name: 'Ann', phone: '2' })
  })

  it('refuses what was not there, what was removed, what rules guard and what another row holds by now', async () => {
    const ws = await house.makeWorkspace()
    const ana = await ws.act((ctx) => peopleActions.create(ctx, { name: 'Ana', email: 'a@x.example' }))
    const restore = (rowId: string, at: string) => ws.act((ctx) => auditActions.restore(ctx, { rowId, at }))
    await expect(restore(ana.id, '2020-01-01T00:00:00.000Z')).rejects.toThrow(/was not there yet/)
    await ws.act((ctx) => peopleActions.change(ctx, { id: ana.id, email: 'b@x.example' }))
    await ws.act((ctx) => peopleActions.create(ctx, { name: 'Other', email: 'a@x.example' }))
    await expect(restore(ana.id, ana.createdAt)).rejects.toThrow(/must be unique/)
    await ws.act((ctx) => peopleActions.remove(ctx, { id: ana.id }))
    await expect(restore(ana.id, ana.createdAt)).rejects.toThrow(/trash/)
    await expect(restore(ws.memberId, ana.createdAt)).rejects.toMatchObject({ status: 404 })
  })
})
