/** How is search asked? Through the one function that keeps its index under row security. */
import { sql } from 'kysely'
import { foldWords } from '#foundation/platform/changes/write-rows.ts'
import type { Ctx } from '#foundation/platform/context.ts'

export interface Found {
  record: string
  id: string
  title: string
  closeness: number
}

/** Rows whose words begin so, the closest first; when too few, rows whose words are alike. */
export async function findEntries(ctx: Ctx, words: string, most: number): Promise<Found[]> {
  const { rows } =
    await sql<Found>`select record, id, title, closeness from find_entries(${foldWords(words)}, null, ${most}, false)`.execute(
      ctx.db,
    )
  return rows
}
