/** Who looks at which row at this moment? Kept in memory, told between processes, and forgotten when nobody says it again. */

export interface Here {
  workspaceId: string
  memberId: string
  /** One window of a member. */
  tab: string
  name: string
  object: string
  rowId: string
  /** The field that they have open. */
  field: string | null
  since: string
}
export type RowOf = Pick<Here, 'workspaceId' | 'object' | 'rowId'>

export interface PresenceKept {
  /** Takes what somebody says of themselves; answers the rows at which others would see something new. */
  come: (here: Here, nowMs: number) => RowOf[]
  leave: (key: Pick<Here, 'workspaceId' | 'memberId' | 'tab'>) => RowOf[]
  /** Forgets who has not been heard of; answers the rows that they left. */
  sweep: (nowMs: number) => RowOf[]
  /** Who is at a row, each member once: the window with an open field before the others. */
  at: (row: RowOf, nowMs: number) => Here[]
  all: () => Here[]
}

/** Nobody says anything for so long who is still there. */
export const silentMs = 25_000

export function keepPresence(): PresenceKept {
  const kept = new Map<string, { here: Here; untilMs: number }>()
  const keyOf = ({ workspaceId, memberId, tab }: Pick<Here, 'workspaceId' | 'memberId' | 'tab'>) =>
    `${workspaceId} ${memberId} ${tab}`
  const isAt = (here: Here, row: RowOf) =>
    here.workspaceId === row.workspaceId && here.object === row.object && here.rowId === row.rowId
  return {
    come(here, nowMs) {
      const before = kept.get(keyOf(here))?.here
      const isSameRow = before !== undefined && isAt(before, here)
      kept.set(keyOf(here), {
        here: { ...here, since: isSameRow ? before.since : here.since },
        untilMs: nowMs + silentMs,
      })
      if (isSameRow) return before.field === here.field && before.name === here.name ? [] : [here]
      return before ? [before, here] : [here]
    },
    leave(key) {
      const gone = kept.get(keyOf(key))?.here
      kept.delete(keyOf(key))
      return gone ? [gone] : []
    },
    sweep(nowMs) {
      const gone = [...kept.values()].filter(({ untilMs }) => untilMs <= nowMs).map(({ here }) => here)
      for (const here of gone) kept.delete(keyOf(here))
      return gone
    },
    at(row, nowMs) {
      const byMember = new Map<string, Here>()
      for (const { here, untilMs } of kept.values()) {
        if (untilMs <= nowMs || !isAt(here, row)) continue
        const other = byMember.get(here.memberId)
        if (!other || (other.field === null && here.field !== null)) byMember.set(here.memberId, here)
      }
      return [...byMember.values()].sort((a, b) => a.since.localeCompare(b.since))
    },
    all: () => [...kept.values()].map(({ here }) => here),
  }
}
