/** Can somebody remove an account with all that belongs to it, find it in the trash, bring it back whole, or empty it for good? */
import { describe, expect, it } from 'vitest'
import { receiveMessages } from '#conversation/messages/actions.ts'
import { accountsActions } from '#customers/accounts/actions.ts'
import { peopleActions } from '#customers/people/actions.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { layOutStages } from '#pipeline/opportunities/actions-stages.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { auditActions } from '../audit/actions.ts'
import { trashActions } from './actions.ts'
import { trash } from './contract.ts'

const house = await freshHouse()

const mail = (key: string, name: string, email: string) => ({
  source: 'mail' as const,
  sourceKey: key,
  sentAt: '2026-03-01T09:00:00.000Z',
  sentAtFrom: 'date' as const,
  subject: `About ${key}`,
  from: { name, email },
  recipients: [{ role: 'to' as const, name: 'Olga', email: 'olga@vendor.example' }],
  text: `Words of ${key}.\n`,
  inReplyTo: null,
  references: [],
  automatic: false,
  warnings: [],
  attachments: [{ name: 'list.txt', mediaType: 'text/plain', bytes: Buffer.from(`list of ${key}`), inline: false }],
  importId: null,
})

async function acme(ws: TestWorkspace) {
  return ws.act(async (ctx) => {
    await layOutStages(ctx)
    await receiveMessages(ctx, [
      mail('a', 'Ana', 'ana@acme.example'),
      mail('b', 'Ben', 'ben@acme.example'),
      mail('c', 'Cyd', 'cyd@beta.example'),
    ])
    const rows = (await accountsActions.list(ctx, { limit: 10 })).rows
    const [one, other] = ['acme.example', 'beta.example'].map((d) => rows.find((r) => r.domain === d)?.id ?? '')
    await opportunitiesActions.create(ctx, { name: 'Big one', accountId: one ?? '', currency: 'EUR' } as never)
    return { one: one ?? '', other: other ?? '' }
  })
}
/** Every row of the workspace but the log of what was done. */
async function picture(ws: TestWorkspace) {
  const all: Record<string, unknown[]> = {}
  for (const table of house.house.records.keys()) {
    if (['changes', 'change_sets'].includes(table)) continue
    // What search reads is made anew; which of the texts that hold a word stands for it is left open.
    const born = table.startsWith('search_') ? "- 'created_at'" : ''
    const drawn = table === 'search_words' ? "- 'id' - 'text_id'" : ''
    const { rows } = await house.owner.query(
      `select to_jsonb(t) - 'updated_at' ${born} ${drawn} as row from ${table} t where workspace_id = $1 order by 1`,
      [ws.id],
    )
    all[table] = rows.map((r) => r.row)
  }
  return all
}
const list = (ctx: Ctx, more: object = {}) => trashActions.list(ctx, trash.list.takes.parse(more))

