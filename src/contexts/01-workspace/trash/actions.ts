/** What happens when a record is removed with what belongs to it, brought back, or emptied for good? */
import type { z } from 'zod'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import { fieldMeta } from '#foundation/contract/fields.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { groupRows } from '#foundation/kernel/group-rows.ts'
import { type Family, findFamily } from '#foundation/platform/changes/find-family.ts'
import { forgetReasons, forgetValues } from '#foundation/platform/changes/forget-rows.ts'
import { idsThere } from '#foundation/platform/changes/ids-there.ts'
import { change, fall, type PlannedChange, remove } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessBlocked } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { forgetFiles } from '../files/actions.ts'
import type { trash } from './contract.ts'
import { countKinds, sayKinds } from './rules/count-kinds.ts'
import { type PointBack, pickFamily } from './rules/pick-family.ts'
import { planReturn, type Reference, type Returning, referencesOf } from './rules/plan-return.ts'
import { countRemoved, findRemoved, type RemovedRow, rowsOfSet, titleNow, trashRule, valuesNow } from './store.ts'

/** More than this goes in no single change. */
const mostRows = 50_000
const defaultDays = 30
const emptiedAtOnce = 100

const listed = (ctx: Ctx): AnyRecord[] =>
  [...ctx.records.values()].filter((r) => r.title && r.history !== 'none' && r.undo !== 'never')
const nameOf = (row: { title: string | null; record: string }, ctx: Ctx) =>
  row.title ?? ctx.records.get(row.record)?.noun ?? row.record

