-- Search as you type. Row security keeps text operators from their index (they are not leakproof), so this function, which runs as the
-- owner of the tables, applies the same predicate as the policy itself. A test proves that the two are one.
--
-- asked: folded words as the program keeps them ("acme corp"); of_record: one table, or null for all; most: how many rows at most;
-- one_kind: answer likenesses only when nothing begins with the words (lists), else fill up with them (the search box).
-- Answers closeness 0.6 .. 1 for rows in which every word asked begins a word, below 0.6 for rows that are merely alike.
create function find_entries(asked text, of_record text, most integer, one_kind boolean)
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
    order by nearness desc, f.title, f.id limit most;
  get diagnostics begun = row_count;
  if length(plain) < 3 or begun >= most or (one_kind and begun > 0) then return; end if;
  return query
    select e.record, e.id, e.title, (0.6 * word_similarity(plain, e.words))::real as near
    from search_entries e
    where e.workspace_id = here and (of_record is null or e.record = of_record)
      and plain <% e.words and not (e.words like all (patterns))
    order by near desc, e.title, e.id limit most - begun;
end $$;
