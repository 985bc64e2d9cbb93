/** Does SQL answer what every row by itself says, whatever is asked, and does paging lose or repeat nothing? On a real database, over random rows. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Account } from '#customers/accounts/contract.ts'
import { type Condition, checkFilter, type Filter, isGroup, partsOf, units } from '#foundation/contract/filter.ts'
import { dayRangeOf, startOf } from '#foundation/contract/filter-days.ts'
import type { RowField } from '#foundation/contract/row-field.ts'
import { dayIn } from '#foundation/kernel/day-in.ts'
import { chance } from '#foundation/kernel/seed.ts'
import { Opportunity, Pipeline, Stage } from '#pipeline/opportunities/contract.ts'
import { freshHouse } from '#test/database/with-workspace.ts'
import { Member } from '#workspace/members/contract.ts'
import { create } from '../changes/plan-changes.ts'
import type { Ctx } from '../context.ts'
import { countRows, type RowsMeant, readByIds, readIds as readIdsPage, readPage } from './read-rows.ts'
import { type Asker, rowTable } from './row-table.ts'
import { sumGroups } from './sum-groups.ts'

const timeZone = 'America/New_York'
const house = await freshHouse()
const ws = await house.makeWorkspace()
const other = await house.makeWorkspace({ name: 'Other' })
await house.owner.query('update workspaces set time_zone = $1', [timeZone])

const draw = chance(23)
const pick = <T>(all: readonly T[]): T => all[Math.floor(draw() * all.length)] as T
const maybe = <T>(value: T): T | null => (draw() < 0.3 ? null : value)
// Clocks change on 8 March 2026 in New York; 04:59 UTC is the day before there.
const dayOf = () => new Date(Date.UTC(2026, 1, 1 + Math.floor(draw() * 60))).toISOString().slice(0, 10)
const momentOf = () =>
  new Date(Date.UTC(2026, 2, 1 + Math.floor(draw() * 14), pick([3, 4, 5, 12]), pick([0, 59]), 59, 999)).toISOString()
const words = [
  'Alpha',
  'alpha',
  'ALPINE',
  'Ärger',
  'ärger',
  'straße',
  'Strasse',
  '50% off',
  'a_b',
  'a\\b',
  'zeta',
  'Éclair',
  'alp',
  "O'Neil",
  '  x y',
]
const texts = () => `${pick(words)} ${pick(words)}`.trim()

async function fill(workspace: typeof ws, count: number) {
  return workspace.act(async (ctx) => {
    const [accounts, stages, members] = [
      Array.from({ length: 12 }, () => ctx.id()),
      ['First', 'Second', 'Won'].map((name) => ({ id: ctx.id(), name })),
      Array.from({ length: 3 }, () => ctx.id()),
    ]
    const pipelineId = ctx.id()
    const changes = [
      ...members.map((id, i) =>
        create(Member, {
          id,
          userId: null,
          name: `Member ${'cab'.charAt(i)}`,
          email: `m${i}@vendor.example`,
          title: null,
          role: 'member',
          deactivatedAt: null,
        }),
      ),
      ...accounts.map((id, i) =>
        create(Account, {
          id,
          name: `${texts()} ${i % 5}`,
          domain: null,
          website: null,
          industry: null,
          country: null,
          employeeCount: null,
          standing: 'prospect',
          ownerId: null,
          foundFrom: 'table',
          externalId: null,
          note: null,
        }),
      ),
      create(Pipeline, { id: pipelineId, name: 'Sales', position: 0, archivedAt: null }),
      ...stages.map(({ id, name }, i) =>
        create(Stage, {
          id,
          name,
          pipelineId,
          position: 3 - i,
          kind: 'open',
          probability: 0.2,
          normalDays: null,
          archivedAt: null,
        }),
      ),
      ...Array.from({ length: count }, (_, i) =>
        create(Opportunity, {
          name: texts(),
          accountId: maybe(pick(accounts)),
          pipelineId,
          stageId: pick(stages).id,
          outcome: pick(['open', 'won', 'lost'] as const),
          amountMinor: maybe(Math.floor(draw() * 20) * 100),
          currency: pick(['EUR', 'USD']),
          openedOn: maybe(dayOf()),
          closeOn: maybe(dayOf()),
          stageSince: momentOf(),
          ownerId: maybe(pick([...members, workspace.memberId])),
          ownerName: maybe(texts()),
          product: maybe(texts()),
          externalId: draw() < 0.5 ? null : `x${i}`,
          closeReason: maybe(pick(['', 'Because', texts()])),
        }),
      ),
    ]
    await ctx.save({ why: 'Filled', changes })
    return { accounts, pipelines: [pipelineId], stages: stages.map((s) => s.id), members: [...members, workspace.memberId] }
  })
}
const there = await fill(ws, 250)
await fill(other, 40)
const table = rowTable(Opportunity)
const fields = [...table.fields.values()]
const today = '2026-03-09'
const asker: Asker = { workspaceId: ws.id, memberId: ws.memberId, today, timeZone }
const meant = (filter: Filter | null) => ({ table, asker, filter, words: null })
const rows = await ws.act((ctx) => readPage(ctx, meant(null), { sort: 'name', after: null, limit: 500, fields: null }))
type Values = Record<string, unknown>

/** Whether a row fulfils a filter, by looking at it. */
function holds(filter: Filter, row: Values): boolean {
  if (isGroup(filter)) {
    const { parts, all } = partsOf(filter)
    return all || !parts.length ? parts.every((p) => holds(p, row)) : parts.some((p) => holds(p, row))
  }
  const { field, is, value } = filter
  const own = row[field] ?? null
  if (is === 'isEmpty') return own === null || own === ''
  if (is === 'isNotEmpty') return own !== null && own !== ''
  if (is === 'isNoneOf') return !(value as unknown[]).includes(own)
  if (is === 'isNot') return own === null || String(own).toLowerCase() !== String(value).trim().toLowerCase()
  if (own === null) return false
  if (is === 'isAnyOf') return (value as unknown[]).includes(own)
  if (is === 'isMe') return own === asker.memberId
  const control = table.fields.get(field)?.control
  if (control === 'day' || control === 'moment') {
    const { from, to } = dayRangeOf(filter, today)
    const day = control === 'day' ? String(own) : dayIn(String(own), timeZone)
    return (from === null || day >= from) && (to === null || day <= to)
  }
  if (typeof own === 'number') {
    const [least, most] = is === 'between' ? (value as number[]).toSorted((a, b) => a - b) : [value as number, value as number]
    return (is === 'atMost' || own >= (least ?? 0)) && (is === 'atLeast' || own <= (most ?? 0))
  }
  if (typeof own === 'boolean') return own === value
  const [text, asked] = [String(own).toLowerCase(), String(value).trim().toLowerCase()]
  return is === 'is' ? text === asked : is === 'contains' ? text.includes(asked) : text.startsWith(asked)
}

