/** Does a merge keep everything that points at the row that goes, whatever table it stands in, and does un-merge bring all of it back? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { records } from '#apps/contracts.ts'
import { Evidence } from '#conversation/evidence/contract.ts'
import { Message, Participation, Thread } from '#conversation/messages/contract.ts'
import { PromiseMade } from '#conversation/promises/contract.ts'
import { accountDraft, accountsActions, findOrCreateAccounts } from '#customers/accounts/actions.ts'
import { Account } from '#customers/accounts/contract.ts'
import { findOrCreatePeople, peopleActions, personDraft } from '#customers/people/actions.ts'
import { Person } from '#customers/people/contract.ts'
import { Need } from '#discovery/needs/contract.ts'
import { snake } from '#foundation/contract/drift.ts'
import { findReferences } from '#foundation/platform/changes/find-references.ts'
import { change, create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { duplicatesOperations } from '#workflows/describe-records.ts'
import { auditActions } from '#workspace/audit/actions.ts'

const house = await freshHouse()
const at = '2026-01-01T00:00:00.000Z'
const merged = ['accounts', 'people'] as const

/** Foreign keys of the catalogue that point at a table, and no contract that could move them. */
async function unhandled(ctx: Ctx): Promise<string[]> {
  const found: string[] = []
  for (const table of merged)
    for (const { table: holder, column } of await findReferences(ctx, table, true)) {
      const fields = Object.keys(records.get(holder)?.fields ?? {})
      if (!fields.some((name) => snake(name) === column)) found.push(`${holder}.${column} -> ${table}`)
    }
  return found
}

describe('the catalogue', () => {
  it('has no foreign key to accounts or people that a merge cannot move, and a new one would be seen', async () => {
    const ws = await house.makeWorkspace()
    const { rows } = await house.owner.query(`select count(*)::int as n from pg_constraint
      where contype = 'f' and confrelid = any (array['accounts', 'people']::regclass[])`)
    const known = await ws.act(async (ctx) => (await Promise.all(merged.map((table) => findReferences(ctx, table, true)))).flat())
    expect(known.length).toBeGreaterThanOrEqual(rows[0]?.n)
    // Each stands in two columns, the workspace first; another form would be passed over.
    const odd = await house.owner.query(`select conname from pg_constraint
      where contype = 'f' and confrelid = any (array['accounts', 'people']::regclass[]) and cardinality(conkey) <> 2`)
    expect(odd.rows).toEqual([])
    expect(await ws.act(unhandled)).toEqual([])
    await house.owner.query(`create table consents (workspace_id uuid not null, id uuid not null, person_id uuid not null,
      primary key (workspace_id, id), foreign key (workspace_id, person_id) references people (workspace_id, id))`)
    try {
      expect(await ws.act(unhandled)).toEqual(['consents.person_id -> people'])
    } finally {
      await house.owner.query('drop table consents')
    }
    await ws.act(async (ctx) => {
      for (const table of merged) await findReferences(ctx, table, true)
    })
  })
})

/** A small world: some accounts with people, what they said, and what follows from it. */
interface Drawn {
  people: number[]
  messages: { account: number; from: number; others: { person: number; role: number }[] }[]
  needs: number[]
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  people: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 6 }),
  messages: fc.array(
    fc.record({
      account: fc.integer({ min: 0, max: 2 }),
      from: fc.nat(5),
      others: fc.uniqueArray(fc.record({ person: fc.nat(5), role: fc.nat(2) }), {
        maxLength: 6,
        selector: ({ person, role }) => `${person} ${role}`,
      }),
    }),
    { maxLength: 6 },
  ),
  needs: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 4 }),
})
const roles = ['to', 'cc', 'bcc'] as const

