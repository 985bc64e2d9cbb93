/** Light, dark, or what the system says? The choice is kept and set before the first paint by theme.js. */
import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'
const key = 'rapport.theme'
const watchers = new Set<() => void>()

const read = (): Theme => {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const tell of watchers) tell()
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore<Theme>(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    read,
    () => 'system',
  )
  return [theme, setTheme]
}
