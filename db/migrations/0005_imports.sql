-- The files of an import: a folder may hold thousands, so each is a row.
create table import_sources (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  import_id uuid not null, path text not null, byte_count bigint not null, sha256 text not null,
  primary key (workspace_id, id), unique (workspace_id, import_id, path),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);
select guard_by_workspace('import_sources');

-- Two questions about imports that no single workspace can answer. Both run as the owner of the tables and answer ids and hashes alone.

-- Imports that were under way when the program ended, of all workspaces: it goes on with them when it starts.
create function find_unfinished_imports() returns table (workspace_id uuid, id uuid, member_id uuid, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.workspace_id, i.id, i.member_id, i.state from imports i where i.state in ('waiting', 'running', 'undoing') order by i.id
$$;
create index imports_unfinished on imports (workspace_id, id) where state in ('waiting', 'running', 'undoing');

-- Of these hashes, those whose bytes no stored file and no other import of any workspace needs: bytes are kept once for all.
create function find_unneeded_bytes(hashes text[], but_import uuid) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select h from unnest(hashes) as h
  except select f.sha256 from files f where f.sha256 = any (hashes)
  except select s.sha256 from import_sources s join imports i on i.workspace_id = s.workspace_id and i.id = s.import_id
    where s.sha256 = any (hashes) and i.id <> but_import and i.state <> 'undone'
$$;
