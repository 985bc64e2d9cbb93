/** What do we know of this record in fields of our own? With the history of each; the code comes after the page. */
import { lazy, Suspense } from 'react'
import { FieldHistory } from './RecordMore.tsx'

const OwnFields = lazy(() => import('#workspace/fields/screens/OwnFields.tsx').then((m) => ({ default: m.OwnFields })))

export function OwnFacts({ object, rowId, name }: { object: string; rowId: string; name: string }) {
  return (
    <Suspense>
      <OwnFields
        object={object}
        rowId={rowId}
        action={(field) => <FieldHistory rowId={rowId} name={name} field={field.name} label={field.label} />}
      />
    </Suspense>
  )
}
