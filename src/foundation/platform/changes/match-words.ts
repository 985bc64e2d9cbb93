/** Which rows of a record do these words mean? A condition for lists, answered by the search function (its index survives row security). */
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { foldWords } from './index-words.ts'

/** As many ids go into a question; when more rows are meant, the first of them are found sooner in their own order. */
const mostIds = 5000
const everything = 2_147_483_647

/**
 * True for a row whose id search finds under the words: by prefixes of words or, when nothing begins so, by likeness.
 * @param all the condition is for counting and summing, which look at every row anyway; a page in order is read otherwise
 */
export async function matchesWords(
  ctx: Ctx,
  id: Expression<string>,
  table: string,
  words: string,
  all = false,
): Promise<RawBuilder<SqlBool>> {
  const asked = foldWords(words)
  const found = (most: number) =>
    sql<{ id: string }>`select found.id from find_entries(${asked}, ${table}, ${most}, true) as found`
  if (all) return sql<SqlBool>`${id} in (${found(everything)})`
  const { rows } = await found(mostIds + 1).execute(ctx.db.withoutPlugins())
  if (rows.length <= mostIds) return sql<SqlBool>`${id} = any(${rows.map((row) => row.id)}::uuid[])`
  // So many are more than likenesses: every word begins a word of theirs. Of a case the planner expects half of the rows, and reads them in order.
  const patterns = asked
    .trim()
    .split(' ')
    .filter(Boolean)
    .map((word) => `% ${word}%`)
  return sql<SqlBool>`case when (select e.words like all (${patterns}::text[]) from search_entries as e
    where e.workspace_id = ${ctx.actor.workspaceId}::uuid and e.id = ${id}) then true else false end`
}
