-- Rows that may be one: the keys under which they meet, the pairs that were met, and which row was merged into which.
-- None refers to the rows by a foreign key: they concern rows of any record, and a merged row's id must answer when the row is gone.

create table duplicate_keys (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  record text not null, row_id uuid not null, key text not null,
  primary key (workspace_id, id), unique (workspace_id, record, key, row_id)
);
create index duplicate_keys_by_row on duplicate_keys (workspace_id, row_id);
select guard_by_workspace('duplicate_keys');

-- Of a pair the smaller id stands left.
create table duplicate_pairs (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  record text not null, left_id uuid not null, right_id uuid not null, chance double precision not null, because jsonb not null,
  state text not null, later_at timestamptz,
  primary key (workspace_id, id), unique (workspace_id, left_id, right_id)
);
create index duplicate_pairs_by_state on duplicate_pairs (workspace_id, state, chance, id);
create index duplicate_pairs_by_right on duplicate_pairs (workspace_id, right_id);
select guard_by_workspace('duplicate_pairs');

create table merges (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  record text not null, kept_id uuid not null, merged_id uuid not null, merged_name text not null, alias text,
  primary key (workspace_id, id), unique (workspace_id, merged_id)
);
create index merges_by_kept on merges (workspace_id, kept_id, id);
create index merges_by_alias on merges (workspace_id, record, alias) where alias is not null;
select guard_by_workspace('merges');