async function build(ws: TestWorkspace, world: Drawn) {
  return ws.act(async (ctx) => {
    const accounts = ['Acme Inc', 'ACME', 'Boltwerk GmbH'].map((name, n) => ({
      id: ctx.id(),
      name,
      domain: n === 1 ? null : `a${n}.example`,
    }))
    const people = world.people.map((account, n) => ({ id: ctx.id(), account: accounts[account]?.id ?? null, n }))
    const personOf = (n: number) => people[n % people.length]?.id ?? ''
    const changes: PlannedChange[] = [
      ...accounts.map((one) => create(Account, { ...accountDraft(one), id: one.id })),
      ...people.map((one) =>
        create(Person, {
          ...personDraft({ name: `Person ${one.n}`, email: `p${one.n}@a.example`, accountId: one.account }),
          id: one.id,
        }),
      ),
    ]
    for (const [n, message] of world.messages.entries()) {
      const [threadId, messageId, evidenceId] = [ctx.id(), ctx.id(), ctx.id()]
      const accountId = accounts[message.account]?.id ?? null
      const fromPersonId = personOf(message.from)
      const said = { threadId, messageId, accountId }
      changes.push(
        create(Thread, {
          id: threadId,
          subject: `Subject ${n}`,
          subjectKey: `subject ${n}`,
          source: 'mail',
          accountId,
          firstAt: at,
          lastAt: at,
          lastSide: 'customer',
          messageCount: 1,
          snippet: 'Words',
        }),
        create(Message, {
          id: messageId,
          threadId,
          source: 'mail',
          sourceKey: `key ${n}`,
          sentAt: at,
          sentAtFrom: 'date',
          subject: `Subject ${n}`,
          fromName: 'A',
          fromEmail: null,
          fromPersonId,
          side: 'customer',
          accountId,
          text: 'We need scales.',
          parts: [],
          recipients: [],
          inReplyTo: null,
          warnings: [],
          automatic: false,
          language: null,
          importId: null,
        }),
        create(Evidence, {
          id: evidenceId,
          ...said,
          personId: fromPersonId,
          kind: 'need.explicit',
          side: 'customer',
          who: 'A',
          start: 0,
          end: 3,
          quote: 'We ',
          confidence: 0.9,
          rule: 'r',
          origin: 'rule',
          state: 'found',
          detail: {},
          saidAt: at,
        }),
        create(PromiseMade, {
          ...said,
          evidenceId,
          what: 'Send it',
          dueOn: null,
          ownerName: 'A',
          ownerPersonId: fromPersonId,
          side: 'customer',
          state: 'open',
          saidAt: at,
          confidence: 0.9,
          confirmedAt: null,
          closedAt: null,
          closedById: null,
          closeReason: null,
        }),
      )
      const took = new Map([[`${fromPersonId} from`, { personId: fromPersonId, role: 'from' as 'from' | 'to' | 'cc' | 'bcc' }]])
      for (const { person, role } of message.others)
        took.set(`${personOf(person)} ${roles[role]}`, { personId: personOf(person), role: roles[role] ?? 'to' })
      for (const one of took.values()) changes.push(create(Participation, { messageId, threadId, ...one, sentAt: at }))
    }
    for (const [n, account] of world.needs.entries())
      changes.push(
        create(Need, {
          accountId: accounts[account]?.id ?? null,
          statement: `Need ${n}`,
          category: 'functionality',
          priority: 'must',
          kind: 'explicit',
          state: 'found',
          confidence: 0.9,
          because: null,
          who: 'A',
          spanCount: 1,
          firstSaidAt: at,
          lastSaidAt: at,
          stateReason: null,
        }),
      )
    await ctx.save({ why: 'Built', changes })
    return { accounts, people }
  })
}

/** Everything that stands in the workspace but its history, without the moments of the last write. */
async function picture(ws: TestWorkspace): Promise<Record<string, unknown[]>> {
  const shown: Record<string, unknown[]> = {}
  for (const table of [...records.keys()].filter((name) => !['change_sets', 'changes'].includes(name)))
    shown[table] = (
      await house.owner.query(
        `select to_jsonb(t) - 'updated_at' - case when $2 then 'created_at' else '' end as row from ${table} t where workspace_id = $1 order by id`,
        [ws.id, table === 'search_entries'],
      )
    ).rows.map((row) => row.row)
  return shown
}
const mentions = async (ws: TestWorkspace, id: string): Promise<string[]> =>
  (await ws.act(async (ctx) => (await Promise.all(merged.map((table) => findReferences(ctx, table)))).flat())).reduce(
    async (found, { table, column }) => {
      const { rows } = await house.owner.query(`select 1 from ${table} where workspace_id = $1 and ${column} = $2`, [ws.id, id])
      return [...(await found), ...rows.map(() => `${table}.${column}`)]
    },
    Promise.resolve<string[]>([]),
  )

