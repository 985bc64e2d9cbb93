/** How does signing in cost nothing when nobody signs in? The library's contexts are put to rest until it is asked again. */
import { AsyncLocalStorage } from 'node:async_hooks'

/** Work that the library may still do after its answer (noting a session, sending a mail) is done by then. */
const restAfterMs = 1_000

/**
 * better-auth follows each of its calls with an AsyncLocalStorage. Below Node 24 one that was used once has every promise of the
 * program followed from then on: measured here, a list of 1.5 ms took 1.7 ms, and its p95 rose from 6 to 10 ms, since followed
 * promises are heavy to collect. `disable` is the documented way to end it; the next `run` wakes the storage again.
 * @param restOf the storages, asked for when nothing is under way any more
 * @returns runs a piece of work, and counts it as under way until it has ended
 */
export function restBetween(restOf: () => Iterable<unknown> = storagesOfAuth): <T>(run: () => Promise<T>) => Promise<T> {
  let underWay = 0
  let timer: NodeJS.Timeout | undefined
  const rest = () => {
    for (const storage of restOf()) if (storage instanceof AsyncLocalStorage) storage.disable()
  }
  return async (run) => {
    clearTimeout(timer)
    underWay++
    try {
      return await run()
    } finally {
      underWay--
      if (underWay === 0) timer = setTimeout(rest, restAfterMs).unref()
    }
  }
}

/** The library keeps its storages here, so that several copies of it in one process share them. */
function storagesOfAuth(): Iterable<unknown> {
  const shared = (globalThis as { [key: symbol]: { context?: object } | undefined })[Symbol.for('better-auth:global')]
  return Object.values(shared?.context ?? {})
}
