/** Does this media query hold now? */
import { useSyncExternalStore } from 'react'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const list = matchMedia(query)
      list.addEventListener('change', tell)
      return () => list.removeEventListener('change', tell)
    },
    () => matchMedia(query).matches,
    () => false,
  )
}

/** One column: a phone, or a window as narrow as one. */
export const usePhone = (): boolean => useMedia('(width < 40rem)')
/** Room for a third column beside the page. */
export const useWide = (): boolean => useMedia('(width >= 72rem)')
