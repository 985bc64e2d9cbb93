/** Which rows of a record do these words mean? A condition for lists, answered by the search function (its index survives row security). */
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { foldWords } from './index-words.ts'

/** Lists cut off here: who types one letter over more rows than this types a second one. */
const mostMatches = 5000

/** True for a row whose id search finds under the words: by prefixes of words or, when nothing begins so, by likeness. */
export const matchesWords = (id: Expression<string>, table: string, words: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${id} in (select found.id from find_entries(${foldWords(words)}, ${table}, ${mostMatches}, true) as found)`
