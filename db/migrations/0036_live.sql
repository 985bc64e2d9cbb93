-- Which change sets can browsers be told of? One narrow row each, in the transaction of the write. `xact` orders them against snapshots:
-- everything below the oldest transaction under way has been seen, so a stream that reads on from there misses nothing, however commits overtake each other.

create table live_events (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  change_set_id uuid not null, xact bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, change_set_id) references change_sets (workspace_id, id) on delete cascade
);
create index live_events_by_xact on live_events (workspace_id, xact, id);
create index live_events_by_set on live_events (workspace_id, change_set_id);

select guard_by_workspace('live_events'::regclass);
