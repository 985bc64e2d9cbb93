-- Search in what was said. Rows are found by any word or beginning of a word of their whole text, the newest first.

create table search_texts (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  record text not null, within_id uuid, title text not null, said_at timestamptz not null, words tsvector not null,
  primary key (workspace_id, id)
);
create index search_texts_by_words on search_texts using gin (workspace_id, words);
create index search_texts_by_said on search_texts (workspace_id, said_at, id);
select guard_by_workspace('search_texts');

-- What was stored before this table. The program folds more letters than unaccent does; words it folds otherwise are found again
-- when their message is next written, which for messages is never, so the few that differ are found by their plain spelling.
insert into search_texts
select workspace_id, id, created_at, updated_at, 'messages', thread_id, subject, sent_at,
  strip(to_tsvector('simple', regexp_replace(lower(unaccent(subject || ' ' || from_name || ' ' || left(text, 100000))), '[^[:alnum:]]+', ' ', 'g')))
from messages;

-- Runs as the owner of the tables, because row security keeps text operators from their index, and applies the policy's predicate itself.
-- asked: folded words; every one must begin a word of the text. Many rows hold a common beginning: the newest few thousand are read in
-- their order first, and only what is too rare to fill the answer there is looked up by the index, so the work is bounded either way.
create function find_texts(asked text, of_record text, most integer)
returns table (record text, id uuid, within_id uuid, title text, said_at timestamptz)
language plpgsql stable security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
-- How many rows hold a beginning is guessed, mostly too many: the guess must not lead to reading all of them.
set enable_seqscan = off
as $$
declare
  here constant uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  parts constant text[] := array(select w from unnest(string_to_array(btrim(translate(asked, '''\:&|!<>()*', '           ')), ' ')) as w where w <> '');
  wanted tsquery;
  since timestamptz;
  met integer := 0;
begin
  if here is null or cardinality(parts) = 0 then return; end if;
  wanted := (select string_agg('''' || p || ''':*', ' & ') from unnest(parts) as p)::tsquery;
  select min(r.said_at) into since from (
    select t.said_at from search_texts t where t.workspace_id = here order by t.said_at desc limit 2000) as r;
  return query
    select t.record, t.id, t.within_id, t.title, t.said_at from search_texts t
    where t.workspace_id = here and t.said_at >= since and (of_record is null or t.record = of_record) and t.words @@ wanted
    order by t.said_at desc, t.id desc limit most;
  get diagnostics met = row_count;
  if met >= most then return; end if;
  return query
    select r.record, r.id, r.within_id, r.title, r.said_at from (
      select t.* from search_texts t
      where t.workspace_id = here and t.words @@ wanted and (of_record is null or t.record = of_record)
      limit 20000) as r
    where r.said_at < since
    order by r.said_at desc, r.id desc limit most - met;
end $$;

-- The same function as before, but what is equally close comes in the order in which it was last written: the newest first.
create or replace function find_entries(asked text, of_record text, most integer, one_kind boolean)
returns table (record text, id uuid, title text, closeness real)
language plpgsql stable security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
set pg_trgm.word_similarity_threshold = 0.4
as $$
declare
  here constant uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  plain constant text := btrim(regexp_replace(replace(replace(replace(asked, '\', ''), '%', ''), '_', ''), '\s+', ' ', 'g'));
  patterns constant text[] := array(select '% ' || w || '%' from unnest(string_to_array(plain, ' ')) as w where w <> '');
  longest constant text := (select p from unnest(patterns) as p order by length(p) desc limit 1);
  begun integer := 0;
  -- A letter or two begin thousands of words that are all as close: who types on gets the rest.
  enough constant integer := case when one_kind then most when length(plain) < 3 then 1000 end;
  weighed constant boolean := length(plain) > 2 and not one_kind;
begin
  if here is null or longest is null then return; end if;
  return query
    select f.record, f.id, f.title, (f.near + case when weighed then 0.2 * similarity(f.words, plain) else 0 end)::real as nearness
    from (
      (select e.*, 0.8 as near from search_entries e
        where e.workspace_id = here and (of_record is null or e.record = of_record) and e.words like ' ' || plain || '%' limit enough)
      union all
      (select e.*, 0.6 as near from search_entries e
        where e.workspace_id = here and (of_record is null or e.record = of_record)
          and e.words like longest and e.words like all (patterns) and e.words not like ' ' || plain || '%' limit enough)
    ) as f
    order by nearness desc, f.updated_at desc, f.title, f.id limit most;
  get diagnostics begun = row_count;
  if length(plain) < 3 or begun >= most or (one_kind and begun > 0) then return; end if;
  return query
    select e.record, e.id, e.title, (0.6 * word_similarity(plain, e.words))::real as near
    from search_entries e
    where e.workspace_id = here and (of_record is null or e.record = of_record)
      and plain <% e.words and not (e.words like all (patterns))
    order by near desc, e.updated_at desc, e.title, e.id limit most - begun;
end $$;
