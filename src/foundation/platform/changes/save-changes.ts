/** How does every write happen? Rows, change set, search and outbox in one transaction, or nothing. (S4) */
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { Change, ChangeSet } from '#foundation/contract/change-set.ts'
import { notFound, Problem, readAs } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import { forgetOwnFields, ownRecord } from '../own-fields/own-record.ts'
import { ownPlaces, writeOwnValues } from '../own-fields/own-values.ts'
import { settleDerived } from '../own-fields/settle-derived.ts'
import { placeOfBirth } from '../rows/place-between.ts'
import { conflictProblem, findConflicts } from './find-conflicts.ts'
import { findDependents } from './find-referrers.ts'
import { forgetWords, indexWords } from './index-words.ts'
import { lockWhole } from './lock-whole.ts'
import type { Plan, PlannedChange, Saved, Written } from './plan-changes.ts'
import { tellWritten } from './tell-written.ts'
import { deleteRows, type Fields, insertRows, updateRows } from './write-rows.ts'

/** Rows of one statement, so that the largest plan stays within memory. */
const rowsPerStatement = 5_000

type Writer = Pick<Ctx, 'db' | 'now' | 'actor' | 'cause' | 'id' | 'records' | 'announce'>

/**
 * Writes a plan. Rows are checked against their contract first; neighbouring changes of one record and deed go in one statement,
 * so a batch of thousands costs a handful of round trips.
 * @throws Problem 422 with field paths, 404 for a row that is not there, 409 for a row changed since it was seen
 */
export async function saveChanges(writer: Writer, plan: Plan): Promise<Saved> {
  const { ids, written } = await writeChanges(writer, plan)
  const all = [...(plan.written ?? []), ...written]
  await tellWritten(writer, all)
  const kept = all.filter((d) => plan.whole || d.record.history !== 'none' || d.fell)
  return { ids, changeSetId: kept.length ? await remember(writer, plan, kept) : null }
}

/** Writes the rows of a plan without remembering them: whoever calls this hands what was written to a later plan of the same transaction. */
export async function writeChanges(writer: Writer, plan: Plan): Promise<{ ids: string[]; written: Written[] }> {
  const ids = plan.changes.map((c) => c.id ?? writer.id())
  const written: Written[] = []
  let from = 0
  while (from < plan.changes.length) {
    const first = plan.changes[from]
    if (!first) break
    let to = from + 1
    const met = new Set([ids[from]])
    // One statement sets a row once: a row that comes again begins a new run.
    for (let next = plan.changes[to]; next?.record === first.record && next.deed === first.deed; next = plan.changes[to]) {
      if (met.has(ids[to]) || met.size >= rowsPerStatement) break
      met.add(ids[to++])
    }
    const run = plan.changes.slice(from, to).map((c, i) => ({ planned: c, id: ids[from + i] ?? '' }))
    written.push(...(await carryOut(writer, first.record, first.deed, run)))
    from = to
  }
  await settleDerived(writer, written)
  return { ids, written }
}

type Run = { planned: PlannedChange; id: string }[]

async function carryOut(writer: Writer, given: AnyRecord, deed: PlannedChange['deed'], run: Run): Promise<Written[]> {
  // Whatever own fields a caller knew of: those that there are now.
  const base = writer.records.get(given.table) ?? given
  if (base.table === 'fields') forgetOwnFields(writer)
  const record = await ownRecord(writer, base)
  if (deed === 'created') return createAll(writer, base, record, run)
  return deed === 'changed' ? changeAll(writer, record, run) : removeAll(writer, record, run)
}

async function createAll(writer: Writer, base: AnyRecord, record: AnyRecord, run: Run): Promise<Written[]> {
  const rows = run.map(({ planned, id }) => {
    const given = planned.deed === 'created' ? { ...planned.row, ...placed(record, planned.row, id) } : {}
    return checked(record.schema, { createdAt: writer.now, ...given, id, updatedAt: writer.now })
  })
  await insertRows(writer.db, base, writer.actor.workspaceId, rows)
  await writeOwn(writer, record, rows)
  await indexWords(writer.db, record, writer.actor.workspaceId, writer.now, rows)
  return rows.map((row) => ({ record, rowId: String(row.id), deed: 'created', before: null, after: without(row, record.heavy) }))
}

/** The values that rows have in fields which the workspace added. What follows from others is not taken from whoever writes. */
async function writeOwn(writer: Writer, record: AnyRecord, rows: readonly Fields[]): Promise<void> {
  const names = [...ownPlaces(record)].filter(([, p]) => !p.isDerived).map(([name]) => name)
  if (!names.length) return
  const own = (row: Fields) => Object.fromEntries(names.flatMap((n) => (n in row && row[n] !== undefined ? [[n, row[n]]] : [])))
  await writeOwnValues(
    writer,
    record,
    rows.map((row) => ({ rowId: String(row.id), values: own(row) })),
  )
}

/** Where a row stands on a board that nobody has put anywhere. */
const placed = ({ place }: AnyRecord, row: Fields, id: string): Fields =>
  place && (row[place] ?? null) === null ? { [place]: placeOfBirth(id) } : {}

