/** Does an import survive whatever happens to it, and can it be taken back to the last letter? */
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { chance } from '#foundation/kernel/seed.ts'
import { undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import type { Work } from '#foundation/platform/workflow.ts'
import { gather, importFiles, ledgerOf, run, undoImport, workIn } from '#test/database/run-import.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { importsActions } from '#workspace/imports/actions.ts'
import { runImport, whenAnImportIsStarted } from './when-an-import-is-started.ts'
import { whenMessagesArrive } from './when-messages-arrive.ts'

const house = await freshHouse()
const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000)
const mailbox = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i
    return [
      `From ana${n % 9}@acme${n % 4}.example ${day(n % 300).toUTCString()}`,
      `From: Ana ${n % 9} <ana${n % 9}@acme${n % 4}.example>`,
      'To: Vera <vera@vendor.example>',
      `Subject: Question ${n % 40}`,
      `Date: ${day(n % 300).toUTCString()}`,
      `Message-ID: <m${n}@acme.example>`,
      '',
      `We need single sign-on before we can roll out, number ${n}.`,
      '',
    ].join('\n')
  }).join('\n')
const accountsTable =
  'Account Name;Website;Employees;Type\nAcme Zero Ltd.;www.acme0.example;1.200;Customer\nBeta;nonsense;many;Partner\n;;5;\n'
const pipeline = (count: number) =>
  ['opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value']
    .concat(
      Array.from({ length: count }, (_, i) => {
        const won = i % 3 === 0
        return `OPP${i},Olga Owner,GTX${i % 2 ? ' ' : ''}Pro,${i % 5 ? `Cust ${i % 20}` : ''},${won ? 'Won' : 'Engaging'},${i % 7 ? '10/20/2025' : '13/40/2025'},${won ? '3/1/2026' : ''},${won ? 1054 : ''}`
      }),
    )
    .join('\n')

const tables = [
  'accounts',
  'people',
  'threads',
  'messages',
  'participations',
  'attachments',
  'files',
  'stages',
  'opportunities',
  'evidence',
  'needs',
  'need_spans',
  'promises',
  'objections',
  'search_entries',
]
/** Every row that an import may touch, but for the moment of the last change. */
const picture = async (ws: TestWorkspace) => {
  const rows: Record<string, unknown[]> = {}
  for (const table of tables) {
    const found = await house.owner.query(`select * from ${table} where workspace_id = $1 order by id`, [ws.id])
    rows[table] = found.rows.map(({ updated_at: _u, ...row }) =>
      table === 'search_entries' ? { ...row, created_at: null } : row,
    )
  }
  return rows
}
/** The same without ids and moments, to compare two workspaces. */
const sums = async (ws: TestWorkspace) => {
  const { rows } = await house.owner.query(
    `select (select count(*) from messages where workspace_id = $1) as messages, (select count(*) from threads where workspace_id = $1) as threads,
      (select sum(message_count) from threads where workspace_id = $1) as counted, (select count(*) from people where workspace_id = $1) as people,
      (select count(*) from accounts where workspace_id = $1) as accounts, (select count(*) from opportunities where workspace_id = $1) as opportunities,
      (select sum(amount_minor) from opportunities where workspace_id = $1) as amount, (select count(*) from participations where workspace_id = $1) as took`,
    [ws.id],
  )
  return rows[0]
}
const figures = (row: { seenCount: number; storedCount: number; alreadyCount: number; skippedCount: number }) => [
  row.seenCount,
  row.storedCount,
  row.alreadyCount,
  row.skippedCount,
]
/** Lets the analysis do what it was told while this ran. */
const analyse = async (ws: TestWorkspace, from: number) => {
  for (const { event, carries, workspaceId } of house.announced.slice(from))
    if (event === 'messages.received' && workspaceId === ws.id) await whenMessagesArrive.run(workIn(ws), carries)
}

