/** What may be done with a stage or a pipeline, and why not? Button, dialog and server read the same answer. */

/** Null when it may be done, else the reason in words. */
type Answer = string | null

interface Stage {
  id: string
  pipelineId: string
  kind: 'open' | 'won' | 'lost'
  archivedAt: string | null
}
interface Pipeline {
  id: string
  archivedAt: string | null
}

/** Whether a stage may be archived: a pipeline needs one in which something can be open. */
export function mayArchiveStage(stages: readonly Stage[], stage: Stage): Answer {
  if (stage.archivedAt) return 'This stage is archived already.'
  const others = stages.filter(
    ({ id, pipelineId, kind, archivedAt }) =>
      id !== stage.id && pipelineId === stage.pipelineId && kind === 'open' && archivedAt === null,
  )
  return stage.kind === 'open' && others.length === 0 ? 'A pipeline needs one open stage. Add another before.' : null
}

/** Whether a pipeline may be archived: opportunities need one to stand in. */
export function mayArchivePipeline(pipelines: readonly Pipeline[], pipeline: Pipeline): Answer {
  if (pipeline.archivedAt) return 'This pipeline is archived already.'
  const others = pipelines.filter(({ id, archivedAt }) => id !== pipeline.id && archivedAt === null)
  return others.length === 0 ? 'This is the only pipeline in use. Add another before.' : null
}

/** Whether what stands in a stage can go to another, or stay: open ones have to go somewhere. */
export function mayEmptyInto(stage: Stage, count: number, target: Stage | null): Answer {
  if (count === 0) return null
  if (!target) return stage.kind === 'open' ? 'Say to which stage the open opportunities go.' : null
  if (target.archivedAt) return 'The stage to move to is archived.'
  return target.id === stage.id ? 'Choose another stage to move to.' : null
}

/** Whether a stage can mean something else: what stands in it would be won or lost at a stroke. */
export const mayChangeKind = (count: number): Answer =>
  count === 0 ? null : 'Its kind can change only while no opportunity stands in it. Move them before.'
