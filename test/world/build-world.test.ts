/** Does the world, played through the product, show a newcomer what the story means to show? */
import { describe, expect, it } from 'vitest'
import { promisesActions } from '#conversation/promises/actions.ts'
import { accountsActions } from '#customers/accounts/actions.ts'
import { notesActions } from '#customers/notes/actions.ts'
import { tasksActions } from '#customers/tasks/actions.ts'
import { needsActions } from '#discovery/needs/actions.ts'
import { objectionsActions } from '#discovery/objections/actions.ts'
import type { Actor, Ctx } from '#foundation/platform/context.ts'
import { makeContext } from '#foundation/platform/make-context.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import { importsActions } from '#workspace/imports/actions.ts'
import { membersActions } from '#workspace/members/actions.ts'
import { demoVisitor, openDemoWorld } from './build-world.ts'
import { organisations, team } from './cast.ts'
import { dateTheWorld, dayOf } from './date-the-world.ts'
import { noted, plans } from './story/plans.ts'
import { world } from './world.ts'

const house = await freshHouse()
const today = new Date().toISOString().slice(0, 10)
const opened = await openDemoWorld({ database: house.database, house: house.house }, today)
const { rows } = await house.owner.query('select id, user_id from members where workspace_id = $1 and role = $2', [
  opened.workspaceId,
  'owner',
])
const maud: Actor = {
  workspaceId: opened.workspaceId,
  memberId: rows[0]?.id,
  userId: rows[0]?.user_id,
  name: 'Maud Ellery',
  role: 'owner',
  via: 'web',
}
const ask = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> =>
  house.database.inWorkspace(opened.workspaceId, (db) => run(makeContext(house.house, db, maud)))
const count = async (text: string): Promise<number> =>
  Number((await house.owner.query(`select count(*) from ${text}`, [opened.workspaceId])).rows[0]?.count)
const on = (day: number) => dayOf(day, today)

describe('what came in', () => {
  it('is every mail and every call, once, with nothing skipped', async () => {
    const { rows: all } = await ask((ctx) => importsActions.list(ctx, { limit: 50 }))
    expect(all.map((one) => [one.state, one.skippedCount, one.alreadyCount])).toEqual(all.map(() => ['finished', 0, 0]))
    expect(await count("messages where workspace_id = $1 and source = 'mail'")).toBe(
      world.threads.flatMap((thread) => thread.messages).length,
    )
    expect(await count("messages where workspace_id = $1 and source = 'call'")).toBe(world.calls.length)
    // A mail passed on joins the conversation whose subject it carries.
    const passedOn = world.threads.filter((thread) => /^(?:fw|fwd):/i.test(thread.subject))
    expect(await count("threads where workspace_id = $1 and source = 'mail'")).toBe(world.threads.length - passedOn.length)
  })

  it('lies with the customers it belongs to', async () => {
    const named = await house.owner.query(
      'select t.subject, a.domain from threads t left join accounts a on a.workspace_id = t.workspace_id and a.id = t.account_id where t.workspace_id = $1',
      [opened.workspaceId],
    )
    const dated = dateTheWorld(world, today)
    for (const { subject, domain } of named.rows) {
      const thread = dated.threads.find((one) => one.subject === subject)
      if (thread?.customer) expect(domain, subject).toBe(organisations[thread.customer].domain)
    }
    const { rows: accounts } = await ask((ctx) => accountsActions.list(ctx, { limit: 50 }))
    expect(accounts.map((one) => one.name)).toContain(organisations.hollenstedt.name)
    expect(accounts.filter((one) => one.standing === 'customer').map((one) => one.domain)).toEqual([
      organisations.playhouse.domain,
      organisations.oudepolder.domain,
      organisations.pargeter.domain,
      organisations.skerrow.domain,
    ])
  })

  it('is looked at by a team of five', async () => {
    const members = await ask((ctx) => membersActions.list(ctx))
    expect(members.map((one) => one.role).toSorted()).toEqual(team.map((one) => one.role as string).toSorted())
    expect(opened).toMatchObject(demoVisitor)
  })
})

