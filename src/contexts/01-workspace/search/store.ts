/** How is search asked? Through the two functions that keep its index under row security. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { turnedWords } from '#foundation/language/near-words.ts'
import { foldWords } from '#foundation/platform/changes/index-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Found } from './contract.ts'

type FoundRow = z.output<typeof Found>

/** Rows whose words begin so, the closest first; when too few, rows whose words are alike. */
export async function findEntries(ctx: Ctx, words: string, most: number): Promise<FoundRow[]> {
  const { rows } =
    await sql<FoundRow>`select record, id, title, closeness, null::uuid as within_id, null::timestamptz as said_at, null::text as says, null::text as said_by
    from find_entries(${foldWords(words)}, null, ${most}, false)`.execute(ctx.db)
  return rows
}

/** Rows in whose text every word asked begins a word, the newest first. */
export async function findTexts(
  ctx: Ctx,
  words: string,
  most: number,
): Promise<Omit<FoundRow, 'closeness' | 'says' | 'saidBy'>[]> {
  const { rows } = await sql<Omit<FoundRow, 'closeness' | 'says' | 'saidBy'>>`select record, id, title, within_id, said_at
    from find_texts(${foldWords(words)}, null, ${most})`.execute(ctx.db)
  return rows
}

/** Words that were said and look like this one. */
export async function wordsAlike(ctx: Ctx, word: string): Promise<string[]> {
  const { rows } = await sql<{
    word: string
  }>`select word from find_words_alike(${word}, ${turnedWords(word)}::text[], 40)`.execute(ctx.db)
  return [...new Set(rows.map((row) => row.word))]
}
