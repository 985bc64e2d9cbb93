/** How is the program put together? Contracts and actions, people, files and pages on one HTTP server; tests build the same. */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { openapi } from '#foundation/contract/openapi.ts'
import { scopesOf } from '#foundation/contract/scope.ts'
import { allWorkspaces } from '#foundation/platform/auth/directory.ts'
import { openSealing } from '#foundation/platform/auth/keep-sealed.ts'
import { mountAuth, renewSession } from '#foundation/platform/auth/mount-auth.ts'
import { type Auth, openAuth } from '#foundation/platform/auth/open-auth.ts'
import type { Database } from '#foundation/platform/database.ts'
import { fileStore } from '#foundation/platform/file-store.ts'
import { type Doors, mountOperations } from '#foundation/platform/http/mount-operations.ts'
import { openHttp } from '#foundation/platform/http/open-http.ts'
import type { Log } from '#foundation/platform/http/write-log.ts'
import type { Jobs } from '#foundation/platform/jobs.ts'
import { openPost, type Post } from '#foundation/platform/mail/send-mail.ts'
import { type House, machineChance } from '#foundation/platform/make-context.ts'
import { rowSources } from '#workflows/work-on-rows.ts'
import { noteForLive } from '#workspace/live/actions.ts'
import { noteForWebhooks } from '#workspace/webhooks/actions.ts'
import { contracts, records } from '../contracts.ts'
import { operations } from '../operations.ts'
import { openIdentify } from './identify.ts'
import { mountFiles } from './mount-files.ts'
import { mountHealth } from './mount-health.ts'
import { mountLive } from './mount-live.ts'
import { mountPeople, type PeopleDoors } from './mount-people.ts'
import { mountPersonalData } from './mount-personal-data.ts'
import { mountTables } from './mount-tables.ts'
import { mountTools } from './mount-tools.ts'
import { serveWeb } from './serve-web.ts'

export interface Parts {
  database: Database
  /** Carries announcements into the queue; tests that need none leave it out. */
  announce?: Jobs['announce']
  dataFolder: string
  publicUrl: string
  host?: string
  trustProxy?: boolean
  secret: string
  operatorToken: string
  log: Log
  smtpUrl?: string | undefined
  mailFrom?: string
  /** Instead of a mail server. */
  post?: Post
  maxUploadBytes?: number
  version?: string
  /** The folder of this program's migrations, and how often it saves itself: for its health. */
  migrations?: string
  backupEveryHours?: number
  /** The folder that the build of the browser program made. */
  web?: string
  demo?: PeopleDoors['demo']
  clock?: () => number
  random?: () => Uint8Array
  signInsPerMinute?: number
  requestsPerMinute?: number
  uploadsPerMinute?: number
  webhooksAllowPrivate?: boolean
  /** A way to the database that keeps its session, to hear what other processes do. */
  listen?: pg.ClientConfig
  liveBeatMs?: number
}

export interface Built {
  app: FastifyInstance
  house: House
  auth: Auth
  doors: Doors
  /** Operations that no action carries out yet. */
  missing: string[]
}

/** Puts the parts together. The caller listens, and closes what it gave. */
export async function buildServer(parts: Parts): Promise<Built> {
  const { database, publicUrl, log, secret, operatorToken } = parts
  const post =
    parts.post ??
    openPost(parts.smtpUrl, parts.mailFrom ?? 'Rapport <rapport@localhost>', (why) => log.warn('A mail was refused', { why }))
  const house: House = {
    records,
    files: fileStore(join(parts.dataFolder, 'files')),
    publicUrl,
    post,
    announce: parts.announce ?? (async () => {}),
    clock: parts.clock ?? Date.now,
    random: parts.random ?? machineChance,
    scopes: scopesOf(contracts),
    sealing: openSealing(secret, 'secrets of webhooks'),
    mayReachPrivate: parts.webhooksAllowPrivate ?? false,
    onSaved: async (ctx, changeSetId) => {
      await noteForWebhooks(ctx, changeSetId)
      await noteForLive(ctx, changeSetId)
    },
  }
  const app = await openHttp({
    log,
    publicUrl,
    host: parts.host ?? '127.0.0.1',
    trustProxy: parts.trustProxy ?? false,
    ...(parts.requestsPerMinute ? { requestsPerMinute: parts.requestsPerMinute } : {}),
  })
  const auth = openAuth({
    pool: database.pool,
    secret,
    publicUrl,
    post,
    onUnsent: () =>
      log.warn(
        'A password reset was asked for, but no mail can be sent: SMTP_URL is not set. An owner makes a link with: rapport members reset-link ID',
      ),
    ...(parts.signInsPerMinute ? { signInsPerMinute: parts.signInsPerMinute } : {}),
  })
  const identify = openIdentify({ database, secret, publicUrl, operatorToken, clock: house.clock })
  const doors: Doors = { database, identify, house }
  app.get('/healthz', async (_request, reply) => {
    await database.pool.query('select 1')
    return reply.header('cache-control', 'no-store').send({ ok: true })
  })
  mountHealth(app, {
    pool: database.pool,
    dataFolder: parts.dataFolder,
    migrations: parts.migrations,
    backupEveryHours: parts.backupEveryHours ?? 0,
    operatorToken,
    version: parts.version ?? '0.0.0',
    clock: house.clock,
  })
  const description = JSON.stringify(openapi('Rapport', parts.version ?? '0.0.0', contracts))
  app.get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(description))
  mountAuth(app, auth)
  mountPeople(app, { database, house, auth, ...(parts.demo ? { demo: parts.demo } : {}) })
  const missing = mountOperations(app, contracts, operations, doors)
  await mountFiles(app, doors, {
    maxUploadBytes: parts.maxUploadBytes ?? 4_000_000_000,
    uploadsPerMinute: parts.uploadsPerMinute ?? 30_000,
  })
  mountTables(app, doors, rowSources)
  mountPersonalData(app, doors)
  mountTools(app, identify)
  mountLive(app, doors, {
    listen: parts.listen,
    onFault: (error) => log.warn('Live updates have a problem', { why: String(error) }),
    ...(parts.liveBeatMs ? { beatMs: parts.liveBeatMs } : {}),
  })
  await serveWeb(app, {
    folder: parts.web,
    isSignedIn: (request, reply) => renewSession(auth, request, reply),
    isFirstRun: async () => (await allWorkspaces(database.global)).length === 0,
  })
  return { app, house, auth, doors, missing }
}
