/** Is a write remembered whole, or not done at all? */
import type { KyselyPlugin } from 'kysely'
import { describe, expect, it } from 'vitest'
import { accountDraft } from '#customers/accounts/actions.ts'
import { Account } from '#customers/accounts/contract.ts'
import { personDraft } from '#customers/people/actions.ts'
import { Person } from '#customers/people/contract.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import type { Db } from '../context.ts'
import { change, create, remove } from './plan-changes.ts'
import { saveChanges } from './save-changes.ts'
import { saveUnlessReferred, saveUnlessTaken } from './save-unless-taken.ts'

const house = await freshHouse()
const count = async (table: string, where = 'true', values: unknown[] = []) =>
  Number((await house.owner.query(`select count(*) as n from ${table} where ${where}`, values)).rows[0]?.n)

describe('one change set', () => {
  it('says who, when, why, and what each row was and became', async () => {
    const ws = await house.makeWorkspace()
    const made = await ws.act((ctx) => ctx.save({ why: 'Met Acme', changes: [create(Account, accountDraft({ name: 'Acme' }))] }))
    const id = made.ids[0] ?? ''
    const changed = await ws.act((ctx) =>
      ctx.save({ why: 'Renamed', changes: [change(Account, id, { name: 'Acme Ltd', note: null })] }),
    )
    const removed = await ws.act((ctx) => ctx.save({ why: 'Gone', changes: [remove(Account, id)] }), {
      cause: { kind: 'import', id: made.changeSetId ?? '' },
    })
    const { rows } = await house.owner.query(
      `select s.id, s.reason, s.actor_name, s.via, s.member_id, s.cause_kind, s.change_count, c.deed, c.before, c.after from change_sets s
       join changes c on c.change_set_id = s.id where s.workspace_id = $1 order by s.id`,
      [ws.id],
    )
    expect(rows.map((r) => [r.id, r.reason, r.deed, r.cause_kind])).toEqual([
      [made.changeSetId, 'Met Acme', 'created', null],
      [changed.changeSetId, 'Renamed', 'changed', null],
      [removed.changeSetId, 'Gone', 'removed', 'import'],
    ])
    expect(rows[0]).toMatchObject({ actor_name: 'Olga Owner', via: 'web', member_id: ws.memberId, change_count: 1, before: null })
    expect(rows[0]?.after).toMatchObject({ name: 'Acme', standing: 'prospect' })
    expect([rows[1]?.before, rows[1]?.after]).toEqual([{ name: 'Acme' }, { name: 'Acme Ltd' }])
    expect(rows[2]?.before).toMatchObject({ id, name: 'Acme Ltd' })
    expect(await count('search_entries', 'id = $1', [id])).toBe(0)
  })

  it('is not written when nothing differs', async () => {
    const ws = await house.makeWorkspace()
    const { ids } = await ws.act((ctx) => ctx.save({ why: 'Met', changes: [create(Account, accountDraft({ name: 'Same' }))] }))
    const saved = await ws.act((ctx) => ctx.save({ why: 'Nothing', changes: [change(Account, ids[0] ?? '', { name: 'Same' })] }))
    expect(saved.changeSetId).toBeNull()
    expect(await count('change_sets', 'workspace_id = $1', [ws.id])).toBe(1)
  })

  it('keeps every change when one row changes twice in a plan', async () => {
    const ws = await house.makeWorkspace()
    const { ids } = await ws.act((ctx) => ctx.save({ why: 'Met', changes: [create(Account, accountDraft({ name: 'One' }))] }))
    const id = ids[0] ?? ''
    await ws.act((ctx) =>
      ctx.save({
        why: 'Twice',
        changes: [change(Account, id, { name: 'Two' }), change(Account, id, { name: 'Three', note: 'n' })],
      }),
    )
    const { rows } = await house.owner.query('select name, note from accounts where id = $1', [id])
    expect(rows[0]).toEqual({ name: 'Three', note: 'n' })
    await ws.act((ctx) =>
      ctx.save({ why: 'And back', changes: [change(Account, id, { name: 'Four' }), change(Account, id, { name: 'Five' })] }),
    )
    expect((await house.owner.query('select name from accounts where id = $1', [id])).rows[0]?.name).toBe('Five')
  })

  it('refuses what the contract refuses, naming the field', async () => {
    const ws = await house.makeWorkspace()
    const wrong = ws.act((ctx) =>
      ctx.save({ why: 'x', changes: [create(Account, accountDraft({ name: ' ', employeeCount: -1 }))] }),
    )
    await expect(wrong).rejects.toMatchObject({ status: 422, errors: [{ path: 'name' }, { path: 'employeeCount' }] })
  })

  it('refuses a row changed since it was seen, and a row of another workspace', async () => {
    const ws = await house.makeWorkspace()
    const other = await house.makeWorkspace()
    const { ids } = await ws.act((ctx) => ctx.save({ why: 'Met', changes: [create(Account, accountDraft({ name: 'Seen' }))] }))
    const id = ids[0] ?? ''
    const stale = '2020-01-01T00:00:00.000Z'
    await expect(
      ws.act((ctx) => ctx.save({ why: 'x', changes: [change(Account, id, { name: 'y' }, stale)] })),
    ).rejects.toMatchObject({ status: 409 })
    await expect(other.act((ctx) => ctx.save({ why: 'x', changes: [change(Account, id, { name: 'y' })] }))).rejects.toMatchObject(
      { status: 404 },
    )
    await expect(other.act((ctx) => ctx.save({ why: 'x', changes: [remove(Account, id)] }))).rejects.toMatchObject({
      status: 404,
    })
  })

  it('leaves nothing when the transaction ends between its statements', async () => {
    const ws = await house.makeWorkspace()
    const ended: unknown[] = []
    const crash = ws.act(async (ctx) => {
      await ctx.save({ why: 'Half', changes: [create(Account, accountDraft({ name: 'Half' }))] })
      const { rows } = await house.database.pool.query(
        `select pg_terminate_backend(pid) as ended from pg_stat_activity where datname = $1 and state = 'idle in transaction' and usename = current_user`,
        [house.name],
      )
      ended.push(...rows)
      await ctx.save({ why: 'Other half', changes: [create(Account, accountDraft({ name: 'Other half' }))] })
    })
    await expect(crash).rejects.toThrow()
    expect(ended).toEqual([{ ended: true }])
    for (const table of ['accounts', 'change_sets', 'changes', 'search_entries'])
      expect(await count(table, 'workspace_id = $1', [ws.id])).toBe(0)
  })

  it('goes on after a taken key or a refused removal, with nothing of that plan written', async () => {
    const ws = await house.makeWorkspace()
    await ws.act(async (ctx) => {
      const first = await ctx.save({ why: 'Met', changes: [create(Account, accountDraft({ name: 'A', domain: 'a.example' }))] })
      const accountId = first.ids[0] ?? ''
      await ctx.save({ why: 'Met', changes: [create(Person, personDraft({ name: 'P', accountId }))] })
      const taken = [
        create(Account, accountDraft({ name: 'B' })),
        create(Account, accountDraft({ name: 'C', domain: 'a.example' })),
      ]
      expect(await saveUnlessTaken(ctx, { why: 'Again', changes: taken })).toBeNull()
      expect(await saveUnlessReferred(ctx, { why: 'Away', changes: [remove(Account, accountId)] })).toBeNull()
    })
    expect(await count('accounts', 'workspace_id = $1', [ws.id])).toBe(1)
    expect(await count('change_sets', 'workspace_id = $1', [ws.id])).toBe(2)
  })
})

