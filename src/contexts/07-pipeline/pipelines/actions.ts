/** What happens when pipelines and their stages are made, renamed, put in order, archived and taken into use again? */
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { change, create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessTaken } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { draftOfStage, findPipelines, heldByStage, layOutPipelines, todayHere } from '../opportunities/actions-stages.ts'
import { Opportunity, OpportunityMoved, Pipeline, Stage } from '../opportunities/contract.ts'
import { moveToStage } from '../opportunities/rules/move-to-stage.ts'
import { numberStages } from '../opportunities/rules/number-stages.ts'
import { firstStages, usualProbability } from '../opportunities/rules/rank-stages.ts'
import type { PipelineLook, pipelines } from './contract.ts'
import { mayArchivePipeline, mayArchiveStage, mayChangeKind, mayEmptyInto } from './rules/may.ts'
import { placeForKind, putInOrder } from './rules/put-in-order.ts'
import { holdPipelines, type PipelineRow, type StageRow, standingIn } from './store.ts'

async function showAll(ctx: Ctx): Promise<PipelineLook[]> {
  await layOutPipelines(ctx)
  const [{ pipelines: all, stages }, held] = [await findPipelines(ctx), await heldByStage(ctx)]
  const shown = stages.map((stage) => {
    const own = held.filter(({ stageId }) => stageId === stage.id)
    return {
      ...stage,
      count: own.reduce((sum, { count }) => sum + count, 0),
      amounts: own.map(({ currency, amountMinor }) => ({ currency, amountMinor })),
    }
  })
  return usedFirst(all).map((pipeline) => ({
    ...pipeline,
    stages: usedFirst(shown.filter(({ pipelineId }) => pipelineId === pipeline.id)),
  }))
}

const usedFirst = <T extends { archivedAt: string | null }>(rows: readonly T[]): T[] => [
  ...rows.filter((row) => row.archivedAt === null),
  ...rows.filter((row) => row.archivedAt !== null),
]

async function showOne(ctx: Ctx, id: string): Promise<PipelineLook> {
  const found = (await showAll(ctx)).find((pipeline) => pipeline.id === id)
  if (!found) throw notFound('pipeline')
  return found
}

/** Everything as it stands, held, and a way to write it anew with the places that follow from it. */
async function takeInHand(ctx: Ctx) {
  await layOutPipelines(ctx)
  await holdPipelines(ctx)
  return findPipelines(ctx)
}

const among = <T extends { id: string }>(rows: readonly T[], id: string, noun: string): T => {
  const found = rows.find((row) => row.id === id)
  if (!found) throw notFound(noun)
  return found
}

function refuse(why: string | null, path: string, status: 409 | 422 = 409): void {
  if (why) throw new Problem(status, why, [{ path, message: why }])
}

/** What changes so that every pipeline and stage stands where it is in these lists. */
function placed(all: readonly PipelineRow[], stages: readonly StageRow[]): PlannedChange[] {
  const ordered = usedFirst(all)
  return [
    ...ordered.flatMap(({ id, position }, at) => (position === at ? [] : [change(Pipeline, id, { position: at })])),
    ...numberStages(ordered, usedFirst(stages)).map(({ id, position }) => change(Stage, id, { position })),
  ]
}

async function save(ctx: Ctx, why: string, changes: PlannedChange[], name: string): Promise<string | null> {
  const saved = await saveUnlessTaken(ctx, { why, changes })
  if (!saved) refuse(`Another one in use is called ${name}. Choose another name.`, 'name')
  return saved?.changeSetId ?? null
}

/** Moves opportunities to a stage, as if each had been moved by hand. */
async function planMoves(ctx: Ctx, rows: Awaited<ReturnType<typeof standingIn>>, target: StageRow | null) {
  if (!target) return []
  const at = { now: ctx.now, today: await todayHere(ctx), reason: null }
  return rows.flatMap((row) => {
    const move = moveToStage(row, target, at)
    return move ? [{ id: row.id, set: { ...move, pipelineId: target.pipelineId } }] : []
  })
}

async function announceMoves(ctx: Ctx, moves: Awaited<ReturnType<typeof planMoves>>): Promise<void> {
  for (const { id, set } of moves) await ctx.announce(OpportunityMoved, { opportunityId: id, outcome: set.outcome })
}

