/** What does the tab of the browser say? */
import { useEffect } from 'react'

export function usePageTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = title === 'Rapport' ? title : `${title} · Rapport`
    return () => {
      document.title = before
    }
  }, [title])
}
