/** What follows from what was written? Roll-ups of the rows that it points at, then formulas, until nothing more follows; in the same transaction. */
import { sql } from 'kysely'
import { DerivedFieldChanged } from '#foundation/contract/change-set.ts'
import { type FieldRow, ownName } from '#foundation/contract/own-field.ts'
import type { Written } from '../changes/plan-changes.ts'
import type { Ctx } from '../context.ts'
import { column, joinOwn, rowTable } from '../rows/row-table.ts'
import { ownFields, ownRecord } from './own-record.ts'
import { runFormulas } from './run-formulas.ts'
import { runRollUps } from './run-roll-ups.ts'

type Writer = Pick<Ctx, 'db' | 'actor' | 'now' | 'id' | 'records' | 'announce'>
type Change = Pick<Written, 'record' | 'rowId' | 'deed' | 'before' | 'after'>

/** Definitions refuse rings; this only bounds what a chain may come to. */
const mostRounds = 10
const rowsAtOnce = 2_000
const isDerived = (field: FieldRow) => field.type === 'formula' || field.type === 'rollUp'

/** Brings derived fields in step with rows that were written. Nothing is done where a workspace has none. */
export async function settleDerived(writer: Writer, written: readonly Change[]): Promise<void> {
  if (!written.some(({ record }) => record.table === 'fields' || record.own || record.valuesOf)) return
  const fields = await ownFields(writer)
  await refill(writer, fields, written)
  const derived = fields.filter(isDerived)
  if (!derived.length) return
  let fresh: Change[] = [...written]
  for (let round = 0; fresh.length && round < mostRounds; round++) fresh = await settleOnce(writer, fields, fresh)
}

async function settleOnce(writer: Writer, fields: readonly FieldRow[], written: readonly Change[]): Promise<Change[]> {
  const next: Change[] = []
  const touched = new Map<string, Set<string>>()
  const touch = (table: string, id: string) => touched.set(table, (touched.get(table) ?? new Set()).add(id))
  for (const { record, rowId, deed, after, before } of written) {
    if (deed !== 'removed') touch(record.valuesOf ?? record.table, record.valuesOf ? String(after?.rowId ?? rowId) : rowId)
    // A value that moved to another row in a merge.
    if (record.valuesOf && before?.rowId) touch(record.valuesOf, String(before.rowId))
  }
  for (const field of fields.filter((f) => f.type === 'rollUp')) {
    const parents = await parentsOf(writer, field, written)
    const record = writer.records.get(field.object)
    if (!record || !parents.size) continue
    const own = await ownRecord(writer, record)
    for (const [id, values] of await inParts([...parents], (ids) => runRollUps(writer, own, [field], ids))) {
      touch(record.table, id)
      next.push({ record, rowId: id, deed: 'changed', before: null, after: values })
    }
  }
  for (const [table, ids] of touched) {
    const base = writer.records.get(table)
    const formulas = fields.filter((f) => f.object === table && f.type === 'formula')
    if (!base || !formulas.length) continue
    const record = await ownRecord(writer, base)
    for (const [id, values] of await inParts([...ids], (part) => runFormulas(writer, record, formulas, part)))
      next.push({ record: base, rowId: id, deed: 'changed', before: null, after: values })
  }
  return next
}

async function inParts<T>(ids: readonly string[], run: (ids: string[]) => Promise<Map<string, T>>): Promise<Map<string, T>> {
  const all = new Map<string, T>()
  for (let at = 0; at < ids.length; at += rowsAtOnce)
    for (const [id, value] of await run(ids.slice(at, at + rowsAtOnce))) all.set(id, value)
  return all
}

