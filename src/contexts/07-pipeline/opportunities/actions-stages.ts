/** Which pipelines and stages are there to stand in, and which does somebody, or a row of a table, mean? */
import { Problem } from '#foundation/contract/problem.ts'
import type { Draft } from '#foundation/contract/record.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessTaken } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Pipeline, Stage } from './contract.ts'
import { numberStages } from './rules/number-stages.ts'
import type { OpportunityGiven } from './rules/plan-opportunity-row.ts'
import { firstStages, placeNewStages, rankStages, type StagePlace, stageKey, usualProbability } from './rules/rank-stages.ts'
import { allPipelines, allStages, houseRules, type PipelineRow, type StageRow, sumStages } from './store.ts'

const isUsed = ({ archivedAt }: { archivedAt: string | null }): boolean => archivedAt === null

interface LaidOut {
  pipelines: [PipelineRow, ...PipelineRow[]]
  stages: StageRow[]
}

/** The pipelines in use and their stages in use, in order; a workspace without any gets the first ones. Safe to repeat and to race. */
export async function layOutPipelines(ctx: Ctx): Promise<LaidOut> {
  for (let round = 0; round < 3; round++) {
    const [first, ...rest] = (await allPipelines(ctx)).filter(isUsed)
    const used = new Set([first, ...rest].map((pipeline) => pipeline?.id))
    const stages = (await allStages(ctx)).filter((stage) => isUsed(stage) && used.has(stage.pipelineId))
    if (first && stages.length) return { pipelines: [first, ...rest], stages }
    const pipeline = { name: 'Sales', position: 0, archivedAt: null, id: first?.id ?? ctx.id() }
    const made = firstStages.map((place) => draftOfStage(place, pipeline.id))
    const saved = await saveUnlessTaken(ctx, {
      why: 'Laid out the first stages',
      changes: [...(first ? [] : [create(Pipeline, pipeline)]), ...made.map((draft) => create(Stage, draft))],
    })
    const row = first ?? { ...pipeline, createdAt: ctx.now, updatedAt: ctx.now }
    if (saved) return { pipelines: [row, ...rest], stages: stagesMade(ctx, made, saved.ids.slice(first ? 0 : 1)) }
  }
  throw new Problem(503, 'Others are laying out the pipelines at this moment. Try again.')
}

/** All pipelines and all stages in order, archived ones too. */
export const findPipelines = async (ctx: Ctx): Promise<{ pipelines: PipelineRow[]; stages: StageRow[] }> => ({
  pipelines: await allPipelines(ctx),
  stages: await allStages(ctx),
})

/** What stands in each stage, by currency. */
export const heldByStage = (ctx: Ctx) => sumStages(ctx)

/** The present day where the workspace is. */
export const todayHere = async (ctx: Ctx): Promise<string> => (await houseRules(ctx)).today

/** The stages in use, in order, pipeline after pipeline. */
export const layOutStages = async (ctx: Ctx): Promise<StageRow[]> => (await layOutPipelines(ctx)).stages

/** A stage as it begins. */
export const draftOfStage = (place: StagePlace, pipelineId: string): Draft<typeof Stage> => ({
  ...place,
  pipelineId,
  probability: usualProbability(place),
  normalDays: null,
  archivedAt: null,
})

const stagesMade = (ctx: Ctx, drafts: readonly Draft<typeof Stage>[], ids: readonly string[]): StageRow[] =>
  drafts.map((draft, at) => ({ ...draft, id: ids[at] ?? '', createdAt: ctx.now, updatedAt: ctx.now }))

/**
 * The stages of a pipeline by name; names that no stage of it has become stages of it, placed by what they usually mean.
 * @param pipelineId null for the first pipeline
 * @param laidOut what was found a moment ago: where nothing is written (a look ahead), a second look would find others
 */
export async function findOrCreateStages(
  ctx: Ctx,
  pipelineId: string | null,
  names: readonly string[],
  laidOut?: LaidOut,
): Promise<Map<string, StageRow>> {
  for (let round = 0; round < 3; round++) {
    const { pipelines, stages } = (round === 0 && laidOut) || (await layOutPipelines(ctx))
    const own = pipelineId ?? pipelines[0].id
    const there = stages.filter((stage) => stage.pipelineId === own)
    const made = placeNewStages(there, names).map((place) => draftOfStage(place, own))
    if (!made.length) return new Map(there.map((s) => [stageKey(s.name), s]))
    const rows = stagesMade(
      ctx,
      made,
      made.map(() => ctx.id()),
    )
    const ordered = [...stages.filter((stage) => stage.pipelineId !== own), ...rankStages([...there, ...rows])]
    const places = new Map(numberStages(pipelines, ordered).map(({ id, position }) => [id, position]))
    const placed = rows.map((row) => ({ ...row, position: places.get(row.id) ?? row.position }))
    const saved = await saveUnlessTaken(ctx, {
      why: `Added ${made.length === 1 ? 'a stage' : `${made.length} stages`} from a table`,
      changes: [
        ...placed.map(({ createdAt: _c, updatedAt: _u, ...draft }) => create(Stage, draft)),
        ...stages.flatMap(({ id }) => (places.has(id) ? [change(Stage, id, { position: places.get(id) ?? 0 })] : [])),
      ],
    })
    if (saved) return new Map([...there, ...placed].map((s) => [stageKey(s.name), s]))
  }
  throw new Problem(503, 'Others are adding the same stages at this moment. Try again.')
}