describe('the first five minutes', () => {
  it('one promise is overdue, and three fall due', async () => {
    const due = await ask((ctx) => promisesActions.due(ctx, { withinDays: 7, limit: 30 }))
    expect(due.map((one) => [one.dueOn, one.what, one.ownerName])).toEqual([
      [on(-4), 'send the new sample calibration certificate', 'Jonas Brandt'],
      [on(0), 'send the final position on price', 'Priya Raman'],
      [on(1), 'send the patch policy, signed by Hamish Dey', 'Priya Raman'],
      [on(2), 'send the drawing of the freight deck', 'Isla Kerr'],
    ])
  })

  it('one need was said five times and is met', async () => {
    const met = await ask((ctx) => needsActions.list(ctx, { limit: 200, state: 'met' }))
    const need = met.rows.find((one) => one.statement === 'Keep recording without a network and through power changes')
    expect(need?.accountName).toBe('Skerrow Isles Ferries')
    expect(need?.spans.map((one) => one.who).toSorted()).toEqual(
      ['Callum Rennie', 'Capt. Agnes Mowat', 'Donnie Laing', 'Ishbel Muir', 'Rhona Strachan'].toSorted(),
    )
  })

  it('one customer went quiet, one opportunity slips', async () => {
    const last = await house.owner.query(
      `select max(m.sent_at)::date::text as day from messages m join accounts a on a.workspace_id = m.workspace_id and a.id = m.account_id
        where m.workspace_id = $1 and a.domain = $2 and m.side = 'customer'`,
      [opened.workspaceId, organisations.oudepolder.domain],
    )
    expect(last.rows[0]?.day).toBe(on(-47))
    const slipping = await ask((ctx) => opportunitiesActions.slipping(ctx, { limit: 20 }))
    expect(slipping.map((one) => one.name)).toEqual(['Four drying halls'])
  })

  it('the price came back at the laundry', async () => {
    const open = await ask((ctx) => objectionsActions.list(ctx, { limit: 200, state: 'open' }))
    const prices = open.rows.filter((one) => one.type === 'price' && one.accountName === 'Clyst Valley Linen Services')
    expect(prices.map((one) => [one.who, one.saidAt.slice(0, 10)])).toEqual([['Pauline Marsh', on(-6)]])
  })

  it('tells the ends of promises and opportunities as the story does', async () => {
    for (const state of ['kept', 'late', 'broken'] as const) {
      const found = await ask((ctx) => promisesActions.list(ctx, { limit: 200, state }))
      expect(found.rows.map((one) => one.what).toSorted()).toEqual(
        world.expectations.promises
          .filter((one) => one.outcome === state)
          .map((one) => one.what)
          .toSorted(),
      )
    }
    const { rows: all } = await ask((ctx) => opportunitiesActions.list(ctx, { limit: 50, sort: 'name' }))
    expect(all.length).toBe(world.opportunities.length)
    for (const one of world.opportunities) {
      const found = all.find((row) => row.externalId === one.key)
      expect([found?.amountMinor, found?.currency, found?.closeOn], one.key).toEqual([
        one.amountMinor,
        one.currency,
        on(one.closeOn),
      ])
    }
  })

  it('shows what the visitor planned: one late, two for today, and a series that goes on', async () => {
    const mine = await ask((ctx) => tasksActions.list(ctx, { limit: 50, state: 'open', whose: 'mine' }))
    expect(mine.rows.map((one) => one.dueOn)).toEqual([on(-2), on(0), on(0), on(4), on(10), null])
    expect(mine.rows.find((one) => one.repeatUnit === 'week')?.title).toBe('Write the weekly numbers for the team')
    const done = await ask((ctx) => tasksActions.list(ctx, { limit: 50, state: 'done', whose: 'all' }))
    expect(done.rows).toHaveLength(plans.flatMap((one) => [one.done, ...(one.doneAgain ?? [])]).filter(Boolean).length)
    const notes = await ask((ctx) => notesActions.list(ctx, { limit: 50 }))
    expect(notes.rows.map((one) => one.body).toSorted()).toEqual(noted.map((one) => one.body).toSorted())
    expect(notes.rows.flatMap((one) => one.mentions.map((m) => m.name))).toEqual(['Maud Ellery'])
  })

  it('leaves something for the visitor to confirm, and not too much', async () => {
    const waiting = await ask((ctx) => needsActions.toConfirm(ctx, { limit: 100 }))
    expect(waiting.length).toBeGreaterThan(2)
    expect(waiting.length).toBeLessThan(30)
    expect(waiting.every((one) => one.firstSaidAt.slice(0, 10) > on(-9))).toBe(true)
  })
})