const day = fc.oneof(
  fc.integer({ min: 0, max: 70 }).map((n) => new Date(Date.UTC(2026, 0, 25 + n)).toISOString().slice(0, 10)),
  fc.record({ from: fc.constant('today' as const), plus: fc.integer({ min: -40, max: 40 }), unit: fc.constantFrom(...units) }),
)
const span = fc.record({
  which: fc.constantFrom('last', 'this', 'next'),
  n: fc.integer({ min: 1, max: 9 }),
  unit: fc.constantFrom(...units),
})
const number = fc.oneof(
  fc.integer({ min: -100, max: 2100 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(300, 700, 1e300, -1e300),
)
const text = fc.oneof(
  fc
    .constantFrom(...words, 'alp', 'a', '%', '_', '\\', ' ', 'ß', 'X Y', 'eclair', 'ALPHA ALPHA')
    .map((w) => (w.trim() ? w : 'ph')),
  fc.constantFrom(...rows.rows.map((r) => String(r.values.name))),
)
function valuesFor(field: RowField, is: Condition['is']): fc.Arbitrary<unknown> {
  if (is === 'isEmpty' || is === 'isNotEmpty' || is === 'isMe') return fc.constant(undefined)
  if (is === 'isAnyOf' || is === 'isNoneOf') {
    const all =
      field.control === 'choice'
        ? field.choices.map((c) => c.value)
        : { accountId: there.accounts, stageId: there.stages, pipelineId: there.pipelines, ownerId: there.members }[field.name]
    return fc.subarray(all ?? [], { minLength: 1 })
  }
  if (is === 'during') return span
  if (field.control === 'day' || field.control === 'moment') return is === 'between' ? fc.tuple(day, day) : day
  if (field.control === 'yesNo') return fc.boolean()
  if (field.control === 'text' || field.control === 'longText') return text
  return is === 'between' ? fc.tuple(number, number) : number
}
const conditions: fc.Arbitrary<Condition> = fc
  .constantFrom(...fields.filter((f) => f.operators.length))
  .chain((field) =>
    fc
      .constantFrom(...field.operators)
      .chain((is) => valuesFor(field, is).map((value) => ({ field: field.name, is, ...(value === undefined ? {} : { value }) }))),
  )
const filters = fc.letrec<{ any: Filter }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    conditions,
    fc.array(tie('any'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { maxLength: 3 }).map((any) => ({ any })),
  ),
})).any

const readIds = async (ctx: Ctx, asked: RowsMeant, sort: string, most: number) =>
  (await readIdsPage(ctx, asked, { sort, after: null, limit: most })).ids

