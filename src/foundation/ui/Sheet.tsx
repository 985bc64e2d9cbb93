/** What belongs beside the page for a moment? Its code comes when it is first opened. */
import { lazy, Suspense } from 'react'
import type { SheetProps } from './SheetBody.tsx'
import { useOnce } from './useOnce.ts'

const Body = lazy(() => import('./SheetBody.tsx').then((m) => ({ default: m.SheetBody })))

export function Sheet(props: SheetProps) {
  const used = useOnce(props.open)
  return used ? (
    <Suspense>
      <Body {...props} />
    </Suspense>
  ) : null
}
