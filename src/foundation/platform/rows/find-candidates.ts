/** Which rows can hold a condition on text at all? Asked of the search index, since under row security text has no other. */
import { sql } from 'kysely'
import { type Condition, type Filter, isGroup, partsOf } from '#foundation/contract/filter.ts'
import { foldWords } from '../changes/write-rows.ts'
import type { Ctx } from '../context.ts'
import type { Candidates } from './filter-sql.ts'
import type { RowTable } from './row-table.ts'

/** What more rows than these hold is no help: reading in order finds the first of them sooner. */
const mostCandidates = 5000
/** A trigram index knows nothing of shorter pieces. */
const shortest = 3

const conditionsOf = (filter: Filter): Condition[] => (isGroup(filter) ? partsOf(filter).parts.flatMap(conditionsOf) : [filter])

/** For each condition on a searched field: the ids of the rows that can hold it, where they are few. */
export async function findCandidates(ctx: Ctx, filter: Filter, { record }: RowTable): Promise<Candidates> {
  const found = new Map<Condition, string[] | 'many'>()
  for (const condition of conditionsOf(filter)) {
    if (!record.search?.includes(condition.field) || !['is', 'contains', 'startsWith'].includes(condition.is)) continue
    const piece = foldWords(String(condition.value)).trim()
    found.set(condition, piece.length < shortest ? 'many' : await rowsWith(ctx, record.table, piece))
  }
  return found
}

async function rowsWith(ctx: Ctx, table: string, piece: string): Promise<string[] | 'many'> {
  const { rows } = await sql<{ id: string }>`select id from find_rows_with(${piece}, ${table}, ${mostCandidates + 1})`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows.length > mostCandidates ? 'many' : rows.map((row) => row.id)
}
