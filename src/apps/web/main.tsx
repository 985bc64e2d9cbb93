/** How does the browser program start? */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod/v4/core'
import '#foundation/ui/tokens.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { readProblem } from '#foundation/ui/read-problem.ts'
import { ClientProvider } from '#foundation/ui/useClient.tsx'
import { send, takeBack } from './reach-server.ts'
import { router } from './router.tsx'

// Our CSP forbids code made from text, which is how checks are otherwise sped up.
config({ jitless: true })

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may pass by itself is asked again; a "no" stays a "no".
      retry: (count, error) => {
        const { status } = readProblem(error)
        return count < 2 && (status === null || status >= 500)
      },
    },
  },
})

// After an update the old pages' files are gone: loading the page again brings the new ones, at most once a minute.
// Only when the server answers: a page without a connection must not be thrown away with what was typed on it.
window.addEventListener('vite:preloadError', async () => {
  const last = Number(sessionStorage.getItem('rapport.reloaded') ?? 0)
  if (Date.now() - last < 60_000) return
  if (!(await fetch('/healthz').catch(() => null))?.ok) return
  sessionStorage.setItem('rapport.reloaded', String(Date.now()))
  location.reload()
})

/** Text drawn once in the right face does not move; a slow line gets the stand-ins after a blink. */
const faceWaitMs = 120
const faces = Promise.all(
  ['400 13px "Inter Variable"', '400 16px "Source Serif 4 Variable"'].map((face) => document.fonts.load(face)),
)
await Promise.race([faces.catch(() => []), new Promise((done) => setTimeout(done, faceWaitMs))])

const place = document.getElementById('app')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={cache}>
          <ClientProvider send={send} takeBack={takeBack}>
            <RouterProvider router={router} />
          </ClientProvider>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  )
}
