/** What becomes of a filter when a part of it is added, changed, turned or taken away? */
import { type Condition, type Filter, isGroup, partsOf } from '#foundation/contract/filter.ts'

/** Where a part stands: its place in each group on the way. */
export type Path = readonly number[]

const groupOf = (parts: Filter[], all: boolean): Filter => (all ? { all: parts } : { any: parts })

/** A filter of a single condition is a group of one, so that there is always one to add to. */
export const asGroup = (filter: Filter | null): Filter =>
  filter === null ? { all: [] } : isGroup(filter) ? filter : { all: [filter] }

/** Without groups that hold nothing or, inside others, only one part; null when nothing is asked any more. */
function tidy(filter: Filter, isRoot = true): Filter | null {
  if (!isGroup(filter)) return filter
  const { parts, all } = partsOf(filter)
  const kept = parts.flatMap((part) => tidy(part, false) ?? [])
  if (kept.length === 0) return null
  return kept.length === 1 && !isRoot ? (kept[0] ?? null) : groupOf(kept, all)
}

/** Changes the part at a path; null takes it away. */
export function changeAt(filter: Filter | null, path: Path, to: (part: Filter) => Filter | null): Filter | null {
  const change = (part: Filter, [at, ...rest]: Path): Filter | null => {
    if (at === undefined) return to(part)
    if (!isGroup(part)) return part
    const { parts, all } = partsOf(part)
    return groupOf(
      parts.flatMap((one, i) => (i === at ? (change(one, rest) ?? []) : one)),
      all,
    )
  }
  const changed = change(asGroup(filter), path)
  return changed === null ? null : tidy(changed)
}

/** One more condition at the end of the group at a path. */
export const addTo = (filter: Filter | null, path: Path, condition: Condition): Filter | null =>
  changeAt(filter, path, (part) => {
    const { parts, all } = isGroup(part) ? partsOf(part) : { parts: [part], all: true }
    return groupOf([...parts, condition], all)
  })

/** "All must hold" becomes "any may hold", and back. */
export const turnAt = (filter: Filter | null, path: Path): Filter | null =>
  changeAt(filter, path, (part) => (isGroup(part) ? groupOf(partsOf(part).parts, !partsOf(part).all) : part))

/** A condition gets an alternative (or, inside "or", a companion): the two become a group of the other kind. */
export function joinAt(filter: Filter | null, path: Path, condition: Condition, outerIsAll: boolean): Filter | null {
  return changeAt(filter, path, (part) => {
    if (isGroup(part) && partsOf(part).all !== outerIsAll) return groupOf([...partsOf(part).parts, condition], partsOf(part).all)
    return groupOf([part, condition], !outerIsAll)
  })
}
