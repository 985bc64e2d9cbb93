/** What stands around every request? Its number, its limits, its headers, its line in the log, and problems in one form. */
import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Problem, problemBody } from '#foundation/contract/problem.ts'
import { explainFault } from './explain-fault.ts'
import { limitAskers } from './limit-askers.ts'
import { isForeignName, refuseForgery } from './refuse-forgery.ts'
import type { Log } from './write-log.ts'

export interface HttpOptions {
  log: Log
  /** Without a slash at the end. https makes cookies and transport strict. */
  publicUrl: string
  /** The address the program listens on. */
  host: string
  trustProxy: boolean
  /** Requests per minute from one token, session or address; beyond it 429. */
  requestsPerMinute?: number
}

const jsonBytes = 4_000_000

/** Where a request went, without its query: queries may hold words of customers. */
export const placeOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

/** Sends a problem (RFC 9457). */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) void reply.header('retry-after', problem.retryAfter)
  if (problem.status === 503 && !reply.hasHeader('retry-after')) void reply.header('retry-after', '2')
  return reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem)))
}

/** Opens the HTTP side of the program; routes are mounted on what it returns. */
export async function openHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { log, publicUrl, host, trustProxy, requestsPerMinute = 6_000 } = options
  const app = fastify({
    logger: false,
    trustProxy,
    bodyLimit: jsonBytes,
    genReqId: () => randomUUID().slice(-12),
    forceCloseConnections: 'idle',
    // Uploads may take as long as they take, as long as bytes keep coming.
    requestTimeout: 0,
    connectionTimeout: 300_000,
    routerOptions: { maxParamLength: 500 },
  })
  app.setErrorHandler((error, request, reply) => {
    const { problem, known } = explainFault(error)
    if (!known) log.error(`${request.method} ${placeOf(request)} failed`, { id: request.id, why: insideOf(error) })
    return sendProblem(reply, problem)
  })
  readJson(app)
  await headers(app, publicUrl)
  await app.register(compress, {
    encodings: ['gzip', 'identity'],
    // Half the time of the usual level for a tenth more bytes.
    zlibOptions: { level: 3 },
    threshold: 1_400,
    customTypes: /^application\/(problem\+)?json/,
  })
  await limitAskers(app, requestsPerMinute)
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    if (placeOf(request).startsWith('/api')) void reply.header('cache-control', 'no-store')
    if (isForeignName(request.headers.host, host, publicUrl))
      throw new Problem(403, 'Rapport is asked by a name it does not know. Set PUBLIC_URL to the address that people use.')
    const refused = refuseForgery({ method: request.method, headers: request.headers }, publicUrl)
    if (refused) throw new Problem(403, refused)
  })
  app.addHook('onResponse', async (request, reply) => {
    const facts = { status: reply.statusCode, ms: Math.round(reply.elapsedTime), id: request.id }
    const line = `${request.method} ${placeOf(request)}`
    if (reply.statusCode >= 500) log.error(line, facts)
    else if (request.method === 'GET' || request.method === 'HEAD') log.debug(line, facts)
    else log.info(line, facts)
  })
  return app
}

const insideOf = (error: unknown): string =>
  JSON.stringify(error instanceof Error ? (error.stack ?? error.message) : String(error))

function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  // A form of another site can send text/plain without asking first.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else parse(request, String(body), done)
  })
}

async function headers(app: FastifyInstance, publicUrl: string): Promise<void> {
  const secure = publicUrl.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    // Browsers heed these on trustworthy addresses only, and complain about them elsewhere.
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'no-referrer' },
  })
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  })
}
