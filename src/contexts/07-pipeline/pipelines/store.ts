/** How are pipelines, their stages and what stands in these read? SQL in, rows out. */
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { Opportunity, type Pipeline, type Stage } from '../opportunities/contract.ts'

export type PipelineRow = Row<typeof Pipeline>
export type StageRow = Row<typeof Stage>
const tables = (ctx: Ctx) =>
  ctx.db.withTables<{
    pipelines: TableOf<typeof Pipeline>
    opportunities: TableOf<typeof Opportunity>
  }>()

/** Holds the pipelines until the transaction ends, so that two orders do not mix. */
export const holdPipelines = (ctx: Ctx): Promise<{ id: string }[]> =>
  tables(ctx)
    .selectFrom('pipelines as p')
    .select('p.id')
    .where('p.workspaceId', '=', ctx.actor.workspaceId)
    .orderBy('p.id')
    .forUpdate()
    .execute()

/** The opportunities in a stage, or the open ones of a pipeline. */
export const standingIn = (ctx: Ctx, where: { stageId: string } | { pipelineId: string }): Promise<Row<typeof Opportunity>[]> =>
  tables(ctx)
    .selectFrom('opportunities as o')
    .select(pickColumns(Opportunity, 'o'))
    .where('o.workspaceId', '=', ctx.actor.workspaceId)
    .$if('stageId' in where, (q) => q.where('o.stageId', '=', 'stageId' in where ? where.stageId : ''))
    .$if('pipelineId' in where, (q) =>
      q.where('o.pipelineId', '=', 'pipelineId' in where ? where.pipelineId : '').where('o.outcome', '=', 'open'),
    )
    .orderBy('o.id')
    .execute()
