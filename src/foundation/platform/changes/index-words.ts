/** How does search stay in step with the rows? The door that writes them writes what search looks through, in the same transaction. */
import { sql } from 'kysely'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Db } from '../context.ts'
import { type Fields, lockRows } from './write-rows.ts'

/** Of a longer text the beginning is searched: 100,000 characters are fifty pages. */
const mostSearched = 100_000

// Letters that Unicode does not take apart, but that people type without their stroke or tie.
const folded: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Text as search compares it: small letters without accents, words apart by one space, a space before the first ("Ana@Müller" is " ana muller"). */
export const foldWords = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => folded[letter] ?? letter)}`
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trimEnd()

/** Keeps what search looks through in step with the rows that were written. */
export async function indexWords(db: Db, record: AnyRecord, workspaceId: string, now: string, rows: Fields[]): Promise<void> {
  if (!rows.length) return
  if (record.search) await indexNames(db, record, workspaceId, now, rows)
  if (record.fullText) await indexTexts(db, record, workspaceId, now, rows)
}

const titleOf = (record: AnyRecord, row: Fields): string => String(row[record.title ?? ''] ?? '')

async function indexNames(db: Db, record: AnyRecord, workspaceId: string, now: string, rows: Fields[]): Promise<void> {
  const entries = rows.map((row) => ({
    id: row.id,
    title: titleOf(record, row),
    words: foldWords((record.search ?? []).map((f) => row[f] ?? '').join(' ')),
    key: record.titleKey?.(titleOf(record, row)) ?? null,
  }))
  await sql`insert into search_entries (workspace_id, id, created_at, updated_at, record, title, words, key)
    select ${workspaceId}::uuid, r.id, ${now}::timestamptz, ${now}::timestamptz, ${record.table}, r.title, r.words, r.key
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r(id uuid, title text, words text, key text)
    on conflict (workspace_id, id) do update set title = excluded.title, words = excluded.words, key = excluded.key, updated_at = excluded.updated_at`.execute(
    db.withoutPlugins(),
  )
}

async function indexTexts(db: Db, record: AnyRecord, workspaceId: string, now: string, rows: Fields[]): Promise<void> {
  const { text = '', with: more = [], at = 'createdAt', within, said } = record.fullText ?? {}
  const textOf = (row: Fields) => (said ? said(row as never) : String(row[text] ?? ''))
  const entries = rows.map((row) => ({
    id: row.id,
    within: within ? row[within] : null,
    title: titleOf(record, row),
    at: row[at],
    words: foldWords([...more.map((f) => String(row[f] ?? '')), textOf(row)].map((one) => one.slice(0, mostSearched)).join(' ')),
  }))
  await sql`insert into search_texts (workspace_id, id, created_at, updated_at, record, within_id, title, said_at, words)
    select ${workspaceId}::uuid, r.id, ${now}::timestamptz, ${now}::timestamptz, ${record.table}, r.within, r.title, r.at, strip(to_tsvector('simple', r.words))
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r(id uuid, within uuid, title text, at timestamptz, words text)
    on conflict (workspace_id, id) do update
      set title = excluded.title, words = excluded.words, within_id = excluded.within_id, said_at = excluded.said_at, updated_at = excluded.updated_at`.execute(
    db.withoutPlugins(),
  )
  await indexDistinct(
    db,
    workspaceId,
    now,
    rows.map((row) => String(row.id)),
  )
}

/**
 * Keeps the distinct words, each with at most three texts that hold it. They are not unique: two who meet a word at the same moment do not
 * wait for each other, and both keep it.
 */
async function indexDistinct(db: Db, workspaceId: string, now: string, ids: string[]): Promise<void> {
  await sql`delete from search_words where workspace_id = ${workspaceId}::uuid and text_id = any(${ids}::uuid[])`.execute(
    db.withoutPlugins(),
  )
  await sql`insert into search_words (workspace_id, id, created_at, updated_at, text_id, word)
    select ${workspaceId}::uuid, gen_random_uuid(), ${now}::timestamptz, ${now}::timestamptz, f.text_id, f.word from (
      select l.word, (array_agg(t.id))[1] as text_id from search_texts t cross join lateral unnest(tsvector_to_array(t.words)) as l(word)
      where t.workspace_id = ${workspaceId}::uuid and t.id = any(${ids}::uuid[]) and l.word ~ '^[[:alpha:]]{5,30}$' group by l.word) as f
    where (select count(*) from (
      select 1 from search_words s where s.workspace_id = ${workspaceId}::uuid and s.word = f.word limit 3) as held) < 3`.execute(
    db.withoutPlugins(),
  )
}

/** Brings search in step with rows that were written past the door, as when a person is erased. */
export async function indexAnew(db: Db, record: AnyRecord, workspaceId: string, now: string, ids: string[]): Promise<void> {
  if (!ids.length || !(record.search || record.fullText)) return
  const rows = await lockRows(db, record, workspaceId, ids)
  await indexWords(db, record, workspaceId, now, [...rows.values()])
}

/** Takes removed rows out of search. */
export async function forgetWords(db: Db, record: AnyRecord, workspaceId: string, ids: string[]): Promise<void> {
  if (!ids.length) return
  for (const table of [...(record.search ? ['search_entries'] : []), ...(record.fullText ? ['search_texts'] : [])])
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(
      db.withoutPlugins(),
    )
}
