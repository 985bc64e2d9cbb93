/** Are duplicates found as rows are written, by whatever way, judged once, and not found where nothing agrees? */
import { describe, expect, it } from 'vitest'
import { accountDraft, accountsActions, openAccountBook, takeAccountRows } from '#customers/accounts/actions.ts'
import { Account } from '#customers/accounts/contract.ts'
import { personDraft } from '#customers/people/actions.ts'
import { Person } from '#customers/people/contract.ts'
import { create } from '#foundation/platform/changes/plan-changes.ts'
import type { Work } from '#foundation/platform/workflow.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { auditActions } from '#workspace/audit/actions.ts'
import { duplicates } from '#workspace/duplicates/contract.ts'
import { duplicatesOperations } from './describe-records.ts'
import { seekInOlderWorkspaces } from './seek-in-older-workspaces.ts'
import { whenDuplicatesAreSought, whenRowsAreWritten } from './when-rows-are-written.ts'

const house = await freshHouse()
const done = { upTo: 0 }

/** Carries out what was announced since, twice each: the second time must do nothing. */
async function settle(ws: TestWorkspace): Promise<void> {
  const work: Work = { workspaceId: ws.id, act: (run, cause) => ws.act(run, { cause: cause ?? null }) }
  while (done.upTo < house.announced.length) {
    const delivery = house.announced[done.upTo++]
    for (const flow of [whenRowsAreWritten, whenDuplicatesAreSought])
      if (delivery?.event === flow.event && delivery.workspaceId === ws.id) {
        await flow.run(work, delivery.carries)
        if (flow === whenRowsAreWritten) await flow.run(work, delivery.carries)
      }
  }
}
const queue = async (ws: TestWorkspace, given: object = {}) =>
  (await ws.act((ctx) => duplicatesOperations.list(ctx, duplicates.list.takes.parse(given)))).rows
const names = async (ws: TestWorkspace, given: object = {}) =>
  (await queue(ws, given)).map((one) => [one.leftName, one.rightName].sort().join(' + ')).sort()