describe('removing an account with what belongs to it', () => {
  it('says beforehand what goes, does it in one change, and comes back whole from the trash', async () => {
    const ws = await house.makeWorkspace()
    const { one } = await acme(ws)
    const before = await picture(ws)
    const asked = { rowId: one, record: 'accounts' as const }
    const preview = await ws.act((ctx) => trashActions.previewRemoval(ctx, asked))
    expect(preview.goes.map((g) => `${g.count} ${g.plural}`)).toEqual([
      '2 people',
      '2 conversations',
      '2 messages',
      '1 opportunities',
    ])
    const removed = await ws.act((ctx) => trashActions.remove(ctx, asked))
    await expect(ws.act((ctx) => accountsActions.get(ctx, { id: one }))).rejects.toMatchObject({ status: 404 })
    const page = await ws.act((ctx) => list(ctx))
    expect(page.rows.map((r) => [r.title, r.noun, r.with.map((w) => w.count)])).toEqual([['Acme', 'account', [2, 2, 2, 1]]])
    expect((await ws.act((ctx) => list(ctx, { words: 'cm' }))).rows).toHaveLength(1)
    expect((await ws.act((ctx) => list(ctx, { words: '%' }))).rows).toHaveLength(0)
    const back = await ws.act((ctx) => trashActions.restore(ctx, { rowIds: [one] }))
    expect(back.left).toEqual([])
    expect(back.restored[0]?.rows).toBe(removed.rows)
    expect(await picture(ws)).toEqual(before)
    expect((await ws.act((ctx) => list(ctx))).rows).toEqual([])
  })

  it('is taken back by undo as well', async () => {
    const ws = await house.makeWorkspace()
    const { one } = await acme(ws)
    const before = await picture(ws)
    const removed = await ws.act((ctx) => trashActions.remove(ctx, { rowId: one, record: 'accounts' }))
    await ws.act((ctx) => auditActions.undo(ctx, { id: removed.changeSetId }))
    expect(await picture(ws)).toEqual(before)
  })

  it('moves what belongs to it to another account instead', async () => {
    const ws = await house.makeWorkspace()
    const { one, other } = await acme(ws)
    const before = await picture(ws)
    const removed = await ws.act((ctx) => trashActions.remove(ctx, { rowId: one, record: 'accounts', moveTo: other }))
    const people = await ws.act((ctx) => peopleActions.list(ctx, { limit: 10, accountId: other }))
    expect(people.rows.map((p) => p.name)).toEqual(['Ana', 'Ben', 'Cyd'])
    const { rows } = await house.owner.query('select 1 from messages where workspace_id = $1 and account_id = $2', [ws.id, other])
    expect(rows).toHaveLength(3)
    await ws.act((ctx) => auditActions.undo(ctx, { id: removed.changeSetId }))
    expect(await picture(ws)).toEqual(before)
  })

  it('removes a person who wrote, and leaves what was said', async () => {
    const ws = await house.makeWorkspace()
    await acme(ws)
    const before = await picture(ws)
    const ana = (await ws.act((ctx) => peopleActions.list(ctx, { limit: 10 }))).rows.find((p) => p.name === 'Ana')?.id ?? ''
    await ws.act((ctx) => trashActions.remove(ctx, { rowId: ana, record: 'people' }))
    const { rows } = await house.owner.query(
      'select from_name, from_person_id from messages where workspace_id = $1 order by id',
      [ws.id],
    )
    expect(rows[0]).toEqual({ from_name: 'Ana', from_person_id: null })
    await ws.act((ctx) => trashActions.restore(ctx, { rowIds: [ana] }))
    expect(await picture(ws)).toEqual(before)
  })
})

describe('the trash', () => {
  it('brings back several, the account before its person, and says what stands in the way of others', async () => {
    const ws = await house.makeWorkspace()
    const { id: a } = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme', domain: 'acme.example' }))
    const { id: p } = await ws.act((ctx) => peopleActions.create(ctx, { name: 'Ana', accountId: a, email: 'a@acme.example' }))
    const { id: q } = await ws.act((ctx) => peopleActions.create(ctx, { name: 'Quinn', email: 'q@acme.example' }))
    for (const id of [p, q]) await ws.act((ctx) => peopleActions.remove(ctx, { id }))
    await ws.act((ctx) => accountsActions.remove(ctx, { id: a }))
    await ws.act((ctx) => peopleActions.create(ctx, { name: 'Another', email: 'q@acme.example' }))
    const done = await ws.act((ctx) => trashActions.restore(ctx, { rowIds: [p, q, a] }))
    expect(done.restored.map((r) => r.title)).toEqual(['Acme', 'Ana'])
    expect(done.left.map((r) => r.title)).toEqual(['Quinn'])
    expect(done.left[0]?.why).toMatch(/unique/)
    expect(await ws.act((ctx) => peopleActions.get(ctx, { id: p }))).toMatchObject({ accountId: a, accountName: 'Acme' })
  })

  it('is emptied for good: values, names in reasons, and files are gone, and nothing comes back', async () => {
    const ws = await house.makeWorkspace()
    const { one } = await acme(ws)
    await ws.act((ctx) => trashActions.remove(ctx, { rowId: one, record: 'accounts' }))
    house.announced.length = 0
    const emptied = await ws.act((ctx) => trashActions.empty(ctx, {}))
    expect(emptied).toMatchObject({ records: 1, more: false })
    expect((await ws.act((ctx) => list(ctx))).rows).toEqual([])
    await expect(ws.act((ctx) => trashActions.restore(ctx, { rowIds: [one] }))).rejects.toMatchObject({ status: 404 })
    const { rows } = await house.owner.query(
      `select c::text as row from changes c where workspace_id = $1 union all select s::text from change_sets s where workspace_id = $1`,
      [ws.id],
    )
    const log = rows.map((r) => r.row).join('\n')
    for (const word of ['Words of a', 'ana@acme', 'Acme', 'Big one']) expect(log).not.toContain(word)
    expect(house.announced.map((d) => d.event)).toContain('bytes.may-go')
    const files = await house.owner.query('select 1 from files where workspace_id = $1', [ws.id])
    expect(files.rowCount).toBe(1)
  })
})
