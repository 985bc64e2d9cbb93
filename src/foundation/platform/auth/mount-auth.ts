/** Which doors of sign-in are open to a browser? Only those named here; answers and refusals in the form of the house. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemStatus } from '#foundation/contract/problem.ts'
import { tooMany } from '../http/limit-askers.ts'
import { placeOf, sendProblem } from '../http/open-http.ts'
import { type Auth, addressHeader } from './open-auth.ts'

const doors = [
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/get-totp-uri',
  'POST /two-factor/verify-totp',
  'POST /two-factor/generate-backup-codes',
  'POST /two-factor/verify-backup-code',
] as const

const words: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'E-mail and password do not fit together.',
  INVALID_PASSWORD: 'That is not your password.',
  INVALID_TOKEN: 'This link was used already or is too old. Ask for a new one.',
  PASSWORD_TOO_SHORT: 'The password needs at least 10 characters.',
  PASSWORD_TOO_LONG: 'The password has more than 128 characters.',
  INVALID_CODE: 'That code is not right. Wait for the next one and try again.',
  INVALID_BACKUP_CODE: 'That code is not right, or was used already.',
  INVALID_TWO_FACTOR_COOKIE: 'Signing in took too long. Start again with your password.',
  SESSION_EXPIRED: 'Your sign-in is no longer good. Sign in again.',
}
const shown: ReadonlySet<number> = new Set([400, 401, 403, 404, 409, 413, 422, 429, 500])

/** Mounts the doors under /api/auth. */
export function mountAuth(app: FastifyInstance, auth: Auth): void {
  for (const door of doors) {
    const [method, path] = door.split(' ') as [string, string]
    app.route({ method, url: `/api/auth${path}`, handler: async (request, reply) => answer(auth, request, reply) })
  }
}

/** A request of ours as better-auth takes it. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !name.startsWith('x-forwarded')) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  headers.set(addressHeader, request.ip)
  return headers
}

/** Whether the browser has a session; one that is in use is prolonged, in the database and in the cookie. */
export async function renewSession(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const said = await auth.ask(({ api }) => api.getSession({ headers: headersOf(request), asResponse: true }))
  for (const cookie of said.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  return (await said.json()) !== null
}

async function answer(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const headers = headersOf(request)
  headers.delete('content-length')
  const hasBody = request.method === 'POST'
  if (hasBody) headers.set('content-type', 'application/json')
  const url = new URL(request.url, 'http://rapport.invalid')
  const asked = new Request(url, {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body ?? {}) } : {}),
  })
  const said = await auth.ask(({ handler }) => handler(asked))
  for (const cookie of said.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  const text = await said.text()
  if (said.status < 400)
    return reply
      .status(said.status)
      .type('application/json; charset=utf-8')
      .send(text || 'null')
  if (said.status === 429)
    throw tooMany('Too many attempts from this address.', Number(said.headers.get('x-retry-after') ?? 60) * 1000)
  return sendProblem(reply, problemIn(said.status, text, placeOf(request)))
}

function problemIn(status: number, text: string, place: string): Problem {
  const body = readBody(text)
  const known = shown.has(status) ? (status as ProblemStatus) : 400
  if (status >= 500) return new Problem(500, 'Signing in did not work. Try again; if it stays, look into the log of Rapport.')
  const detail = words[body.code ?? ''] ?? body.message ?? `This could not be done (${place}).`
  return new Problem(known, detail)
}

function readBody(text: string): { code?: string; message?: string } {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  }
}