describe('the queue', () => {
  it('fills as rows are written by hand, by a table and by an undo, and follows their changes', async () => {
    const ws = await house.makeWorkspace()
    const first = await ws.act((ctx) =>
      accountsActions.create(ctx, { name: 'Müller & Söhne GmbH', domain: 'mueller-soehne.de', country: 'Germany' }),
    )
    await ws.act((ctx) =>
      takeAccountRows(
        ctx,
        [
          { name: 'Mueller und Soehne', website: 'https://mueller-soehne.com', country: 'Germany', externalId: 'X1' },
          { name: 'Nordlicht Energie AG', domain: 'nordlicht.example' },
        ],
        openAccountBook(),
        () => null,
      ),
    )
    await settle(ws)
    expect(await names(ws)).toEqual(['Mueller und Soehne + Müller & Söhne GmbH'])
    await ws.act((ctx) => accountsActions.change(ctx, { id: first.id, name: 'Quarzwerke Holding', domain: 'quarz.example' }))
    await settle(ws)
    expect(await names(ws)).toEqual([])
    const [last] = (await ws.act((ctx) => auditActions.list(ctx, { limit: 50 }))).rows.filter((one) =>
      one.reason.startsWith('Changed'),
    )
    await ws.act((ctx) => auditActions.undo(ctx, { id: last?.id ?? '' }))
    await settle(ws)
    expect(await names(ws)).toEqual(['Mueller und Soehne + Müller & Söhne GmbH'])
  })

  it('knows people by address, nickname and initials, and keeps namesakes of two companies apart', async () => {
    const ws = await house.makeWorkspace()
    await ws.act(async (ctx) => {
      const [acme, bolt] = [ctx.id(), ctx.id()]
      const people = [
        { name: 'Robert Lindqvist', email: 'robert.lindqvist@acme.example', phone: '+46 8 123 45 67', accountId: acme },
        { name: 'Bob Lindqvist', email: 'bob.lindqvist@acme.example', phone: '0046 8 1234567', accountId: acme },
        { name: 'Anna Smith', email: 'anna.smith@acme.example', accountId: acme },
        { name: 'Anna Smith', email: 'a.smith@boltwerk.example', phone: '+49 30 7654321', accountId: bolt },
        { name: 'Anna Schmidt', email: 'a.schmidt@boltwerk.example', phone: '+49 30 7654399', accountId: bolt },
      ]
      await ctx.save({
        why: 'Seed',
        changes: [
          create(Account, { ...accountDraft({ name: 'Acme', domain: 'acme.example' }), id: acme }),
          create(Account, { ...accountDraft({ name: 'Boltwerk', domain: 'boltwerk.example' }), id: bolt }),
          ...people.map((one) => create(Person, personDraft(one))),
        ],
      })
    })
    await settle(ws)
    expect(await names(ws, { record: 'people' })).toEqual(['Bob Lindqvist + Robert Lindqvist'])
  })

  it('asks once: not the same stays so, later comes back, and a merge empties it', async () => {
    const ws = await house.makeWorkspace()
    const add = (name: string, domain: string) =>
      ws.act((ctx) => accountsActions.create(ctx, { name, domain, country: 'Norway' }))
    const a = await add('Fjellmat AS', 'fjellmat.no')
    const b = await add('Fjellmat', 'fjellmat.com')
    await settle(ws)
    const [pair] = await queue(ws)
    const id = pair?.id ?? ''
    await ws.act((ctx) => duplicatesOperations.later(ctx, { id }))
    expect([await names(ws), await names(ws, { all: true })]).toEqual([[], ['Fjellmat + Fjellmat AS']])
    const put = await ws.act((ctx) => duplicatesOperations.different(ctx, { id }))
    expect(put.state).toBe('different')
    await ws.act((ctx) => accountsActions.change(ctx, { id: a.id, industry: 'Food' }))
    await settle(ws)
    expect(await names(ws, { all: true })).toEqual([])
    await expect(ws.act((ctx) => duplicatesOperations.later(ctx, { id }))).rejects.toMatchObject({ status: 409 })
    const merged = await ws.act((ctx) =>
      duplicatesOperations.merge(ctx, { record: 'accounts', keepId: a.id, mergeId: b.id, take: [] }),
    )
    await settle(ws)
    expect((await queue(ws, { state: 'merged' })).map((one) => one.id)).toEqual([id])
    const keys = async () =>
      (await house.owner.query('select 1 from duplicate_keys where workspace_id = $1 and row_id = $2', [ws.id, b.id])).rows.length
    expect(await keys()).toBe(0)
    await ws.act((ctx) => duplicatesOperations.unmerge(ctx, { id: merged.id }))
    await settle(ws)
    expect(await keys()).toBeGreaterThan(0)
    expect((await queue(ws, { state: 'different' })).map((one) => one.id)).toEqual([id])
  })
})

describe('what is not written yet', () => {
  it('is told what is there already', async () => {
    const ws = await house.makeWorkspace()
    const there = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Oudepolder Zuivel B.V.', domain: 'oudepolder.nl' }))
    await settle(ws)
    const like = (values: Record<string, string>) =>
      ws.act((ctx) => duplicatesOperations.like(ctx, { record: 'accounts', values }))
    expect((await like({ name: 'Oudepolder Zuivel' })).map((one) => one.rowId)).toEqual([there.id])
    expect(await like({ name: 'Zuivelfabriek Noord' })).toEqual([])
    await expect(ws.act((ctx) => duplicatesOperations.like(ctx, { record: 'needs', values: {} }))).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('rows from before', () => {
  it('are gone through once, from batch to batch, however they came in', async () => {
    const ws = await house.makeWorkspace()
    await house.owner.query(
      `insert into accounts (workspace_id, id, created_at, updated_at, name, domain, standing, found_from)
       select $1, gen_random_uuid(), now(), now(), 'Company ' || md5(n::text), null, 'prospect', 'table' from generate_series(1, 620) n`,
      [ws.id],
    )
    await house.owner.query(
      `insert into accounts (workspace_id, id, created_at, updated_at, name, domain, standing, found_from)
       values ($1, gen_random_uuid(), now(), now(), 'Skerrow Bakeries Ltd', 'skerrow.example', 'prospect', 'table'),
         ($1, gen_random_uuid(), now(), now(), 'Skerrow Bakeries', null, 'prospect', 'table')`,
      [ws.id],
    )
    const ask = () => seekInOlderWorkspaces(house.database, house.house)
    await ask()
    await settle(ws)
    expect(await names(ws)).toContain('Skerrow Bakeries + Skerrow Bakeries Ltd')
    const mark = house.announced.length
    await ask()
    expect(house.announced.slice(mark).filter((one) => one.workspaceId === ws.id)).toEqual([])
  })
})
