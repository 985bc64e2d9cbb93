-- Typing errors in what was said: the distinct words of all texts, found by the pieces of three letters that they share with what was typed.
-- A word stands here with a text that holds it, at most three times, and goes with that text: nothing is kept of a text that is gone.
create table search_words (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  text_id uuid not null, word text collate "C" not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, text_id) references search_texts (workspace_id, id) on delete cascade
);
create index search_words_by_word on search_words (workspace_id, word);
create index search_words_by_text on search_words (workspace_id, text_id);
create index search_words_alike on search_words using gin (workspace_id, word gin_trgm_ops);
select guard_by_workspace('search_words');

-- What a reply quotes was said in another message. The words that stand in quoted stretches alone go. Offsets count the units of JavaScript,
-- which are letters wherever no letter lies beyond the first 65,536; of those few messages the words stay as they are.
update search_texts s set words = ts_delete(s.words, array(
  select unnest(tsvector_to_array(to_tsvector('simple', regexp_replace(lower(unaccent(q.others)), '[^[:alnum:]]+', ' ', 'g'))))
  except
  select unnest(tsvector_to_array(to_tsvector('simple', regexp_replace(lower(unaccent(m.subject || ' ' || m.from_name || ' ' || q.own)), '[^[:alnum:]]+', ' ', 'g'))))))
from messages m
cross join lateral (
  select coalesce(string_agg(substr(left(m.text, 100000), (p->>'start')::integer + 1, (p->>'end')::integer - (p->>'start')::integer), ' ')
      filter (where p->>'kind' in ('quoted', 'header', 'disclaimer')), '') as others,
    coalesce(string_agg(substr(left(m.text, 100000), (p->>'start')::integer + 1, (p->>'end')::integer - (p->>'start')::integer), ' ')
      filter (where p->>'kind' not in ('quoted', 'header', 'disclaimer')), '') as own
  from jsonb_array_elements(m.parts) as p) as q
where s.workspace_id = m.workspace_id and s.id = m.id and q.others <> '' and q.own ~ '\S'
  and m.text !~ '[\U00010000-\U0010FFFF]' and m.subject !~* '^\s*(fwd?|wg|tr|rv|i|enc|vs|vb|doorst)\s*:';

-- The words of the newest texts of each workspace; older ones are found as they are spelled.
insert into search_words (workspace_id, id, created_at, updated_at, text_id, word)
select w.workspace_id, gen_random_uuid(), now(), now(), w.text_id, w.word from (
  select distinct on (t.workspace_id, l.word) t.workspace_id, t.id as text_id, l.word
  from (select workspace_id, id, words, row_number() over (partition by workspace_id order by said_at desc) as nth from search_texts) as t
  cross join lateral unnest(tsvector_to_array(t.words)) as l(word)
  where t.nth <= 50000 and l.word ~ '^[[:alpha:]]{5,30}$') as w;

-- Runs as the owner of the tables, because row security keeps text operators from their index, and applies the policy's predicate itself.
-- turned: the word with each two neighbours changed about, which in short words leaves too few pieces of three letters alike.
create function find_words_alike(typed text, turned text[], most integer) returns table (word text)
language plpgsql stable security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
set pg_trgm.word_similarity_threshold = 0.3
set enable_seqscan = off
as $$
declare
  here constant uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
begin
  if here is null or length(typed) < 5 then return; end if;
  return query
    select b.word from unnest(turned) as v(said) cross join lateral (
      select s.word::text as word from search_words s
      where s.workspace_id = here and s.word >= v.said and s.word < v.said || chr(1114111) order by s.word limit 5) as b;
  return query select f.word from (
      select distinct s.word::text as word from search_words s where s.workspace_id = here and typed <% s.word) as f
    order by word_similarity(typed, f.word) desc, similarity(typed, f.word) desc, f.word limit most;
end $$;
