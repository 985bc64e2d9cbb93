/** How do cells of a table reach fields that the workspace added? Read by the field's type, written for the rows that the table made or met. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import { type FieldRow, isOwnName, keptType, ownName } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { change, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { ownFields, ownRecord } from '#foundation/platform/own-fields/own-record.ts'
import { readOwnValues } from '#foundation/platform/own-fields/own-values.ts'
import { readOwn } from '#workspace/fields/rules/convert-value.ts'
import type { Ended } from '#workspace/imports/contract.ts'
import type { Pending } from './pending-item.ts'

type Rows = Extract<Pending, { kind: 'row' }>[]
type Cells = Record<string, string>

/** The cells of a row that are meant for own fields, by their names. */
export function ownCells(
  fields: Readonly<Record<string, string | null>>,
  headers: readonly string[],
  cells: readonly string[],
): Cells {
  const found: Cells = {}
  for (const [at, header] of headers.entries()) {
    const name = fields[header]
    const cell = (cells[at] ?? '').replace(/^'(?=[=+\-@])/, '').trim()
    if (name && isOwnName(name) && cell) found[name] = cell
  }
  return found
}

const pointed: Readonly<Record<string, { table: string; by: readonly string[] }>> = {
  account: { table: 'accounts', by: ['name', 'domain', 'externalId'] },
  person: { table: 'people', by: ['email', 'name', 'externalId'] },
  opportunity: { table: 'opportunities', by: ['name', 'externalId'] },
  member: { table: 'members', by: ['email', 'name'] },
}

/** The one row that each word names; a word that names two names none. */
async function findNamed(ctx: Ctx, type: string, words: readonly string[]): Promise<Map<string, string>> {
  const to = pointed[type]
  const found = new Map<string, string>()
  if (!to || !words.length) return found
  const low = [...new Set(words.map((w) => w.toLowerCase()))]
  for (const by of to.by) {
    const at = sql.id(snake(by))
    const { rows } = await sql<{
      word: string
      id: string
      count: number
    }>`select lower(${at}) as word, min(id::text) as id, count(*) as count
      from ${sql.table(to.table)} where workspace_id = ${ctx.actor.workspaceId}::uuid and lower(${at}) = any(${low}::text[]) group by 1`.execute(
      ctx.db.withoutPlugins(),
    )
    for (const { word, id, count } of rows) if (count === 1 && !found.has(word)) found.set(word, id)
  }
  return found
}

/** Writes what a table says for own fields, and tells of each cell that could not be read. Rows that were there and differ count as changed. */
export async function storeOwnValues(ctx: Ctx, base: AnyRecord, rows: Rows, ended: readonly Ended[]): Promise<Ended[]> {
  const told = rows.map((row) => row.own)
  if (!told.some((own) => Object.keys(own).length)) return [...ended]
  const record = await ownRecord(ctx, base)
  const fields = new Map((await ownFields(ctx)).filter((f) => f.object === base.table).map((f) => [ownName(f.key), f]))
  const named = await namesOf(ctx, fields, told)
  const ids = ended.flatMap((end) => end.rowId ?? [])
  const before = await readOwnValues(ctx, record, ids, { derived: false })
  const changes: PlannedChange[] = []
  const next = ended.map((end, at): Ended => {
    const notes: string[] = []
    const set: Record<string, unknown> = {}
    for (const [name, cell] of Object.entries(told[at] ?? {})) {
      const field = fields.get(name)
      if (!field || field.archivedAt || !end.rowId) continue
      const value = pointed[keptType(field)]
        ? (named.get(keptType(field))?.get(cell.toLowerCase()) ?? null)
        : readOwn(cell, field)
      if (value === null) notes.push(`${field.label} was left out: “${cell.slice(0, 60)}” does not fit it.`)
      else if (!isDeepStrictEqual(before.get(end.rowId)?.[name], value)) set[name] = value
    }
    if (!end.rowId || !Object.keys(set).length) return notes.length ? { ...end, notes: [...end.notes, ...notes] } : end
    changes.push(change(base, end.rowId, set))
    return { ...end, outcome: end.outcome === 'already' ? 'changed' : end.outcome, notes: [...end.notes, ...notes] }
  })
  if (changes.length) await ctx.save({ why: `Took values of own fields of ${base.plural} from a table`, changes })
  return next
}

async function namesOf(
  ctx: Ctx,
  fields: ReadonlyMap<string, FieldRow>,
  told: readonly Cells[],
): Promise<Map<string, Map<string, string>>> {
  const byType = new Map<string, string[]>()
  for (const own of told)
    for (const [name, cell] of Object.entries(own)) {
      const field = fields.get(name)
      const type = field ? keptType(field) : ''
      if (pointed[type]) byType.set(type, [...(byType.get(type) ?? []), cell])
    }
  const found = new Map<string, Map<string, string>>()
  for (const [type, words] of byType) found.set(type, await findNamed(ctx, type, words))
  return found
}