describe('over random worlds', () => {
  it('a merge leaves nothing that points at the row that went, and un-merge brings back exactly what was', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom(...merged), fc.boolean(), async (world, record, byHistory) => {
        const ws = await house.makeWorkspace()
        const { accounts, people } = await build(ws, world)
        const [keep, gone] = record === 'accounts' ? [accounts[0], accounts[1]] : [people[0], people[1]]
        const [keepId, mergeId] = [keep?.id ?? '', gone?.id ?? '']
        const before = await picture(ws)
        const done = await ws.act((ctx) => duplicatesOperations.merge(ctx, { record, keepId, mergeId, take: ['name'] }))
        expect(await mentions(ws, mergeId)).toEqual([])
        const after = await picture(ws)
        for (const table of ['messages', 'threads', 'evidence', 'promises', 'needs'])
          expect(after[table]).toHaveLength(before[table]?.length ?? 0)
        expect(after.participations?.length).toBe((before.participations?.length ?? 0) - done.joined)
        if (byHistory) await ws.act((ctx) => auditActions.undo(ctx, { id: done.changeSetId }))
        else expect((await ws.act((ctx) => duplicatesOperations.unmerge(ctx, { id: done.id }))).left).toEqual([])
        expect(await picture(ws)).toEqual(before)
      }),
      { numRuns: 12 },
    )
  }, 240_000)
})

const two = (ws: TestWorkspace) =>
  ws.act(async (ctx) => {
    const [keepId, mergeId] = [ctx.id(), ctx.id()]
    await ctx.save({
      why: 'Seed',
      changes: [
        create(Account, { ...accountDraft({ name: 'Acme', domain: 'acme.example' }), id: keepId }),
        create(Account, {
          ...accountDraft({ name: 'Acme Ltd', domain: 'acme-ltd.example', industry: 'Scales', country: 'Norway' }),
          id: mergeId,
        }),
      ],
    })
    return { keepId, mergeId }
  })

describe('the row that went', () => {
  it('goes on answering under its id and its domain, through several merges', async () => {
    const ws = await house.makeWorkspace()
    const { keepId, mergeId } = await two(ws)
    await ws.act((ctx) => duplicatesOperations.merge(ctx, { record: 'accounts', keepId, mergeId, take: [] }))
    const found = await ws.act((ctx) => accountsActions.get(ctx, { id: mergeId }))
    expect([found.id, found.name, found.industry]).toEqual([keepId, 'Acme', 'Scales'])
    const third = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Acme Group' }))
    await ws.act((ctx) => duplicatesOperations.merge(ctx, { record: 'accounts', keepId: third.id, mergeId: keepId, take: [] }))
    expect((await ws.act((ctx) => accountsActions.get(ctx, { id: mergeId }))).id).toBe(third.id)
    const met = await ws.act((ctx) => findOrCreateAccounts(ctx, [{ domain: 'acme-ltd.example', at }]))
    expect(met.get('acme-ltd.example')?.id).toBe(third.id)
  })

  it('keeps its mail: the next one from the old address meets the person who was kept', async () => {
    const ws = await house.makeWorkspace()
    const [a, b] = await Promise.all([
      ws.act((ctx) => peopleActions.create(ctx, { name: 'Ana Lopez', email: 'ana@acme.example' })),
      ws.act((ctx) => peopleActions.create(ctx, { name: 'A. Lopez', email: 'lopez@acme.example' })),
    ])
    await ws.act((ctx) => duplicatesOperations.merge(ctx, { record: 'people', keepId: a.id, mergeId: b.id, take: [] }))
    const met = await ws.act((ctx) =>
      findOrCreatePeople(ctx, [{ name: '', email: 'lopez@acme.example' }], { ownDomains: [], at }),
    )
    expect(met.get('lopez@acme.example')?.id).toBe(a.id)
  })
})

