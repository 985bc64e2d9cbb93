/** How do sign-ins come and go inside a transaction of ours? Users made by first run and invites, sessions ended, reset links made. */
import { createHash, randomBytes } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { Problem } from '#foundation/contract/problem.ts'
import type { Db } from '../context.ts'
import { passwordLength, resetHours } from './open-auth.ts'

type Tables = {
  auth_user: { id: string; name: string; email: string }
  auth_credential: { userId: string; providerId: string; accountId: string; password: string | null }
  auth_session: { userId: string; token: string; expiresAt: string }
  auth_verification: { identifier: string; value: string; expiresAt: string }
}
const tables = (db: Db) => db.withTables<Tables>()

/** Says what is wrong with a new password. @throws Problem 422 */
export function checkPassword(password: string): void {
  const wrong =
    password.length < passwordLength.least
      ? `needs at least ${passwordLength.least} characters`
      : password.length > passwordLength.most
        ? `has more than ${passwordLength.most} characters`
        : null
  if (wrong) throw new Problem(422, `The password ${wrong}.`, [{ path: 'password', message: wrong }])
}

/** Scrypt, as better-auth reads it; takes about 60 ms, so it is made before a transaction begins. */
export const sealPassword = (password: string): Promise<string> => hashPassword(password)

/** The user with this address, if there is one. */
export async function userByEmail(db: Db, email: string): Promise<{ id: string; name: string } | undefined> {
  return tables(db).selectFrom('auth_user').select(['id', 'name']).where('email', '=', email.toLowerCase()).executeTakeFirst()
}

/** Makes a user who signs in with a password; answers its id. */
export async function createUser(db: Db, user: { name: string; email: string; sealed: string }): Promise<string> {
  const made = await tables(db)
    .insertInto('auth_user')
    .values({ name: user.name, email: user.email.toLowerCase() } as Tables['auth_user'])
    .returning('id')
    .executeTakeFirstOrThrow()
  await tables(db)
    .insertInto('auth_credential')
    .values({ userId: made.id, accountId: made.id, providerId: 'credential', password: user.sealed })
    .execute()
  return made.id
}

/** Whether this is the user's password. */
export async function isPasswordOf(db: Db, userId: string, password: string): Promise<boolean> {
  const found = await tables(db)
    .selectFrom('auth_credential')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return found?.password ? verifyPassword({ hash: found.password, password }) : false
}

/** Signs a user out everywhere. */
export async function endSessions(db: Db, userId: string): Promise<void> {
  await tables(db).deleteFrom('auth_session').where('userId', '=', userId).execute()
}

/** Keeps the name that mails greet with in step with the member's. */
export async function renameUser(db: Db, userId: string, name: string): Promise<void> {
  await tables(db).updateTable('auth_user').set({ name }).where('id', '=', userId).execute()
}

/** A token for the reset page, good once and for an hour; kept as its hash, in the form in which better-auth looks it up. */
export async function makeResetToken(db: Db, userId: string, now: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const identifier = createHash('sha256').update(`reset-password:${token}`).digest('base64url')
  const expiresAt = new Date(Date.parse(now) + resetHours * 3_600_000).toISOString()
  await tables(db).insertInto('auth_verification').values({ identifier, value: userId, expiresAt }).execute()
  return token
}

/** Forgets sessions and links that are over, and limits that nobody has met for a day. */
export async function sweepExpired(db: Db, now: string): Promise<void> {
  const open = db.withTables<Tables & { auth_rate_limit: { lastRequest: number } }>()
  await open.deleteFrom('auth_session').where('expiresAt', '<', now).execute()
  await open.deleteFrom('auth_verification').where('expiresAt', '<', now).execute()
  await open
    .deleteFrom('auth_rate_limit')
    .where('lastRequest', '<', Date.parse(now) - 86_400_000)
    .execute()
}
