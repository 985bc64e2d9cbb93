-- Workspaces that have accounts or people from before duplicates were looked for: the program goes through them once when it starts.
-- Runs as the owner of the tables and answers ids alone.
create function find_unsearched_workspaces() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id from workspaces w
  where not exists (select 1 from duplicate_keys k where k.workspace_id = w.id)
    and (exists (select 1 from accounts a where a.workspace_id = w.id) or exists (select 1 from people p where p.workspace_id = w.id))
$$;