/** The stage that somebody names, or the first of the pipeline that they name, or the first of all. */
export async function needStage(
  ctx: Ctx,
  { stageId, pipelineId }: { stageId?: string | undefined; pipelineId?: string | undefined },
) {
  const { pipelines, stages } = await layOutPipelines(ctx)
  const refuse = (path: string, said: string) => new Problem(422, said, [{ path, message: said }])
  if (pipelineId && !pipelines.some(({ id }) => id === pipelineId))
    throw refuse('pipelineId', 'There is no such pipeline, or it is archived.')
  if (stageId === undefined) {
    const own = stages.filter((s) => s.pipelineId === (pipelineId ?? pipelines[0].id))
    const first = own.find((s) => s.kind === 'open') ?? own[0]
    if (!first) throw refuse('pipelineId', 'This pipeline has no stage yet.')
    return first
  }
  const stage = stages.find((s) => s.id === stageId)
  if (!stage) throw refuse('stageId', 'There is no such stage, or it is archived.')
  if (pipelineId && stage.pipelineId !== pipelineId) throw refuse('stageId', 'This stage belongs to another pipeline.')
  return stage
}

/**
 * The stage that a row means: in the pipeline that it names, else in the first, else in the only one that has a stage of this name.
 * One that says how it ended, in a stage that does not, is in the first stage that ends so: some systems keep the last open stage of
 * what was won and lost.
 */
export async function stagesOfRows(ctx: Ctx, rows: readonly OpportunityGiven[], outcomes: readonly ('won' | 'lost' | null)[]) {
  const laidOut = await layOutPipelines(ctx)
  const { pipelines, stages } = laidOut
  const byName = new Map(pipelines.map(({ id, name }) => [stageKey(name), id]))
  const meant = rows.map((row, at) => {
    const told = row.pipelineName ? byName.get(stageKey(row.pipelineName)) : undefined
    const named = row.stageName ? stages.filter((s) => stageKey(s.name) === stageKey(row.stageName ?? '')) : []
    const [only] = named.some((s) => s.pipelineId === pipelines[0].id) || named.length > 1 ? [] : named
    return { row, outcome: outcomes[at] ?? null, pipelineId: told ?? only?.pipelineId ?? pipelines[0].id }
  })
  const found = new Map<string, Map<string, StageRow>>()
  for (const pipelineId of new Set(meant.map((m) => m.pipelineId))) {
    const own = meant.filter((m) => m.pipelineId === pipelineId)
    const lacks = (kind: 'won' | 'lost') =>
      own.some((m) => m.outcome === kind) && !stages.some((s) => s.pipelineId === pipelineId && s.kind === kind)
    const names = [
      ...own.flatMap((m) => m.row.stageName ?? []),
      ...(lacks('won') ? ['Won'] : []),
      ...(lacks('lost') ? ['Lost'] : []),
    ]
    found.set(pipelineId, await findOrCreateStages(ctx, pipelineId, [...new Set(names)], laidOut))
  }
  return meant.map(({ row, outcome, pipelineId }) => {
    const own = found.get(pipelineId) ?? new Map<string, StageRow>()
    const ranked = [...own.values()].toSorted((a, b) => a.position - b.position)
    const stated = row.stageName ? own.get(stageKey(row.stageName)) : undefined
    const ended = outcome && stated?.kind !== outcome ? (ranked.find((s) => s.kind === outcome) ?? stated) : stated
    const stage = ended ?? ranked.find((s) => s.kind === 'open') ?? ranked[0]
    if (!stage) throw new Problem(409, 'This pipeline has no stage yet.')
    const isUnknown = row.pipelineName !== undefined && !byName.has(stageKey(row.pipelineName))
    const home = pipelines.find((p) => p.id === pipelineId)?.name
    return { stage, note: isUnknown ? `There is no pipeline “${row.pipelineName}” here; it goes into ${home}.` : null }
  })
}
