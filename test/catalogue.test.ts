/** Does the migrated catalogue keep the rules of the data layer (docs/decisions/0002), and does it say what the contracts say? */
import { describe, expect, it } from 'vitest'
import { records } from '#apps/contracts.ts'
import { drift } from '#foundation/contract/drift.ts'
import { freshDatabase } from './database/with-database.ts'

const { owner } = await freshDatabase()
const ask = async <T>(statement: string): Promise<T[]> => (await owner.query(statement)).rows as T[]

/** Tables of all workspaces together; they never refer to a tenant table. */
const tenantTables = `select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
    and c.relname not in ('user_workspaces')`

const leadingColumn = (keys: string) => `(select attname from pg_attribute where attrelid = k.conrelid and attnum = k.${keys}[1])`

describe('contracts and catalogue', () => {
  it('agree on every column', async () => {
    const columns = await ask<{ table: string; column: string; type: string; nullable: boolean }>(
      `select table_name as "table", column_name as "column", data_type as type, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`,
    )
    expect(drift([...records.values()], columns)).toEqual([])
  })
  it('know the same tenant tables', async () => {
    const found = (await ask<{ relname: string }>(tenantTables)).map((t) => t.relname).sort()
    expect(found).toEqual([...records.keys()].sort())
  })
})

describe('every tenant table', () => {
  it('leads its primary and unique keys with the workspace', async () => {
    const wrong =
      await ask(`select k.conrelid::regclass::text as table, k.conname from pg_constraint k join (${tenantTables}) t on t.oid = k.conrelid
      where k.contype in ('p', 'u') and ${leadingColumn('conkey')} <> 'workspace_id'`)
    expect(wrong).toEqual([])
    const without = await ask(
      `select relname from (${tenantTables}) t where not exists (select 1 from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
    )
    expect(without).toEqual([])
  })
  it('leads its foreign keys with the workspace, refers to tenant tables only, and never sets null', async () => {
    const wrong =
      await ask(`select k.conrelid::regclass::text as table, k.conname, k.confdeltype from pg_constraint k join (${tenantTables}) t on t.oid = k.conrelid
      where k.contype = 'f' and (${leadingColumn('conkey')} <> 'workspace_id' or k.confdeltype not in ('a', 'c') or k.confupdtype <> 'a'
        or k.confrelid not in (select oid from (${tenantTables}) u))`)
    expect(wrong).toEqual([])
  })
  it('leads every index with the workspace', async () => {
    const wrong =
      await ask(`select i.indexrelid::regclass::text as index from pg_index i join (${tenantTables}) t on t.oid = i.indrelid
      where (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) is distinct from 'workspace_id'`)
    expect(wrong).toEqual([])
  })
  it('has an index for each of its foreign keys that can be walked backwards', async () => {
    const bare = await ask<{
      t: string
      k: string
    }>(`select k.conrelid::regclass::text as t, k.conname as k from pg_constraint k join (${tenantTables}) t on t.oid = k.conrelid
      where k.contype = 'f' and k.confdeltype = 'c' and not exists (select 1 from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1] and i.indkey[1] = k.conkey[2])`)
    expect(bare).toEqual([])
  })
  it('stands behind row security with the one policy of the house', async () => {
    const open = await ask(
      `select relname from (${tenantTables}) t where not (select relrowsecurity from pg_class where oid = t.oid)`,
    )
    expect(open).toEqual([])
    const policies = await ask<{
      relname: string
      qual: string
      check: string
    }>(`select t.relname, pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as check
      from (${tenantTables}) t left join pg_policy p on p.polrelid = t.oid`)
    const law = `(workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)`
    expect(policies.filter((p) => p.qual !== law || p.check !== law)).toEqual([])
  })
  it('has no trigger of ours', async () => {
    expect(await ask(`select tgrelid::regclass::text, tgname from pg_trigger where not tgisinternal`)).toEqual([])
  })
})

describe('the rest', () => {
  it('global tables never refer to tenant tables', async () => {
    const wrong = await ask(`select k.conrelid::regclass::text, k.conname from pg_constraint k where k.contype = 'f'
      and k.conrelid not in (select oid from (${tenantTables}) t) and k.confrelid in (select oid from (${tenantTables}) u)`)
    expect(wrong).toEqual([])
  })
  it('the role of the program owns nothing and cannot look past row security', async () => {
    const roles = await ask<{ rolsuper: boolean; rolbypassrls: boolean; owns: number }>(`select rolsuper, rolbypassrls,
      (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid) as owns from pg_roles r where rolname = 'rapport_app'`)
    expect(roles).toEqual([{ rolsuper: false, rolbypassrls: false, owns: 0 }])
  })
  it('functions that see past row security fix their search path', async () => {
    const loose =
      await ask(`select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef
      and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) c where c like 'search_path=%')`)
    expect(loose).toEqual([])
  })
})
