/** What happens when somebody is let in, given a role, sent away, or makes a key for a program? */

import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Row } from '#foundation/contract/record.ts'
import { regionOfZone } from '#foundation/language/read-phone.ts'
import { enterWorkspace, leaveWorkspace, renameWorkspace, workspacesOf } from '#foundation/platform/auth/directory.ts'
import { resetHours, resetLink } from '#foundation/platform/auth/open-auth.ts'
import { isSame, makeSecret } from '#foundation/platform/auth/seal-secret.ts'
import {
  createUser,
  endSessions,
  isPasswordOf,
  makeResetToken,
  renameUser,
  userByEmail,
} from '#foundation/platform/auth/sign-ins.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import type { Actor, Ctx } from '#foundation/platform/context.ts'
import { ApiToken, Invite, Member, type members, Workspace, WorkspaceOpened } from './contract.ts'
import {
  isTokenGood,
  mayAccept,
  mayChangeRole,
  mayDeactivate,
  mayGrant,
  mayInvite,
  mayMakeResetLink,
  mayRevokeInvite,
  type Verdict,
} from './rules/may.ts'
import * as store from './store.ts'

const inviteDays = 7
const dayMs = 86_400_000

const where = (ctx: Ctx): store.Where => ({ db: ctx.db, workspaceId: ctx.actor.workspaceId })

function demand(verdict: Verdict): void {
  if (!verdict.may) throw new Problem(409, verdict.why)
}

async function workspaceOf(ctx: Ctx): Promise<Row<typeof Workspace>> {
  const found = await store.findWorkspace(where(ctx))
  if (!found) throw notFound('workspace')
  return found
}

async function need(ctx: Ctx, id: string): Promise<Row<typeof Member>> {
  const found = await store.memberById(where(ctx), id)
  if (!found) throw notFound('member')
  return found
}

function ownId(ctx: Ctx): string {
  if (!ctx.actor.memberId) throw new Problem(403, 'Only a member has this; the program itself has not.')
  return ctx.actor.memberId
}

const among = (all: Row<typeof Member>[], id: string): Row<typeof Member> => {
  const found = all.find((m) => m.id === id)
  if (!found) throw notFound('member')
  return found
}

