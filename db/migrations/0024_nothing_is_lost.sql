-- The trash reads removals alone, the newest first.
create index changes_removed on changes (workspace_id, id) where deed = 'removed';

-- Which persons were erased: no name, only keyed hashes of their addresses, so that a restored backup or a mailbox read again erases them
-- again; what was erased, and what stays and why. `work` holds where the erasure goes on, and is emptied at its end.
create table erasures (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  person_id uuid not null, state text not null, stage text not null, hashes jsonb not null, erased jsonb not null, kept jsonb not null,
  work jsonb, asked_by_id uuid, finished_at timestamptz, problem text,
  primary key (workspace_id, id), unique (workspace_id, person_id),
  foreign key (workspace_id, asked_by_id) references members (workspace_id, id)
);
select guard_by_workspace('erasures');
