/** Whose session does a request carry, and which workspace is meant? One query, because every request of a page asks it. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { isSame } from './seal-secret.ts'

export interface Session {
  userId: string
  /** The workspaces of the user, by name. */
  workspaceIds: string[]
}

/** One cookie's value, or undefined. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return decoded(pair.slice(at + 1).trim())
  }
  return undefined
}

function decoded(word: string): string | undefined {
  try {
    return decodeURIComponent(word)
  } catch {
    return undefined
  }
}

/** The name of the session's cookie; the prefix makes browsers refuse it over plain HTTP. */
export const sessionCookie = (publicUrl: string): string =>
  `${publicUrl.startsWith('https:') ? '__Secure-' : ''}rapport.session_token`

/** The token of a signed cookie (`token.signature`, HMAC-SHA-256 in base64, as better-auth signs it), or null for a forged one. */
export function readSignedToken(value: string | undefined, secret: string): string | null {
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return null
  const token = value.slice(0, dot)
  return isSame(createHmac('sha256', secret).update(token).digest('base64'), value.slice(dot + 1)) ? token : null
}

/** The session of a token that is still good. */
export async function findSession(database: Database, token: string): Promise<Session | null> {
  const { rows } = await sql<{ userId: string; workspaceId: string | null }>`
    select s.user_id, w.workspace_id from auth_session s left join user_workspaces w on w.user_id = s.user_id
    where s.token = ${token} and s.expires_at > now() order by w.workspace_name, w.workspace_id`.execute(database.global)
  const first = rows[0]
  return first ? { userId: first.userId, workspaceIds: rows.flatMap((r) => (r.workspaceId ? [r.workspaceId] : [])) } : null
}
