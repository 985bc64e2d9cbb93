-- To which account, person or opportunity does a file belong? One row per place; the file itself is kept once.

create table file_links (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  file_id uuid not null, account_id uuid, person_id uuid, opportunity_id uuid, added_by_id uuid,
  primary key (workspace_id, id),
  check (num_nonnulls(account_id, person_id, opportunity_id) <= 1),
  foreign key (workspace_id, file_id) references files (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references opportunities (workspace_id, id),
  foreign key (workspace_id, added_by_id) references members (workspace_id, id)
);
create index file_links_by_file on file_links (workspace_id, file_id);
create index file_links_by_account on file_links (workspace_id, account_id, id) where account_id is not null;
create index file_links_by_person on file_links (workspace_id, person_id, id) where person_id is not null;
create index file_links_by_opportunity on file_links (workspace_id, opportunity_id, id) where opportunity_id is not null;
select guard_by_workspace('file_links');
