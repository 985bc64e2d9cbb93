/** In which order do rows stand when somebody names all of them, or puts one before another? */

/** The rows as the ids say; null when the ids name others than these, one twice, or leave one out. */
export function putInOrder<T extends { id: string }>(rows: readonly T[], ids: readonly string[]): T[] | null {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ordered = ids.flatMap((id) => byId.get(id) ?? [])
  return ordered.length === ids.length && new Set(ids).size === rows.length && ids.length === rows.length ? ordered : null
}

/** The ids with one moved by so many places; where it cannot go further it stays. */
export function stepBy(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id)
  const to = Math.max(0, Math.min(ids.length - 1, from + by))
  return from < 0 ? [...ids] : ids.filter((one) => one !== id).toSpliced(to, 0, id)
}

/** The ids with one put before another, or at the end. */
export function putBefore(ids: readonly string[], id: string, before: string | null): string[] {
  const others = ids.filter((one) => one !== id)
  const at = before === null || before === id ? -1 : others.indexOf(before)
  return before === id ? [...ids] : at < 0 ? [...others, id] : others.toSpliced(at, 0, id)
}

/** Where a new stage of a kind goes: behind the last of its kind, and what is open before all that ended. */
export function placeForKind<T extends { id: string; kind: 'open' | 'won' | 'lost' }>(
  stages: readonly T[],
  kind: T['kind'],
): number {
  const last = stages.findLastIndex((stage) => stage.kind === kind)
  if (last >= 0) return last + 1
  const ended = stages.findIndex((stage) => stage.kind !== 'open')
  return kind === 'open' && ended >= 0 ? ended : stages.length
}