describe('rows that a filter means', () => {
  it('are those that fulfil it one by one; count and groups agree', async () => {
    const groupable = fields.filter((f) => f.groupable)
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...groupable), fc.constantFrom(...units), async (filter, by, every) => {
        expect(checkFilter(filter, fields)).toEqual([])
        const wanted = rows.rows.filter((row) => holds(filter, row.values))
        const [ids, count, groups] = await ws.act(async (ctx) => [
          await readIds(ctx, meant(filter), '-amountMinor', 500),
          await countRows(ctx, meant(filter)),
          (await sumGroups(ctx, meant(filter), { by: by.name, every })).groups,
        ])
        expect(ids.toSorted()).toEqual(wanted.map((row) => row.id).sort())
        expect(count).toBe(wanted.length)
        const keyOf = (row: Values) => {
          const own = row[by.name] ?? null
          if (own === null || (by.control !== 'day' && by.control !== 'moment')) return own
          return startOf(by.control === 'day' ? String(own) : dayIn(String(own), timeZone), every)
        }
        expect(groups.reduce((sum, g) => sum + g.count, 0)).toBe(wanted.length)
        for (const group of groups) {
          const own = wanted.filter((row) => keyOf(row.values) === group.key)
          expect(group.count).toBe(own.length)
          for (const currency of ['EUR', 'USD']) {
            const amounts = own.flatMap((r) =>
              r.values.currency === currency && r.values.amountMinor !== null ? [Number(r.values.amountMinor)] : [],
            )
            const said = group.sums.find((s) => s.field === 'amountMinor' && s.currency === currency)
            expect(said?.sum).toBe(amounts.length ? amounts.reduce((a, b) => a + b, 0) : undefined)
          }
        }
      }),
      { numRuns: 60 },
    )
  }, 180_000)
  it('never reach into another workspace', async () => {
    const ids = await ws.act((ctx) =>
      readIds(
        ctx,
        meant({
          any: [
            { field: 'ownerId', is: 'isEmpty' },
            { field: 'ownerId', is: 'isNotEmpty' },
          ],
        }),
        'name',
        1000,
      ),
    )
    expect(ids).toHaveLength(250)
    const theirs = await other.act((ctx) => readByIds(ctx, table, ids))
    expect(theirs).toEqual([])
  })
})

describe('pages', () => {
  const sorts = [
    ...fields.filter((f) => f.sortable).flatMap((f) => [f.name, `-${f.name}`]),
    'position',
    '-position',
    'stageId,-amountMinor',
    '-accountId,closeOn,-name',
    'ownerId,amountMinor',
  ]
  it.each(sorts)('by %s neither lose nor repeat a row, and rows without it come last', async (sort) => {
    const found: Values[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof readPage>> = await ws.act((ctx) =>
        readPage(ctx, meant(null), { sort, after, limit: 23, fields: null }),
      )
      found.push(
        ...page.rows.map((row) => ({
          ...row.values,
          ...Object.fromEntries(Object.entries(row.titles).map(([k, v]) => [`${k}:title`, v])),
          id: row.id,
        })),
      )
      after = page.next
    } while (after)
    expect(found.map((row) => row.id)).toEqual(await ws.act((ctx) => readIds(ctx, meant(null), sort, 1000)))
    expect(new Set(found.map((row) => row.id)).size).toBe(250)
    const [first = ''] = sort.split(',')
    const name = first.replace('-', '')
    const empties = found.map((row) => (row[name] ?? null) === null)
    expect(empties).toEqual(empties.toSorted((a, b) => Number(a) - Number(b)))
    const field = table.fields.get(name)
    // Titles are compared by the database's rules for names; what is no text, here.
    if (field && ['text', 'reference'].includes(field.control)) return
    const values = found.flatMap((row) => (row[name] === null || row[name] === undefined ? [] : [row[name] as string | number]))
    const ordered = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    expect(values).toEqual(first.startsWith('-') ? ordered.reverse() : ordered)
  })
  it('sort names and titles as people do, stages as they stand', async () => {
    const ordered = (column: string) =>
      house.owner.query(
        `select o.id from opportunities o left join accounts a on a.id = o.account_id left join stages s on s.id = o.stage_id
         where o.workspace_id = $1 order by ${column} nulls last, o.id`,
        [ws.id],
      )
    for (const [sort, column] of [
      ['name', 'o.name'],
      ['accountId', 'a.name'],
      ['stageId', 's.position'],
    ] as const)
      expect(await ws.act((ctx) => readIds(ctx, meant(null), sort, 1000))).toEqual((await ordered(column)).rows.map((r) => r.id))
    const titled = (
      await ws.act((ctx) =>
        readPage(ctx, meant({ field: 'accountId', is: 'isNotEmpty' }), {
          sort: 'stageId',
          after: null,
          limit: 1,
          fields: ['accountId', 'stageId'],
        }),
      )
    ).rows[0]
    expect(titled?.titles.stageId).toBe('Won')
    expect(titled?.titles.accountId).toBeTruthy()
  })
  it('refuse a mark of another order, and a sort that is none', async () => {
    const page = await ws.act((ctx) => readPage(ctx, meant(null), { sort: 'name', after: null, limit: 5, fields: null }))
    const ask = (sort: string, after: string | null) =>
      ws.act((ctx) => readPage(ctx, meant(null), { sort, after, limit: 5, fields: null }))
    await expect(ask('-name', page.next)).rejects.toMatchObject({ status: 400 })
    for (const sort of ['closeReason', 'id', 'name,name', 'name,-name', 'wind', '', 'name,closeOn,openedOn,product'])
      await expect(ask(sort, null)).rejects.toMatchObject({ status: 422 })
  })
})
