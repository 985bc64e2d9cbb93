/** Who may change whom? Each answer says why not, in words for the screen; the server asks the same functions. */
import { type Role, reaches } from '#foundation/contract/operation.ts'

export type Verdict = { may: true } | { may: false; why: string }
/** What the rules look at of a member. */
export interface Standing {
  id: string
  role: Role
  deactivatedAt: string | null
}

const yes: Verdict = { may: true }
const no = (why: string): Verdict => ({ may: false, why })

const isLastOwner = (all: readonly Standing[], member: Standing): boolean =>
  member.role === 'owner' && !all.some((other) => other.id !== member.id && other.role === 'owner' && !other.deactivatedAt)

/** Whether a member may be given a role. A workspace always keeps an owner, else nobody could let anybody in again. */
export function mayChangeRole(all: readonly Standing[], member: Standing, role: Role): Verdict {
  if (member.deactivatedAt) return no('This member has left. Invite them again to give them a role.')
  if (role !== 'owner' && isLastOwner(all, member)) return no('This is the last owner. Make somebody else an owner first.')
  return yes
}

/** Whether the door may be closed for a member. */
export function mayDeactivate(all: readonly Standing[], member: Standing): Verdict {
  if (member.deactivatedAt) return no('This member has left already.')
  if (isLastOwner(all, member)) return no('This is the last owner. Make somebody else an owner first.')
  return yes
}

/** Whether somebody may invite into a role: nobody hands out more than they have. */
export const mayInvite = (own: Role, role: Role): Verdict =>
  reaches(own, 'manager') && reaches(own, role) ? yes : no(`As ${own} you cannot invite somebody as ${role}.`)

/** Whether an invite can still be taken back. */
export function mayRevokeInvite(invite: { acceptedAt: string | null; revokedAt: string | null }): Verdict {
  if (invite.acceptedAt) return no('This invite was accepted already. Close the door for the member instead.')
  return invite.revokedAt ? no('This invite was taken back already.') : yes
}

/** Why an invite lets nobody in any more, or that it does. */
export function mayAccept(
  invite: { acceptedAt: string | null; revokedAt: string | null; expiresAt: string },
  now: string,
): Verdict {
  if (invite.acceptedAt) return no('This invite was used already. Sign in instead.')
  if (invite.revokedAt) return no('This invite was taken back. Ask for a new one.')
  return Date.parse(invite.expiresAt) <= Date.parse(now) ? no('This invite is too old. Ask for a new one.') : yes
}

/** Whether a token opens the door. */
export const isTokenGood = (token: { revokedAt: string | null; expiresAt: string | null }, now: string): boolean =>
  !token.revokedAt && (!token.expiresAt || Date.parse(token.expiresAt) > Date.parse(now))

/** Why a token may not be made with these scopes, or null. A key never makes a key that opens more than itself. */
export function mayGrant(
  known: readonly string[],
  held: readonly string[] | null,
  asked: readonly string[] | null,
): string | null {
  if (asked?.length === 0) return 'Choose at least one scope, or leave the scopes out for a token that may all you may.'
  const unknown = asked?.filter((scope) => !known.includes(scope)) ?? []
  if (unknown.length) return `There is no scope ${unknown.join(', ')}.`
  if (!held) return null
  if (!asked) return 'A token with scopes makes only tokens with scopes. Say which.'
  const beyond = asked.filter((scope) => !held.includes(scope))
  return beyond.length ? `This token does not hold ${beyond.join(', ')} itself.` : null
}

/**
 * Whether an owner may make a reset link for a member. Whoever holds it becomes that user everywhere, so it must not reach
 * into workspaces that are not the owner's.
 */
export function mayMakeResetLink(member: Standing & { userId: string | null }, otherWorkspaces: number): Verdict {
  if (!member.userId) return no('This member has never signed in. Send an invite instead.')
  if (member.deactivatedAt) return no('This member has left.')
  return otherWorkspaces > 0
    ? no(
        'This member also works in other workspaces, so only they can choose a new password: by "Forgot password" on the sign-in page.',
      )
    : yes
}
