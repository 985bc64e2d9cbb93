/** What becomes of an opportunity that moves to a stage? */

export interface Standing {
  stageId: string
  outcome: 'open' | 'won' | 'lost'
  closeOn: string | null
  closeReason: string | null
}
export interface Move {
  stageId: string
  outcome: 'open' | 'won' | 'lost'
  stageSince: string
  closeOn?: string
  closeReason?: string | null
}

/**
 * The fields that a move sets; null for a move to the stage it is in. An opportunity that ends, ends today; one that opens again
 * keeps its date and loses the reason why it ended.
 * @param today YYYY-MM-DD in the workspace's time zone
 */
export function moveToStage(
  from: Standing,
  stage: { id: string; kind: 'open' | 'won' | 'lost' },
  at: { now: string; today: string; reason: string | null },
): Move | null {
  if (from.stageId === stage.id) return null
  const move: Move = { stageId: stage.id, outcome: stage.kind, stageSince: at.now }
  if (stage.kind === 'open') return from.closeReason === null ? move : { ...move, closeReason: null }
  const ended = from.outcome === 'open' ? { closeOn: at.today } : {}
  return { ...move, ...ended, ...(at.reason ? { closeReason: at.reason } : {}) }
}