describe('an import', () => {
  it('stores or says why not, row by row and cell by cell', async () => {
    const ws = await house.makeWorkspace()
    const row = await importFiles(house, ws, [
      { path: 'accounts.csv', bytes: accountsTable },
      { path: 'sales_pipeline.csv', bytes: pipeline(20) },
      { path: 'box.mbox', bytes: mailbox(5) },
      { path: 'again/box.mbox', bytes: mailbox(7) },
      { path: 'products.csv', bytes: 'product,series,sales_price\nGTX,G,5\nGTX2,G,6\n' },
      { path: 'empty.eml', bytes: '' },
      { path: 'photo.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
    ])
    expect(row.state).toBe('finished')
    const ledger = await ledgerOf(ws, row.id)
    expect(ledger.map((e) => e.position)).toEqual(ledger.map((_, i) => i + 1))
    const of = (path: string) => ledger.filter((e) => e.path === path)
    expect(of('accounts.csv').map((e) => [e.label, e.outcome])).toEqual([
      ['Line 2: Acme Zero Ltd.', 'stored'],
      ['Line 3: Beta', 'stored'],
      ['Line 4: without a name', 'skipped'],
    ])
    expect(of('accounts.csv')[1]?.reason).toMatch(/Employees was left out: “many” is no number/)
    expect(of('accounts.csv')[2]?.reason).toBe('The row names no account.')
    expect(of('sales_pipeline.csv')[0]?.reason).toMatch(/engage_date was left out: “13\/40\/2025”/)
    expect(of('sales_pipeline.csv').every((e) => e.outcome === 'stored')).toBe(true)
    expect(of('again/box.mbox').map((e) => e.outcome)).toEqual(Array(7).fill('stored'))
    expect(of('box.mbox').map((e) => [e.outcome, e.reason])).toEqual(Array(5).fill(['already', 'Twice in this import.']))
    expect(of('products.csv').map((e) => e.outcome)).toEqual(['skipped'])
    expect([...of('empty.eml'), ...of('photo.png')].map((e) => [e.outcome, e.reason])).toEqual([
      ['skipped', expect.stringMatching(/empty/)],
      ['skipped', 'A picture is not read.'],
    ])
    const [acme] = (await ws.act((ctx) => accountsActions.list(ctx, { limit: 50, words: 'acme zero' }))).rows
    expect(acme).toMatchObject({ name: 'Acme Zero Ltd.', domain: 'acme0.example', employeeCount: 1200, standing: 'customer' })
    const { rows } = await house.owner.query(
      'select distinct opened_on, owner_id from opportunities where workspace_id = $1 order by 1',
      [ws.id],
    )
    expect(rows).toEqual([
      { opened_on: '2025-10-20', owner_id: ws.memberId },
      { opened_on: null, owner_id: ws.memberId },
    ])
  })

  it('killed at any moment loses nothing and stores nothing twice', async () => {
    const files = [
      { path: 'accounts.csv', bytes: accountsTable },
      { path: 'a/pipeline.csv', bytes: pipeline(1300) },
      { path: 'b/box.mbox', bytes: mailbox(700) },
      { path: 'c/box.mbox', bytes: mailbox(300, 600) },
    ]
    const whole = await house.makeWorkspace()
    const reference = await importFiles(house, whole, files)
    expect(figures(reference)).toEqual([3 + 1300 + 1000, 2 + 1300 + 900, 100, 1])
    const draw = chance(7)
    for (let round = 0; round < 4; round++) {
      const ws = await house.makeWorkspace()
      const made = await gather(house, ws, files)
      await ws.act((ctx) => importsActions.start(ctx, { id: made.id }))
      let kills = 0
      for (;;) {
        // A kill takes the transaction with it, at its beginning, in its middle or just after its commit.
        const state = { left: 1 + Math.floor(draw() * 4), how: Math.floor(draw() * 3) }
        const dying: Work = {
          workspaceId: ws.id,
          act: async (act, cause) => {
            const isLast = --state.left < 0
            const done = await ws.act(
              async (ctx) => {
                const result = await act(ctx)
                if (isLast && state.how === 1) throw Object.assign(new Error('killed'), { code: '57P01' })
                return result
              },
              { cause: cause ?? null },
            )
            if (isLast) throw Object.assign(new Error('killed'), { code: '57P01' })
            return done
          },
        }
        const acknowledged = await ws.act((ctx) => importsActions.get(ctx, { id: made.id }))
        try {
          await whenAnImportIsStarted.run(dying, { importId: made.id })
          break
        } catch {
          kills++
          const now = await ws.act((ctx) => importsActions.get(ctx, { id: made.id }))
          expect(now.seenCount).toBeGreaterThanOrEqual(acknowledged.seenCount)
          expect(await ledgerOf(ws, made.id)).toHaveLength(now.seenCount)
        }
      }
      expect(kills).toBeGreaterThan(1)
      const after = await ws.act((ctx) => importsActions.get(ctx, { id: made.id }))
      expect(after.state).toBe('finished')
      expect(figures(after)).toEqual(figures(reference))
      expect(await sums(ws)).toEqual(await sums(whole))
    }
  }, 240_000)

  it('run by two at once is done once', async () => {
    const ws = await house.makeWorkspace()
    const made = await gather(house, ws, [{ path: 'box.mbox', bytes: mailbox(900) }])
    await ws.act((ctx) => importsActions.start(ctx, { id: made.id }))
    const ended = await Promise.all([1, 2, 3].map(() => runImport(workIn(ws), made.id)))
    expect(ended.filter((e) => e === 'read')).toHaveLength(1)
    const row = await ws.act((ctx) => importsActions.get(ctx, { id: made.id }))
    expect(figures(row)).toEqual([900, 900, 0, 0])
  }, 60_000)

  it('stops after its present batch, goes on when told, and refuses what makes no sense', async () => {
    const ws = await house.makeWorkspace()
    const made = await gather(house, ws, [{ path: 'box.mbox', bytes: mailbox(900) }])
    await expect(ws.act((ctx) => importsActions.stop(ctx, { id: made.id }))).rejects.toMatchObject({ status: 409 })
    await ws.act((ctx) => importsActions.start(ctx, { id: made.id }))
    await expect(ws.act((ctx) => importsActions.start(ctx, { id: made.id }))).rejects.toMatchObject({ status: 409 })
    let acts = 0
    const stopping: Work = {
      workspaceId: ws.id,
      act: async (act, cause) => {
        const done = await workIn(ws).act(act, cause)
        if (++acts === 3) await ws.act((ctx) => importsActions.stop(ctx, { id: made.id }))
        return done
      },
    }
    await whenAnImportIsStarted.run(stopping, { importId: made.id })
    const stopped = await ws.act((ctx) => importsActions.get(ctx, { id: made.id }))
    expect([stopped.state, ...figures(stopped)]).toEqual(['stopped', 400, 400, 0, 0])
    expect(stopped.bytesDone).toBeGreaterThan(0)
    await ws.act((ctx) => importsActions.resume(ctx, { id: made.id }))
    const row = await run(ws, made.id)
    expect([row.state, ...figures(row)]).toEqual(['finished', 900, 900, 0, 0])
    await expect(ws.act((ctx) => importsActions.resume(ctx, { id: made.id }))).rejects.toMatchObject({ status: 409 })
  }, 60_000)

  it('skips the one thing that the database refuses, with the reason, and stores the others', async () => {
    const ws = await house.makeWorkspace()
    await house.owner.query(`alter table accounts add constraint no_gamma check (name <> 'Gamma' or workspace_id <> '${ws.id}')`)
    await house.owner.query(
      `alter table messages add constraint no_third check (source_key <> 'm3@acme.example' or workspace_id <> '${ws.id}')`,
    )
    const row = await importFiles(house, ws, [
      { path: 'accounts.csv', bytes: 'Account Name;Employees;Sector\nAlpha;1;a\nGamma;2;b\nBeta;3;c\n' },
      { path: 'box.mbox', bytes: mailbox(6) },
    ])
    await house.owner.query('alter table accounts drop constraint no_gamma; alter table messages drop constraint no_third')
    expect([row.state, ...figures(row)]).toEqual(['finished', 9, 7, 0, 2])
    const skipped = (await ledgerOf(ws, row.id)).filter((e) => e.outcome === 'skipped')
    expect(skipped.map((e) => e.reason)).toEqual([expect.stringContaining('no_gamma'), expect.stringContaining('no_third')])
    expect((await ws.act((ctx) => accountsActions.list(ctx, { limit: 50 }))).rows.map((a) => a.name)).toEqual(
      expect.arrayContaining(['Alpha', 'Beta']),
    )
  })

  it('that meets its own rows a second time stores nothing', async () => {
    const ws = await house.makeWorkspace()
    const files = [
      { path: 'accounts.csv', bytes: accountsTable },
      { path: 'pipeline.csv', bytes: pipeline(50) },
      { path: 'people.csv', bytes: 'Name,Email,Company\nAna,ana@beta.example,Beta\nBo,,Beta\nCy,cy@gmail.com,\n' },
      {
        path: 'noid.csv',
        bytes: 'Deal Name,Amount,Stage,Company\nBig one,"1.500,00",Proposal,Beta\nBig one,"2.500,00",Proposal,Beta\n',
      },
      { path: 'box.mbox', bytes: mailbox(20) },
    ]
    const first = await importFiles(house, ws, files)
    expect(figures(first)).toEqual([3 + 50 + 3 + 2 + 20, 2 + 50 + 3 + 2 + 20, 0, 1])
    const before = await picture(ws)
    const second = await importFiles(house, ws, files)
    expect(figures(second)).toEqual([first.seenCount, 0, first.storedCount, 1])
    expect(await picture(ws)).toEqual(before)
  })
})

describe('taking an import back', () => {
  it('can itself be taken back: messages with all who took part and what was attached', async () => {
    const ws = await house.makeWorkspace()
    const attached = `From: Ana <ana@acme.example>\nTo: vera@vendor.example\nSubject: Plan\nDate: ${day(3).toUTCString()}\nMessage-ID: <att@acme.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHere it is.\n--b\nContent-Type: application/pdf; name=plan.pdf\nContent-Disposition: attachment; filename=plan.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=\n--b--\n`
    const row = await importFiles(house, ws, [
      { path: 'box.mbox', bytes: mailbox(10) },
      { path: 'plan.eml', bytes: attached },
    ])
    const before = await picture(ws)
    expect([before.participations?.length, before.attachments?.length]).toEqual([22, 1])
    await undoImport(ws, row.id)
    expect((await picture(ws)).participations).toEqual([])
    const { rows } = await house.owner.query(
      `select id from change_sets where workspace_id = $1 and cause_kind = 'import-undo' order by id desc`,
      [ws.id],
    )
    for (const { id } of rows) await ws.act((ctx) => undoChangeSet(ctx, id, 'refuse'))
    expect(await picture(ws)).toEqual(before)
  })

  it('brings every row back to its exact former values, analysis and all', async () => {
    const ws = await house.makeWorkspace()
    const mark = house.announced.length
    await importFiles(house, ws, [
      { path: 'box.mbox', bytes: mailbox(30) },
      { path: 'pipeline.csv', bytes: pipeline(30) },
    ])
    await analyse(ws, mark)
    const before = await picture(ws)
    expect(before.needs?.length).toBeGreaterThan(0)
    const changed = pipeline(40).replaceAll('GTXPro', 'GTX Prime').replaceAll('1054', '2000')
    const next = house.announced.length
    const later = await importFiles(house, ws, [
      { path: 'accounts.csv', bytes: accountsTable },
      { path: 'pipeline.csv', bytes: changed },
      { path: 'box.mbox', bytes: mailbox(60, 10) },
    ])
    await analyse(ws, next)
    expect((await ledgerOf(ws, later.id)).filter((e) => e.outcome === 'changed').length).toBeGreaterThan(10)
    expect(await picture(ws)).not.toEqual(before)
    const undone = await undoImport(ws, later.id)
    expect([undone.state, undone.problem]).toEqual(['undone', null])
    expect(await picture(ws)).toEqual(before)
    expect(await ledgerOf(ws, later.id)).toHaveLength(later.seenCount)
  }, 120_000)

  it('leaves what people changed since, names it, and drops the bytes nobody needs', async () => {
    const ws = await house.makeWorkspace()
    const bytes = `${mailbox(3)}\n`
    const row = await importFiles(house, ws, [
      { path: 'accounts.csv', bytes: `${accountsTable}Gamma;;7;\n` },
      { path: 'x.mbox', bytes },
    ])
    const [beta] = (await ws.act((ctx) => accountsActions.list(ctx, { limit: 50, words: 'beta' }))).rows
    await ws.act((ctx) => accountsActions.change(ctx, { id: beta?.id ?? '', note: 'We know them', name: 'Beta & Sons' }))
    const undone = await undoImport(ws, row.id)
    expect(undone.problem).toBe('1 row was changed or used since, and left as it is; the ledger names it.')
    const left = (await ledgerOf(ws, row.id)).filter((e) => e.path === '(taking back)')
    expect(left).toMatchObject([
      { record: 'accounts', rowId: beta?.id, reason: expect.stringContaining('“Changed the account Beta”') },
    ])
    expect((await picture(ws)).accounts).toMatchObject([{ name: 'Beta & Sons' }])
    const sources = await house.owner.query('select sha256 from import_sources where import_id = $1', [row.id])
    expect(sources.rowCount).toBe(2)
    for (const source of sources.rows)
      await expect(async () => (await import('node:fs/promises')).stat(house.files.pathOf(source.sha256))).rejects.toThrow()
  })

  it('goes on where it was when killed', async () => {
    const ws = await house.makeWorkspace()
    const row = await importFiles(house, ws, [{ path: 'box.mbox', bytes: mailbox(500) }])
    await ws.act((ctx) => importsActions.undo(ctx, { id: row.id }))
    const { whenAnImportUndoIsAsked } = await import('./when-an-import-undo-is-asked.ts')
    let acts = 0
    const dying: Work = {
      workspaceId: ws.id,
      act: (act, cause) => {
        if (++acts > 2) throw new Error('killed')
        return workIn(ws).act(act, cause)
      },
    }
    await expect(whenAnImportUndoIsAsked.run(dying, { importId: row.id })).rejects.toThrow('killed')
    await whenAnImportUndoIsAsked.run(workIn(ws), { importId: row.id })
    const after = await ws.act((ctx) => importsActions.get(ctx, { id: row.id }))
    expect([after.state, after.problem]).toEqual(['undone', null])
    expect((await sums(ws)).messages).toBe(0)
  }, 60_000)
})
