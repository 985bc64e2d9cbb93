-- Ways to look at rows, kept under a name.
create table views (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  object text not null, name text collate "und-x-icu" not null, kind text not null, seen_by text not null, pinned boolean not null, owner_id uuid not null,
  filter jsonb, words text, sort text, columns jsonb, group_by text, start_by text, end_by text,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references members (workspace_id, id)
);
create index views_by_object on views (workspace_id, object, name, id);
select guard_by_workspace('views');