describe('50,000 rows', () => {
  it('go through the same door in batches, with a handful of statements each and memory that does not grow', async () => {
    const ws = await house.makeWorkspace()
    const statements = { most: 0 }
    const before = process.memoryUsage().heapUsed
    const grown = { most: 0 }
    for (let batch = 0; batch < 100; batch++) {
      await ws.act(async (ctx) => {
        const counted = { n: 0 }
        const counting: KyselyPlugin = {
          transformQuery: ({ node }) => {
            counted.n++
            return node
          },
          transformResult: async ({ result }) => result,
        }
        const rows = Array.from({ length: 500 }, (_, i) => create(Account, accountDraft({ name: `Account ${batch * 500 + i}` })))
        await saveChanges(
          { ...ctx, db: { withoutPlugins: () => ctx.db.withoutPlugins().withPlugin(counting) } as Db },
          { why: 'Bulk', changes: rows },
        )
        expect(counted.n).toBeGreaterThan(2)
        statements.most = Math.max(statements.most, counted.n)
      })
      grown.most = Math.max(grown.most, process.memoryUsage().heapUsed - before)
    }
    expect(await count('accounts', 'workspace_id = $1', [ws.id])).toBe(50_000)
    expect(await count('changes', 'workspace_id = $1', [ws.id])).toBe(50_000)
    expect(statements.most).toBeLessThanOrEqual(5)
    expect(grown.most).toBeLessThan(200 * 1024 * 1024)
  }, 120_000)
})
