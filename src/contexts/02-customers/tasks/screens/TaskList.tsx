/** What is planned about this account, person or opportunity? Its code comes after what is read first. */
import { lazy, Suspense } from 'react'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import type { About } from './task-words.ts'

const Body = lazy(() => import('./TaskListBody.tsx').then((m) => ({ default: m.TaskListBody })))

export function TaskList({ about }: { about: About }) {
  return (
    <Suspense fallback={<Skeleton shape="rows" lines={2} label="Loading tasks" />}>
      <Body about={about} />
    </Suspense>
  )
}
