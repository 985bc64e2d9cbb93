/** Who asks? A browser by its session, a program by its token, a command on this machine by the data folder's key. */
import type { FastifyRequest } from 'fastify'
import { Problem } from '#foundation/contract/problem.ts'
import { isId } from '#foundation/kernel/id.ts'
import { allWorkspaces } from '#foundation/platform/auth/directory.ts'
import { cookieOf, findSession, readSignedToken, sessionCookie } from '#foundation/platform/auth/read-session.ts'
import { isSame, readSecret } from '#foundation/platform/auth/seal-secret.ts'
import type { Actor } from '#foundation/platform/context.ts'
import type { Database } from '#foundation/platform/database.ts'
import type { Claim, Identify } from '#foundation/platform/http/mount-operations.ts'
import { actorOfOperator, actorOfToken, actorOfUser } from '#workspace/members/actions.ts'

export interface Known {
  database: Database
  secret: string
  publicUrl: string
  operatorToken: string
  clock: () => number
}

/** The cookie in which a browser keeps the workspace it looks at. */
export const workspaceCookie = 'rapport.workspace'

/** Reads who asks from a request; null for nobody. */
export function openIdentify(known: Known): Identify {
  const cookieName = sessionCookie(known.publicUrl)
  return async (request) => {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (bearer !== undefined) return byToken(known, request, bearer)
    const token = readSignedToken(cookieOf(request.headers.cookie, cookieName), known.secret)
    return token ? bySession(known, request, token) : null
  }
}

async function bySession({ database }: Known, request: FastifyRequest, token: string): Promise<Claim | null> {
  const session = await findSession(database, token)
  if (!session) return null
  const workspaceId = choose(session.workspaceIds, asked(request), cookieOf(request.headers.cookie, workspaceCookie))
  if (!workspaceId)
    throw new Problem(403, 'You are signed in, but no workspace lets you in (any more). Ask an owner for an invite.')
  return { workspaceId, prove: (db) => actorOfUser({ db, workspaceId }, session.userId, 'web') }
}

async function byToken(known: Known, request: FastifyRequest, bearer: string): Promise<Claim | null> {
  const via = faceOf(request)
  if (isSame(bearer, known.operatorToken)) {
    const ids = (await allWorkspaces(known.database.global)).map((w) => w.id)
    const workspaceId = choose(ids, asked(request), undefined)
    if (!workspaceId) throw new Problem(409, `There is no workspace yet. Open ${known.publicUrl} in a browser and make one.`)
    if (ids.length > 1 && !asked(request))
      throw new Problem(422, `There are ${ids.length} workspaces. Say which: --workspace ID. They are ${ids.join(', ')}.`)
    return { workspaceId, prove: (db) => actorOfOperator({ db, workspaceId }, via) }
  }
  const secret = readSecret('rap', bearer)
  if (!secret) return null
  const { workspaceId, hash } = secret
  return { workspaceId, prove: (db) => actorOfToken({ db, workspaceId }, hash, via, new Date(known.clock()).toISOString()) }
}

function asked(request: FastifyRequest): string | undefined {
  const id = request.headers['x-workspace']
  if (id === undefined) return undefined
  if (typeof id !== 'string' || !isId(id)) throw new Problem(422, 'The header x-workspace names no workspace.')
  return id.toLowerCase()
}

/** The workspace asked for, else the one last looked at, else the first. */
function choose(ids: readonly string[], wanted: string | undefined, last: string | undefined): string | undefined {
  if (wanted && !ids.includes(wanted)) throw new Problem(404, 'There is no such workspace, or you may not see it.')
  return wanted ?? (last && ids.includes(last) ? last : ids[0])
}

function faceOf(request: FastifyRequest): Actor['via'] {
  const face = request.headers['x-rapport-face']
  return face === 'cli' || face === 'mcp' ? face : 'api'
}
