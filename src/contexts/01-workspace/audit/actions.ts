/** What happens when somebody asks what was changed or what was once, takes a change back, or restores a row? */
import type { z } from 'zod'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import { fieldMeta } from '#foundation/contract/fields.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { findUndone } from '#foundation/platform/changes/find-undone.ts'
import { change } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessBlocked } from '#foundation/platform/changes/save-unless-taken.ts'
import { undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { ownRecord } from '#foundation/platform/own-fields/own-record.ts'
import type { audit, PastChange } from './contract.ts'
import { mayRestore } from './rules/may-restore.ts'
import { mayUndo } from './rules/may-undo.ts'
import { planRestore } from './rules/plan-restore.ts'
import { type Fields, rebuildRow } from './rules/rebuild-row.ts'
import { sayValue } from './rules/say-value.ts'
import { changesOfRow, changesOfSet, listSets, type PastRow, rowOf, setById, titlesNow, titlesOfGone } from './store.ts'

/** A change set of an import may have thousands of rows; a page shows these many. */
const mostShown = 2000
const mostHistory = 500
/** Nobody changes a row more often; a moment before that cannot be told. */
const mostLater = 20_000
const rowIds = new Set(['id', 'createdAt', 'updatedAt'])

export const auditActions = {
  async list(ctx, { limit, after, causeId }) {
    const [before] = after ? readCursor(after, 1) : [null]
    const rows = await listSets(ctx, {
      causeId: causeId ?? null,
      before: before === null ? null : String(before),
      most: limit + 1,
    })
    const page = pageFrom(rows, limit, (row) => writeCursor(row.id))
    const undone = await findUndone(
      ctx,
      page.rows.map((r) => r.id),
    )
    return { ...page, rows: page.rows.map((row) => ({ ...row, undone: undone.has(row.id) })) }
  },
  async get(ctx, { id }) {
    const set = await setById(ctx, id)
    if (!set) throw notFound('change')
    const undone = await findUndone(ctx, [id])
    return { changeSet: { ...set, undone: undone.has(id) }, changes: await changesOfSet(ctx, id, mostShown) }
  },
  history: (ctx, { rowId }) => changesOfRow(ctx, { rowId, most: mostHistory }),
  async past(ctx, { rowId, limit, after, field }) {
    const [before] = after ? readCursor(after, 1) : [null]
    const found = await changesOfRow(ctx, {
      rowId,
      field: field ?? null,
      before: before === null ? null : String(before),
      most: limit + 1,
    })
    const page = pageFrom(found, limit, (row) => writeCursor(row.id))
    const known = ctx.records.get(page.rows[0]?.record ?? '')
    if (!known) return { rows: [], next: null }
    const record = await ownRecord(ctx, known)
    const told = await tellChanges(ctx, record, rowId, page.rows)
    if (!field) return { ...page, rows: told }
    return { ...page, rows: told.map((one) => ({ ...one, fields: one.fields.filter((f) => f.field === field) })) }
  },
  async asOf(ctx, { rowId, at }) {
    const { record, then, now } = await thenAndNow(ctx, rowId, at)
    const say = await teller(ctx, record, then ? [then] : [], then ?? now)
    const fields = then ? Object.keys(record.fields).filter((f) => !rowIds.has(f) && f in then) : []
    return {
      ...about(record, then ?? now, at),
      there: then !== null,
      fields: fields.map((field) => ({ ...describe(record, field), ...say(field, then?.[field]) })),
    }
  },
  previewRestore: async (ctx, { rowId, at }) => {
    const { record, now, refusal, fields } = await planned(ctx, rowId, at)
    return { ...about(record, now, at), refusal, fields }
  },
  async restore(ctx, { rowId, at }) {
    const { record, now, then, refusal, fields } = await planned(ctx, rowId, at)
    if (refusal) throw new Problem(409, refusal)
    const set = Object.fromEntries(fields.filter((f) => !f.why).map((f) => [f.field, then?.[f.field]]))
    const why = `Restored ${nameOf(record, now)} as of ${at.slice(0, 16).replace('T', ' ')}`.slice(0, 1000)
    const saved = await saveUnlessBlocked(ctx, { why, changes: [change(record, rowId, set)] })
    if (!saved)
      throw new Problem(
        409,
        `Another ${record.noun} holds by now what must be unique, such as an address or an id. Change that one first.`,
      )
    if (!saved.changeSetId) throw new Problem(409, 'Nothing differs from what is there now.')
    return { changeSetId: saved.changeSetId, fields: Object.keys(set).length }
  },
  async undo(ctx, { id }) {
    const set = await setById(ctx, id)
    if (!set) throw notFound('change')
    const refusal = mayUndo(ctx.actor, set)
    if (refusal) throw new Problem(403, refusal)
    const undone = await undoChangeSet(ctx, id, 'refuse')
    if (!undone.changeSetId) throw new Problem(409, 'Nothing of this change is left to take back.')
    return { changeSetId: undone.changeSetId, rows: undone.rows }
  },
} satisfies Actions<typeof audit, Ctx>

const titleOf = (record: AnyRecord, row: Fields | null): string | null =>
  record.title && row && row[record.title] !== null && row[record.title] !== undefined ? String(row[record.title]) : null
const nameOf = (record: AnyRecord, row: Fields | null) => titleOf(record, row) ?? `the ${record.noun}`
const about = (record: AnyRecord, row: Fields | null, at: string) => ({
  record: record.table,
  noun: record.noun,
  title: titleOf(record, row),
  at,
})

/** What a field is called, how it is edited, and where it points. */
function describe(record: AnyRecord, field: string) {
  const shape = record.fields[field]
  const meta = shape ? fieldMeta(shape as z.ZodType) : null
  return {
    field,
    label: meta?.label ?? field,
    control: meta?.control ?? 'text',
    references: meta?.references ?? null,
    ownCurrency: meta?.currency ?? null,
    labels: meta?.labels,
  }
}

/** Choices by what they are called. */
function sayChoices(value: unknown, labels: readonly { value: string; label: string }[] | undefined): unknown {
  if (!labels) return value
  const called = (one: unknown) => labels.find((c) => c.value === one)?.label ?? one
  return Array.isArray(value) ? value.map(called) : called(value)
}

type Say = (field: string, value: unknown) => { value: unknown; text: string | null }

/** Says values of a record's fields, with the names of all rows that these values point to. Two queries per table pointed to. */
async function teller(ctx: Ctx, record: AnyRecord, values: readonly Fields[], row: Fields | null): Promise<Say> {
  const names = await namesOf(ctx, record, values)
  return (field, value) => {
    const { control, references, ownCurrency, labels } = describe(record, field)
    const currency = ownCurrency ?? (typeof row?.currency === 'string' ? row.currency : null)
    return {
      value: value ?? null,
      text: sayValue(sayChoices(value, labels), { control, references, names: names.all, currency }),
    }
  }
}

/** Names of the rows that values point to; `gone` are those not there any more. */
async function namesOf(ctx: Ctx, record: AnyRecord, values: readonly Fields[]) {
  const asked = new Map<string, Set<string>>()
  for (const row of values)
    for (const [field, value] of Object.entries(row)) {
      const { references } = describe(record, field)
      if (references && typeof value === 'string') asked.set(references, (asked.get(references) ?? new Set()).add(value))
    }
  const all = new Map<string, string>()
  const gone = new Set<string>()
  for (const [table, ids] of asked) {
    const to = ctx.records.get(table)
    if (!to) continue
    for (const one of await titlesNow(ctx, to, [...ids])) all.set(one.id, one.title)
    const missing = [...ids].filter((id) => !all.has(id))
    for (const id of missing) gone.add(id)
    if (missing.length && to.title)
      for (const one of await titlesOfGone(ctx, to.title, missing)) if (one.title) all.set(one.id, `${one.title} (removed)`)
  }
  return { all, gone }
}

async function tellChanges(
  ctx: Ctx,
  record: AnyRecord,
  rowId: string,
  rows: readonly PastRow[],
): Promise<z.output<typeof PastChange>[]> {
  const now = await rowOf(ctx, record, rowId)
  const values = rows.flatMap((row) => [row.before ?? {}, row.after ?? {}])
  const say = await teller(ctx, record, values, now ?? values.find((v) => 'currency' in v) ?? null)
  const undone = await findUndone(ctx, [...new Set(rows.map((row) => row.changeSetId))])
  const imports = ctx.records.get('imports')
  const causes = [...new Set(rows.flatMap((row) => (row.causeKind?.startsWith('import') && row.causeId ? row.causeId : [])))]
  const causeNames = imports && causes.length ? await titlesNow(ctx, imports, causes) : []
  return rows.map((row) => ({
    id: row.id,
    changeSetId: row.changeSetId,
    at: row.createdAt,
    deed: row.deed,
    actorName: row.actorName,
    via: row.via,
    reason: row.reason,
    cause:
      row.causeKind && row.causeId
        ? { kind: row.causeKind, id: row.causeId, name: causeNames.find((c) => c.id === row.causeId)?.title ?? null }
        : null,
    undone: undone.has(row.changeSetId),
    forgotten: row.before === null && row.after === null,
    fields: fieldsOf(record, row).map((field) => ({
      ...describe(record, field),
      from: say(field, row.before?.[field]),
      to: say(field, row.after?.[field]),
    })),
  }))
}

/** What a change says field by field: of a new row what it was given, of a removed one nothing. */
function fieldsOf(record: AnyRecord, row: PastRow): string[] {
  if (row.deed === 'removed') return []
  const named = Object.keys(record.fields).filter((f) => !rowIds.has(f) && row.after && f in row.after)
  return row.deed === 'changed' ? named : named.filter((f) => row.after?.[f] !== null && row.after?.[f] !== '')
}

async function thenAndNow(ctx: Ctx, rowId: string, at: string) {
  const [latest] = await changesOfRow(ctx, { rowId, most: 1 })
  const known = ctx.records.get(latest?.record ?? '')
  if (!known) throw notFound('row with a history')
  const record = await ownRecord(ctx, known)
  const now = await rowOf(ctx, record, rowId)
  const later = await changesOfRow(ctx, { rowId, after: at, most: mostLater })
  const then = rebuildRow(now, later)
  if (then === undefined) throw new Problem(409, 'What this row was at that moment was erased, and nobody can tell any more.')
  return { record, now, then }
}

/** What restoring would do: the fields that differ, and for each what keeps it from going back. */
async function planned(ctx: Ctx, rowId: string, at: string) {
  const { record, now, then } = await thenAndNow(ctx, rowId, at)
  const verdict = mayRestore(record)
  const refusal = !verdict.may
    ? verdict.why
    : !now
      ? `The ${record.noun} was removed. Bring it back from the trash first, then restore it as of a moment.`
      : !then
        ? `The ${record.noun} was not there yet at that moment.`
        : null
  if (refusal || !now || !then) return { record, now, then, refusal, fields: [] }
  const names = planRestore(record, now, then)
  const values = [now, then].map((row) => Object.fromEntries(names.map((n) => [n, row[n]])))
  const say = await teller(ctx, record, values, now)
  const { gone } = await namesOf(ctx, record, values)
  const fields = names.map((field) => ({
    ...describe(record, field),
    from: say(field, now[field]),
    to: say(field, then[field]),
    why: gone.has(String(then[field])) ? `${say(field, then[field]).text} is not there any more, so this stays as it is.` : null,
  }))
  return { record, now, then, refusal: null, fields }
}
