-- What we plan to do, and what we write down, about accounts, people and opportunities.

create table tasks (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  title text not null, note text, due_on date, due_at timestamptz, priority text not null, assignee_id uuid,
  account_id uuid, person_id uuid, opportunity_id uuid, promise_id uuid, evidence_id uuid,
  repeat_every integer, repeat_unit text, repeat_from date, follows_id uuid, created_by_id uuid, done_at timestamptz, done_by_id uuid,
  primary key (workspace_id, id),
  check (due_at is null or due_on is not null),
  check ((repeat_every is null) = (repeat_unit is null) and (repeat_unit is null) = (repeat_from is null)),
  foreign key (workspace_id, assignee_id) references members (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references opportunities (workspace_id, id),
  foreign key (workspace_id, promise_id) references promises (workspace_id, id),
  foreign key (workspace_id, evidence_id) references evidence (workspace_id, id),
  foreign key (workspace_id, created_by_id) references members (workspace_id, id),
  foreign key (workspace_id, done_by_id) references members (workspace_id, id)
);
create index tasks_open_by_due on tasks (workspace_id, due_on, id) where done_at is null;
create index tasks_open_of_assignee on tasks (workspace_id, assignee_id, due_on, id) where done_at is null;
create index tasks_by_done on tasks (workspace_id, done_at, id) where done_at is not null;
create index tasks_by_account on tasks (workspace_id, account_id, due_on, id) where account_id is not null;
create index tasks_by_person on tasks (workspace_id, person_id, due_on, id) where person_id is not null;
create index tasks_by_opportunity on tasks (workspace_id, opportunity_id, due_on, id) where opportunity_id is not null;
create index tasks_by_promise on tasks (workspace_id, promise_id) where promise_id is not null;
create index tasks_by_evidence on tasks (workspace_id, evidence_id) where evidence_id is not null;
create index tasks_by_followed on tasks (workspace_id, follows_id) where follows_id is not null;
select guard_by_workspace('tasks');

create table notes (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  title text not null, body text not null, account_id uuid, person_id uuid, opportunity_id uuid, author_id uuid, pinned boolean not null, mention_ids jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references opportunities (workspace_id, id),
  foreign key (workspace_id, author_id) references members (workspace_id, id)
);
create index notes_by_written on notes (workspace_id, pinned, created_at, id);
create index notes_by_account on notes (workspace_id, account_id, pinned, created_at, id) where account_id is not null;
create index notes_by_person on notes (workspace_id, person_id, pinned, created_at, id) where person_id is not null;
create index notes_by_opportunity on notes (workspace_id, opportunity_id, pinned, created_at, id) where opportunity_id is not null;
select guard_by_workspace('notes');
