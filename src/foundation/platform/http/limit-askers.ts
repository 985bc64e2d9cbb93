/** How much may one asker ask? Tokens, sessions and addresses are counted each for themselves; beyond the limit 429 says when to go on. */
import { createHash, randomUUID } from 'node:crypto'
import limit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#foundation/contract/problem.ts'

const minuteMs = 60_000
/** Wrong keys per minute and address. Who guesses tokens has a fresh count with each guess, so the address is counted too. */
const wrongKeysPerMinute = 300

/** Marks what the program asks of itself for a request that was counted already; nobody outside knows the word. */
export const innerHeader = 'x-rapport-inner'
export const innerWord = randomUUID()

/** Who counts as one asker: the token, else the session, else the address. Kept in the memory of this process only. */
const askerOf = (request: FastifyRequest): string =>
  request.headers.authorization ?? /session_token=([^;.]+)/.exec(request.headers.cookie ?? '')?.[1] ?? request.ip

/** The refusal, saying when to go on. */
export const tooMany = (what: string, waitMs: number): Problem => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new Problem(429, `${what} Go on in ${seconds} s.`, [], seconds)
}

/** How a route says that it is counted apart, with a limit of its own. */
export const countedApart = (name: string, max: number) => ({
  rateLimit: {
    max,
    timeWindow: minuteMs,
    groupId: name,
    keyGenerator: (request: FastifyRequest) => `${name} ${askerOf(request)}`,
  },
})

/** Counts every request of `app`, and tells with each answer how much is left (RateLimit headers). */
export async function limitAskers(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(limit, {
    max: requestsPerMinute,
    timeWindow: minuteMs,
    keyGenerator: askerOf,
    allowList: (request) => request.headers[innerHeader] === innerWord,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) => tooMany('That were too many requests in one minute.', ttl),
  })
  countWrongKeys(app)
}

const proven = new WeakSet<FastifyRequest>()
/** Says that the key of this request was found good: it is heard even when wrong ones come from the same address. */
export const noteGoodKey = (request: FastifyRequest): void => void proven.add(request)

function countWrongKeys(app: FastifyInstance): void {
  const met = new Map<string, { since: number; count: number }>()
  const good = new Set<string>()
  const waitOf = (address: string): number => {
    const one = met.get(address)
    const wait = one ? one.since + minuteMs - Date.now() : 0
    if (wait <= 0) met.delete(address)
    return one && one.count >= wrongKeysPerMinute ? wait : 0
  }
  app.addHook('onRequest', async (request) => {
    const key = request.headers.authorization
    const wait = key === undefined || good.has(hashOf(key)) ? 0 : waitOf(request.ip)
    if (wait > 0) throw tooMany('Too many wrong keys came from this address.', wait)
  })
  app.addHook('onResponse', async (request, reply) => {
    const key = request.headers.authorization
    if (key === undefined) return
    if (proven.has(request)) keepSmall(good.add(hashOf(key)))
    if (reply.statusCode !== 401) return
    good.delete(hashOf(key))
    waitOf(request.ip)
    const one = met.get(request.ip) ?? { since: Date.now(), count: 0 }
    keepSmall(met.set(request.ip, { ...one, count: one.count + 1 }))
  })
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64')

/** The oldest goes when there are too many. */
function keepSmall(kept: { size: number; keys: () => Iterator<string>; delete: (key: string) => boolean }): void {
  const oldest = kept.size > 10_000 ? kept.keys().next() : undefined
  if (oldest && !oldest.done) kept.delete(oldest.value)
}
