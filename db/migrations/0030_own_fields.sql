-- Fields that a workspace adds to its objects, and their values: one row for each value, in the column of its kind.

create table fields (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  object text not null, key text not null, label text collate "und-x-icu" not null, type text not null, help text, position integer not null,
  required boolean not null, hidden boolean not null, archived_at timestamptz, settings jsonb not null,
  primary key (workspace_id, id),
  unique (workspace_id, object, key)
);
select guard_by_workspace('fields');

-- One table for each object, so that a value goes with its row, moves with it in a merge, and its statistics are its own. The program's role
-- cannot make an index for a new field: every kind of value has one that leads by the field.
do $$
declare
  object text;
  kept text;
  kind text;
begin
  for object, kept in values ('accounts', 'account_values'), ('people', 'person_values'), ('opportunities', 'opportunity_values') loop
    execute format('create table %I (
      workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
      row_id uuid not null, field_id uuid not null,
      text text collate "und-x-icu", long_text text, number double precision, amount bigint, day date, moment timestamptz, yes boolean, choices jsonb,
      account_id uuid, person_id uuid, opportunity_id uuid, member_id uuid,
      primary key (workspace_id, id),
      unique (workspace_id, row_id, field_id),
      foreign key (workspace_id, row_id) references %I (workspace_id, id) on delete cascade,
      foreign key (workspace_id, field_id) references fields (workspace_id, id),
      foreign key (workspace_id, account_id) references accounts (workspace_id, id),
      foreign key (workspace_id, person_id) references people (workspace_id, id),
      foreign key (workspace_id, opportunity_id) references opportunities (workspace_id, id),
      foreign key (workspace_id, member_id) references members (workspace_id, id)
    )', kept, object);
    foreach kind in array array['text', 'number', 'amount', 'day', 'moment', 'yes'] loop
      execute format('create index %I on %I (workspace_id, field_id, %I, row_id) where %I is not null', kept || '_by_' || kind, kept, kind, kind);
    end loop;
    foreach kind in array array['account_id', 'person_id', 'opportunity_id', 'member_id'] loop
      execute format('create index %I on %I (workspace_id, %I, field_id, row_id) where %I is not null', kept || '_by_' || kind, kept, kind, kind);
    end loop;
    execute format('create index %I on %I (workspace_id, field_id, row_id) include (choices) where choices is not null', kept || '_by_choices', kept);
    execute format('create index %I on %I (workspace_id, field_id, row_id)', kept || '_by_field', kept);
    execute format('select guard_by_workspace(%L)', kept);
  end loop;
end $$;
