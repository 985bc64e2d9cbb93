/** Which pipeline does a filter keep to, and what becomes of the filter when another is picked? */
import { type Filter, isGroup, partsOf } from '#foundation/contract/filter.ts'

const field = 'pipelineId'
const isPick = (part: Filter): boolean => !isGroup(part) && part.field === field && part.is === 'isAnyOf'
const partsAll = (filter: Filter | null): Filter[] | null => {
  if (filter === null) return []
  if (!isGroup(filter)) return [filter]
  const { parts, all } = partsOf(filter)
  return all ? parts : null
}

/** The one pipeline that a filter keeps to; null for several, or where it only may hold. */
export function pipelinePicked(filter: Filter | null): string | null {
  const part = partsAll(filter)?.find(isPick)
  const values = part && !isGroup(part) ? [part.value].flat() : []
  return values.length === 1 ? String(values[0]) : null
}

/** The filter kept to another pipeline; null for all of them. What else it asks stays. */
export function pickPipeline(filter: Filter | null, id: string | null): Filter | null {
  const others = partsAll(filter)?.filter((part) => !isPick(part)) ?? (filter ? [filter] : [])
  const parts: Filter[] = id === null ? others : [{ field, is: 'isAnyOf', value: [id] }, ...others]
  return parts.length === 0 ? null : { all: parts }
}
