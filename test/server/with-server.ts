/** How does a test ask the whole program over HTTP, as a browser, a program with a token, or nobody? */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { type Built, buildServer, type Parts } from '#apps/server/build-server.ts'
import { openLog } from '#foundation/platform/http/write-log.ts'
import type { Delivery } from '#foundation/platform/jobs.ts'
import type { OwnMail } from '#foundation/platform/mail/send-mail.ts'
import { freshDatabase, type TestDatabase } from '../database/with-database.ts'

export const publicUrl = 'http://localhost:4700'
export const password = 'a good long password'

export type Said = {
  readonly status: number
  /** Whatever was asked for, unchecked: a test reads the shape it expects. */
  readonly body: ReturnType<typeof JSON.parse>
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
}
type Body = string | object | undefined
/** Somebody who asks. A browser keeps its cookies from one question to the next, and says where it is. */
export type Asker = {
  readonly ask: (method: string, path: string, body?: Body, headers?: Record<string, string>) => Promise<Said>
  readonly get: (path: string) => Promise<Said>
  readonly post: (path: string, body?: Body) => Promise<Said>
  readonly put: (path: string, body?: Body) => Promise<Said>
  readonly patch: (path: string, body?: Body) => Promise<Said>
  readonly remove: (path: string) => Promise<Said>
  /** The cookies as a header would carry them. */
  readonly cookies: () => string
}
export type TestServer = TestDatabase &
  Built & {
    readonly mails: OwnMail[]
    readonly log: string[]
    readonly announced: Delivery[]
    readonly operatorToken: string
    readonly browser: () => Asker
    readonly bearer: (token: string) => Asker
    /** Opens the first workspace and answers its owner's browser. */
    readonly firstRun: (given?: Record<string, unknown>) => Promise<Asker>
    /** Invites somebody and answers their browser, signed in. */
    readonly join: (owner: Asker, given: { email: string; role: 'member' | 'manager' | 'owner' }) => Promise<Asker>
  }

const tokenIn = (link: string): string => link.split('#token=')[1] ?? ''

function openAsker(app: FastifyInstance, own: Record<string, string>, jar: Map<string, string> | null): Asker {
  const cookies = () => [...(jar ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask: Asker['ask'] = async (method, path, body, headers = {}) => {
    const said = await app.inject({
      method: method as 'GET',
      url: path,
      headers: { host: 'localhost:4700', ...own, ...(jar?.size ? { cookie: cookies() } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    })
    for (const { name, value } of said.cookies) value === '' ? jar?.delete(name) : jar?.set(name, encodeURIComponent(value))
    const json = /json/.test(String(said.headers['content-type'])) && !said.headers['content-encoding']
    return { status: said.statusCode, body: json ? said.json() : said.body, headers: said.headers }
  }
  return {
    ask,
    get: (path) => ask('GET', path),
    post: (path, body = {}) => ask('POST', path, body),
    put: (path, body = {}) => ask('PUT', path, body),
    patch: (path, body = {}) => ask('PATCH', path, body),
    remove: (path) => ask('DELETE', path),
    cookies,
  }
}

/** The program on a database of its own; closed after the file's last test. Mails are caught unless a mail server is given. */
export async function freshServer(given: Partial<Parts> = {}): Promise<TestServer> {
  const made = await freshDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'rapport-server-'))
  const [mails, log, announced]: [OwnMail[], string[], Delivery[]] = [[], [], []]
  const operatorToken = `opr_${randomBytes(32).toString('base64url')}`
  const built = await buildServer({
    database: made.database,
    dataFolder,
    publicUrl,
    secret: randomBytes(32).toString('hex'),
    operatorToken,
    listen: made.access.program,
    log: openLog('debug', (line) => log.push(line)),
    announce: async (_db, delivery) => void announced.push(delivery),
    ...(given.smtpUrl ? {} : { post: async (mail) => mails.push(mail) > 0 }),
    ...given,
  })
  afterAll(async () => {
    await built.app.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const browser = () => openAsker(built.app, { origin: publicUrl, 'sec-fetch-site': 'same-origin' }, new Map())
  const bearer = (token: string) => openAsker(built.app, { authorization: `Bearer ${token}` }, null)
  const firstRun: TestServer['firstRun'] = async (more = {}) => {
    const owner = browser()
    const said = await owner.post('/api/first-run', {
      workspaceName: 'Vendor',
      name: 'Olga',
      email: 'olga@vendor.example',
      password,
      ...more,
    })
    if (said.status !== 200) throw new Error(JSON.stringify(said.body))
    return owner
  }
  const joinAs: TestServer['join'] = async (owner, { email, role }) => {
    const invited = await owner.post('/api/invites', { email, name: null, role })
    if (invited.status !== 200) throw new Error(JSON.stringify(invited.body))
    const guest = browser()
    const said = await guest.post('/api/invites/accept', {
      token: tokenIn(invited.body.link),
      name: email.split('@')[0],
      password,
    })
    if (said.status !== 200) throw new Error(JSON.stringify(said.body))
    return guest
  }
  return { ...made, ...built, mails, log, announced, operatorToken, browser, bearer, firstRun, join: joinAs }
}
