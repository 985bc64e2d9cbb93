-- Tasks and notes in tables: an index (workspace_id, key, id) for every usual sort and filter, and titles in the order in which people sort them.
alter table tasks alter column title type text collate "und-x-icu";
alter table notes alter column title type text collate "und-x-icu";

create index tasks_by_title on tasks (workspace_id, title, id);
create index tasks_by_due on tasks (workspace_id, due_on, id);
create index tasks_by_priority on tasks (workspace_id, priority, id);
create index tasks_by_assignee on tasks (workspace_id, assignee_id, id);
create index tasks_by_created on tasks (workspace_id, created_at, id);
create index tasks_by_updated on tasks (workspace_id, updated_at, id);

create index notes_by_title on notes (workspace_id, title, id);
create index notes_by_author on notes (workspace_id, author_id, id);
create index notes_by_created on notes (workspace_id, created_at, id);
create index notes_by_updated on notes (workspace_id, updated_at, id);
