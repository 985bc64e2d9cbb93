/** May these values be written into a workspace's own fields? What people give by key becomes fields of the row, or is refused by name. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { fieldMeta } from '#foundation/contract/fields.ts'
import { ownName, ownNamed } from '#foundation/contract/own-field.ts'
import { type FieldProblem, Problem } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import { ownRecord } from './own-record.ts'
import { ownPlaces } from './own-values.ts'

type Custom = Readonly<Record<string, unknown>> | undefined

/**
 * What somebody gave for own fields, under the names that rows have.
 * @param isNew a new row must have what is required
 * @throws Problem 422 naming each field that is not there, follows from others, must not be empty or does not fit
 */
export async function ownGiven(ctx: Ctx, base: AnyRecord, custom: Custom, isNew: boolean): Promise<Record<string, unknown>> {
  if (!custom && !isNew) return {}
  const record = await ownRecord(ctx, base)
  const places = ownPlaces(record)
  const given = ownNamed(custom)
  const problems: FieldProblem[] = []
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    const own = places.get(name)
    const check = record.fields[name] as z.ZodType | undefined
    if (!own || !check || own.isArchived) problems.push({ path: name, message: 'no such field' })
    else if (own.isDerived) problems.push({ path: name, message: 'follows from other fields and cannot be written' })
    else {
      const one = check.safeParse(value)
      if (one.success) read[name] = one.data
      else problems.push({ path: name, message: one.error.issues[0]?.message ?? 'does not fit' })
    }
  }
  for (const [name, own] of places) {
    if (!own.isRequired || own.isArchived || own.isHidden || own.isDerived) continue
    const isAsked = isNew || name in given
    if (isAsked && (read[name] ?? null) === null && !problems.some((p) => p.path === name))
      problems.push({ path: name, message: `${labelOf(record, name)} cannot be empty` })
  }
  problems.push(...(await findGone(ctx, record, read)))
  if (problems.length)
    throw new Problem(422, `Please correct ${labelOf(record, problems[0]?.path ?? '')}: ${problems[0]?.message}.`, problems)
  return read
}

const labelOf = (record: AnyRecord, name: string): string => {
  const field = record.fields[name]
  return field ? fieldMeta(field as z.ZodType).label : name.slice(ownName('').length)
}

/** References to rows that are not there. */
async function findGone(ctx: Ctx, record: AnyRecord, read: Record<string, unknown>): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  for (const [path, value] of Object.entries(read)) {
    const { references } = fieldMeta(record.fields[path] as z.ZodType)
    if (!references || typeof value !== 'string') continue
    const { rows } = await sql`select 1 from ${sql.table(references)} where workspace_id = ${ctx.actor.workspaceId}::uuid
      and id = ${value}::uuid`.execute(ctx.db.withoutPlugins())
    if (!rows.length) problems.push({ path, message: `there is no such ${ctx.records.get(references)?.noun ?? 'row'}` })
  }
  return problems
}