async function changeAll(writer: Writer, record: AnyRecord, run: Run): Promise<Written[]> {
  const { db, actor, now } = writer
  const own = ownPlaces(record)
  const current = await lockWhole(
    writer,
    record,
    run.map((r) => r.id),
    true,
  )
  const done: Written[] = []
  const byFields = new Map<string, Fields[]>()
  for (const { planned, id } of run) {
    const row = current.get(id)
    if (!row) throw notFound(record.noun)
    if (planned.deed !== 'changed') continue
    if (planned.seenAt && planned.seenAt !== row.updatedAt)
      throw new Problem(409, `This ${record.noun} was changed by somebody else in between. Look at it again, then change it.`)
    if (planned.base) {
      const conflicts = await findConflicts(writer, record, row, { set: planned.set, base: planned.base })
      if (conflicts.length) throw conflictProblem(conflicts)
    }
    const set = Object.fromEntries(
      Object.entries(planned.set).filter(([k, v]) => v !== undefined && !isDeepStrictEqual(v, row[k])),
    )
    const names = Object.keys(set).sort()
    if (!names.length) continue
    for (const name of names) {
      if (record.heavy?.includes(name) || !record.fields[name] || own.get(name)?.isDerived)
        throw new Problem(422, `"${name}" cannot be changed.`, [{ path: name, message: 'cannot be changed' }])
    }
    const next = checked(record.schema.pick(Object.fromEntries(names.map((n) => [n, true])) as never), set)
    const before = Object.fromEntries(names.map((n) => [n, row[n]]))
    current.set(id, { ...row, ...next, updatedAt: now })
    const group = byFields.get(names.join()) ?? []
    group.push({ id, updatedAt: now, ...next })
    byFields.set(names.join(), group)
    done.push({ record, rowId: id, deed: 'changed', before, after: next })
  }
  for (const [names, rows] of byFields) {
    const columns = names.split(',').filter((name) => !own.has(name))
    await updateRows(db, record, actor.workspaceId, [...columns, 'updatedAt'], rows)
    await writeOwn(writer, record, rows)
  }
  const { text = '', with: more = [] } = record.fullText ?? {}
  const searched = new Set([record.title ?? '', ...(record.search ?? []), text, ...more])
  const touched = done.filter((d) => Object.keys(d.after ?? {}).some((f) => searched.has(f)))
  await indexWords(
    db,
    record,
    actor.workspaceId,
    now,
    [...new Set(touched.map((d) => d.rowId))].map((id) => current.get(id) ?? {}),
  )
  return done
}

async function removeAll(writer: Writer, record: AnyRecord, run: Run): Promise<Written[]> {
  const { db, actor } = writer
  const ids = run.map((r) => r.id)
  const current = await lockWhole(writer, record, ids)
  for (const id of ids) if (!current.has(id)) throw notFound(record.noun)
  const fallen: Written[] = []
  for (const dependent of await findDependents(writer, record.table, ids)) {
    await forgetWords(
      db,
      dependent.record,
      actor.workspaceId,
      dependent.rows.map((row) => String(row.id)),
    )
    for (const row of dependent.rows)
      fallen.push({ record: dependent.record, rowId: String(row.id), deed: 'removed', before: row, after: null, fell: true })
  }
  await deleteRows(db, record, actor.workspaceId, ids)
  await forgetWords(db, record, actor.workspaceId, ids)
  // What fell comes first: taken back from the end, the row it belongs to is there again before it.
  return [
    ...fallen,
    ...run.map(({ id, planned }) => ({
      record,
      rowId: id,
      deed: 'removed' as const,
      before: current.get(id) ?? null,
      after: null,
      fell: planned.deed === 'removed' && planned.falls === true,
    })),
  ]
}

async function remember(writer: Writer, plan: Plan, done: Written[]): Promise<string> {
  const { db, actor, cause, now } = writer
  const changeSetId = writer.id()
  const kept = { createdAt: now, updatedAt: now }
  const set = {
    ...kept,
    id: changeSetId,
    memberId: actor.memberId,
    actorName: actor.name,
    via: actor.via,
    reason: plan.why,
    causeKind: cause?.kind ?? null,
    causeId: cause?.id ?? null,
    undoesId: plan.undoes ?? null,
    changeCount: done.length,
  }
  await insertRows(db, ChangeSet, actor.workspaceId, [set])
  const rows = done.map((d, position) => ({
    ...kept,
    id: writer.id(),
    changeSetId,
    position,
    record: d.record.table,
    rowId: d.rowId,
    deed: d.deed,
    before: d.before,
    after: d.after,
  }))
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await insertRows(db, Change, actor.workspaceId, rows.slice(from, from + rowsPerStatement))
  return changeSetId
}

const without = (row: Fields, heavy: string[] = []): Fields =>
  Object.fromEntries(Object.entries(row).filter(([k]) => !heavy.includes(k)))

function checked(schema: z.ZodType, row: Fields): Fields {
  return readAs(schema, row) as Fields
}
