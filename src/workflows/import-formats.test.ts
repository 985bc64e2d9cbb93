/** Do workbooks, cards, calendars and the exports of the big three come in whole, a second time nothing, and go back exactly? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetingsActions } from '#conversation/meetings/actions.ts'
import { accountsActions } from '#customers/accounts/actions.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { importFiles, ledgerOf, undoImport } from '#test/database/run-import.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { makeBook } from '#test/make-book.ts'

const house = await freshHouse()
const accountsOf = (ws: TestWorkspace) => ws.act(async (ctx) => (await accountsActions.list(ctx, { limit: 100 })).rows)
const peopleOf = (ws: TestWorkspace) => ws.act(async (ctx) => (await peopleActions.list(ctx, { limit: 100 })).rows)
const pipelineOf = (ws: TestWorkspace) =>
  ws.act(async (ctx) => (await opportunitiesActions.list(ctx, { limit: 100, sort: 'name' })).rows)
const meetingsOf = (ws: TestWorkspace) => ws.act(async (ctx) => (await meetingsActions.list(ctx, { limit: 100 })).rows)
const skipped = async (ws: TestWorkspace, id: string) =>
  (await ledgerOf(ws, id)).filter((e) => e.outcome === 'skipped').map((e) => [e.path, e.reason])
const nothingLeft = async (ws: TestWorkspace) =>
  expect([await accountsOf(ws), await peopleOf(ws), await pipelineOf(ws), await meetingsOf(ws)]).toEqual([[], [], [], []])

const cell = (text: string | number, style?: number) =>
  typeof text === 'number'
    ? `<c${style === undefined ? '' : ` s="${style}"`}><v>${text}</v></c>`
    : text
      ? `<c t="inlineStr"><is><t>${text}</t></is></c>`
      : '<c/>'
const row = (...cells: (string | number)[]) => cells.map((c) => cell(c)).join('')

describe('a workbook', () => {
  it('comes in by its sheets, accounts first whatever their order, and goes back to nothing', async () => {
    const ws = await house.makeWorkspace({ currency: 'EUR' })
    const bytes = makeBook({
      styles: ['General', 'dd.mm.yyyy', '#,##0.00 "€"'],
      sheets: [
        {
          name: 'Deals',
          rows: [
            row('Our pipeline'),
            row('Deal ID', 'Deal name', 'Company ID', 'Deal stage', 'Amount', 'Close date'),
            row('D1', 'Big one', 'A1', 'Closed won') + cell(1234.567, 2) + cell(46_143, 1),
            row('D2', 'Small', 'A2', 'Trial', 1000),
          ],
          merges: ['A1:F1'],
        },
        {
          name: 'Firms',
          rows: [
            row('Account ID', 'Account name', 'Website', 'Employees'),
            row('A1', 'Acme', 'acme.example', 12),
            row('A2', 'Beta', '', 3),
          ],
        },
        { name: 'Empty', rows: [] },
      ],
    })
    const done = await importFiles(house, ws, [{ path: 'crm.xlsx', bytes }])
    expect(done).toMatchObject({ state: 'finished', storedCount: 4 })
    const found = await pipelineOf(ws)
    expect(found.map((o) => [o.name, o.accountName, o.amountMinor, o.closeOn, o.outcome, o.currency])).toEqual([
      ['Big one', 'Acme', 123_457, '2026-05-01', 'won', 'EUR'],
      ['Small', 'Beta', 100_000, null, 'open', 'EUR'],
    ])
    expect(await importFiles(house, ws, [{ path: 'crm.xlsx', bytes }])).toMatchObject({ storedCount: 0, alreadyCount: 4 })
    await undoImport(ws, done.id)
    await nothingLeft(ws)
  })
})

const card = (name: string, mail: string, firm: string) =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEMAIL:${mail}\nORG:${firm}\nTITLE:Buyer\nEND:VCARD\n`
const calendar = (answer = 'ACCEPTED', more = '') =>
  `BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:m1\nSUMMARY:Kick-off\nDTSTART;TZID=Europe/Berlin:20260601T120000\nDTEND;TZID=Europe/Berlin:20260601T130000\nORGANIZER;CN=Vera:mailto:vera@vendor.example\nATTENDEE;CN=Ana;PARTSTAT=${answer}:mailto:ana@acme.example\nATTENDEE:mailto:stranger@acme.example\nRRULE:FREQ=WEEKLY;BYDAY=MO\n${more}END:VEVENT\nBEGIN:VTODO\nSUMMARY:Call\nEND:VTODO\nEND:VCALENDAR\n`

describe('cards and calendars', () => {
  it('make people with their accounts, and meetings with the people at them', async () => {
    const ws = await house.makeWorkspace()
    const files = [
      {
        path: 'team.vcf',
        bytes: `${card('Ana Ruiz', 'ana@acme.example', 'Acme GmbH')}${card('Bo', 'bo@free.example', '')}BEGIN:VCARD\nFN:All\nKIND:group\nEND:VCARD\n`,
      },
      { path: 'cal.ics', bytes: calendar() },
    ]
    const done = await importFiles(house, ws, files)
    expect(done).toMatchObject({ state: 'finished', seenCount: 5, storedCount: 3, skippedCount: 2 })
    expect((await peopleOf(ws)).map((p) => [p.name, p.email, p.accountName, p.title])).toEqual([
      ['Ana Ruiz', 'ana@acme.example', 'Acme GmbH', 'Buyer'],
      ['Bo', 'bo@free.example', expect.anything(), 'Buyer'],
    ])
    const [ana] = await peopleOf(ws)
    expect(await meetingsOf(ws)).toMatchObject([
      {
        title: 'Kick-off',
        startsAt: expect.stringMatching(/^2026-06-01T10:00:00/),
        accountName: 'Acme GmbH',
        repeats: 'Every week on Monday',
        people: [
          { name: 'Vera', role: 'organizer', personId: null },
          { name: 'Ana', role: 'attendee', answer: 'accepted', personId: ana?.id },
          { name: 'stranger@acme.example', personId: null },
        ],
      },
    ])
    expect(await importFiles(house, ws, files)).toMatchObject({ storedCount: 0 })
    const moved = await importFiles(house, ws, [{ path: 'cal.ics', bytes: calendar('DECLINED', 'STATUS:CANCELLED\n') }])
    expect(moved).toMatchObject({ storedCount: 1 })
    expect(await meetingsOf(ws)).toMatchObject([{ status: 'cancelled', people: [{}, { answer: 'declined' }, {}] }])
    await undoImport(ws, moved.id)
    expect(await meetingsOf(ws)).toMatchObject([{ status: 'confirmed', people: [{}, { answer: 'accepted' }, {}] }])
    await undoImport(ws, done.id)
    await nothingLeft(ws)
  })
  it('a meeting can be listed by account and person, shown, and removed with its people', async () => {
    const ws = await house.makeWorkspace()
    await importFiles(house, ws, [
      { path: 'a.vcf', bytes: card('Ana', 'ana@acme.example', 'Acme') },
      { path: 'b.ics', bytes: calendar() },
    ])
    const [ana] = await peopleOf(ws)
    const of = (asked: object) => ws.act(async (ctx) => (await meetingsActions.list(ctx, { limit: 10, ...asked })).rows)
    const [meeting] = await of({ personId: ana?.id })
    expect(await of({ accountId: ana?.accountId })).toEqual([meeting])
    expect(await of({ personId: ws.id })).toEqual([])
    const id = meeting?.id ?? ''
    expect(await ws.act((ctx) => meetingsActions.get(ctx, { id }))).toEqual(meeting)
    await ws.act((ctx) => meetingsActions.remove(ctx, { id }))
    expect(await of({})).toEqual([])
  })
})

describe('exports of other systems', () => {
  it('HubSpot: associated companies by id, several values, stages, owners, archived rows', async () => {
    const ws = await house.makeWorkspace({ currency: 'EUR' })
    const done = await importFiles(house, ws, [
      {
        path: 'hubspot-crm-exports-all-companies.csv',
        bytes:
          '\uFEFF"Record ID","Company name","Company Domain Name","Company owner","Archived"\n"101","Acme","acme.example","Olga Owner","false"\n"102","Gone","gone.example","","true"\n',
      },
      {
        path: 'hubspot-crm-exports-all-contacts.csv',
        bytes:
          '"Record ID","First Name","Last Name","Email","Phone Number","Associated Company","Associated Company IDs"\n"201","Ana","Ruiz","ana@acme.example","+49 30 1; +49 30 1234567","Acme;Beta","101;103"\n',
      },
      {
        path: 'hubspot-crm-exports-all-deals.csv',
        bytes:
          '"Record ID","Deal Name","Deal Stage","Close Date","Deal owner","Amount","Associated Company","Associated Company IDs"\n"301","Big","Contract sent","2026-04-30 10:15","Olga Owner","1200.50","Acme","101"\n',
      },
    ])
    expect(done).toMatchObject({ state: 'finished', skippedCount: 1 })
    expect(await skipped(ws, done.id)).toEqual([
      [expect.stringMatching(/companies/), 'It is archived in HubSpot (Archived: true).'],
    ])
    expect((await accountsOf(ws)).map((a) => [a.name, a.ownerId, a.externalId])).toEqual([['Acme', ws.memberId, '101']])
    expect((await peopleOf(ws)).map((p) => [p.name, p.accountName])).toEqual([['Ana Ruiz', 'Acme']])
    expect(await pipelineOf(ws)).toMatchObject([
      {
        name: 'Big',
        stageName: 'Contract sent',
        accountName: 'Acme',
        amountMinor: 120_050,
        closeOn: '2026-04-30',
        ownerId: ws.memberId,
      },
    ])
  })

  it('Salesforce: ids of both lengths, owners by the table of users, deleted rows, histories counted', async () => {
    const ws = await house.makeWorkspace({ currency: 'USD' })
    const done = await importFiles(house, ws, [
      {
        path: 'User.csv',
        bytes: 'Id,Username,Name,Email,IsActive\n005bm00000NCJmQAAX,olga@sf.example,Olga Owner,olga@vendor.example,1\n',
      },
      {
        path: 'Account.csv',
        bytes:
          'Id,IsDeleted,Name,ParentId,BillingCity,OwnerId\n001bm00001ZL8U9AAL,0,Edge,,Austin,005bm00000NCJmQAAX\n001bm00001ZL8U8AAL,1,Gone,,,\n',
      },
      {
        path: 'report.csv',
        bytes:
          'Opportunity ID,Opportunity Name,Account ID,Account Name,Stage,Close Date,Amount\n006bm00000LKJNN,Generators,001bm00001ZL8U9,Edge,Closed Won,02/23/26,"15,000.00"\n',
      },
      {
        path: 'OpportunityHistory.csv',
        bytes:
          'Id,OpportunityId,CreatedDate,StageName,Amount\n008bm00000UoqOjAAJ,006bm00000LKJNNAA5,02/23/26 08:55 PM,Qualification,1\n008bm00000UoqOkAAJ,006bm00000LKJNNAA5,02/24/26 08:55 PM,Closed Won,1\n',
      },
    ])
    const reasons = (await skipped(ws, done.id)).map(([path, reason]) => `${path}: ${String(reason).slice(0, 40)}`)
    expect(reasons.sort()).toEqual([
      'Account.csv: It is deleted in Salesforce (IsDeleted: ',
      'OpportunityHistory.csv: The stage history of Salesforce is not k',
      'OpportunityHistory.csv: The stage history of Salesforce is not k',
      'User.csv: A user of Salesforce is no person of a c',
    ])
    expect((await accountsOf(ws)).map((a) => [a.name, a.ownerId])).toEqual([['Edge', ws.memberId]])
    expect(await pipelineOf(ws)).toMatchObject([
      { externalId: '006bm00000LKJNNAA5', accountName: 'Edge', outcome: 'won', amountMinor: 1_500_000, closeOn: '2026-02-23' },
    ])
  })

  it('Pipedrive: what was won in an open stage is won, deleted rows stay out', async () => {
    const ws = await house.makeWorkspace({ currency: 'EUR' })
    const done = await importFiles(house, ws, [
      {
        path: 'deals.csv',
        bytes:
          'Deal - ID,Deal - Title,Deal - Organization,Deal - Stage,Deal - Status,Deal - Value,Deal - Currency of Value\n1,One,Acme,Negotiations Started,Won,100,EUR\n2,Two,Acme,Negotiations Started,Open,200,GBP\n3,Three,Acme,Negotiations Started,Deleted,1,EUR\n4,Four,Acme,Negotiations Started,Lost,4,EUR\n',
      },
    ])
    expect(done.skippedCount).toBe(1)
    expect((await pipelineOf(ws)).map((o) => [o.name, o.outcome, o.stageName, o.currency])).toEqual([
      ['Four', 'lost', 'Lost', 'EUR'],
      ['One', 'won', 'Won', 'EUR'],
      ['Two', 'open', 'Negotiations Started', 'GBP'],
    ])
  })
})

describe('taking back', () => {
  it('brings every updated row to its exact former values, and leaves and names what people changed since', async () => {
    const field = fc.constantFrom('industry', 'country', 'note', 'name')
    const edit = fc.record({ at: fc.nat(5), field, text: fc.constantFrom('Alpha', 'Beta', 'Gamma') })
    const cellText = fc.constantFrom('', 'Alpha', 'Beta', 'Delta')
    const line = fc.tuple(cellText, cellText, cellText)
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 6, maxLength: 6 }), fc.array(edit, { maxLength: 5 }), async (lines, edits) => {
        const ws = await house.makeWorkspace()
        const table = (rows: string[][]) =>
          ['Account ID,Account name,Industry,Country,Note', ...rows.map((r) => r.join(','))].join('\n')
        await importFiles(house, ws, [
          { path: 'a.csv', bytes: table(lines.slice(0, 4).map((_, n) => [`A${n}`, `Firm ${n}`, 'Old', 'DE', 'first'])) },
        ])
        const picture = async () => new Map((await accountsOf(ws)).map(({ updatedAt: _, ...a }) => [a.id, a]))
        const before = await picture()
        const done = await importFiles(house, ws, [
          {
            path: 'a.csv',
            bytes: table(lines.map(([industry, country, note], n) => [`A${n}`, `Firm ${n}`, industry, country, note])),
          },
        ])
        const imported = await picture()
        const order = [...imported.values()].sort((a, b) => ((a.externalId ?? '') < (b.externalId ?? '') ? -1 : 1))
        for (const { at, field: name, text } of edits) {
          const id = order[at]?.id ?? ''
          await ws.act((ctx) => accountsActions.change(ctx, { id, [name]: text }))
        }
        const edited = await picture()
        const undone = await undoImport(ws, done.id)
        const after = await picture()
        const left: string[] = []
        for (const [id, then] of imported) {
          const was = before.get(id)
          const now = edited.get(id)
          const written = Object.entries(then).filter(([k, v]) => !was || was[k as keyof typeof was] !== v)
          // Somebody wrote over what the import had written: the whole row stays as that person left it.
          const touched = written.some(([k, v]) => now?.[k as keyof typeof now] !== v)
          if (touched) {
            left.push(id)
            expect(after.get(id)).toEqual(now)
          } else if (was)
            expect(after.get(id)).toEqual({
              ...now,
              ...Object.fromEntries(written.map(([k]) => [k, was[k as keyof typeof was]])),
            })
          else expect(after.get(id)).toBeUndefined()
        }
        const named = (await ledgerOf(ws, done.id)).filter((e) => e.path === '(taking back)').map((e) => e.rowId)
        expect(named.sort()).toEqual(left.sort())
        expect(undone.problem === null).toBe(left.length === 0)
      }),
      { numRuns: 10, seed: 4 },
    )
  }, 240_000)
})

const sets = '../shared/datasets/calendar-contacts'
it.skipIf(!existsSync(sets))(
  'the public cards and calendars come in, every one accounted for, and go back',
  async () => {
    const ws = await house.makeWorkspace()
    const files = readdirSync(sets, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ics|vcf)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ path: path.slice(sets.length + 1), bytes: readFileSync(path) }))
    const done = await importFiles(house, ws, files)
    const ledger = await ledgerOf(ws, done.id)
    expect(new Set(ledger.map((e) => e.path)).size).toBe(files.length)
    expect(ledger.filter((e) => e.reason?.startsWith('It could not be stored'))).toEqual([])
    // Some files tell the same event or person in different words; only those change again.
    const again = await importFiles(house, ws, files)
    const times = (rowId: string | null) => ledger.filter((e) => e.rowId === rowId).length
    const second = (await ledgerOf(ws, again.id)).filter((e) => e.outcome === 'stored' || e.outcome === 'changed')
    expect(second.filter((e) => e.outcome === 'stored' || times(e.rowId) < 2)).toEqual([])
    await undoImport(ws, again.id)
    await undoImport(ws, done.id)
    await nothingLeft(ws)
  },
  120_000,
)
