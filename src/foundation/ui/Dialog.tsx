/** What must be settled before going on? Its code comes when it is first opened. */
import { lazy, Suspense } from 'react'
import type { DialogProps } from './DialogBody.tsx'
import { useOnce } from './useOnce.ts'

const Body = lazy(() => import('./DialogBody.tsx').then((m) => ({ default: m.DialogBody })))

export function Dialog(props: DialogProps) {
  const used = useOnce(props.open)
  return used ? (
    <Suspense>
      <Body {...props} />
    </Suspense>
  ) : null
}
