-- Accounts are found by their name without its legal form, so that an import need not hold all of them in memory. The key is the program's to
-- make: rows from before get theirs when an import next begins.
alter table search_entries add column key text collate "C";
create index search_entries_by_key on search_entries (workspace_id, record, key, id) where key is not null;
create index search_entries_without_key on search_entries (workspace_id, id) where key is null and record = 'accounts';