export const membersActions = {
  async me(ctx) {
    const member = await need(ctx, ownId(ctx))
    const workspaces = member.userId ? await workspacesOf(ctx.db, member.userId) : []
    return { member, workspace: await workspaceOf(ctx), workspaces }
  },
  list: (ctx) => store.listMembers(where(ctx)),
  async changeMe(ctx, { name, title }) {
    const member = await need(ctx, ownId(ctx))
    await ctx.save({
      why: 'Changed the own profile',
      changes: [change(Member, member.id, { name, title } as Partial<typeof member>)],
    })
    if (name !== undefined && member.userId) await renameUser(ctx.db, member.userId, name)
    return need(ctx, member.id)
  },
  async changeRole(ctx, { id, role }) {
    const all = await store.lockMembers(where(ctx))
    const member = among(all, id)
    demand(mayChangeRole(all, member, role))
    await ctx.save({ why: `Made ${member.name} ${role}`, changes: [change(Member, id, { role })] })
    return need(ctx, id)
  },
  async deactivate(ctx, { id }) {
    const all = await store.lockMembers(where(ctx))
    const member = among(all, id)
    demand(mayDeactivate(all, member))
    const open = (await store.tokensOf(where(ctx), id)).filter((t) => !t.revokedAt)
    await ctx.save({
      why: `${member.name} left`,
      changes: [
        change(Member, id, { deactivatedAt: ctx.now }),
        ...open.map((token) => change(ApiToken, token.id, { revokedAt: ctx.now })),
      ],
    })
    if (member.userId) {
      await leaveWorkspace(ctx.db, member.userId, ctx.actor.workspaceId)
      await endSessions(ctx.db, member.userId)
    }
    return need(ctx, id)
  },
  async resetLink(ctx, { id }) {
    const member = await need(ctx, id)
    const places = member.userId ? await workspacesOf(ctx.db, member.userId) : []
    demand(mayMakeResetLink(member, places.filter((p) => p.id !== ctx.actor.workspaceId).length))
    const token = await makeResetToken(ctx.db, member.userId ?? '', ctx.now)
    return {
      link: resetLink(ctx.publicUrl, token),
      expiresAt: new Date(Date.parse(ctx.now) + resetHours * 3_600_000).toISOString(),
    }
  },
  async changeWorkspace(ctx, given) {
    const before = await workspaceOf(ctx)
    if (given.timeZone !== undefined) checkTimeZone(given.timeZone)
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    await ctx.save({ why: 'Changed the workspace', changes: [change(Workspace, before.id, set)] })
    const after = await workspaceOf(ctx)
    if (after.name !== before.name) await renameWorkspace(ctx.db, after)
    return after
  },
  async invite(ctx, { email, name, role }) {
    demand(mayInvite(ctx.actor.role, role))
    const present = await store.memberByEmail(where(ctx), email)
    if (present && !present.deactivatedAt)
      throw new Problem(409, `${present.name} is a member already.`, [{ path: 'email', message: 'is a member already' }])
    const secret = makeSecret('inv', ctx.actor.workspaceId)
    const expiresAt = new Date(Date.parse(ctx.now) + inviteDays * dayMs).toISOString()
    const earlier = (await store.openInvites(where(ctx), ctx.now)).filter((i) => i.email === email)
    const { ids } = await ctx.save({
      why: `Invited ${email} as ${role}`,
      changes: [
        create(Invite, {
          email,
          name: name ?? null,
          role,
          secretHash: secret.hash,
          invitedById: ctx.actor.memberId,
          expiresAt,
          acceptedAt: null,
          revokedAt: null,
        }),
        ...earlier.map((old) => change(Invite, old.id, { revokedAt: ctx.now })),
      ],
    })
    const invite = await store.inviteById(where(ctx), ids[0] ?? '')
    if (!invite) throw notFound('invite')
    const link = `${ctx.publicUrl}/invite#token=${secret.shown}`
    const { name: workspace } = await workspaceOf(ctx)
    const mailed = await ctx.post({
      to: email,
      subject: `${ctx.actor.name} invites you to ${workspace} on Rapport`,
      text: `Hello${name ? ` ${name}` : ''},\n\n${ctx.actor.name} invites you to the workspace ${workspace}. This link lets you in; it is good for ${inviteDays} days:\n\n${link}\n`,
    })
    return { invite, link, mailed }
  },
  invites: (ctx) => store.openInvites(where(ctx), ctx.now),
  async revokeInvite(ctx, { id }) {
    const invite = await store.inviteById(where(ctx), id)
    if (!invite) throw notFound('invite')
    demand(mayRevokeInvite(invite))
    await ctx.save({ why: `Took back the invite of ${invite.email}`, changes: [change(Invite, id, { revokedAt: ctx.now })] })
    return { ...invite, revokedAt: ctx.now, updatedAt: ctx.now }
  },
  tokens: (ctx) => store.tokensOf(where(ctx), ownId(ctx)),
  scopes: async (ctx) => [...ctx.scopes].map(([scope, opens]) => ({ scope, opens: [...opens] })),
  async createToken(ctx, { name, expiresAt = null, scopes: asked = null }) {
    const refused = mayGrant([...ctx.scopes.keys()], ctx.actor.scopes ?? null, asked)
    if (refused) throw new Problem(422, refused, [{ path: 'scopes', message: refused }])
    if (expiresAt && Date.parse(expiresAt) <= Date.parse(ctx.now))
      throw new Problem(422, 'Choose a day in the future.', [{ path: 'expiresAt', message: 'lies in the past' }])
    const secret = makeSecret('rap', ctx.actor.workspaceId)
    const { ids } = await ctx.save({
      why: `Made the token ${name}`,
      changes: [
        create(ApiToken, {
          memberId: ownId(ctx),
          name,
          secretHash: secret.hash,
          lastFour: secret.lastFour,
          expiresAt,
          revokedAt: null,
          lastUsedAt: null,
          scopes: asked ? [...new Set(asked)].sort() : null,
        }),
      ],
    })
    const token = await store.tokenById(where(ctx), ids[0] ?? '')
    if (!token) throw notFound('token')
    return { token, secret: secret.shown }
  },
  async revokeToken(ctx, { id }) {
    const token = await store.tokenById(where(ctx), id)
    // Owners may take back anybody's; to others, tokens of others do not exist.
    if (!token || (token.memberId !== ctx.actor.memberId && ctx.actor.role !== 'owner')) throw notFound('token')
    if (!token.revokedAt)
      await ctx.save({ why: `Took back the token ${token.name}`, changes: [change(ApiToken, id, { revokedAt: ctx.now })] })
    return { ...token, revokedAt: token.revokedAt ?? ctx.now }
  },
} satisfies Actions<typeof members, Ctx>

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw new Problem(422, 'Write the time zone as in Europe/Berlin.', [{ path: 'timeZone', message: 'is not known' }])
  }
}

/** What the first run and an invite ask of a person. `sealed` is the password as it is kept. */
export interface Newcomer {
  name: string
  email: string
  sealed: string
}

/**
 * Opens a workspace: its row, its first owner, and the sign-in behind it. The transaction stands in the new workspace already,
 * its id the actor's.
 */
