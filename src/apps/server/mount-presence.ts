/** How do windows say at which record they are, and learn who else is? Said again every few seconds, shared between processes by notices. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { notFound, readAs } from '#foundation/contract/problem.ts'
import { actAs, type Doors } from '#foundation/platform/http/mount-operations.ts'
import { type Here, keepPresence, type RowOf } from '#foundation/platform/keep-presence.ts'
import { hearable } from '#workspace/live/actions.ts'
import type { Presence } from '#workspace/live/contract.ts'

export const presenceChannel = 'rapport_presence'
const sweepMs = 2_000

const Row = z.object({ object: z.string().min(1).max(63), id: z.uuid() })
const Coming = Row.extend({ tab: z.uuid(), field: z.string().max(200).nullable().default(null) })
const Leaving = z.object({ tab: z.uuid() })
const Notice = z.object({
  from: z.string(),
  here: z.custom<Here>().optional(),
  gone: z.custom<Here>().optional(),
  ask: z.boolean().optional(),
})

export interface PresenceShared {
  /** What another process said. */
  hear: (payload: string) => void
  /** Asks the others who is with them: this process has just begun, or has not heard for a while. */
  ask: () => void
  stop: () => void
}

/** @param onChange is told of rows at which somebody came or left */
export function mountPresence(
  app: FastifyInstance,
  doors: Doors,
  { onChange, onFault, open }: { onChange: (row: RowOf) => void; onFault: (error: unknown) => void; open: () => Promise<void> },
): PresenceShared {
  const me = randomUUID()
  const kept = keepPresence()
  const tell = (rows: readonly RowOf[]) => rows.forEach(onChange)
  const say = (notice: Omit<z.input<typeof Notice>, 'from'>) =>
    doors.database.pool
      .query('select pg_notify($1, $2)', [presenceChannel, JSON.stringify({ from: me, ...notice })])
      .catch(onFault)
  const sweeping = setInterval(() => tell(kept.sweep(Date.now())), sweepMs)
  sweeping.unref()
  const others = (row: RowOf, memberId: string | null): Presence[] =>
    kept
      .at(row, Date.now())
      .filter((here) => here.memberId !== memberId)
      .map(({ memberId, name, field, since }) => ({ memberId, name, field, since }))
  /** Who asks, if they may read the row; a hidden row is one that is not there. */
  const reader = (request: Parameters<typeof actAs>[1], { object, id }: z.output<typeof Row>) =>
    actAs(
      doors,
      request,
      'member',
      async (ctx) => {
        if (!(await hearable(ctx, object, id))) throw notFound('row')
        return ctx.actor
      },
      'live:read',
    )

  app.put('/api/live/here', async (request) => {
    const { tab, object, id, field } = readAs(Coming, request.body)
    const { workspaceId, memberId, name } = await reader(request, { object, id })
    await open()
    if (memberId) {
      const here = { workspaceId, memberId, tab, name, object, rowId: id, field, since: new Date().toISOString() }
      tell(kept.come(here, Date.now()))
      await say({ here })
    }
    return { others: others({ workspaceId, object, rowId: id }, memberId) }
  })
  app.get('/api/live/here', async (request) => {
    const { object, id } = readAs(Row, request.query)
    const { workspaceId, memberId } = await reader(request, { object, id })
    return { others: others({ workspaceId, object, rowId: id }, memberId) }
  })
  app.delete('/api/live/here', async (request, reply) => {
    const { tab } = readAs(Leaving, request.query)
    const { workspaceId, memberId } = await actAs(doors, request, 'member', async ({ actor }) => actor, 'live:read')
    if (memberId) {
      const gone = { workspaceId, memberId, tab, name: '', object: '', rowId: '', field: null, since: '' }
      tell(kept.leave(gone))
      await say({ gone })
    }
    return reply.status(204).send()
  })
  return {
    hear(payload) {
      const { from, here, gone, ask } = Notice.parse(JSON.parse(payload))
      if (from === me) return
      if (here) tell(kept.come(here, Date.now()))
      if (gone) tell(kept.leave(gone))
      // Whoever knows says it: said twice is the same.
      if (ask) for (const one of kept.all()) void say({ here: one })
    },
    ask: () => void say({ ask: true }),
    stop: () => clearInterval(sweeping),
  }
}
