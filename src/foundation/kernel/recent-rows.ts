/** Which of the rows that were met lately have one of these keys? Of so many only, so that memory has an end. */

export interface RecentRows<R> {
  recall: (keys: readonly string[]) => R[]
  /** Takes a row in, in place of what was known of it. */
  remember: (id: string, row: R, keys: readonly string[]) => void
}

/** Remembers the last `most` rows; older ones are forgotten, the oldest first. */
export function recentRows<R>(most: number): RecentRows<R> {
  const rows = new Map<string, { row: R; keys: readonly string[] }>()
  const byKey = new Map<string, Set<string>>()
  const forget = (id: string) => {
    for (const key of rows.get(id)?.keys ?? []) {
      byKey.get(key)?.delete(id)
      if (byKey.get(key)?.size === 0) byKey.delete(key)
    }
    rows.delete(id)
  }
  return {
    recall: (keys) => {
      const ids = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))
      return [...ids].flatMap((id) => rows.get(id)?.row ?? [])
    },
    remember: (id, row, keys) => {
      forget(id)
      rows.set(id, { row, keys })
      for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(id))
      const oldest = rows.keys().next().value
      if (rows.size > most && oldest !== undefined) forget(oldest)
    },
  }
}
