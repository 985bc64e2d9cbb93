/** Does the daily run remove what the rules say and nothing else, and say so? */
import { describe, expect, it } from 'vitest'
import { receiveMessages } from '#conversation/messages/actions.ts'
import { accountsActions } from '#customers/accounts/actions.ts'
import { importFiles, workIn } from '#test/database/run-import.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import { auditActions } from '#workspace/audit/actions.ts'
import { retentionActions } from '#workspace/retention/actions.ts'
import { trashActions } from '#workspace/trash/actions.ts'
import { whenRetentionIsDue } from './when-retention-is-due.ts'

const house = await freshHouse()
const mail = (key: string, email: string, sentAt: string) => ({
  source: 'mail' as const,
  sourceKey: key,
  sentAt,
  sentAtFrom: 'date' as const,
  subject: key,
  from: { name: key, email },
  recipients: [],
  text: `Words of ${key}.`,
  inReplyTo: null,
  references: [],
  automatic: false,
  warnings: [],
  attachments: [],
  importId: null,
})
const old = '2001-01-01T00:00:00.000Z'

describe('rules for keeping things', () => {
  it('empty the trash after thirty days by themselves, and leave everything else alone', async () => {
    const ws = await house.makeWorkspace()
    const [a, b] = await ws.act(async (ctx) => [
      await accountsActions.create(ctx, { name: 'Long gone' }),
      await accountsActions.create(ctx, { name: 'Just gone' }),
    ])
    for (const one of [a, b]) await ws.act((ctx) => accountsActions.remove(ctx, { id: one?.id ?? '' }))
    await ws.act((ctx) => receiveMessages(ctx, [mail('old', 'x@beta.example', old)]))
    await house.owner.query(
      `update changes set created_at = now() - interval '31 days' where workspace_id = $1 and row_id = $2`,
      [ws.id, a?.id],
    )
    const day = '2026-05-01'
    for (let i = 0; i < 2; i++) await whenRetentionIsDue.run(workIn(ws), { day })
    expect((await ws.act((ctx) => trashActions.list(ctx, { limit: 10 }))).rows.map((r) => r.title)).toEqual(['Just gone'])
    const past = await ws.act((ctx) => auditActions.past(ctx, { rowId: a?.id ?? '', limit: 10 }))
    expect(past.rows.map((one) => one.forgotten)).toEqual([true, true])
    const runs = await ws.act((ctx) => retentionActions.runs(ctx, { limit: 10 }))
    expect(runs.rows.map((run) => [run.day, run.kind, run.removedCount, run.finishedAt !== null])).toEqual([
      [day, 'trash', 1, true],
    ])
    expect((await house.owner.query('select 1 from messages where workspace_id = $1', [ws.id])).rowCount).toBe(1)
  })

  it('remove old mail of nobody who is a customer once that is switched on, as the preview counted', async () => {
    const ws = await house.makeWorkspace()
    await ws.act((ctx) =>
      receiveMessages(ctx, [
        mail('old prospect', 'x@beta.example', old),
        mail('old customer', 'y@acme.example', old),
        mail('new prospect', 'z@beta.example', new Date().toISOString()),
      ]),
    )
    const acme = (await ws.act((ctx) => accountsActions.list(ctx, { limit: 10 }))).rows.find((r) => r.domain === 'acme.example')
    await ws.act((ctx) => accountsActions.change(ctx, { id: acme?.id ?? '', standing: 'customer' }))
    const asked = { kind: 'messages' as const, days: 365 }
    expect(await ws.act((ctx) => retentionActions.preview(ctx, asked))).toEqual({ count: 1, isMore: false })
    await ws.act((ctx) => retentionActions.set(ctx, { ...asked, isOn: true }))
    await whenRetentionIsDue.run(workIn(ws), { day: '2026-05-01' })
    const left = await house.owner.query('select subject from messages where workspace_id = $1 order by subject', [ws.id])
    expect(left.rows.map((row) => row.subject)).toEqual(['new prospect', 'old customer'])
    expect((await ws.act((ctx) => trashActions.list(ctx, { limit: 10 }))).rows).toEqual([])
    const { rows } = await house.owner.query(
      `select c.before::text || c.after::text as v from changes c where workspace_id = $1`,
      [ws.id],
    )
    expect(rows.map((row) => row.v).join()).not.toContain('old prospect')
  })

  it('forget ledgers and the files of old imports', async () => {
    const ws = await house.makeWorkspace()
    const done = await importFiles(house, ws, [{ path: 'a.csv', bytes: 'Company name,Industry\nHollow Ltd,Mining\n' }])
    await house.owner.query(`update imports set finished_at = now() - interval '400 days' where id = $1`, [done.id])
    for (const kind of ['ledgers', 'files'] as const)
      await ws.act((ctx) => retentionActions.set(ctx, { kind, days: 365, isOn: true }))
    house.announced.length = 0
    await whenRetentionIsDue.run(workIn(ws), { day: '2026-05-01' })
    for (const table of ['import_entries', 'import_sources'])
      expect((await house.owner.query(`select 1 from ${table} where workspace_id = $1`, [ws.id])).rowCount).toBe(0)
    expect(house.announced.map((one) => one.event)).toContain('bytes.may-go')
    expect((await ws.act((ctx) => accountsActions.list(ctx, { limit: 10 }))).rows).toHaveLength(1)
  })
})
