/** Who may change or remove a note? */
import { type Role, reaches } from '#foundation/contract/operation.ts'
import type { Verdict } from '#foundation/contract/verdict.ts'

/** Its author, and managers; a note that nobody wrote is anybody's. */
export const mayChangeNote = (actor: { memberId: string | null; role: Role }, note: { authorId: string | null }): Verdict =>
  note.authorId === null || note.authorId === actor.memberId || reaches(actor.role, 'manager')
    ? { may: true }
    : { may: false, why: 'Somebody else wrote this note. Ask them, or a manager, to change it.' }
