/** Where had I scrolled to when I left? The page keeps its place. */
import { type RefObject, useLayoutEffect } from 'react'

const storeKey = 'rapport.places'
const places = new Map<string, number>(readStored())

function readStored(): [string, number][] {
  try {
    return JSON.parse(sessionStorage.getItem(storeKey) ?? '[]')
  } catch {
    return []
  }
}

const keepStored = () => {
  try {
    sessionStorage.setItem(storeKey, JSON.stringify([...places].slice(-100)))
  } catch {
    // Without storage the places last as long as the page.
  }
}
if (typeof window !== 'undefined') window.addEventListener('pagehide', keepStored)

/** The place kept for a key, 0 when there is none. */
export const placeOf = (key: string | undefined): number => (key === undefined ? 0 : (places.get(key) ?? 0))

/** Remembers an element's scroll position under a key and returns to it once there is `ready` content to scroll. */
export function usePlaceKept(box: RefObject<HTMLElement | null>, key: string | undefined, ready = true): void {
  useLayoutEffect(() => {
    const el = box.current
    if (!el || key === undefined || !ready) return
    const at = places.get(key)
    if (at) el.scrollTop = at
    const note = () => places.set(key, el.scrollTop)
    el.addEventListener('scroll', note, { passive: true })
    return () => el.removeEventListener('scroll', note)
  }, [box, key, ready])
}
