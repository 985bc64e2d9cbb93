/** How does somebody come in who is nobody yet? The first run, and invites; each ends signed in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { email, text } from '#foundation/contract/fields.ts'
import { Problem, readAs } from '#foundation/contract/problem.ts'
import { makeId } from '#foundation/kernel/id.ts'
import { allWorkspaces, holdFirstRun } from '#foundation/platform/auth/directory.ts'
import { headersOf } from '#foundation/platform/auth/mount-auth.ts'
import type { Auth } from '#foundation/platform/auth/open-auth.ts'
import { readSecret } from '#foundation/platform/auth/seal-secret.ts'
import { checkPassword, sealPassword } from '#foundation/platform/auth/sign-ins.ts'
import type { Actor, Ctx } from '#foundation/platform/context.ts'
import type { Database } from '#foundation/platform/database.ts'
import { isFreeMail } from '#foundation/platform/mail/know-free-mail.ts'
import { type House, makeContext } from '#foundation/platform/make-context.ts'
import { openNewWorkspace } from '#workflows/open-new-workspace.ts'
import { acceptInvite, isDemoWorkspace, lookAtInvite } from '#workspace/members/actions.ts'

type Visitor = { email: string; password: string }
/** The demo world that an installation brings. */
export interface DemoDoor {
  /** Builds it in an empty house and says how its visitor signs in. */
  open: (place: { database: Database; house: House }) => Promise<Visitor>
  /** How its visitor signs in once it stands. Everything in it is invented. */
  visitor: () => Promise<Visitor>
}
export interface PeopleDoors {
  database: Database
  house: House
  auth: Auth
  demo?: DemoDoor
}

const FirstRun = z.object({
  workspaceName: text('Workspace name'),
  name: text('Your name'),
  email: email('Your e-mail'),
  password: z.string(),
  domains: z.array(z.string().trim().toLowerCase().min(3).max(253)).max(50).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  timeZone: z.string().max(60).optional(),
})
const Look = z.object({ token: z.string().max(200) })
const Accept = Look.extend({ name: text('Your name'), password: z.string() })

// Each try costs a password hash; a guesser is slowed long before the general limit.
const slow = { config: { rateLimit: { max: 30, timeWindow: 60_000, keyGenerator: (request: FastifyRequest) => request.ip } } }

/** Mounts /api/first-run and /api/invites/accept. */
export function mountPeople(app: FastifyInstance, doors: PeopleDoors): void {
  const { database, house, auth, demo } = doors
  const isOpen = async () => (await allWorkspaces(database.global)).length === 0
  let opening = false
  const alone = async <T>(run: () => Promise<T>): Promise<T> => {
    if (opening) throw new Problem(409, 'The first workspace is being opened at this moment.')
    opening = true
    try {
      return await run()
    } finally {
      opening = false
    }
  }

  /** Whether this house is the demo world and nothing else; who closed the window comes in again without having been told a password. */
  const isDemo = async (): Promise<boolean> => {
    const [only, ...others] = await allWorkspaces(database.global)
    if (!demo || !only || others.length > 0) return false
    return database.inWorkspace(only.id, (db) => isDemoWorkspace({ db, workspaceId: only.id }))
  }

  app.get('/api/first-run', async () => ({ open: await isOpen(), demo: demo !== undefined, isDemo: await isDemo() }))

  app.post('/api/first-run', slow, async (request, reply) => {
    const given = readAs(FirstRun, request.body)
    checkPassword(given.password)
    const sealed = await sealPassword(given.password)
    const workspaceId = makeId(house.clock(), house.random())
    await alone(() =>
      database.inWorkspace(workspaceId, async (db) => {
        await holdFirstRun(db)
        if ((await allWorkspaces(db)).length > 0)
          throw new Problem(409, 'A workspace was opened here already. Sign in, or ask its owner for an invite.')
        const ctx = makeContext(house, db, nobodyIn(workspaceId, given.name))
        const { workspaceName, domains, currency = 'EUR', timeZone = 'UTC', ...owner } = given
        const ownDomain = given.email.split('@')[1] ?? ''
        const own = isFreeMail(ownDomain) ? [] : [ownDomain]
        await openNewWorkspace(
          ctx,
          { name: workspaceName, domains: domains ?? own, currency, timeZone, isDemo: false },
          { ...owner, sealed },
        )
      }),
    )
    return signIn(auth, request, reply, given, { workspaceId })
  })

  app.post('/api/first-run/demo', slow, async (request, reply) => {
    if (!demo) throw new Problem(404, 'This installation brings no demo world.')
    if (await isDemo()) return signIn(auth, request, reply, await demo.visitor(), { demo: true })
    const visitor = await alone(async () => {
      if (!(await isOpen())) throw new Problem(409, 'A workspace was opened here already. The demo world needs an empty house.')
      return demo.open({ database, house })
    })
    return signIn(auth, request, reply, visitor, { demo: true })
  })

  const withInvite = async <T>(shown: string, name: string, run: (ctx: Ctx, hash: string) => Promise<T>): Promise<T> => {
    const secret = readSecret('inv', shown)
    if (!secret) throw new Problem(404, 'This invite is not complete. Copy the whole link from the mail.')
    return database.inWorkspace(secret.workspaceId, (db) =>
      run(makeContext(house, db, nobodyIn(secret.workspaceId, name)), secret.hash),
    )
  }

  app.post('/api/invites/look', slow, async (request) => {
    const { token } = readAs(Look, request.body)
    return withInvite(token, 'Somebody with an invite', async (ctx, hash) => {
      const { invite, workspace, user } = await lookAtInvite(ctx, hash)
      return { workspaceName: workspace.name, email: invite.email, name: invite.name ?? user?.name ?? null, known: user !== null }
    })
  })

  app.post('/api/invites/accept', slow, async (request, reply) => {
    const { token, name, password } = readAs(Accept, request.body)
    checkPassword(password)
    const sealed = await sealPassword(password)
    const done = await withInvite(token, name, (ctx, hash) => acceptInvite(ctx, hash, { name, password, sealed }))
    return signIn(auth, request, reply, { email: done.email, password }, { workspaceId: done.workspaceId })
  })
}

const nobodyIn = (workspaceId: string, name: string): Actor => ({
  workspaceId,
  memberId: null,
  userId: null,
  name,
  role: 'owner',
  via: 'web',
})

/** Answers with the session's cookie; with a second factor set up, the page asks for it next. */
async function signIn(
  auth: Auth,
  request: FastifyRequest,
  reply: FastifyReply,
  { email: address, password }: { email: string; password: string },
  answer: Record<string, unknown>,
): Promise<FastifyReply> {
  const said = await auth.ask(({ api }) =>
    api.signInEmail({ body: { email: address, password }, headers: headersOf(request), asResponse: true }),
  )
  for (const cookie of said.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  const body: unknown = await said.json()
  const secondFactor = typeof body === 'object' && body !== null && 'twoFactorRedirect' in body
  return reply.send({ ...answer, secondFactor })
}
