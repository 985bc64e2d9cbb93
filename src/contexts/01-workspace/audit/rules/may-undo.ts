/** Who may take a change back, and why not? */
import { type Role, reaches } from '#foundation/contract/operation.ts'

/** Null when it may be taken back, else the reason: members take back their own, managers everything. */
export const mayUndo = (
  actor: { memberId: string | null; role: Role },
  set: { memberId: string | null; causeKind: string | null },
): string | null => {
  if (reaches(actor.role, 'manager')) return null
  if (set.memberId === null || set.memberId !== actor.memberId) return 'Only a manager may take back what somebody else changed.'
  return null
}
