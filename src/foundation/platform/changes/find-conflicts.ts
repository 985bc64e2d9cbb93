/** Did a field become something else since the writer began from it? Then both values are told, with who and when; neither is lost. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { z } from 'zod'
import { snake } from '#foundation/contract/drift.ts'
import { fieldMetaIfAny } from '#foundation/contract/fields.ts'
import { type FieldConflict, Problem } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import type { Fields } from './write-rows.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'records'>
const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a ?? null, b ?? null)

/** The fields of `set` that stand differently now than in `base`, and differently than `set` wants them. Fields without a base are not judged. */
export async function findConflicts(
  ctx: Reader,
  record: AnyRecord,
  row: Fields,
  { set, base }: { set: Fields; base: Fields },
): Promise<FieldConflict[]> {
  const names = Object.keys(set).filter(
    (name) =>
      name in base &&
      name in row &&
      set[name] !== undefined &&
      record.fields[name] &&
      !isSame(row[name], base[name]) &&
      !isSame(row[name], set[name]),
  )
  const found: FieldConflict[] = []
  for (const field of names) {
    const theirs = row[field] ?? null
    found.push({
      field,
      label: metaOf(record, field)?.label ?? field,
      yours: set[field] ?? null,
      theirs,
      theirsText: await titleOf(ctx, record, field, theirs),
      ...(await whoWrote(ctx, String(row.id), field)),
    })
  }
  return found
}

/** The refusal that carries both sides of each field. */
export const conflictProblem = (conflicts: readonly FieldConflict[]): Problem => {
  const [first] = conflicts
  const labels = conflicts.map(({ label }) => `“${label}”`).join(', ')
  return new Problem(
    409,
    `${first?.by ?? 'Somebody else'} changed ${labels} in between. Look at both, then say which to keep.`,
    conflicts.map(({ field }) => ({ path: field, message: 'changed by somebody else in between' })),
    undefined,
    conflicts,
  )
}

const metaOf = (record: AnyRecord, field: string) => fieldMetaIfAny(record.fields[field] as z.ZodType)

async function titleOf(ctx: Reader, record: AnyRecord, field: string, value: unknown): Promise<string | null> {
  const to = ctx.records.get(metaOf(record, field)?.references ?? '')
  if (!to?.title || typeof value !== 'string') return null
  const { rows } = await sql<{ title: string }>`select ${sql.id(snake(to.title))} as title from ${sql.table(to.table)}
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = ${value}::uuid`.execute(ctx.db.withoutPlugins())
  return rows[0]?.title ?? null
}

async function whoWrote(ctx: Reader, rowId: string, field: string): Promise<{ by: string | null; at: string | null }> {
  const { rows } = await sql<{ by: string; at: string }>`select s.actor_name as by, s.created_at as at
    from changes c join change_sets s on s.workspace_id = c.workspace_id and s.id = c.change_set_id
    where c.workspace_id = ${ctx.actor.workspaceId}::uuid and c.row_id = ${rowId}::uuid and jsonb_exists(c.after, ${field})
    order by c.id desc limit 1`.execute(ctx.db.withoutPlugins())
  return rows[0] ?? { by: null, at: null }
}
