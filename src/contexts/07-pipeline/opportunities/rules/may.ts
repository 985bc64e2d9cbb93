/** Who may do what with an opportunity, and why not? Button, tooltip and server read the same answer. */
import { type Role, reaches } from '#foundation/contract/operation.ts'

/** Null when it may be done, else the reason in words. */
type Answer = string | null

/** Whether a move makes sense: everybody may move, to a stage that it is not in. */
export const mayMove = (o: { stageId: string }, stageId: string): Answer =>
  o.stageId === stageId ? 'It is in this stage already.' : null

/** Whether an opportunity may be removed: by managers, since its history and its numbers go with it. */
export const mayRemove = (role: Role): Answer =>
  reaches(role, 'manager') ? null : 'Only a manager may remove an opportunity. Move it to Lost instead.'
