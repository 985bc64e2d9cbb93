/** How do browsers hear at once what others do? GET /api/live stays open; each telling is an ordinary question of whoever listens. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { z } from 'zod'
import { Problem } from '#foundation/contract/problem.ts'
import { tooMany } from '#foundation/platform/http/limit-askers.ts'
import { actAs, type Doors } from '#foundation/platform/http/mount-operations.ts'
import { type Push, pushEvents } from '#foundation/platform/http/push-events.ts'
import type { RowOf } from '#foundation/platform/keep-presence.ts'
import { hearNotices } from '#foundation/platform/postgres/hear-notices.ts'
import { hearable, liveActions, liveChannel } from '#workspace/live/actions.ts'
import { mountPresence, presenceChannel } from './mount-presence.ts'

interface LiveOptions {
  /** A way to the database that keeps its session; without one, browsers hear at each beat. */
  listen?: pg.ClientConfig | undefined
  onFault: (error: unknown) => void
  beatMs?: number
}
interface Line {
  workspaceId: string
  who: string
  request: FastifyRequest
  push: Push
  position: string | undefined
  /** Told already: what was under way then is read again. */
  told: ReadonlySet<string>
  /** Rows of whose readers something is to be told. */
  here: Map<string, RowOf>
  /** Something may have happened. */
  isDue: boolean
  restsUntil: number
  isBusy: boolean
}

const Asked = z.object({ after: z.string().max(60).optional() })
/** A browser needs one; several windows without a common leader some. */
const mostPerMember = 12
/** What comes together is told together. */
const gatherMs = 40
const restMs = 200
/** Lines that are served at the same time: telling must not take the pool from those who ask. */
const mostAtOnce = 3
const usualBeatMs = 15_000

export function mountLive(app: FastifyInstance, doors: Doors, { listen, onFault, beatMs = usualBeatMs }: LiveOptions): void {
  const lines = new Set<Line>()
  const state = { busy: 0, stopped: false, timer: undefined as NodeJS.Timeout | undefined }

  async function tell(line: Line): Promise<void> {
    line.isDue = false
    const at = [...line.here.values()]
    line.here.clear()
    const { heard, here } = await actAs(
      doors,
      line.request,
      'member',
      async (ctx) => {
        const here: RowOf[] = []
        for (const row of at) if (await hearable(ctx, row.object, row.rowId)) here.push(row)
        return { heard: await liveActions.since(ctx, line.position === undefined ? {} : { after: line.position }), here }
      },
      'live:read',
    )
    const fresh = heard.changes.filter((one) => !line.told.has(one.changeSetId))
    line.told = new Set(heard.changes.map((one) => one.changeSetId))
    line.position = heard.position
    if (heard.all) line.push.send('all', {}, heard.position)
    else if (fresh.length) line.push.send('rows', fresh, heard.position)
    else line.push.send('on', {}, heard.position)
    for (const { object, rowId } of here) line.push.send('here', { object, id: rowId })
  }

  async function serve(line: Line): Promise<void> {
    line.isBusy = true
    state.busy++
    try {
      await tell(line)
      line.restsUntil = Date.now() + restMs
    } catch (error) {
      // Signed out, shut out, the key taken back: nothing more is told.
      if (error instanceof Problem && [401, 403, 404].includes(error.status)) {
        line.push.send('end', { why: error.message })
        line.push.close()
      } else {
        if (lines.has(line)) onFault(error)
        line.isDue = true
        line.restsUntil = Date.now() + 2_000
      }
    } finally {
      line.isBusy = false
      state.busy--
      // Who was served goes to the end of the queue.
      if (lines.delete(line)) lines.add(line)
      schedule(0)
    }
  }

  /** Serves who is due, those who waited longest first. */
  function serveDue(): void {
    state.timer = undefined
    if (state.stopped) return
    const now = Date.now()
    let next = Number.POSITIVE_INFINITY
    for (const line of lines) {
      if (!line.isDue || line.isBusy) continue
      if (line.restsUntil > now) next = Math.min(next, line.restsUntil - now)
      else if (state.busy < mostAtOnce) void serve(line)
    }
    if (next < Number.POSITIVE_INFINITY) schedule(next)
  }
  const schedule = (ms: number) => {
    if (state.stopped || (state.timer && ms > 0)) return
    clearTimeout(state.timer)
    state.timer = setTimeout(serveDue, ms)
  }
  const wake = (meant: (line: Line) => boolean) => {
    for (const line of lines) if (meant(line)) line.isDue = true
    schedule(gatherMs)
  }
  const notices =
    listen &&
    hearNotices({
      connection: listen,
      hear: {
        [liveChannel]: (workspaceId) => wake((line) => line.workspaceId === workspaceId),
        [presenceChannel]: (payload) => presence.hear(payload),
      },
      onBack: () => {
        wake(() => true)
        presence.ask()
      },
      onFault,
    })
  let begun: Promise<void> | undefined
  /** Listens from now on, and learns who is with other processes. */
  const open = (): Promise<void> => {
    begun ??= (notices?.open() ?? Promise.resolve()).then(() => presence.ask())
    return begun
  }
  const presence = mountPresence(app, doors, {
    onChange: (row) =>
      wake((line) => {
        if (line.workspaceId !== row.workspaceId) return false
        line.here.set(`${row.object} ${row.rowId}`, row)
        return true
      }),
    onFault,
    open,
  })
  // Each beat looks whether the asker may still hear, and would find what a lost notice left out.
  const beat = setInterval(() => {
    for (const { push } of lines) push.beat()
    wake(() => true)
  }, beatMs)
  beat.unref()

  app.get('/api/live', async (request, reply) => {
    const query = Asked.safeParse(request.query)
    const last = request.headers['last-event-id']
    const position = (typeof last === 'string' && last) || (query.success ? query.data.after : undefined)
    const { workspaceId, who } = await actAs(
      doors,
      request,
      'member',
      async ({ actor }) => ({ workspaceId: actor.workspaceId, who: `${actor.workspaceId} ${actor.memberId}` }),
      'live:read',
    )
    if ([...lines].filter((line) => line.who === who).length >= mostPerMember)
      throw tooMany('You have too many windows open that listen.', 30_000)
    // Listens first, asks then: nothing falls between.
    await open()
    if (state.stopped) throw new Problem(503, 'Rapport is closing.')
    const line: Line = {
      ...{
        workspaceId,
        who,
        request,
        position,
        told: new Set<string>(),
        here: new Map<string, RowOf>(),
        isDue: true,
        restsUntil: 0,
        isBusy: false,
      },
      push: pushEvents(request, reply, () => lines.delete(line)),
    }
    lines.add(line)
    schedule(0)
    return reply
  })
  // Lines that stand open would keep the server from closing.
  app.addHook('preClose', async () => {
    state.stopped = true
    clearTimeout(state.timer)
    clearInterval(beat)
    for (const { push } of [...lines]) push.close()
    presence.stop()
    await notices?.stop()
  })
}
