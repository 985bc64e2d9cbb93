/** After an erasure, is the person anywhere: in any text of any table, or in any kept byte? Is everybody else as they were? */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accountsActions } from '#customers/accounts/actions.ts'
import { notesActions } from '#customers/notes/actions.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { tasksActions } from '#customers/tasks/actions.ts'
import { needsActions } from '#discovery/needs/actions.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { layOutStages } from '#pipeline/opportunities/actions-stages.ts'
import { gather, importFiles, ledgerOf, run, workIn } from '#test/database/run-import.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { importsActions } from '#workspace/imports/actions.ts'
import { personalData } from '#workspace/personal-data/contract.ts'
import { applyErasures } from './apply-erasures.ts'
import { personalDataOperations } from './erase-a-person.ts'
import { runErasure } from './run-erasure.ts'
import { whenBytesMayGo } from './when-bytes-may-go.ts'
import { readMessages } from './when-messages-arrive.ts'
import { whenRowsAreWritten } from './when-rows-are-written.ts'

const house = await freshHouse()
const ana = 'Anežka Horáčková <anezka.horackova@acme.example>'
const ben = 'Ben Dlouhy <ben@acme.example>'
const olga = 'Olga Owner <olga@vendor.example>'
const mail = (id: string, from: string, to: string, text: string, answers = '') =>
  [
    `From x@y.example Mon Mar 02 09:0${id.length}:00 2026`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${answers ? 'Re: ' : ''}Gates of the yard`,
    `Date: Mon, 02 Mar 2026 09:0${id.at(-1)}:00 +0000`,
    `Message-ID: <${id}@acme.example>`,
    ...(answers ? [`In-Reply-To: <${answers}@acme.example>`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\n')
const hers = 'The gate must open within two seconds because forklifts queue in the rain.'
const both = 'We need single sign-on before anybody here may log in.'
const mailbox = [
  mail('m1', ana, olga, `Dear Olga,\n\n${hers}\n${both}\n\nAnežka Horáčková\n+420 601 234 567`),
  mail(
    'm2',
    olga,
    ana,
    `Dear Anežka,\n\nnoted, and I call you at 601 234 567.\n\nOn Monday Anežka Horáčková <anezka.horackova@acme.example> wrote:\n> The gate must open within two\n> seconds because forklifts queue in the rain.\n> ${both}`,
    'm1',
  ),
  mail('m3', ben, olga, `Hello,\n\nas Anežka said: ${hers}\n\nFor the depot itself I can add this.\n${both}\n\nBen Dlouhy`, 'm2'),
  mail('m4', ben, olga, 'Hello,\n\nOur trucks need a wider door on the north side.\n\nBen Dlouhy'),
].join('\n')
const traces = [
  /Ane[žz]ka/i,
  /Hor[áa][čc]kov/i,
  /anezka\.horackova/i,
  /601[\s/]*234[\s/]*567/,
  /forklifts/i,
  /queue in the rain/i,
]

async function textsOf(ws: TestWorkspace): Promise<{ at: string; text: string }[]> {
  const { rows: columns } =
    await house.owner.query(`select c.table_name as t, c.column_name as c from information_schema.columns c
    where c.table_schema = 'public' and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'tsvector')
      and exists (select 1 from information_schema.columns w where w.table_name = c.table_name and w.column_name = 'workspace_id')`)
  const found: { at: string; text: string }[] = []
  for (const { t, c } of columns) {
    const key = t === 'user_workspaces' ? 'user_id' : 'id'
    const { rows } = await house.owner.query(
      `select ${key}::text as id, "${c}"::text as v from ${t} where workspace_id = $1 and "${c}" is not null order by 1`,
      [ws.id],
    )
    for (const row of rows) found.push({ at: `${t}.${c} ${row.id}`, text: row.v })
  }
  return found
}
function keptBytes(): { at: string; text: string }[] {
  const folder = dirname(dirname(house.files.pathOf('0'.repeat(64))))
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ at: path, text: readFileSync(path, 'utf8') }))
}
const named = (texts: { at: string; text: string }[]) =>
  texts.flatMap(({ at, text }) => traces.filter((trace) => trace.test(text)).map((trace) => `${at}: ${trace}`))

async function follow(ws: TestWorkspace): Promise<void> {
  for (const one of house.announced.splice(0)) {
    if (one.workspaceId !== ws.id) continue
    if (one.event === 'bytes.may-go') await whenBytesMayGo.run(workIn(ws), one.carries)
    if (one.event === 'rows.written') await whenRowsAreWritten.run(workIn(ws), one.carries)
  }
}
const personNamed = async (ws: TestWorkspace, name: RegExp) =>
  (await ws.act((ctx) => peopleActions.list(ctx, { limit: 50 }))).rows.find((one) => name.test(one.name))?.id ?? ''

/** A workspace in which she wrote, was quoted, retold, noted, imported and changed. */
async function lived(mails = mailbox) {
  const ws = await house.makeWorkspace()
  await ws.act((ctx) => layOutStages(ctx))
  const imported = await importFiles(house, ws, [
    { path: 'anezka.horackova.mbox', bytes: mails },
    { path: 'other.csv', bytes: 'Company name,Industry\nHollow Ltd,Mining\n' },
  ])
  const messageIds = (await ledgerOf(ws, imported.id)).flatMap((line) =>
    line.record === 'messages' && line.rowId ? [line.rowId] : [],
  )
  await readMessages(workIn(ws), { messageIds, importId: imported.id })
  const id = await personNamed(ws, /Hor/)
  const accountId = (await ws.act((ctx) => accountsActions.list(ctx, { limit: 10 }))).rows.find((a) => a.domain)?.id ?? ''
  await ws.act(async (ctx) => {
    await peopleActions.change(ctx, { id, phone: '+420 601 234 567', title: 'Yard manager' })
    await accountsActions.change(ctx, { id: accountId, note: `Talk to Horáčková, Anežka. She said: ${hers}` })
    await opportunitiesActions.create(ctx, {
      name: 'Gates for Anežka Horáčková',
      accountId,
      amountMinor: 120000,
      currency: 'EUR',
    } as never)
    await tasksActions.create(ctx, { title: 'Call Anežka Horáčková about the gate', note: hers, accountId, personId: id })
    await notesActions.create(ctx, { body: `Met Anežka Horáčková at the yard, 601 234 567. She says ${hers}`, accountId })
  })
  await follow(ws)
  return { ws, id, accountId, imported }
}
const others = async (ctx: Ctx) => ({
  people: (await peopleActions.list(ctx, { limit: 50 })).rows
    .map((p) => [p.name, p.email])
    .filter(([name]) => !/Hor/.test(String(name))),
  accounts: (await accountsActions.list(ctx, { limit: 50 })).rows.map((a) => a.name),
})

describe('erasing a person', () => {
  it('leaves no name, address, phone or word in any text of any table, nor in any kept byte, and says what it did', async () => {
    const { ws, id } = await lived()
    const bystander = await lived(mailbox.replaceAll('acme.example', 'else.example').replaceAll('601 234 567', '605 555 555'))
    const theirs = await textsOf(bystander.ws)
    const before = await ws.act(others)
    expect(named(await textsOf(ws)).length).toBeGreaterThan(20)
    const preview = await ws.act((ctx) => personalDataOperations.preview(ctx, { id }))
    expect(preview.refusal).toBeNull()
    expect(preview.counts).toContainEqual({ what: 'Messages they wrote', count: 1 })
    const wrong = ws.act((ctx) => personalDataOperations.erase(ctx, { id, name: 'Anežka' }))
    await expect(wrong).rejects.toMatchObject({ status: 422 })
    const begun = await ws.act((ctx) => personalDataOperations.erase(ctx, { id, name: ' anežka  HORÁČKOVÁ' }))
    await runErasure(workIn(ws), begun.id)
    await follow(ws)
    expect(named(await textsOf(ws))).toEqual([])
    const report = await ws.act((ctx) => personalDataOperations.erasure(ctx, { id: begun.id }))
    expect(report).toMatchObject({ state: 'finished', stage: 'done' })
    expect(report.erased.map((line) => line.what)).toEqual(
      expect.arrayContaining(['The person', 'Messages they wrote, with their text', 'Quotes of theirs']),
    )
    expect(report.kept.find((line) => /Opportunities/.test(line.what))?.why).toMatch(/law/)
    expect(await ws.act(others)).toEqual(before)
    expect(await textsOf(bystander.ws)).toEqual(theirs)
    // Quotes of others still are what stands in their messages.
    const { rows } = await house.owner.query(
      `select e.quote, e.start, e."end", m.text from evidence e join messages m on m.id = e.message_id where e.workspace_id = $1`,
      [ws.id],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.text.slice(row.start, row.end)).toBe(row.quote)
    const needs = (await ws.act((ctx) => needsActions.list(ctx, { limit: 50 }))).rows
    expect(needs.some((need) => need.spans.some((span) => /single sign-on/.test(span.quote)))).toBe(true)
    for (const need of needs) expect(need.spanCount).toBe(need.spans.length)
    // Their bytes went with the last workspace that needs them.
    const there = await bystander.ws.act((ctx) =>
      personalDataOperations.erase(ctx, { id: bystander.id, name: 'Anežka Horáčková' }),
    )
    await runErasure(workIn(bystander.ws), there.id)
    await follow(bystander.ws)
    expect(named(keptBytes())).toEqual([])
    // Doing it again does nothing.
    await runErasure(workIn(ws), begun.id)
    expect(await ws.act((ctx) => personalDataOperations.erasure(ctx, { id: begun.id }))).toEqual(report)
  })

  it('goes on where it stopped, wherever that was', async () => {
    const { ws, id } = await lived()
    const begun = await ws.act((ctx) => personalDataOperations.erase(ctx, { id, name: 'Anežka Horáčková' }))
    for (let most = 1; ; most += 5) {
      expect(most).toBeLessThan(200)
      let left = most
      const work = workIn(ws)
      const stopping = {
        ...work,
        act: ((run, cause, options) => {
          if (left-- <= 0) throw new Error('stopped')
          return work.act(run, cause, options)
        }) as typeof work.act,
      }
      const ended = await runErasure(stopping, begun.id).then(
        () => true,
        () => false,
      )
      if (ended) break
    }
    expect(named(await textsOf(ws))).toEqual([])
  })

  it('holds when the mailbox is read again, and when a table names the person', async () => {
    const { ws, id } = await lived()
    const begun = await ws.act((ctx) => personalDataOperations.erase(ctx, { id, name: 'Anežka Horáčková' }))
    await runErasure(workIn(ws), begun.id)
    const count = async () =>
      (await house.owner.query('select count(*)::int as n from messages where workspace_id = $1', [ws.id])).rows[0].n
    const before = await count()
    const again = await importFiles(house, ws, [
      { path: 'again.mbox', bytes: mailbox },
      {
        path: 'people.csv',
        bytes: 'Name,E-mail,Job title\nA. H.,anezka.horackova@acme.example,Boss\nCyd Novy,cyd@acme.example,Boss\n',
      },
    ])
    const ledger = await ledgerOf(ws, again.id)
    expect(
      ledger
        .filter((line) => line.outcome === 'skipped')
        .map((line) => line.reason)
        .sort(),
    ).toEqual(['Its sender was erased, and stays so.', 'This person was erased, and stays so.'])
    expect(await count()).toBe(before)
    expect(await personNamed(ws, /Cyd/)).not.toBe('')
    const { rows } = await house.owner.query(`select 1 from people where workspace_id = $1 and email like 'anezka%'`, [ws.id])
    expect(rows).toEqual([])
  })

  it('is done again when a backup from before brings the person back', async () => {
    const { ws, id } = await lived()
    const tables = [...house.house.records.keys()]
    const backup = new Map<string, string>()
    for (const table of tables) {
      const { rows } = await house.owner.query(
        `select coalesce(jsonb_agg(t), '[]')::text as all from ${table} t where workspace_id = $1`,
        [ws.id],
      )
      backup.set(table, rows[0].all)
    }
    const begun = await ws.act((ctx) => personalDataOperations.erase(ctx, { id, name: 'Anežka Horáčková' }))
    await runErasure(workIn(ws), begun.id)
    // In whatever order the foreign keys allow.
    const inTurn = async (run: (table: string) => Promise<unknown>) => {
      for (let left = tables; left.length; ) {
        const failed: string[] = []
        for (const table of left) await run(table).catch(() => failed.push(table))
        expect(failed.length).toBeLessThan(left.length)
        left = failed
      }
    }
    await inTurn((table) => house.owner.query(`delete from ${table} where workspace_id = $1`, [ws.id]))
    await inTurn((table) =>
      house.owner.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        backup.get(table),
      ]),
    )
    expect(named(await textsOf(ws)).length).toBeGreaterThan(20)
    expect(await applyErasures(house.database, house.house)).toBe(1)
    expect(named(await textsOf(ws))).toEqual([])
    expect(await applyErasures(house.database, house.house)).toBe(0)
  })

  it('waits while an import is under way, and never touches a member', async () => {
    const { ws, id } = await lived()
    const gathered = await gather(house, ws, [{ path: 'a.mbox', bytes: mailbox }])
    await ws.act((ctx) => importsActions.start(ctx, { id: gathered.id }))
    const erase = (who: string, name: string) => ws.act((ctx) => personalDataOperations.erase(ctx, { id: who, name }))
    await expect(erase(id, 'Anežka Horáčková')).rejects.toThrow(/import is under way/)
    await run(ws, gathered.id)
    await expect(erase(await personNamed(ws, /Olga/), 'Olga Owner')).rejects.toThrow(/member/)
    expect(personalData.erase.may).toBe('owner')
  })
})

describe('the export of a person', () => {
  it('holds everything that points at them, and the words of others only where they took part', async () => {
    const { ws, id } = await lived()
    const given = await ws.act((ctx) => personalDataOperations.export(ctx, { id }))
    const rowsOf = (title: RegExp) => given.parts.find((part) => title.test(part.title))?.rows ?? []
    expect(given.person).toMatchObject({ name: 'Anežka Horáčková' })
    expect(JSON.stringify(rowsOf(/they wrote/))).toContain(hers)
    expect(JSON.stringify(rowsOf(/received/))).toContain('I call you at')
    expect(rowsOf(/evidence/).length).toBeGreaterThan(0)
    expect(rowsOf(/Needs/).length).toBeGreaterThan(0)
    expect(rowsOf(/Changes/).length).toBeGreaterThan(1)
    expect(JSON.stringify(given)).not.toContain('wider door')
  })
})
