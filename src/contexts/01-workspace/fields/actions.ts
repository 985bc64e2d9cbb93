/** What happens when a field is added to an object, renamed, put in order, archived or given another type? */
import { isDeepStrictEqual } from 'node:util'
import type { Actions } from '#foundation/contract/operation.ts'
import { Field, type FieldRow, type OwnSettings, ownName } from '#foundation/contract/own-field.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { change, create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessTaken } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { forgetOwnFields, ownFields, ownRecord } from '#foundation/platform/own-fields/own-record.ts'
import type { fields } from './contract.ts'
import { checkDerived } from './rules/check-derived.ts'
import { checkShape } from './rules/check-shape.ts'
import { convertValue, isWhole, sayOwn } from './rules/convert-value.ts'
import { keyOfLabel } from './rules/key-of-label.ts'
import { valuesOfField } from './store.ts'

const mostFields = 200
/** More values than these are not converted in one change. */
const mostValues = 100_000
const mostExamples = 8

function recordOf(ctx: Ctx, object: string): AnyRecord {
  const record = ctx.records.get(object)
  if (!record?.own) throw new Problem(404, `"${object}" takes no fields of your own. GET /api/objects names what does.`)
  return record
}

async function need(ctx: Ctx, id: string): Promise<FieldRow> {
  const field = (await ownFields(ctx)).find((f) => f.id === id)
  if (!field) throw notFound('field')
  return field
}

async function saveField(ctx: Ctx, why: string, changes: PlannedChange[]): Promise<string> {
  const saved = await saveUnlessTaken(ctx, { why: why.slice(0, 1000), changes })
  forgetOwnFields(ctx)
  if (!saved) throw new Problem(409, 'Another field of this object has this key.', [{ path: 'key', message: 'is taken' }])
  return saved.ids[0] ?? ''
}

interface Shape {
  type: FieldRow['type']
  settings: OwnSettings
}
async function checked(ctx: Ctx, record: AnyRecord, shape: Shape, id: string | null): Promise<Shape> {
  const read = isDerived(shape.type) ? await readDerived(ctx, record, shape, id) : checkShape(shape)
  if ('problems' in read) throw new Problem(422, `Please correct the field: ${read.problems[0]?.message}.`, read.problems)
  return { type: shape.type, settings: read.settings }
}

const isDerived = (type: FieldRow['type']): boolean => type === 'formula' || type === 'rollUp'

async function readDerived(ctx: Ctx, base: AnyRecord, { type, settings }: Shape, id: string | null) {
  const records = new Map<string, AnyRecord>()
  for (const record of ctx.records.values()) if (record.own) records.set(record.table, await ownRecord(ctx, record))
  const around = { record: records.get(base.table) ?? base, records, fields: await ownFields(ctx), id }
  return checkDerived(type, settings, around)
}

/** What becomes of each value under another shape. */
async function convertAll(ctx: Ctx, field: FieldRow, to: Shape) {
  const record = recordOf(ctx, field.object)
  const values = await valuesOfField(ctx, record, field, mostValues + 1)
  if (values.length > mostValues)
    throw new Problem(409, `This field has more than ${mostValues} values. Add another one and fill it by import instead.`)
  // What follows from others from now on does not keep what was written.
  return values.map((row) => ({ ...row, after: isDerived(to.type) ? null : convertValue(row.value, field, to, row.refersTo) }))
}

export const fieldsActions = {
  async list(ctx, { object }) {
    return (await ownFields(ctx)).filter((f) => !object || f.object === object)
  },
  async create(ctx, { object, label, type, settings, help, required, key }) {
    const record = recordOf(ctx, object)
    const there = (await ownFields(ctx)).filter((f) => f.object === object)
    if (there.length >= mostFields) throw new Problem(409, `An object has at most ${mostFields} fields of your own.`)
    const row = {
      object,
      key: key ?? keyOfLabel(label, new Set(there.map((f) => f.key))),
      label,
      ...(await checked(ctx, record, { type, settings }, null)),
      help: help ?? null,
      required,
      hidden: false,
      archivedAt: null,
      position: Math.max(0, ...there.map((f) => f.position + 1)),
    }
    return need(ctx, await saveField(ctx, `Added the field ${label} to ${record.plural}`, [create(Field, row)]))
  },
  async change(ctx, { id, ...set }) {
    const field = await need(ctx, id)
    await saveField(ctx, `Changed the field ${field.label}`, [change(Field, id, set)])
    return need(ctx, id)
  },
  async order(ctx, { object, ids }) {
    const record = recordOf(ctx, object)
    const there = (await ownFields(ctx)).filter((f) => f.object === object)
    const given = ids.flatMap((id) => there.find((f) => f.id === id) ?? [])
    const next = [...given, ...there.filter((f) => !ids.includes(f.id))]
    await saveField(
      ctx,
      `Put the fields of ${record.plural} in order`,
      next.map((f, position) => change(Field, f.id, { position })),
    )
    return (await ownFields(ctx)).filter((f) => f.object === object)
  },
  async archive(ctx, { id }) {
    const field = await need(ctx, id)
    if (field.archivedAt === null)
      await saveField(ctx, `Archived the field ${field.label}`, [change(Field, id, { archivedAt: ctx.now })])
    return need(ctx, id)
  },
  async restore(ctx, { id }) {
    const field = await need(ctx, id)
    if (field.archivedAt !== null)
      await saveField(ctx, `Brought back the field ${field.label}`, [change(Field, id, { archivedAt: null })])
    return need(ctx, id)
  },
  async previewShape(ctx, { id, type, settings }) {
    const field = await need(ctx, id)
    const to = await checked(ctx, recordOf(ctx, field.object), { type, settings }, id)
    const all = isDerived(field.type) && isDerived(to.type) ? [] : await convertAll(ctx, field, to)
    const lost = all.filter((one) => !isWhole(one.value, one.after))
    const kept = all.filter((one) => isWhole(one.value, one.after))
    const shown = [...lost.slice(0, mostExamples), ...kept.slice(0, Math.max(2, mostExamples - lost.length))]
    return {
      values: all.length,
      kept: kept.length,
      lost: lost.length,
      examples: shown.map((one) => ({
        title: one.title,
        before: sayOwn(one.value, field, one.refersTo).slice(0, 200),
        after: one.after === null ? null : sayOwn(one.after, to, null).slice(0, 200),
      })),
    }
  },
  async reshape(ctx, { id, type, settings }) {
    const field = await need(ctx, id)
    const record = recordOf(ctx, field.object)
    const to = await checked(ctx, record, { type, settings }, id)
    const name = ownName(field.key)
    const changed = (await convertAll(ctx, field, to)).filter(
      (one) => field.type !== to.type || !isDeepStrictEqual(one.value, one.after),
    )
    const set = (rowId: string, value: unknown) => change(record, rowId, { [name]: value })
    if (isDerived(field.type) && isDerived(to.type)) {
      await saveField(ctx, `Changed how ${field.label} is reckoned`, [change(Field, id, to)])
      return need(ctx, id)
    }
    // Emptied under the old type, filled under the new one: so that it can be taken back the same way round.
    await saveField(ctx, `Gave the field ${field.label} another type`, [
      ...(isDerived(field.type) ? [] : changed.map((one) => set(one.rowId, null))),
      change(Field, id, to),
      ...changed.flatMap((one) => (one.after === null ? [] : [set(one.rowId, one.after)])),
    ])
    return need(ctx, id)
  },
} satisfies Actions<typeof fields, Ctx>
