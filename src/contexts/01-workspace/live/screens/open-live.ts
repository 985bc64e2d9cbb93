/** How does a browser stay connected? One of its windows holds the line and tells the others; a window that nobody sees rests, and catches up. */
import type { z } from 'zod'
import type { Heard } from '../contract.ts'

type Told = Pick<z.output<typeof Heard>, 'changes' | 'all'> & { isReplay: boolean }
interface Given {
  /** Windows of one workspace share a line. */
  workspaceId: string
  /** Asks what was missed. Rejects with a problem whose `status` says whether it is worth going on. */
  since: (after: string | undefined) => Promise<z.output<typeof Heard>>
  hear: (told: Told) => void
  /** Who looks at a row has changed. */
  hearHere: (row: { object: string; id: string }) => void
  /** Whether the line stands. */
  show: (isOn: boolean) => void
}
interface Passed {
  event: string
  data: unknown
  position: string
}

const restsAfterMs = 20_000
/** The server says something every 15 s. */
const silentMs = 40_000
const longestWaitMs = 30_000
const firstWaitMs = 500

/** @returns how to end it, and how to try at once */
export function openLive({ workspaceId, since, hear, hearHere, show }: Given): { stop: () => void; tryNow: () => void } {
  const name = `rapport-live ${workspaceId}`
  const others = new BroadcastChannel(name)
  const ended = new AbortController()
  let position: string | undefined
  let line: EventSource | null = null
  let lead: AbortController | null = null
  let isResting = false
  let isCatching = false
  let waitMs = firstWaitMs
  let retry: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined

  const listenForSilence = () => {
    clearTimeout(silence)
    silence = setTimeout(() => (lead ? lose() : show(false)), silentMs)
  }
  const take = ({ event, data, position: at }: Passed) => {
    const isReplay = position === undefined
    position = at
    waitMs = firstWaitMs
    listenForSilence()
    show(true)
    if (event === 'rows') hear({ changes: data as Told['changes'], all: false, isReplay })
    if (event === 'all') hear({ changes: [], all: true, isReplay })
    if (event === 'here') hearHere(data as { object: string; id: string })
  }
  const hangUp = () => {
    line?.close()
    line = null
    clearTimeout(retry)
    clearTimeout(silence)
  }
  /** Also tells whether there is still somebody to ask: an ended sign-in leads to the door. */
  const catchUp = async (): Promise<boolean> => {
    if (isCatching) return false
    isCatching = true
    try {
      const isReplay = position === undefined
      const { position: at, ...told } = await since(position)
      if (!isResting) take({ event: 'on', data: null, position: at })
      if (told.all || told.changes.length > 0) hear({ ...told, isReplay })
      return true
    } catch (error) {
      const { status } = error as { status?: number }
      if (status === 401 || status === 403) stop()
      return false
    } finally {
      isCatching = false
    }
  }
  const lose = () => {
    hangUp()
    if (ended.signal.aborted || isResting || !lead) return
    show(false)
    retry = setTimeout(
      async () => {
        if (await catchUp()) connect()
        else if (!ended.signal.aborted) lose()
      },
      waitMs * (0.5 + Math.random()),
    )
    waitMs = Math.min(longestWaitMs, waitMs * 2)
  }
  const connect = () => {
    hangUp()
    if (ended.signal.aborted || isResting || !lead) return
    const source = new EventSource(`/api/live${position === undefined ? '' : `?after=${encodeURIComponent(position)}`}`)
    line = source
    for (const event of ['rows', 'all', 'on', 'here'])
      source.addEventListener(event, ({ data, lastEventId }) => {
        const passed: Passed = { event, data: JSON.parse(String(data)), position: lastEventId }
        take(passed)
        others.postMessage(passed)
      })
    // The browser would try again too, but at one pace for ever, and without asking whether it still may.
    source.addEventListener('end', () => lose())
    source.addEventListener('error', () => lose())
    listenForSilence()
  }
  /** Holds the line as soon as no other window does. Where windows cannot agree (plain http), each that is seen has its own. */
  const begin = () => {
    if (lead) return
    const own = new AbortController()
    const holds = () =>
      new Promise<void>((done) => {
        lead = own
        own.signal.addEventListener('abort', () => done())
        connect()
      })
    if (!('locks' in navigator)) return void holds()
    waiting = own
    navigator.locks.request(name, { signal: own.signal }, holds).catch(() => undefined)
  }
  let waiting: AbortController | null = null
  const letGo = () => {
    hangUp()
    waiting?.abort()
    lead?.abort()
    lead = null
  }
  const wake = () => {
    clearTimeout(rest)
    if (!isResting) return
    isResting = false
    void catchUp().finally(begin)
  }
  const onVisible = () => {
    clearTimeout(rest)
    if (document.visibilityState === 'visible') return wake()
    rest = setTimeout(() => {
      isResting = true
      letGo()
    }, restsAfterMs)
  }
  const tryNow = () => {
    waitMs = firstWaitMs
    if (lead) void catchUp().then((isOn) => (isOn ? connect() : lose()))
    else void catchUp()
  }
  const stop = () => {
    ended.abort()
    clearTimeout(rest)
    letGo()
    others.close()
  }
  others.addEventListener('message', ({ data }: MessageEvent<Passed>) => {
    if (!lead && !isResting) take(data)
  })
  document.addEventListener('visibilitychange', onVisible, { signal: ended.signal })
  // A line may look whole for a while after the network went.
  window.addEventListener('offline', () => (lead ? lose() : show(false)), { signal: ended.signal })
  window.addEventListener('online', tryNow, { signal: ended.signal })
  // A page that the browser keeps for the way back must not hold the line.
  window.addEventListener(
    'pagehide',
    () => {
      isResting = true
      letGo()
    },
    { signal: ended.signal },
  )
  window.addEventListener('pageshow', wake, { signal: ended.signal })
  if (document.visibilityState === 'visible') begin()
  else isResting = true
  return { stop, tryNow }
}
