/** Through which stages do opportunities go, and what can be said of them? */
import { z } from 'zod'
import { exampleId } from '#foundation/contract/example.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named } from '#foundation/contract/record.ts'
import { Pipeline, Stage } from '../opportunities/contract.ts'

/** What stands in a stage: how many, and their amounts by currency. */
const held = {
  count: z.int(),
  amounts: z.array(z.object({ currency: z.string(), amountMinor: z.int() })),
}
export const StageShown = named('stage of a pipeline', Stage.schema.extend(held))
export const PipelineShown = named(
  'pipeline with its stages',
  Pipeline.schema.extend({
    /** In order; those that are archived stand at the end. */
    stages: z.array(StageShown),
  }),
)
export type PipelineLook = z.output<typeof PipelineShown>
const done = z.object({ changeSetId: z.uuid().nullable(), moved: z.int() })
const id = { id: z.uuid() }
const writable = Stage.draft.pick({ name: true, kind: true, probability: true, normalDays: true })
const order = z.array(z.uuid()).min(1).max(200)

export const pipelines = operations({
  list: {
    route: 'GET /pipelines',
    summary: 'List the pipelines in order with their stages and what stands in each, archived ones last',
    may: 'member',
    takes: z.object({}),
    returns: z.array(PipelineShown),
  },
  create: {
    route: 'POST /pipelines',
    summary: 'Add a pipeline, with the stages of another or with the usual ones',
    may: 'manager',
    example: { name: 'Partners' },
    takes: z.object({ name: Pipeline.fields.name, like: z.uuid().optional() }),
    returns: PipelineShown,
  },
  rename: {
    route: 'PATCH /pipelines/:id',
    summary: 'Give a pipeline another name',
    may: 'manager',
    example: { name: 'Direct sales' },
    takes: z.object({ ...id, name: Pipeline.fields.name }),
    returns: PipelineShown,
  },
  order: {
    route: 'PUT /pipelines/order',
    summary: 'Put the pipelines in order; new opportunities go into the first',
    may: 'manager',
    example: { ids: [exampleId('pipeline')] },
    takes: z.object({ ids: order }),
    returns: z.array(PipelineShown),
  },
  archive: {
    route: 'PUT /pipelines/:id/archival',
    summary: 'Archive a pipeline: its open opportunities go to a stage of another, those that ended stay readable in it',
    may: 'manager',
    example: { moveTo: null },
    takes: z.object({ ...id, moveTo: z.uuid().nullable().default(null) }),
    returns: done,
  },
  restore: {
    route: 'DELETE /pipelines/:id/archival',
    summary: 'Take an archived pipeline into use again, as the last',
    may: 'manager',
    takes: z.object(id),
    returns: PipelineShown,
  },
  addStage: {
    route: 'POST /pipelines/:id/stages',
    summary: 'Add a stage, before another or at the end of those that are open',
    may: 'manager',
    example: { name: 'Pilot' },
    takes: writable
      .partial()
      .required({ name: true })
      .extend({ ...id, before: z.uuid().nullable().optional() }),
    returns: PipelineShown,
  },
  changeStage: {
    route: 'PATCH /stages/:id',
    summary: 'Change the name, the usual probability or the normal days of a stage; its kind while nothing stands in it',
    may: 'manager',
    takes: writable.partial().extend(id),
    returns: PipelineShown,
  },
  orderStages: {
    route: 'PUT /pipelines/:id/stages/order',
    summary: 'Put the stages of a pipeline in order',
    may: 'manager',
    takes: z.object({ ...id, ids: order }),
    returns: PipelineShown,
  },
  archiveStage: {
    route: 'PUT /stages/:id/archival',
    summary: 'Archive a stage: what stands in it goes to another stage; what ended may stay',
    may: 'manager',
    example: { moveTo: null },
    takes: z.object({ ...id, moveTo: z.uuid().nullable().default(null) }),
    returns: done,
  },
  restoreStage: {
    route: 'DELETE /stages/:id/archival',
    summary: 'Take an archived stage into use again, at the end of those of its kind',
    may: 'manager',
    takes: z.object(id),
    returns: PipelineShown,
  },
})
