/** What can be settled right here, beside the button that was pressed? Its code, and that of what is inside, comes when it is first opened. */
import { lazy, Suspense } from 'react'
import type { PopoverProps } from './PopoverBody.tsx'

const Body = lazy(() => import('./PopoverBody.tsx').then((m) => ({ default: m.PopoverBody })))

/** Lazy children are waited for too: it opens whole. */
export const Popover = (props: PopoverProps) => (
  <Suspense>
    <Body {...props} />
  </Suspense>
)
