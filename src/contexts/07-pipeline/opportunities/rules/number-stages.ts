/** Which place has each stage among all stages of the workspace, pipeline after pipeline? */
interface Placed {
  id: string
  position: number
}

/**
 * The places that change, when the pipelines and the stages of each stand in the order given. One count runs through all pipelines, so
 * that rows of several pipelines sort, group and stand on a board in order without a look at the pipeline.
 */
export function numberStages(
  pipelines: readonly Placed[],
  stages: readonly (Placed & { pipelineId: string })[],
): { id: string; position: number }[] {
  return pipelines
    .flatMap(({ id }) => stages.filter((stage) => stage.pipelineId === id))
    .flatMap(({ id, position }, at) => (position === at ? [] : [{ id, position: at }]))
}
