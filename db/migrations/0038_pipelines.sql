-- Several pipelines, each with stages of its own. What was one row of stages becomes the pipeline "Sales" of its workspace.
create table pipelines (
  workspace_id uuid not null, id uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text not null, position integer not null, archived_at timestamptz,
  primary key (workspace_id, id)
);
create unique index pipelines_by_name on pipelines (workspace_id, lower(name)) where archived_at is null;
create index pipelines_by_position on pipelines (workspace_id, position, id);
select guard_by_workspace('pipelines');

insert into pipelines (workspace_id, id, created_at, updated_at, name, position)
select workspace_id, gen_random_uuid(), min(created_at), now(), 'Sales', 0 from stages group by workspace_id;

alter table stages add column pipeline_id uuid, add column probability double precision, add column normal_days integer, add column archived_at timestamptz;
update stages s set pipeline_id = p.id from pipelines p where p.workspace_id = s.workspace_id;
-- Until somebody says otherwise: won is certain, lost is none, and what is open lies evenly between.
update stages s set probability = n.probability, position = n.position from (
  select workspace_id, id, row_number() over (partition by workspace_id order by position, name, id) - 1 as position,
    case kind when 'won' then 1 when 'lost' then 0 else
      round((row_number() over (partition by workspace_id, kind order by position, name, id))::numeric
        / (count(*) over (partition by workspace_id, kind) + 1), 2) end as probability
  from stages) n where n.workspace_id = s.workspace_id and n.id = s.id;
alter table stages alter column pipeline_id set not null, alter column probability set not null,
  add foreign key (workspace_id, pipeline_id) references pipelines (workspace_id, id),
  drop constraint stages_workspace_id_name_key;
create unique index stages_by_name on stages (workspace_id, pipeline_id, lower(name)) where archived_at is null;

alter table opportunities add column pipeline_id uuid;
update opportunities o set pipeline_id = s.pipeline_id from stages s where s.workspace_id = o.workspace_id and s.id = o.stage_id;
alter table opportunities alter column pipeline_id set not null,
  add foreign key (workspace_id, pipeline_id) references pipelines (workspace_id, id);
create index opportunities_by_pipeline on opportunities (workspace_id, pipeline_id, close_on, id) include (stage_id, amount_minor, currency);

-- What was removed before comes back with the pipeline that everything was in.
update changes c set before = c.before || jsonb_build_object('pipelineId', p.id) from pipelines p
  where p.workspace_id = c.workspace_id and c.record = 'opportunities' and c.deed = 'removed' and c.before is not null;
update changes c set after = c.after || jsonb_build_object('pipelineId', p.id) from pipelines p
  where p.workspace_id = c.workspace_id and c.record = 'opportunities' and c.deed = 'created' and c.after is not null;
update changes c set before = c.before || jsonb_build_object('pipelineId', p.id, 'probability', 0, 'normalDays', null, 'archivedAt', null) from pipelines p
  where p.workspace_id = c.workspace_id and c.record = 'stages' and c.deed = 'removed' and c.before is not null;