/** For how many days the trash keeps what was removed; null while its rule is off. */
export async function trashDays(ctx: Ctx): Promise<number | null> {
  const rule = (await trashRule(ctx)) ?? { days: defaultDays, isOn: true }
  return rule.isOn ? rule.days : null
}
const daysLater = (at: string, days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString()

export const trashActions = {
  async list(ctx, { limit, after, words, record }) {
    const [before] = after ? readCursor(after, 1) : [null]
    const found = await findRemoved(ctx, {
      records: listed(ctx).filter((r) => !record || r.table === record),
      words: words?.trim() || null,
      before: before === null ? null : String(before),
      most: limit + 1,
      until: null,
      rowIds: null,
    })
    const page = pageFrom(found, limit, (row) => writeCursor(row.id))
    const counts = await countRemoved(ctx, [...new Set(page.rows.map((row) => row.changeSetId))])
    const days = await trashDays(ctx)
    const rows = page.rows.map((row) => {
      const inSet = counts.filter((c) => c.changeSetId === row.changeSetId)
      const isAlone = inSet.find((c) => c.record === row.record)?.count === 1
      const kinds = (isAlone ? inSet.filter((c) => c.record !== row.record) : []).flatMap(({ record, count }) => {
        const kind = ctx.records.get(record)
        return kind ? [{ record: kind, count }] : []
      })
      return {
        ...row,
        noun: ctx.records.get(row.record)?.noun ?? row.record,
        title: nameOf(row, ctx),
        with: countKinds(kinds),
        emptiedOn: days === null ? null : daysLater(row.removedAt, days).slice(0, 10),
      }
    })
    return { rows, next: page.next }
  },

  async restore(ctx, { rowIds }) {
    const found = await findRemoved(ctx, { ...everything(ctx), most: rowIds.length, rowIds })
    const unknown = rowIds.filter((id) => !found.some((row) => row.rowId === id))
    if (unknown.length === rowIds.length) throw notFound('record in the trash')
    const restored = []
    const left = unknown.map((rowId) => ({
      rowId,
      title: 'A record',
      why: 'It is not in the trash, or it was emptied for good.',
    }))
    // Removed last comes back first: it may be what another one belongs to.
    for (const row of found) {
      const title = nameOf(row, ctx)
      const done = await bringBack(ctx, row)
      if (typeof done === 'string') left.push({ rowId: row.rowId, title, why: done })
      else restored.push({ rowId: row.rowId, title, ...done })
    }
    return { restored, left }
  },

  async empty(ctx, { rowIds }) {
    const found = await findRemoved(ctx, {
      ...everything(ctx),
      most: (rowIds?.length ?? emptiedAtOnce) + 1,
      rowIds: rowIds ?? null,
    })
    if (rowIds && !found.length) throw notFound('record in the trash')
    const some = found.slice(0, rowIds?.length ?? emptiedAtOnce)
    return { records: some.length, rows: await forgetRemoved(ctx, some), more: found.length > some.length }
  },

  async previewRemoval(ctx, { rowId, record: table }) {
    const { record, title } = await need(ctx, table, rowId)
    const family = await familyOf(ctx, table, rowId, false)
    return {
      noun: record.noun,
      title,
      rows: family.rows,
      refusal: tooMany(family),
      goes: countKinds(family.members.filter((m) => m.record !== record || m.ids.length > 1).map(sized)),
      stays: countKinds(sumPointers(family)),
    }
  },

  async remove(ctx, { rowId, record: table, moveTo }) {
    const { record, title } = await need(ctx, table, rowId)
    if (moveTo) {
      if (table !== 'accounts' || moveTo === rowId)
        throw new Problem(422, 'What belongs to an account moves to another account.', [
          { path: 'moveTo', message: 'not another account' },
        ])
      if (!(await idsThere(ctx, 'accounts', [moveTo])).length) throw notFound('account')
    }
    const family = await familyOf(ctx, table, rowId, moveTo !== undefined)
    const refusal = tooMany(family)
    if (refusal) throw new Problem(409, refusal)
    const changes: PlannedChange[] = [
      ...family.pointers.flatMap(({ record, field, ids }) => ids.map((id) => change(record, id, { [field]: moveTo ?? null }))),
      ...family.members.flatMap((m) => m.ids.filter((id) => id !== rowId).map((id) => fall(m.record, id))),
      remove(record, rowId),
    ]
    const goes = sayKinds(countKinds(family.members.filter((m) => m.record !== record).map(sized)))
    const moved = moveTo ? sayKinds(countKinds(sumPointers(family))) : ''
    const why = `Removed the ${record.noun} ${title}${moved ? `, moved ${moved}` : goes ? ` with ${goes}` : ''}`
    const saved = await saveUnlessBlocked(ctx, { why: why.slice(0, 1000), changes })
    if (!saved?.changeSetId)
      throw new Problem(409, 'Somebody is adding to this at the same moment. Look at it again, then remove it.')
    return { changeSetId: saved.changeSetId, rows: family.rows }
  },
} satisfies Actions<typeof trash, Ctx>

const everything = (ctx: Ctx) => ({ records: listed(ctx), words: null, before: null, until: null })
const sized = ({ record, ids }: { record: AnyRecord; ids: string[] }) => ({ record, count: ids.length })

/** A row that points with two fields is one row. */
function sumPointers(family: Family) {
  const ids = new Map<AnyRecord, Set<string>>()
  for (const one of family.pointers) {
    const there = ids.get(one.record) ?? new Set()
    for (const id of one.ids) there.add(id)
    ids.set(one.record, there)
  }
  return [...ids].map(([record, some]) => ({ record, count: some.size }))
}

async function need(ctx: Ctx, table: string, id: string): Promise<{ record: AnyRecord; title: string }> {
  const record = ctx.records.get(table)
  const title = record ? await titleNow(ctx, record, id) : null
  if (!record || title === null) throw notFound(record?.noun ?? 'record')
  return { record, title }
}

/** What people think of as belonging to an account goes with it; everything else that may stand alone stays. */
const familyOf = (ctx: Ctx, table: string, rowId: string, moves: boolean): Promise<Family> =>
  findFamily(ctx, [{ table, ids: [rowId] }], { most: mostRows, belongs: (key) => !moves && key.to === 'accounts' })

const tooMany = ({ rows }: Family): string | null =>
  rows > mostRows
    ? `More than ${mostRows.toLocaleString('en')} rows hang on this: too many for one change that can be taken back.`
    : null

/** Brings one record back with what went with it, or says what stands in the way. */
async function bringBack(ctx: Ctx, removed: RemovedRow): Promise<{ rows: number; note: string | null } | string> {
  const { rows: went, pointBack } = pickFamily(await rowsOfSet(ctx, removed.changeSetId), removed.rowId)
  const coming: Returning[] = went.toReversed().flatMap((one) => {
    const record = ctx.records.get(one.record)
    return record && one.before ? [{ record, rowId: one.rowId, row: one.before }] : []
  })
  const back = new Set(coming.map((one) => one.rowId))
  const gone = await goneReferences(ctx, coming, back)
  const plan = planReturn(coming, (one) => references(one).filter((r) => gone.has(r.id)))
  const [first] = plan.missing
  if (first) {
    const { noun } = ctx.records.get(first.reference.table) ?? { noun: 'row' }
    return `The ${noun} that it belongs to is not there any more. Bring that back first.`
  }
  const changes: PlannedChange[] = [
    ...plan.rows.map(({ record, rowId, row }): PlannedChange => ({ deed: 'created', record, id: rowId, row })),
    ...(await pointersBack(ctx, pointBack)),
  ]
  const saved = await saveUnlessBlocked(ctx, { why: `Brought back ${nameOf(removed, ctx)}`.slice(0, 1000), changes })
  if (!saved) return 'Another record holds by now what must be unique in it, such as its mail domain, address or id.'
  const loose = [...new Set(plan.loosened.map(({ reference }) => ctx.records.get(reference.table)?.noun ?? 'row'))]
  const note = loose.length ? `Without its ${loose.join(' and ')}, which is not there any more.` : null
  return { rows: plan.rows.length, note }
}

/** Where a field of a record points, when that table is kept. */
const pointing = (record: AnyRecord, field: string): string | undefined => fieldMeta(record.fields[field] as z.ZodType).references
const references = (one: Returning): Reference[] => referencesOf(one.record, one.row, pointing)

async function goneReferences(ctx: Ctx, coming: Returning[], back: ReadonlySet<string>): Promise<Set<string>> {
  const asked = new Map<string, Set<string>>()
  for (const { table, id } of coming.flatMap(references))
    if (!back.has(id) && ctx.records.has(table)) asked.set(table, (asked.get(table) ?? new Set()).add(id))
  const gone = new Set<string>()
  for (const [table, ids] of asked) {
    const there = new Set(await idsThere(ctx, table, [...ids]))
    for (const id of ids) if (!there.has(id)) gone.add(id)
  }
  return gone
}

/** Points rows that stayed back at what they pointed at, where nobody has pointed them elsewhere since. */
async function pointersBack(ctx: Ctx, pointBack: readonly PointBack[]): Promise<PlannedChange[]> {
  const changes: PlannedChange[] = []
  for (const some of groupRows(pointBack, (p) => `${p.record}.${p.field}`).values()) {
    const [one] = some
    const record = ctx.records.get(one?.record ?? '')
    if (!one || !record) continue
    const now = await valuesNow(
      ctx,
      one.record,
      one.field,
      some.map((p) => p.rowId),
    )
    const values = new Map(now.map((row) => [row.id, row.value]))
    for (const p of some)
      if (values.has(p.rowId) && (values.get(p.rowId) ?? null) === (p.left ?? null))
        changes.push(change(record, p.rowId, { [p.field]: p.to }))
  }
  return changes
}

/** Forgets removed records and what went with them: their values in the whole history, their names in its reasons, their files. */
async function forgetRemoved(ctx: Ctx, some: readonly RemovedRow[]): Promise<number> {
  let rows = 0
  for (const one of some) {
    const { rows: went } = pickFamily(await rowsOfSet(ctx, one.changeSetId), one.rowId)
    const ids = went.map((row) => row.rowId)
    for (const row of went) {
      const title = ctx.records.get(row.record)?.title
      if (title && typeof row.before?.[title] === 'string') await forgetReasons(ctx, [row.rowId], row.before[title])
    }
    await forgetValues(ctx, ids)
    await forgetFiles(
      ctx,
      went.flatMap((row) => (typeof row.before?.fileId === 'string' ? [row.before.fileId] : [])),
    )
    rows += ids.length
  }
  return rows
}

/** What was removed before a moment: how many records, at most so many. */
export const countOldTrash = async (ctx: Ctx, until: string, most: number): Promise<number> =>
  (await findRemoved(ctx, { ...everything(ctx), until, most, rowIds: null })).length

/** Empties a batch of what was removed before a moment. */
export async function emptyOldTrash(ctx: Ctx, until: string, most: number): Promise<number> {
  const some = await findRemoved(ctx, { ...everything(ctx), until, most, rowIds: null })
  await forgetRemoved(ctx, some)
  return some.length
}
