/** How are the people of a workspace, its invites and its tokens read? */
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Db } from '#foundation/platform/context.ts'
import type { ApiToken, Invite, Member, Workspace } from './contract.ts'

type Tables = {
  workspaces: TableOf<typeof Workspace>
  members: TableOf<typeof Member>
  invites: TableOf<typeof Invite>
  api_tokens: TableOf<typeof ApiToken>
}
type MemberRow = Row<typeof Member>
type InviteRow = Row<typeof Invite>
type TokenRow = Row<typeof ApiToken>

/** One transaction and its workspace; what recognises an asker has no context yet. */
export interface Where {
  db: Db
  workspaceId: string
}
const from = <T extends keyof Tables & string>({ db, workspaceId }: Where, table: T) =>
  db
    .withTables<Tables>()
    .selectFrom(table as 'members')
    .where('workspaceId', '=', workspaceId)

export const findWorkspace = (where: Where): Promise<Row<typeof Workspace> | undefined> =>
  from(where, 'workspaces').selectAll().executeTakeFirst() as unknown as Promise<Row<typeof Workspace> | undefined>

export const listMembers = (where: Where): Promise<MemberRow[]> =>
  from(where, 'members').selectAll().orderBy('name').orderBy('id').execute()

/** All members, locked in order of id, so that two owners cannot take each other's role at the same moment. */
export const lockMembers = (where: Where): Promise<MemberRow[]> =>
  from(where, 'members').selectAll().orderBy('id').forUpdate().execute()

export const memberById = (where: Where, id: string): Promise<MemberRow | undefined> =>
  from(where, 'members').selectAll().where('id', '=', id).executeTakeFirst()

export const memberByUser = (where: Where, userId: string): Promise<MemberRow | undefined> =>
  from(where, 'members').selectAll().where('userId', '=', userId).executeTakeFirst()

export const memberByEmail = (where: Where, email: string): Promise<MemberRow | undefined> =>
  from(where, 'members').selectAll().where('email', '=', email).executeTakeFirst()

export const firstOwner = (where: Where): Promise<MemberRow | undefined> =>
  from(where, 'members')
    .selectAll()
    .where('role', '=', 'owner')
    .where('deactivatedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

const invites = ({ db, workspaceId }: Where) =>
  db.withTables<Tables>().selectFrom('invites').selectAll().where('workspaceId', '=', workspaceId)

export const openInvites = (where: Where, now: string): Promise<InviteRow[]> =>
  invites(where)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute()

export const inviteById = (where: Where, id: string): Promise<InviteRow | undefined> =>
  invites(where).where('id', '=', id).executeTakeFirst()

/** Locked: the same invite lets in one person, also when two tabs send it at once. */
export const lockInviteByHash = (where: Where, secretHash: string): Promise<InviteRow | undefined> =>
  invites(where).where('secretHash', '=', secretHash).forUpdate().executeTakeFirst()

const tokens = ({ db, workspaceId }: Where) =>
  db.withTables<Tables>().selectFrom('api_tokens').selectAll().where('workspaceId', '=', workspaceId)

export const tokensOf = (where: Where, memberId: string): Promise<TokenRow[]> =>
  tokens(where).where('memberId', '=', memberId).orderBy('createdAt', 'desc').execute()

export const tokenById = (where: Where, id: string): Promise<TokenRow | undefined> =>
  tokens(where).where('id', '=', id).executeTakeFirst()

export const tokenByHash = (where: Where, secretHash: string): Promise<TokenRow | undefined> =>
  tokens(where).where('secretHash', '=', secretHash).executeTakeFirst()

/**
 * Notes that a token was used. Not a change of anybody's data, so no change set; the row is skipped when another request of the
 * same token is noting it, so that requests never queue behind each other.
 */
export async function noteTokenUse({ db, workspaceId }: Where, id: string, now: string): Promise<void> {
  const own = db.withTables<Tables>()
  const free = own
    .selectFrom('api_tokens')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
  await own
    .updateTable('api_tokens')
    .set({ lastUsedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', free)
    .execute()
}
