/** What was a row right after one of its changes? Today's row, walked back through the changes that came later. */

export type Fields = Record<string, unknown>
export interface Step {
  deed: 'created' | 'changed' | 'removed'
  before: Fields | null
  after: Fields | null
}

/**
 * @param step the change in question
 * @param later what happened to the row afterwards, in order
 * @param today the row as it is, or null when it is gone
 * @returns null for a row that cannot be told any more
 */
export function rebuildRow(step: Step, later: readonly Step[], today: Fields | null): Fields | null {
  if (step.deed === 'created') return step.after
  if (step.deed === 'removed') return step.before
  const end = later.findIndex((one) => one.deed !== 'changed')
  const known = end < 0 ? today : later[end]?.deed === 'removed' ? (later[end]?.before ?? null) : null
  if (!known) return null
  const between = end < 0 ? later : later.slice(0, end)
  const row = { ...known }
  for (const one of [...between].reverse()) Object.assign(row, one.before)
  return row
}
