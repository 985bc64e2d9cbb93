/** What is there to back up in a database? Every table of ours with the columns that can be written, sequences and indexes, as the catalogue says. */
import pg from 'pg'

export type Table = { readonly name: string; readonly columns: readonly string[] }
export type Sequence = { readonly name: string; readonly value: string }
export type Index = { readonly name: string; readonly made: string }

const quote = pg.escapeIdentifier

/** Kept by the migrations themselves. */
const ownLedger = 'schema_migration'

/** Tables in the order of their names; parts of a partitioned table are read through it. */
export async function listTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $1
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     group by c.relname order by c.relname`,
    [ownLedger],
  )
  return rows
}

/** Sequences with the number that each gave last; one that was never used is left out. */
export async function listSequences(client: pg.Client): Promise<readonly Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select sequencename::text as name, last_value::text as value from pg_sequences
     where schemaname = 'public' and last_value is not null order by 1`,
  )
  return rows
}

/** Indexes that no constraint makes. */
export async function listIndexes(client: pg.Client): Promise<readonly Index[]> {
  const { rows } = await client.query<Index>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $1
       and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by 1`,
    [ownLedger],
  )
  return rows
}

/** Whether the database holds a row of anybody: an empty one may be filled, and needs no backup. */
export async function holdsRows(client: pg.Client): Promise<boolean> {
  for (const { name } of await listTables(client)) {
    const { rowCount } = await client.query(`select 1 from public.${quote(name)} limit 1`)
    if (rowCount) return true
  }
  return false
}

const listed = ({ columns }: Table): string => columns.map(quote).join(', ')

/** The statement that streams a table out. A partitioned table can be read by a query only. */
export const copyOutOf = (table: Table): string => `copy (select ${listed(table)} from public.${quote(table.name)}) to stdout`

/** The statement that streams it in. */
export const copyInto = (table: Table): string => `copy public.${quote(table.name)} (${listed(table)}) from stdin`

/** Sets how values are written, so that any server writes and reads the same text, and that no policy hides a row from a copy. */
export const steady = `set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local timezone = 'UTC'; set local row_security = off;
  set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`