export async function openWorkspace(
  ctx: Ctx,
  given: Pick<Row<typeof Workspace>, 'name' | 'domains' | 'currency' | 'timeZone' | 'isDemo'>,
  owner: Newcomer,
): Promise<{ workspaceId: string; memberId: string; userId: string }> {
  checkTimeZone(given.timeZone)
  const { workspaceId } = ctx.actor
  const userId = (await userByEmail(ctx.db, owner.email))?.id ?? (await createUser(ctx.db, owner))
  const memberId = ctx.id()
  await ctx.save({
    why: `Opened the workspace ${given.name}`,
    changes: [
      create(Workspace, { ...given, id: workspaceId }),
      create(Member, {
        id: memberId,
        userId,
        name: owner.name,
        email: owner.email,
        title: null,
        role: 'owner',
        deactivatedAt: null,
      }),
    ],
  })
  await enterWorkspace(ctx.db, userId, { id: workspaceId, name: given.name })
  await ctx.announce(WorkspaceOpened, { workspaceId })
  return { workspaceId, memberId, userId }
}

/** What an invite says to whoever holds its secret. @throws Problem 404, or 409 with why it is no longer good */
export async function lookAtInvite(ctx: Ctx, secretHash: string) {
  const invite = await store.lockInviteByHash(where(ctx), secretHash)
  if (!invite) throw notFound('invite')
  demand(mayAccept(invite, ctx.now))
  const user = await userByEmail(ctx.db, invite.email)
  return { invite, workspace: await workspaceOf(ctx), user: user ?? null }
}

/**
 * Lets somebody in by an invite. Whoever signs in at another workspace already keeps that password and proves it here.
 * @throws Problem 404 for an unknown secret, 409 for a used or old one, 422 for the wrong password
 */
export async function acceptInvite(ctx: Ctx, secretHash: string, given: { name: string; password: string; sealed: string }) {
  const { invite, workspace, user } = await lookAtInvite(ctx, secretHash)
  if (user && !(await isPasswordOf(ctx.db, user.id, given.password)))
    throw new Problem(422, 'You sign in to Rapport with this address already: use that password.', [
      { path: 'password', message: 'is not your password' },
    ])
  const userId = user?.id ?? (await createUser(ctx.db, { name: given.name, email: invite.email, sealed: given.sealed }))
  const present = await store.memberByEmail(where(ctx), invite.email)
  const { name } = given
  await ctx.save({
    why: `${name} accepted the invite`,
    changes: [
      change(Invite, invite.id, { acceptedAt: ctx.now }),
      present
        ? change(Member, present.id, { userId, name, role: invite.role, deactivatedAt: null })
        : create(Member, { userId, name, email: invite.email, title: null, role: invite.role, deactivatedAt: null }),
    ],
  })
  await enterWorkspace(ctx.db, userId, workspace)
  return { email: invite.email, workspaceId: workspace.id }
}

const actorFrom = (workspaceId: string, member: Row<typeof Member> | undefined, via: Actor['via']): Actor | null =>
  member && !member.deactivatedAt
    ? { workspaceId, memberId: member.id, userId: member.userId, name: member.name, role: member.role, via }
    : null

/** Whether a workspace is the demo world. */
export const isDemoWorkspace = async (where: store.Where): Promise<boolean> => (await store.findWorkspace(where))?.isDemo ?? false

/** Who a signed-in user is in a workspace; null when the door is closed for them. */
export const actorOfUser = async (where: store.Where, userId: string, via: Actor['via']): Promise<Actor | null> =>
  actorFrom(where.workspaceId, await store.memberByUser(where, userId), via)

/** Who acts for the reader of the data folder: the first owner. */
export const actorOfOperator = async (where: store.Where, via: Actor['via']): Promise<Actor | null> =>
  actorFrom(where.workspaceId, await store.firstOwner(where), via)

/** Whose token this is; null for one that is unknown, too old, or taken back. Its use is noted at most once a minute. */
export async function actorOfToken(
  where: store.Where,
  secretHash: string,
  via: Actor['via'],
  now: string,
): Promise<Actor | null> {
  const token = await store.tokenByHash(where, secretHash)
  if (!token || !isSame(token.secretHash, secretHash) || !isTokenGood(token, now)) return null
  const actor = actorFrom(where.workspaceId, await store.memberById(where, token.memberId), via)
  const noted = token.lastUsedAt ? Date.parse(token.lastUsedAt) : 0
  if (actor && Date.parse(now) - noted >= 60_000) await store.noteTokenUse(where, token.id, now)
  return actor && { ...actor, scopes: token.scopes }
}

/** The country of this house, in two letters, by its clocks; null when they are of no country. */
export const homeRegion = async (ctx: Ctx): Promise<string | null> =>
  regionOfZone((await store.findWorkspace(where(ctx)))?.timeZone ?? '')
