/** When is a delivery tried again, and when do we stop? Growing pauses with jitter, about a day in all. */

/** Tries of one delivery: the pauses between them add up to about 22 hours. */
export const mostTries = 9
const firstPauseMs = 15_000
const longestPauseMs = 8 * 3_600_000
/** A webhook whose every delivery has failed for so long is paused. */
export const mostFailingMs = 3 * 86_400_000

/** How long to wait after the nth try failed. @param draw 0 .. 1, so that many who failed together do not return together */
export function planRetry(tries: number, draw: number, retryAfterMs = 0): number {
  const pause = Math.min(firstPauseMs * 4 ** (tries - 1), longestPauseMs)
  return Math.max(Math.round(pause * (0.8 + 0.4 * draw)), Math.min(retryAfterMs, longestPauseMs))
}

/** A Retry-After header in milliseconds; 0 when it says nothing that can be read. */
export function readRetryAfter(word: string | null, nowMs: number): number {
  if (!word) return 0
  const seconds = Number(word)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(word) - nowMs
  return Number.isFinite(ms) && ms > 0 ? ms : 0
}
