/** How does an operation become an HTTP route? Its input is read and checked, its asker known, its action run in one transaction, its answer checked. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Operation, type Operations, type Role, reaches, routeOf } from '#foundation/contract/operation.ts'
import { Problem, readAs } from '#foundation/contract/problem.ts'
import { readFlat } from '#foundation/contract/read-flat.ts'
import { missingScope, type Scope, scopeOf } from '#foundation/contract/scope.ts'
import type { Actor, Ctx, Db } from '../context.ts'
import type { Database } from '../database.ts'
import { type House, makeContext } from '../make-context.ts'
import { noteGoodKey } from './limit-askers.ts'

/** Who says to ask, and in which workspace; who that is there is looked up in the transaction that does the work. */
export interface Claim {
  workspaceId: string
  /** The actor, or null when the claim no longer holds (left, revoked, expired). */
  prove: (db: Db) => Promise<Actor | null>
}
export type Identify = (request: FastifyRequest) => Promise<Claim | null>

/** The actions of a capability without their types: the mount checks what goes in and comes out. */
export type AnyActions = Readonly<Record<string, (ctx: Ctx, input: never) => Promise<unknown>>>

export interface Doors {
  database: Database
  identify: Identify
  house: House
}

const roleNames: Record<Role, string> = { member: 'a member', manager: 'a manager', owner: 'an owner' }

/**
 * Runs as whoever asks, in one transaction of their workspace. HTTP, MCP and the command line all pass here.
 * @param scope what a token needs; left out, no token with scopes gets through
 * @throws Problem 401 without a valid claim, 403 below the role or without the scope
 */
export async function actAs<T>(
  doors: Doors,
  request: FastifyRequest,
  may: Role,
  run: (ctx: Ctx) => Promise<T>,
  scope?: Scope,
): Promise<T> {
  const claim = await doors.identify(request)
  if (!claim) throw new Problem(401, 'Sign in, or send an API token as "Authorization: Bearer …".')
  const work = async (db: Db) => {
    const actor = await claim.prove(db)
    if (!actor) throw new Problem(401, 'This sign-in or token is no longer good here. Sign in again.')
    if (!reaches(actor.role, may))
      throw new Problem(403, `Only ${roleNames[may]} may do this; here you are ${roleNames[actor.role]}.`)
    noteGoodKey(request)
    const missing = missingScope(actor.scopes, scope)
    if (missing)
      throw new Problem(403, `This token lacks the scope ${missing}. Make one that has it, under Settings, API tokens.`, [
        { path: 'scope', message: missing },
      ])
    return run(makeContext(doors.house, db, actor))
  }
  return doors.database.inWorkspace(claim.workspaceId, work, { answersEarly: request.method === 'GET' })
}

/** Mounts every operation that has an action under /api, and answers the names of those that have none yet. */
export function mountOperations(
  app: FastifyInstance,
  contracts: Readonly<Record<string, Operations>>,
  actions: Readonly<Record<string, AnyActions>>,
  doors: Doors,
): string[] {
  const missing: string[] = []
  for (const [capability, all] of Object.entries(contracts))
    for (const [name, operation] of Object.entries(all)) {
      const action = actions[capability]?.[name]
      if (action) mountOne(app, capability, operation, action as (ctx: Ctx, input: unknown) => Promise<unknown>, doors)
      else missing.push(`${capability}.${name}`)
    }
  return missing
}

function mountOne(
  app: FastifyInstance,
  capability: string,
  operation: Operation,
  action: (ctx: Ctx, input: unknown) => Promise<unknown>,
  doors: Doors,
): void {
  const { method, path, inPath } = routeOf(operation)
  const bodyless = method === 'GET' || method === 'DELETE'
  const inputOf = (request: FastifyRequest): Record<string, unknown> => {
    const params = readFlat(operation.takes.shape, request.params as Record<string, string>)
    if (bodyless) return { ...readFlat(operation.takes.shape, request.query as Record<string, string | string[]>), ...params }
    return { ...bodyOf(request.body, inPath), ...params }
  }
  app.route({
    method,
    url: `/api${path}`,
    handler: async (request, reply) => {
      const run = async (ctx: Ctx) => {
        const input = readAs(operation.takes, inputOf(request))
        const changeSets = noteChangeSets(ctx)
        return { answer: await action(ctx, input), changeSets }
      }
      const { answer, changeSets } = await actAs(doors, request, operation.may, run, scopeOf(capability, operation))
      // So that whoever asked can take it back: all of them, the last first.
      if (changeSets.length > 0) void reply.header('x-change-set', changeSets.join(','))
      // What the contract does not name (a hash, a workspace id) stays inside.
      const checked = operation.returns.safeParse(answer)
      if (!checked.success)
        throw new Error(`${operation.route} answered what its contract does not say: ${checked.error.message}`)
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(checked.data))
    },
  })
}

/** Collects the change sets that the action of this context saves. */
function noteChangeSets(ctx: Ctx): string[] {
  const noted: string[] = []
  const { save } = ctx
  ctx.save = async (plan) => {
    const saved = await save(plan)
    if (saved.changeSetId) noted.push(saved.changeSetId)
    return saved
  }
  return noted
}

function bodyOf(body: unknown, inPath: string[]): Record<string, unknown> {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body)) throw new Problem(422, 'Send the fields as one JSON object.')
  return Object.fromEntries(Object.entries(body).filter(([key]) => !inPath.includes(key)))
}
