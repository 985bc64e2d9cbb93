/** Which notes and files are kept with a record, and what happened? Below what is read first, so its code comes after that. */
import { lazy, Suspense } from 'react'
import type { ThreadRow } from '#conversation/messages/screens/ThreadList.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'

export interface About {
  accountId?: string
  personId?: string
  opportunityId?: string
}
export interface KeptProps {
  about: About
  /** The conversations with them; undefined until they are known. */
  threads: readonly ThreadRow[] | undefined
  /** What the line of time says of a conversation. */
  says: (thread: ThreadRow) => string
  /** Said when nothing has happened yet. */
  none: string
}

const Body = lazy(() => import('./KeptBody.tsx').then((m) => ({ default: m.KeptBody })))

export function Kept(props: KeptProps) {
  return (
    <Suspense fallback={<Skeleton shape="paragraph" lines={8} label="Loading notes and files" />}>
      <Body {...props} />
    </Suspense>
  )
}
