/** What do we know about this record, and what should change? The form's code comes when it is first shown. */
import { lazy, Suspense } from 'react'
import type { RecordFormProps } from './RecordFormBody.tsx'
import { Skeleton } from './Skeleton.tsx'

const Body = lazy(() => import('./RecordFormBody.tsx').then((m) => ({ default: m.RecordFormBody })))

export function RecordForm(props: RecordFormProps) {
  return (
    <Suspense fallback={<Skeleton shape="paragraph" lines={Math.ceil(props.fields.length * 1.6)} label="Loading the form" />}>
      <Body {...props} />
    </Suspense>
  )
}
