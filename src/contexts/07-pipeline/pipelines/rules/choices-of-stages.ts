/** How are stages offered where there may be several pipelines? */

interface Stage {
  id: string
  name: string
  archivedAt: string | null
}
interface Pipeline {
  name: string
  archivedAt: string | null
  stages: readonly Stage[]
}

/** The stages to choose from, with their pipeline where there are several; the present one is among them even when it is archived. */
export function choicesOfStages(
  pipelines: readonly Pipeline[],
  present: { stageId: string; stageName: string },
): { value: string; label: string }[] {
  const used = pipelines.filter(({ archivedAt }) => archivedAt === null)
  const choices = used.flatMap((pipeline) =>
    pipeline.stages
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name }) => ({ value: id, label: used.length > 1 ? `${pipeline.name}: ${name}` : name })),
  )
  const isThere = choices.some(({ value }) => value === present.stageId)
  const label = pipelines.length > 0 ? `${present.stageName} (archived)` : present.stageName
  return isThere ? choices : [{ value: present.stageId, label }, ...choices]
}
