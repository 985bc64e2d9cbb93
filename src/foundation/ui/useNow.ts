/** What time is it, to the minute? One clock for the whole page. */
import { useSyncExternalStore } from 'react'

let now = new Date()
const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

const watch = (tell: () => void) => {
  watchers.add(tell)
  timer ??= setInterval(() => {
    now = new Date()
    for (const t of watchers) t()
  }, 60_000)
  return () => {
    watchers.delete(tell)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

export const useNow = (): Date =>
  useSyncExternalStore(
    watch,
    () => now,
    () => now,
  )