export const pipelinesActions = {
  list: (ctx) => showAll(ctx),
  async create(ctx, { name, like }) {
    const there = await takeInHand(ctx)
    const id = ctx.id()
    const used = there.stages.filter(({ archivedAt }) => archivedAt === null)
    const model = like ? used.filter(({ pipelineId }) => pipelineId === among(there.pipelines, like, 'pipeline').id) : []
    const drafts = model.length
      ? model.map(({ name, kind, probability, normalDays, position }) => {
          return { name, kind, probability, normalDays, position, pipelineId: id, archivedAt: null }
        })
      : firstStages.map((place) => draftOfStage(place, id))
    const kept = { createdAt: ctx.now, updatedAt: ctx.now }
    const row = { ...kept, id, name, position: there.pipelines.length, archivedAt: null }
    const rows = drafts.map((draft) => ({ ...kept, ...draft, id: ctx.id() }))
    const all = usedFirst([...there.pipelines, row])
    const places = new Map(numberStages(all, [...used, ...rows]).map((at) => [at.id, at.position]))
    const moved = placed(all, [...used, ...rows, ...there.stages.filter(({ archivedAt }) => archivedAt !== null)])
    const changes = [
      create(Pipeline, { id, name, position: all.findIndex((one) => one.id === id), archivedAt: null }),
      ...rows.map(({ createdAt: _c, updatedAt: _u, ...draft }) =>
        create(Stage, { ...draft, position: places.get(draft.id) ?? draft.position }),
      ),
      ...moved.filter((m) => m.id !== id && !rows.some((r) => r.id === m.id)),
    ]
    await save(ctx, `Added the pipeline ${name}`, changes, name)
    return showOne(ctx, id)
  },
  async rename(ctx, { id, name }) {
    const row = among((await takeInHand(ctx)).pipelines, id, 'pipeline')
    await save(ctx, `Renamed the pipeline ${row.name} to ${name}`, [change(Pipeline, id, { name })], name)
    return showOne(ctx, id)
  },
  async order(ctx, { ids }) {
    const { pipelines: all, stages } = await takeInHand(ctx)
    const ordered = putInOrder(
      all.filter(({ archivedAt }) => archivedAt === null),
      ids,
    )
    if (!ordered) throw notAll('pipeline')
    const archived = all.filter(({ archivedAt }) => archivedAt !== null)
    await ctx.save({ why: 'Put the pipelines in another order', changes: placed([...ordered, ...archived], stages) })
    return showAll(ctx)
  },
  async archive(ctx, { id, moveTo }) {
    const { pipelines: all, stages } = await takeInHand(ctx)
    const row = among(all, id, 'pipeline')
    refuse(mayArchivePipeline(all, row), 'id')
    const open = await standingIn(ctx, { pipelineId: id })
    const target = targetOf(all, stages, moveTo)
    if (open.length > 0 && !target) refuse('Say to which stage of another pipeline the open opportunities go.', 'moveTo')
    if (target?.pipelineId === id) refuse('Choose a stage of another pipeline.', 'moveTo', 422)
    const moves = await planMoves(ctx, open, target)
    const rest = all.map((one) => (one.id === id ? { ...one, archivedAt: ctx.now } : one))
    const { changeSetId } = await ctx.save({
      why: `Archived the pipeline ${row.name}`,
      changes: [
        ...moves.map(({ id: one, set }) => change(Opportunity, one, set)),
        change(Pipeline, id, { archivedAt: ctx.now }),
        ...placed(rest, stages),
      ],
    })
    await announceMoves(ctx, moves)
    return { changeSetId, moved: moves.length }
  },
  async restore(ctx, { id }) {
    const { pipelines: all, stages } = await takeInHand(ctx)
    const row = among(all, id, 'pipeline')
    if (row.archivedAt) {
      const rest = [...all.filter((one) => one.id !== id && !one.archivedAt), { ...row, archivedAt: null }]
      const changes = [
        change(Pipeline, id, { archivedAt: null }),
        ...placed([...rest, ...all.filter((o) => o.archivedAt && o.id !== id)], stages),
      ]
      await save(ctx, `Took the pipeline ${row.name} into use again`, changes, row.name)
    }
    return showOne(ctx, id)
  },
  async addStage(ctx, { id, before, ...given }) {
    const { pipelines: all, stages } = await takeInHand(ctx)
    const row = among(all, id, 'pipeline')
    if (row.archivedAt) refuse('This pipeline is archived. Take it into use again first.', 'id')
    const kind = given.kind ?? 'open'
    const own = stages.filter(({ pipelineId, archivedAt }) => pipelineId === id && archivedAt === null)
    const at = before ? own.findIndex((stage) => stage.id === before) : placeForKind(own, kind)
    if (at < 0) refuse('There is no such stage in this pipeline.', 'before', 422)
    const probability = given.probability ?? usualProbability({ name: given.name, kind })
    const draft = { name: given.name, kind, probability, normalDays: given.normalDays ?? null, archivedAt: null, pipelineId: id }
    const made = { ...draft, id: ctx.id(), position: 0, createdAt: ctx.now, updatedAt: ctx.now }
    const next = [...stages.filter((stage) => !own.includes(stage)), ...own.toSpliced(at, 0, made)]
    const position = numberStages(usedFirst(all), usedFirst(next)).find((one) => one.id === made.id)?.position ?? 0
    const changes = [
      create(Stage, { ...draft, id: made.id, position }),
      ...placed(all, next).filter((planned) => planned.id !== made.id),
    ]
    await save(ctx, `Added the stage ${given.name} to ${row.name}`, changes, given.name)
    return showOne(ctx, id)
  },
  async changeStage(ctx, { id, ...given }) {
    const row = among((await takeInHand(ctx)).stages, id, 'stage')
    const isOther = given.kind !== undefined && given.kind !== row.kind
    if (isOther) refuse(mayChangeKind((await standingIn(ctx, { stageId: id })).length), 'kind')
    const sure = isOther ? { probability: usualProbability({ ...row, ...given } as StageRow) } : {}
    await save(ctx, `Changed the stage ${row.name}`, [change(Stage, id, { ...sure, ...given })], given.name ?? row.name)
    return showOne(ctx, row.pipelineId)
  },
  async orderStages(ctx, { id, ids }) {
    const { pipelines: all, stages } = await takeInHand(ctx)
    const row = among(all, id, 'pipeline')
    const own = stages.filter(({ pipelineId, archivedAt }) => pipelineId === id && archivedAt === null)
    const ordered = putInOrder(own, ids)
    if (!ordered) throw notAll('stage')
    const next = [...stages.filter((stage) => !own.includes(stage)), ...ordered]
    await ctx.save({ why: `Put the stages of ${row.name} in another order`, changes: placed(all, next) })
    return showOne(ctx, id)
  },
  async archiveStage(ctx, { id, moveTo }) {
    const { pipelines: all, stages } = await takeInHand(ctx)
    const row = among(stages, id, 'stage')
    refuse(mayArchiveStage(stages, row), 'id')
    const rows = await standingIn(ctx, { stageId: id })
    const target = targetOf(all, stages, moveTo)
    refuse(mayEmptyInto(row, rows.length, target), 'moveTo')
    const moves = await planMoves(ctx, rows, target)
    const rest = stages.map((one) => (one.id === id ? { ...one, archivedAt: ctx.now } : one))
    const { changeSetId } = await ctx.save({
      why: `Archived the stage ${row.name}`,
      changes: [
        ...moves.map(({ id: one, set }) => change(Opportunity, one, set)),
        change(Stage, id, { archivedAt: ctx.now }),
        ...placed(all, rest),
      ],
    })
    await announceMoves(ctx, moves)
    return { changeSetId, moved: moves.length }
  },
  async restoreStage(ctx, { id }) {
    const { pipelines: all, stages } = await takeInHand(ctx)
    const row = among(stages, id, 'stage')
    if (row.archivedAt) {
      const own = stages.filter(({ pipelineId, archivedAt }) => pipelineId === row.pipelineId && archivedAt === null)
      const back = own.toSpliced(placeForKind(own, row.kind), 0, { ...row, archivedAt: null })
      const rest = stages.filter((stage) => stage.id !== id && !own.includes(stage))
      const changes = [change(Stage, id, { archivedAt: null }), ...placed(all, [...rest, ...back])]
      await save(ctx, `Took the stage ${row.name} into use again`, changes, row.name)
    }
    return showOne(ctx, row.pipelineId)
  },
} satisfies Actions<typeof pipelines, Ctx>

const notAll = (noun: string) =>
  new Problem(409, `Name every ${noun} in use once. Perhaps somebody added or archived one in between: look again.`, [
    { path: 'ids', message: 'not all of them' },
  ])

/** The stage to which things go; one that is in use, of a pipeline that is. */
function targetOf(all: readonly PipelineRow[], stages: readonly StageRow[], moveTo: string | null): StageRow | null {
  if (moveTo === null) return null
  const target = stages.find((stage) => stage.id === moveTo)
  const home = all.find((pipeline) => pipeline.id === target?.pipelineId)
  if (!target || target.archivedAt || !home || home.archivedAt)
    refuse('There is no such stage to move to, or it is archived.', 'moveTo', 422)
  return target ?? null
}
