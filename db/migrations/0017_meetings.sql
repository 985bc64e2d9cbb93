-- Meetings as calendars tell them, and who takes part.
create table meetings (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  title text not null, starts_at timestamptz not null, ends_at timestamptz, is_all_day boolean not null, time_zone text, location text,
  status text not null, repeats text, about text, source_key text not null, account_id uuid,
  primary key (workspace_id, id), unique (workspace_id, source_key),
  foreign key (workspace_id, account_id) references accounts (workspace_id, id)
);
create index meetings_by_start on meetings (workspace_id, starts_at, id);
create index meetings_by_account on meetings (workspace_id, account_id, starts_at, id);
select guard_by_workspace('meetings');

create table meeting_people (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  meeting_id uuid not null, person_id uuid, name text not null, email text, role text not null, answer text,
  primary key (workspace_id, id),
  foreign key (workspace_id, meeting_id) references meetings (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index meeting_people_by_meeting on meeting_people (workspace_id, meeting_id, id);
create index meeting_people_by_person on meeting_people (workspace_id, person_id) where person_id is not null;
select guard_by_workspace('meeting_people');