describe('un-merge after people went on', () => {
  it('leaves alone what was changed since and names it; the rest comes back', async () => {
    const ws = await house.makeWorkspace()
    const { keepId, mergeId } = await two(ws)
    const [moved, stays] = await Promise.all(
      ['Ana', 'Bo'].map((name) => ws.act((ctx) => peopleActions.create(ctx, { name, accountId: mergeId }))),
    )
    const done = await ws.act((ctx) =>
      duplicatesOperations.merge(ctx, { record: 'accounts', keepId, mergeId, take: ['country'] }),
    )
    const other = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Elsewhere' }))
    await ws.act((ctx) => peopleActions.change(ctx, { id: moved?.id ?? '', accountId: other.id }))
    await ws.act((ctx) => ctx.save({ why: 'Corrected', changes: [change(Account, keepId, { country: 'Sweden' })] }))
    await expect(ws.act((ctx) => auditActions.undo(ctx, { id: done.changeSetId }))).rejects.toMatchObject({ status: 409 })
    const undone = await ws.act((ctx) => duplicatesOperations.unmerge(ctx, { id: done.id }))
    expect(undone.left.map((one) => one.rowId).sort()).toEqual([keepId, moved?.id].sort())
    const accountOf = async (id: string | undefined) =>
      (await ws.act((ctx) => peopleActions.get(ctx, { id: id ?? '' }))).accountId
    expect([await accountOf(moved?.id), await accountOf(stays?.id)]).toEqual([other.id, mergeId])
    const [kept, back] = await Promise.all([keepId, mergeId].map((id) => ws.act((ctx) => accountsActions.get(ctx, { id }))))
    expect([kept?.industry, kept?.country, back?.name, back?.domain]).toEqual([null, 'Sweden', 'Acme Ltd', 'acme-ltd.example'])
  })

  it('is refused when the merged row itself cannot come back, and nothing is half done', async () => {
    const ws = await house.makeWorkspace()
    const { keepId, mergeId } = await two(ws)
    const done = await ws.act((ctx) => duplicatesOperations.merge(ctx, { record: 'accounts', keepId, mergeId, take: [] }))
    await ws.act((ctx) => accountsActions.create(ctx, { name: 'New here', domain: 'acme-ltd.example' }))
    const before = await picture(ws)
    await expect(ws.act((ctx) => duplicatesOperations.unmerge(ctx, { id: done.id }))).rejects.toMatchObject({ status: 409 })
    expect(await picture(ws)).toEqual(before)
  })
})

describe('a large account', () => {
  it('with thousands of messages is merged and brought back', async () => {
    const ws = await house.makeWorkspace()
    const { keepId, mergeId } = await two(ws)
    const thread = await ws.act((ctx) =>
      ctx.save({
        why: 'Seed',
        changes: [
          create(Thread, {
            subject: 'S',
            subjectKey: 's',
            source: 'mail',
            accountId: mergeId,
            firstAt: at,
            lastAt: at,
            lastSide: 'customer',
            messageCount: 1,
            snippet: '',
          }),
        ],
      }),
    )
    await house.owner.query(
      `insert into messages (workspace_id, id, created_at, updated_at, thread_id, source, source_key, sent_at, sent_at_from, subject, from_name, side, account_id, text, parts, recipients, warnings, automatic)
       select $1, gen_random_uuid(), now(), now(), $2, 'mail', 'k' || n, now(), 'date', 'S', 'A', 'customer', $3, repeat('words ', 300), '[]', '[]', '[]', false from generate_series(1, 3500) n`,
      [ws.id, thread.ids[0], mergeId],
    )
    const of = async (id: string) =>
      (
        await house.owner.query('select count(*)::int as n from messages where workspace_id = $1 and account_id = $2', [
          ws.id,
          id,
        ])
      ).rows[0]?.n
    const done = await ws.act((ctx) => duplicatesOperations.merge(ctx, { record: 'accounts', keepId, mergeId, take: [] }))
    expect([await of(keepId), await of(mergeId), done.moved]).toEqual([3500, 0, 3501])
    await ws.act((ctx) => duplicatesOperations.unmerge(ctx, { id: done.id }))
    expect([await of(keepId), await of(mergeId)]).toEqual([0, 3500])
  }, 120_000)
})
