-- What a look ahead found, the original cells of rows at fault, and what was decided for tables of the same headings.
alter table imports add column preview jsonb;
alter table import_entries add column cells jsonb;

create index import_entries_at_fault on import_entries (workspace_id, import_id, path, position) where cells is not null;

create table import_mappings (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  signature text not null, record text not null, fields jsonb not null, keys jsonb not null, used_count integer not null,
  file_name text not null,
  primary key (workspace_id, id), unique (workspace_id, signature)
);
select guard_by_workspace('import_mappings');

-- A look ahead that was under way when the program ended begins again too.
create or replace function find_unfinished_imports() returns table (workspace_id uuid, id uuid, member_id uuid, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.workspace_id, i.id, i.member_id, i.state from imports i where i.state in ('waiting', 'running', 'undoing', 'previewing') order by i.id
$$;
create index imports_unfinished_or_looking on imports (workspace_id, id) where state in ('waiting', 'running', 'undoing', 'previewing');
drop index imports_unfinished;