/** The rows whose roll-up may be another now. */
async function parentsOf(writer: Writer, field: FieldRow, written: readonly Change[]): Promise<Set<string>> {
  const asked = field.settings.rollUp
  const parents = new Set<string>()
  if (!asked) return parents
  const moved: string[] = []
  for (const { record, rowId, deed, before, after } of written) {
    if (record.table === field.object && deed === 'created') parents.add(rowId)
    const isChild = record.table === asked.of
    const isValue = record.valuesOf === asked.of
    if (!isChild && !isValue) continue
    for (const values of [before, after]) if (values?.[asked.by]) parents.add(String(values[asked.by]))
    const named = new Set(Object.keys(after ?? {}))
    const counts = isValue || named.has(asked.by) || (asked.field !== null && named.has(asked.field)) || named.has('currency')
    if (deed === 'changed' && counts) moved.push(isValue ? String(after?.rowId ?? before?.rowId ?? rowId) : rowId)
  }
  for (const id of await pointedAt(writer, asked, moved)) parents.add(id)
  return parents
}

/** Where rows point that were changed in another field than the one that points. */
async function pointedAt(writer: Writer, asked: { of: string; by: string }, ids: readonly string[]): Promise<string[]> {
  const base = writer.records.get(asked.of)
  if (!base || !ids.length) return []
  const child = await ownRecord(writer, base)
  const table = rowTable(child)
  if (!child.fields[asked.by]) return []
  const by = column(table, asked.by)
  const { rows } = await sql<{ id: string }>`select distinct ${by} as id from ${sql.table(child.table)} as t
    ${joinOwn(table, writer.actor.workspaceId, [asked.by])}
    where t.workspace_id = ${writer.actor.workspaceId}::uuid and t.id = any(${[...ids]}::uuid[]) and ${by} is not null`.execute(
    writer.db.withoutPlugins(),
  )
  return rows.map((row) => row.id)
}

/** A definition that was made or changed: what its rows had is forgotten, and reckoned anew in parts. */
async function refill(writer: Writer, fields: readonly FieldRow[], written: readonly Change[]): Promise<void> {
  for (const { record, rowId, deed, before, after } of written) {
    if (record.table !== 'fields' || deed === 'removed') continue
    const field = fields.find((f) => f.id === rowId)
    const isOther = deed === 'created' || (after !== null && ('type' in after || 'settings' in after))
    const own = field && writer.records.get(field.object)?.own
    if (!field || !own || !isOther) continue
    const wasDerived = before?.type === 'formula' || before?.type === 'rollUp'
    if (deed === 'changed' && (isDerived(field) || wasDerived))
      await sql`delete from ${sql.table(own)} where workspace_id = ${writer.actor.workspaceId}::uuid and field_id = ${field.id}::uuid`.execute(
        writer.db.withoutPlugins(),
      )
    if (!isDerived(field)) continue
    const last = await fillDerived(writer, field.id, null)
    if (last !== null) await writer.announce(DerivedFieldChanged, { fieldId: field.id, after: last })
  }
}

/** Reckons a derived field for a part of its object's rows behind an id; answers the last of them, or null when there are no more. */
export async function fillDerived(writer: Writer, fieldId: string, after: string | null): Promise<string | null> {
  const fields = await ownFields(writer)
  const field = fields.find((f) => f.id === fieldId)
  const base = field && writer.records.get(field.object)
  if (!field || !base || !isDerived(field)) return null
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(base.table)}
    where workspace_id = ${writer.actor.workspaceId}::uuid and ${after === null ? sql`true` : sql`id > ${after}::uuid`}
    order by id limit ${rowsAtOnce}`.execute(writer.db.withoutPlugins())
  const ids = rows.map((row) => row.id)
  const record = await ownRecord(writer, base)
  if (field.type === 'rollUp') await runRollUps(writer, record, [field], ids)
  const written = await runFormulas(
    writer,
    record,
    fields.filter((f) => f.object === base.table && f.type === 'formula'),
    ids,
  )
  const changes = ids.map(
    (id): Change => ({
      record: base,
      rowId: id,
      deed: 'changed',
      before: null,
      after: { [ownName(field.key)]: null, ...written.get(id) },
    }),
  )
  let fresh: Change[] = changes
  for (let round = 0; fresh.length && round < mostRounds; round++) fresh = await settleOnce(writer, fields, fresh)
  return ids.length < rowsAtOnce ? null : (ids.at(-1) ?? null)
}
