/** Which notes and files are kept with a record, and what happened? Below what is read first, so its code comes after that. */
import { lazy, Suspense } from 'react'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import type { KeptProps } from './kept-props.ts'

const Body = lazy(() => import('./KeptBody.tsx').then((m) => ({ default: m.KeptBody })))

export function Kept(props: KeptProps) {
  return (
    <Suspense fallback={<Skeleton shape="paragraph" lines={8} label="Loading notes and files" />}>
      <Body {...props} />
    </Suspense>
  )
}
