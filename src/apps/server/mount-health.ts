/** What does a monitor hear, and what the operator? Everybody hears which part is well; the words and figures are for who has the data folder's key. */
import type { FastifyInstance } from 'fastify'
import { isSame } from '#foundation/platform/auth/seal-secret.ts'
import { judgeHealth } from '#foundation/platform/health/judge-health.ts'
import { type MeasureAsked, measureHealth } from '#foundation/platform/health/measure-health.ts'

export interface HealthDoors extends Omit<MeasureAsked, 'now'> {
  operatorToken: string
  version: string
  clock: () => number
}

/** Mounts GET /health: 200 when well or worth a look, 503 when ill. */
export function mountHealth(app: FastifyInstance, { operatorToken, version, clock, ...asked }: HealthDoors): void {
  app.get('/health', async (request, reply) => {
    const { verdict, findings } = judgeHealth(await measureHealth({ ...asked, now: clock() }))
    const isOperator = isSame(request.headers.authorization ?? '', `Bearer ${operatorToken}`)
    void reply.header('cache-control', 'no-store').status(verdict === 'ill' ? 503 : 200)
    if (isOperator) return reply.send({ verdict, version, findings })
    return reply.send({ verdict, findings: findings.map(({ of, verdict }) => ({ of, verdict })) })
  })
}
