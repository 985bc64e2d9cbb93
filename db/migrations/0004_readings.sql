-- By which rules each message was read for evidence, so that work delivered twice is done once.

create table readings (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  message_id uuid not null, rules text not null, found_count integer not null,
  primary key (workspace_id, id), unique (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
select guard_by_workspace('readings');
