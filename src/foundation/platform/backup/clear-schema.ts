/** How does a database become as empty as a new one, inside a transaction? Everything of ours in `public` goes; extensions stay. */
import pg from 'pg'

const ours = (catalogue: string) =>
  `not exists (select 1 from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = o.oid and d.deptype = 'e')`

const everything = `
  select 'table ' || o.oid::regclass as what from pg_class o
    where o.relnamespace = 'public'::regnamespace and o.relkind in ('r', 'p') and not o.relispartition and ${ours('pg_class')}
  union all
  select (case o.relkind when 'v' then 'view ' when 'm' then 'materialized view ' else 'sequence ' end) || o.oid::regclass from pg_class o
    where o.relnamespace = 'public'::regnamespace and o.relkind in ('v', 'm', 'S') and ${ours('pg_class')}
  union all
  select 'routine ' || o.oid::regprocedure from pg_proc o
    where o.pronamespace = 'public'::regnamespace and ${ours('pg_proc')}
  union all
  select 'type ' || o.oid::regtype from pg_type o
    where o.typnamespace = 'public'::regnamespace and o.typtype in ('e', 'd', 'c', 'r') and ${ours('pg_type')}
      and not exists (select 1 from pg_class c where c.oid = o.typrelid and c.relkind <> 'c')`

/** Drops tables, views, sequences, functions and types of ours. What goes with another is already gone when its turn comes. */
export async function clearSchema(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ what: string }>(everything)
  for (const { what } of rows) await client.query(`drop ${what.replace(/^(\w+(?: view)?) /, '$1 if exists ')} cascade`)
}

type Definition = { readonly table: string; readonly name: string; readonly made: string }

const foreignKeys = `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as made
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`

/** Takes foreign keys away and answers how to put them back: rows then load in any order, also where tables refer to each other. */
export async function liftForeignKeys(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<Definition>(foreignKeys)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`)
  return async () => {
    for (const { table, name, made } of rows)
      await client.query(`alter table ${table} add constraint ${pg.escapeIdentifier(name)} ${made}`)
  }
}
