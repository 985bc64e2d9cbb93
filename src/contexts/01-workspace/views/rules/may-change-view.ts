/** Who may change or remove a saved view, and why not? */
import { type Role, reaches } from '#foundation/contract/operation.ts'
import type { Verdict } from '#foundation/contract/verdict.ts'

/** Its owner always; a shared one also a manager. What is private to somebody else is not even seen. */
export const mayChangeView = (
  view: { ownerId: string; seenBy: 'private' | 'shared' },
  actor: { memberId: string | null; role: Role },
): Verdict =>
  view.ownerId === actor.memberId || (view.seenBy === 'shared' && reaches(actor.role, 'manager'))
    ? { may: true }
    : { may: false, why: 'This view belongs to somebody else. Save it as a view of your own, or ask a manager to change it.' }
