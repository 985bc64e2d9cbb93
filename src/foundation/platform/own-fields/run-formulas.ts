/** What do the formulas of some rows come to? Computed from the rows as they are now, in the order in which one needs the other. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { z } from 'zod'
import { snake } from '#foundation/contract/drift.ts'
import {
  currencyIn,
  type FormulaField,
  formulaFields,
  formulaValue,
  minorDigits,
} from '#foundation/contract/formula/formula-fields.ts'
import type { Value } from '#foundation/contract/formula/functions.ts'
import { type Node, namesIn, parseFormula } from '#foundation/contract/formula/parse-formula.ts'
import { runFormula } from '#foundation/contract/formula/run-formula.ts'
import { typeFormula } from '#foundation/contract/formula/type-formula.ts'
import { type FieldRow, isOwnName, ownName } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import { readOwnValues, writeOwnValues } from './own-values.ts'

type Row = Record<string, unknown>
type Writer = Pick<Ctx, 'db' | 'actor' | 'now' | 'id'>

interface Ready {
  name: string
  node: Node
  needs: readonly string[]
}

/** The formulas of a record that make sense today, each behind those that it needs. */
function readyFormulas(record: AnyRecord, fields: readonly FieldRow[], known: ReadonlyMap<string, FormulaField>): Ready[] {
  const all = fields.flatMap((field): Ready[] => {
    if (field.type !== 'formula' || !field.settings.formula) return []
    try {
      const node = parseFormula(field.settings.formula)
      typeFormula(node, (name) => known.get(name)?.kind ?? null)
      return [{ name: ownName(field.key), node, needs: namesIn(node).map((name) => known.get(name)?.name ?? name) }]
    } catch {
      // A field that it named is gone or is another thing now: it comes to nothing until it is mended.
      return []
    }
  })
  const ordered: Ready[] = []
  const place = (one: Ready, above: readonly string[]): void => {
    if (ordered.includes(one) || above.includes(one.name)) return
    for (const need of all.filter((other) => one.needs.includes(other.name))) place(need, [...above, one.name])
    ordered.push(one)
  }
  for (const one of all) place(one, [])
  return ordered.filter((one) => record.fields[one.name])
}

/** Rows as a formula sees them, own values and all. */
async function wholeRows(ctx: Writer, record: AnyRecord, ids: readonly string[]): Promise<Map<string, Row>> {
  const names = Object.keys(record.schema.shape).filter((name) => !isOwnName(name) && !record.heavy?.includes(name))
  const picked = sql.join(names.map((name) => sql`${sql.id(snake(name))} as ${sql.id(name)}`))
  const { rows } = await sql<Row>`select ${picked} from ${sql.table(record.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(ctx.db.withoutPlugins())
  const own = await readOwnValues(ctx, record, ids, { derived: true })
  return new Map(rows.map((row) => [String(row.id), { ...row, ...own.get(String(row.id)) }]))
}

/** A value as it is kept: checked by its field, so that what is out of bounds is nothing. */
function keptValue(field: FormulaField, value: Value, row: Row, check: z.ZodType): unknown {
  const kept =
    field.meta.control === 'money' && typeof value === 'number'
      ? Math.round(value * 10 ** minorDigits(currencyIn(field.meta, row)))
      : field.meta.control === 'text' && typeof value === 'string'
        ? value.slice(0, 500).trim() || null
        : value
  const read = check.safeParse(kept)
  return read.success ? (read.data ?? null) : null
}

/** Computes the formulas of these rows and writes those that differ; answers what was written, by row. */
export async function runFormulas(
  ctx: Writer,
  record: AnyRecord,
  fields: readonly FieldRow[],
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const known = formulaFields(record)
  const formulas = readyFormulas(record, fields, known)
  const written = new Map<string, Row>()
  if (!formulas.length || !ids.length) return written
  for (const [id, row] of await wholeRows(ctx, record, ids)) {
    const set: Row = {}
    const now: Row = { ...row }
    for (const { name, node } of formulas) {
      const field = known.get(name)
      if (!field) continue
      const value = runFormula(node, (word) => {
        const asked = known.get(word)
        return asked ? formulaValue(asked, now) : null
      })
      const next = keptValue(field, value, now, record.fields[name] as z.ZodType)
      if (!isDeepStrictEqual(next, now[name] ?? null)) set[name] = next
      now[name] = next
    }
    if (Object.keys(set).length) written.set(id, set)
  }
  await writeOwnValues(
    ctx,
    record,
    [...written].map(([rowId, values]) => ({ rowId, values })),
  )
  return written
}
