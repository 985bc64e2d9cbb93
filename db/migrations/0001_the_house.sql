-- The tenant tables of the first stream: mailbox and pipeline in; people, conversations, evidence and needs out.
-- Every primary key, unique key and foreign key starts with workspace_id, so that tables distribute by workspace unchanged.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- Puts a tenant table behind the wall: a row is seen and written only in its own workspace.
create function guard_by_workspace(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('create policy workspace_only on %s using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
    with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', guarded);
end $$;

-- 01 workspace ---------------------------------------------------------------------------------------------------

create table workspaces (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text not null, domains jsonb not null, currency text not null, time_zone text not null, is_demo boolean not null,
  primary key (workspace_id, id), check (id = workspace_id)
);

create table members (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  user_id uuid, name text not null, email text not null, title text, role text not null, deactivated_at timestamptz,
  primary key (workspace_id, id), unique (workspace_id, email), unique (workspace_id, user_id),
  foreign key (workspace_id, workspace_id) references workspaces (workspace_id, id)
);

create table invites (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  email text not null, name text, role text not null, secret_hash text not null, invited_by_id uuid, expires_at timestamptz not null,
  accepted_at timestamptz, revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, invited_by_id) references members (workspace_id, id)
);

create table api_tokens (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  member_id uuid not null, name text not null, secret_hash text not null, last_four text not null,
  expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz,
  primary key (workspace_id, id), unique (workspace_id, secret_hash),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);

create table change_sets (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  member_id uuid, actor_name text not null, via text not null, reason text not null, cause_kind text, cause_id uuid,
  undoes_id uuid, change_count integer not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, undoes_id) references change_sets (workspace_id, id)
);
create index change_sets_by_cause on change_sets (workspace_id, cause_id, id) where cause_id is not null;
create index change_sets_by_undone on change_sets (workspace_id, undoes_id) where undoes_id is not null;

create table changes (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  change_set_id uuid not null, position integer not null, record text not null, row_id uuid not null, deed text not null,
  before jsonb, after jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, change_set_id) references change_sets (workspace_id, id)
);
create index changes_by_set on changes (workspace_id, change_set_id, position);
create index changes_by_row on changes (workspace_id, row_id, id);

create table search_entries (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  record text not null, title text not null, words text not null,
  primary key (workspace_id, id)
);
create index search_entries_by_words on search_entries using gin (workspace_id, words gin_trgm_ops);

create table files (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text not null, media_type text not null, byte_count bigint not null, sha256 text not null,
  primary key (workspace_id, id)
);

create table imports (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text not null, state text not null, file_count integer not null, mapping jsonb, resume_after jsonb, member_id uuid,
  seen_count integer not null, stored_count integer not null, already_count integer not null, skipped_count integer not null,
  bytes_total bigint not null, bytes_done bigint not null, problem text, started_at timestamptz, finished_at timestamptz,
  primary key (workspace_id, id)
);

create table import_entries (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  import_id uuid not null, position integer not null, path text not null, label text not null, source_key text,
  outcome text not null, reason text, record text, row_id uuid,
  primary key (workspace_id, id), unique (workspace_id, import_id, position),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);
create index import_entries_by_outcome on import_entries (workspace_id, import_id, outcome, position);

-- 02 customers ---------------------------------------------------------------------------------------------------

create table accounts (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text collate "und-x-icu" not null, domain text, website text, industry text, country text, employee_count integer, standing text not null,
  owner_id uuid, found_from text not null, external_id text, note text,
  primary key (workspace_id, id), unique (workspace_id, domain), unique (workspace_id, external_id),
  foreign key (workspace_id, owner_id) references members (workspace_id, id)
);
-- Names sort as people sort them. Not lower(name): under row security an index answers only comparisons that are leakproof, and lower() is not.
create index accounts_by_name on accounts (workspace_id, name, id);

create table people (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text collate "und-x-icu" not null, email text, account_id uuid, title text, phone text, side text not null, found_from text not null, external_id text,
  primary key (workspace_id, id), unique (workspace_id, email), unique (workspace_id, external_id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id)
);
create index people_by_name on people (workspace_id, name, id);
create index people_by_account on people (workspace_id, account_id, name, id);

-- 04 conversation ------------------------------------------------------------------------------------------------

create table threads (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  subject text not null, subject_key text not null, source text not null, account_id uuid,
  first_at timestamptz not null, last_at timestamptz not null, last_side text not null, message_count integer not null, snippet text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id)
);
create index threads_by_last on threads (workspace_id, last_at, id);
create index threads_by_account on threads (workspace_id, account_id, last_at, id);
create index threads_by_subject on threads (workspace_id, subject_key, last_at);
create index threads_unanswered on threads (workspace_id, last_at, id) where last_side = 'customer';

create table messages (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  thread_id uuid not null, source text not null, source_key text not null, sent_at timestamptz not null, sent_at_from text not null,
  subject text not null, from_name text not null, from_email text, from_person_id uuid, side text not null, account_id uuid,
  text text not null, parts jsonb not null, recipients jsonb not null, in_reply_to text, warnings jsonb not null,
  automatic boolean not null, language text, import_id uuid,
  primary key (workspace_id, id), unique (workspace_id, source_key),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id),
  foreign key (workspace_id, from_person_id) references people (workspace_id, id)
);
create index messages_by_thread on messages (workspace_id, thread_id, sent_at, id);
create index messages_by_account on messages (workspace_id, account_id, sent_at, id);
create index messages_by_person on messages (workspace_id, from_person_id, sent_at, id);
create index messages_by_answered on messages (workspace_id, in_reply_to) where in_reply_to is not null;

