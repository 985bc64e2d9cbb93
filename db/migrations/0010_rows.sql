-- What tables of rows need: an index (workspace_id, key, id) for every usual sort and filter, texts that sort as people sort them, the order
-- of cards on a board, and an index for a piece of text that row security does not keep from its index.

-- Capitals and accents in their place, as in names.
alter table accounts alter column industry type text collate "und-x-icu", alter column country type text collate "und-x-icu";
alter table people alter column title type text collate "und-x-icu";
alter table opportunities alter column product type text collate "und-x-icu", alter column owner_name type text collate "und-x-icu";

create index accounts_by_owner on accounts (workspace_id, owner_id, id);
create index accounts_by_standing on accounts (workspace_id, standing, id);
create index accounts_by_industry on accounts (workspace_id, industry, id);
create index accounts_by_country on accounts (workspace_id, country, id);
create index accounts_by_employees on accounts (workspace_id, employee_count, id);
create index accounts_by_created on accounts (workspace_id, created_at, id);
create index accounts_by_updated on accounts (workspace_id, updated_at, id);

-- People by the name of their account walk accounts_by_name and people_by_account; those without one come last.
create index people_without_account on people (workspace_id, id) where account_id is null;
create index people_by_title on people (workspace_id, title, id);
create index people_by_side on people (workspace_id, side, name, id);
create index people_by_created on people (workspace_id, created_at, id);
create index people_by_updated on people (workspace_id, updated_at, id);

-- What rows are sorted by when they are sorted by whom or what they belong to.
create index members_by_name on members (workspace_id, name, id);
create index stages_by_position on stages (workspace_id, position, id);

-- Compared byte by byte, as fractional keys are. A new card comes first: its key is its id with every digit turned round (see docs/decisions/0011).
alter table opportunities add column position text collate "C";
update opportunities set position = 'k' || translate(replace(id::text, '-', ''), '0123456789abcdef', 'fedcba9876543210') || 'V';
create index opportunities_by_position on opportunities (workspace_id, position, id);
create index opportunities_by_stage_position on opportunities (workspace_id, stage_id, position, id);
create index opportunities_by_owner on opportunities (workspace_id, owner_id, id);
create index opportunities_by_amount on opportunities (workspace_id, amount_minor, id);
create index opportunities_by_opened on opportunities (workspace_id, opened_on, id);
create index opportunities_by_stage_since on opportunities (workspace_id, stage_since, id);
create index opportunities_by_outcome on opportunities (workspace_id, outcome, close_on, id);
create index opportunities_by_created on opportunities (workspace_id, created_at, id);
create index opportunities_by_updated on opportunities (workspace_id, updated_at, id);

-- The rows of one record whose searched words hold a piece of text, at most so many. Like find_entries it runs as the owner of the tables and
-- applies the predicate of the policy itself, so that the trigram index answers. piece: folded words as the program keeps them.
create function find_rows_with(piece text, of_record text, most integer) returns table (id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
  here constant uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  pattern constant text := '%' || replace(replace(replace(piece, '\', ''), '%', ''), '_', '') || '%';
begin
  if here is null or length(pattern) < 5 then return; end if;
  return query select e.id from search_entries e
    where e.workspace_id = here and e.record = of_record and e.words like pattern limit most;
end $$;
