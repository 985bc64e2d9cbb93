/** What is to be done? The form's code comes when it is first opened. */
import { lazy, Suspense } from 'react'
import type { TaskFormProps } from './TaskFormBody.tsx'

const Body = lazy(() => import('./TaskFormBody.tsx').then((m) => ({ default: m.TaskFormBody })))

export function TaskForm(props: TaskFormProps) {
  return (
    <Suspense>
      <Body {...props} />
    </Suspense>
  )
}
