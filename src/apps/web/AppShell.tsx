/** What stands around every page? The frame, the palette, the toasts and the help. */
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { AppFrame, type RailItem } from '#foundation/ui/AppFrame.tsx'
import { GoProvider } from '#foundation/ui/Link.tsx'
import { ShortcutHelp } from '#foundation/ui/ShortcutHelp.tsx'
import { Toasts } from '#foundation/ui/Toasts.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { WhyProvider } from '#foundation/ui/useWhy.tsx'
import { useMe, WhoIsHere } from '#workspace/members/screens/WhoIsHere.tsx'
import { pages } from './page-table.ts'

// Hearing others is no part of the first look at a page.
const LiveHere = lazy(() => import('#workspace/live/screens/LiveHere.tsx').then((m) => ({ default: m.LiveHere })))
const PaletteHere = lazy(() => import('./PaletteHere.tsx').then((m) => ({ default: m.PaletteHere })))

const lines = pages.flatMap((p) => (p.rail ? [{ ...p.rail, href: p.path }] : []))
const items: RailItem[] = lines.filter((l) => !l.foot)
const footItems: RailItem[] = lines.filter((l) => l.foot)
const phoneItems = lines.filter((l) => l.phone).map((l) => l.id)
const frameless = new Set(pages.filter((p) => p.frame === false).map((p) => p.path))

export function AppShell() {
  const router = useRouter()
  const at = useRouterState({ select: (s) => s.location.pathname })
  const isFramed = !frameless.has(at)
  const me = useMe(isFramed)
  const [palette, setPalette] = useState<'never' | 'open' | 'closed'>('never')
  const go = useMemo(
    () => ({
      go: (href: string) => void router.navigate({ href }),
      warm: (href: string) => void router.preloadRoute({ to: href }).catch(() => undefined),
    }),
    [router],
  )
  // What is opened next is fetched when nobody waits: the first dialog and menu then open at once.
  useEffect(() => {
    const timer = setTimeout(() => {
      // A miss is no loss: it is asked for again when it is needed.
      Promise.all([import('#foundation/ui/DialogBody.tsx'), import('./PaletteHere.tsx')]).catch(() => undefined)
    }, 2_000)
    return () => clearTimeout(timer)
  }, [])
  const openPalette = () => setPalette('open')
  useShortcuts([
    { keys: 'mod+k', says: 'Search and do anything', group: 'Anywhere', run: openPalette, inFields: true },
    { keys: '/', says: 'Search', group: 'Anywhere', run: openPalette },
  ])
  return (
    <GoProvider value={go}>
      <WhyProvider>
        {isFramed ? (
          <AppFrame
            brand={me?.workspace.name ?? 'Rapport'}
            items={items}
            footItems={footItems}
            phoneItems={phoneItems}
            at={at}
            onSearch={openPalette}
            foot={me ? <WhoIsHere me={me} /> : <div className="h-(--row)" />}
          >
            <Outlet />
          </AppFrame>
        ) : (
          <Outlet />
        )}
        {palette !== 'never' && (
          <Suspense>
            <PaletteHere open={palette === 'open'} onClose={() => setPalette('closed')} />
          </Suspense>
        )}
        {me && isFramed && (
          <Suspense>
            <LiveHere workspaceId={me.workspace.id} />
          </Suspense>
        )}
        <ShortcutHelp />
        <Toasts />
      </WhyProvider>
    </GoProvider>
  )
}