create table participations (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  message_id uuid not null, thread_id uuid not null, person_id uuid not null, role text not null, sent_at timestamptz not null,
  primary key (workspace_id, id), unique (workspace_id, message_id, person_id, role),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade,
  foreign key (workspace_id, thread_id) references threads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index participations_by_person on participations (workspace_id, person_id, sent_at, id);
create index participations_by_thread on participations (workspace_id, thread_id, person_id);

create table attachments (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  message_id uuid not null, file_id uuid not null, name text not null, media_type text not null, byte_count bigint not null, inline boolean not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade,
  foreign key (workspace_id, file_id) references files (workspace_id, id) on delete cascade
);
create index attachments_by_message on attachments (workspace_id, message_id);
create index attachments_by_file on attachments (workspace_id, file_id);

create table evidence (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  message_id uuid not null, thread_id uuid not null, account_id uuid, person_id uuid, kind text not null, side text not null, who text not null,
  start integer not null, "end" integer not null, quote text not null, confidence double precision not null, rule text not null,
  origin text not null, state text not null, detail jsonb not null, said_at timestamptz not null,
  primary key (workspace_id, id),
  check (start >= 0 and "end" > start),
  foreign key (workspace_id, message_id) references messages (workspace_id, id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index evidence_by_message on evidence (workspace_id, message_id, start);
create index evidence_by_thread on evidence (workspace_id, thread_id, said_at);
create index evidence_by_person on evidence (workspace_id, person_id) where person_id is not null;
create index evidence_by_account on evidence (workspace_id, account_id, kind, said_at, id);

create table promises (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  evidence_id uuid not null, message_id uuid not null, thread_id uuid not null, account_id uuid, what text not null, due_on date, owner_name text not null,
  owner_person_id uuid, side text not null, state text not null, said_at timestamptz not null, confidence double precision not null,
  confirmed_at timestamptz, closed_at timestamptz, closed_by_id uuid, close_reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, evidence_id) references evidence (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id),
  foreign key (workspace_id, owner_person_id) references people (workspace_id, id),
  foreign key (workspace_id, closed_by_id) references members (workspace_id, id)
);
create index promises_by_account on promises (workspace_id, account_id, said_at, id);
create index promises_open_by_due on promises (workspace_id, due_on, id) where state = 'open';
create index promises_by_evidence on promises (workspace_id, evidence_id);
create index promises_by_owner on promises (workspace_id, owner_person_id) where owner_person_id is not null;
create index promises_by_thread on promises (workspace_id, thread_id);
create index promises_by_said on promises (workspace_id, said_at, id);

-- 05 discovery ---------------------------------------------------------------------------------------------------

create table needs (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  account_id uuid, statement text not null, category text not null, priority text not null, kind text not null, state text not null,
  confidence double precision not null, because text, who text not null, span_count integer not null,
  first_said_at timestamptz not null, last_said_at timestamptz not null, state_reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id)
);
create index needs_by_account on needs (workspace_id, account_id, last_said_at, id);
create index needs_by_said on needs (workspace_id, last_said_at, id);
create index needs_found on needs (workspace_id, confidence, id) where state = 'found';

create table need_spans (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  need_id uuid not null, evidence_id uuid not null,
  primary key (workspace_id, id), unique (workspace_id, need_id, evidence_id),
  foreign key (workspace_id, need_id) references needs (workspace_id, id),
  foreign key (workspace_id, evidence_id) references evidence (workspace_id, id)
);
create index need_spans_by_evidence on need_spans (workspace_id, evidence_id);

create table objections (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  account_id uuid, evidence_id uuid not null, type text not null, concern text not null, who text not null, state text not null,
  confidence double precision not null, said_at timestamptz not null, state_reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id),
  foreign key (workspace_id, evidence_id) references evidence (workspace_id, id)
);
create index objections_by_account on objections (workspace_id, account_id, said_at, id);
create index objections_by_said on objections (workspace_id, said_at, id);
create index objections_by_evidence on objections (workspace_id, evidence_id);

-- 07 pipeline ----------------------------------------------------------------------------------------------------

create table stages (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text not null, position integer not null, kind text not null,
  primary key (workspace_id, id), unique (workspace_id, name)
);

create table opportunities (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text collate "und-x-icu" not null, account_id uuid, stage_id uuid not null, outcome text not null, amount_minor bigint, currency text not null,
  opened_on date, close_on date, stage_since timestamptz not null, owner_id uuid, owner_name text, product text,
  external_id text, close_reason text,
  primary key (workspace_id, id), unique (workspace_id, external_id),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id),
  foreign key (workspace_id, stage_id) references stages (workspace_id, id),
  foreign key (workspace_id, owner_id) references members (workspace_id, id)
);
create index opportunities_by_stage on opportunities (workspace_id, stage_id, close_on, id) include (amount_minor, currency);
create index opportunities_by_account on opportunities (workspace_id, account_id, close_on, id);
create index opportunities_by_close on opportunities (workspace_id, close_on, id);
create index opportunities_by_name on opportunities (workspace_id, name, id);
create index opportunities_slipping on opportunities (workspace_id, close_on, id) where outcome = 'open';

do $$
declare t text;
begin
  foreach t in array array['workspaces','members','invites','api_tokens','change_sets','changes','search_entries','files','imports','import_entries',
    'accounts','people','threads','messages','participations','attachments','evidence','promises','needs','need_spans','objections','stages','opportunities']
  loop perform guard_by_workspace(t::regclass); end loop;
end $$;
