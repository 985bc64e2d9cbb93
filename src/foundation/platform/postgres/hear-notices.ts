/** How does a process hear what others announce? One connection that listens (LISTEN), opened when somebody first wants to hear, and again when it breaks. */
import pg from 'pg'

export interface Notices {
  /** Begins to listen, if it does not yet; resolves when it listens. */
  open: () => Promise<void>
  stop: () => Promise<void>
}
interface Given {
  /** A way in that keeps its session: never a transaction pooler. */
  connection: pg.ClientConfig
  hear: Readonly<Record<string, (payload: string) => void>>
  /** It listens again: what was said meanwhile was missed. */
  onBack: () => void
  onFault: (error: unknown) => void
}

const firstWaitMs = 250
const longestWaitMs = 10_000

export function hearNotices({ connection, hear, onBack, onFault }: Given): Notices {
  const state = { client: undefined as pg.Client | undefined, stopped: false, timer: undefined as NodeJS.Timeout | undefined }
  let opening: Promise<void> | undefined
  let waitMs = firstWaitMs

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ ...connection, application_name: 'rapport-live', keepAlive: true })
    const lose = (error?: unknown) => {
      client.removeAllListeners('end')
      client.end().catch(() => undefined)
      if (state.client === client) state.client = undefined
      if (state.stopped) return
      if (error) onFault(error)
      clearTimeout(state.timer)
      state.timer = setTimeout(
        () => {
          opening = connect().then(onBack)
          opening.catch(() => undefined)
        },
        waitMs * (0.5 + Math.random()),
      )
      waitMs = Math.min(longestWaitMs, waitMs * 2)
    }
    client.on('error', lose)
    client.on('end', () => lose())
    client.on('notification', ({ channel, payload }) => hear[channel]?.(payload ?? ''))
    try {
      await client.connect()
      for (const channel of Object.keys(hear)) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      lose(error)
      throw error
    }
    waitMs = firstWaitMs
    state.client = client
    if (state.stopped) await client.end()
  }
  return {
    open() {
      opening ??= connect()
      // Without it streams still hear at each beat.
      return opening.catch(() => undefined)
    },
    async stop() {
      state.stopped = true
      clearTimeout(state.timer)
      await opening?.catch(() => undefined)
      await state.client?.end().catch(() => undefined)
    },
  }
}
