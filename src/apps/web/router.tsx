/** Which page belongs to this address? Every page of the table loads its own code when it is first needed. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useNavigate,
  useParams,
  useSearch,
} from '@tanstack/react-router'
import { type ComponentType, useCallback, useMemo } from 'react'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { AppShell } from './AppShell.tsx'
import type { PageArgs, PageLine } from './page-args.ts'
import { pages } from './page-table.ts'

const root = createRootRoute({ component: AppShell })

/** Gives a page its params and search as plain props, so that it needs no router to be shown. */
function withArgs(Inner: ComponentType<PageArgs>): ComponentType {
  return function PageWithArgs() {
    const params = useParams({ strict: false })
    const search = useSearch({ strict: false }) as Record<string, unknown>
    const navigate = useNavigate()
    const words = useMemo(
      () => Object.fromEntries(Object.entries(search).map(([k, v]) => [k, v === undefined ? undefined : String(v)])),
      [search],
    )
    const setSearch = useCallback(
      (patch: Record<string, string | undefined>, options = { push: false }) => {
        const next = (old: Record<string, unknown>) => ({ ...old, ...patch })
        void navigate({ to: '.', search: next as never, replace: !options.push, resetScroll: false })
      },
      [navigate],
    )
    return <Inner params={params as Record<string, string>} search={words} setSearch={setSearch} />
  }
}

const routeOf = (line: PageLine) =>
  createRoute({
    getParentRoute: () => root,
    path: line.path,
    component: lazyRouteComponent(() => line.load().then((Inner) => ({ default: withArgs(Inner) }))),
  })

const NotThere = () => (
  <Page title="There is no such page">
    <EmptyState title="Nothing stands at this address" says={<Link href="/">Go to the first page</Link>} />
  </Page>
)

const Broken = ({ error, reset }: { error: unknown; reset?: () => void }) => (
  <Page title="This page broke">
    <ErrorState what="This page could not be shown" error={error} {...(reset ? { onRetry: reset } : {})} />
  </Page>
)

export const router = createRouter({
  routeTree: root.addChildren(pages.map(routeOf)),
  defaultPreload: false,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
  scrollRestorationBehavior: 'instant',
  defaultNotFoundComponent: NotThere,
  defaultErrorComponent: Broken,
  defaultPendingMs: 300,
})
