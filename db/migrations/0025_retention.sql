-- How long each kind of thing is kept; a kind without a row is kept by its default.
create table retention_rules (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  kind text not null, days integer not null, is_on boolean not null,
  primary key (workspace_id, id), unique (workspace_id, kind)
);

-- What each daily run did, one line for each kind of thing that was due.
create table retention_runs (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  day date not null, kind text not null, days integer not null, removed_count integer not null, counts jsonb not null, finished_at timestamptz,
  primary key (workspace_id, id), unique (workspace_id, day, kind)
);
select guard_by_workspace('retention_rules');
select guard_by_workspace('retention_runs');

-- Mail and calls by age, for the rule about old messages.
create index messages_by_age on messages (workspace_id, sent_at, id);

-- All workspaces, for the daily run; answers ids alone.
create function find_workspaces() returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.workspace_id from workspaces w order by w.workspace_id
$$;
